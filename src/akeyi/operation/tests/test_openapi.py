"""The contract of every address: whole, and the shapes of what tablets ask hold at the door."""

import pytest

from akeyi.access.device_api import DOORS
from akeyi.operation.openapi import TABLETS, document
from akeyi.testing.cast import Tablet, a_site


def test_every_door_of_tablets_is_in_the_contract_with_its_method():
    paths = document()["paths"]
    assert set(TABLETS) == set(DOORS)
    assert {path: list(paths[path]) for path in DOORS} == {path: [method] for path, (method, *_) in TABLETS.items()}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked",
    [{"limit": "abc"}, {"limit": 0}, {"streams": {"x": -1}}, {"streams": {"x": 1 << 70}}, {"unsent": 1.5}, [], b"{"],
)
def test_a_question_out_of_its_shape_is_refused_in_words_and_breaks_nothing(asked):
    tablet = Tablet(a_site())
    answer = tablet.ask("/journal/pull", asked)
    assert answer.status_code == 400
    assert answer.json()["error"]["number"] == 106


@pytest.mark.django_db
def test_a_worker_who_is_no_id_is_refused_in_words():
    answer = Tablet(a_site()).ask("/access/sign-in", {"worker": "somebody", "pin": "123456"})
    assert (answer.status_code, answer.json()["error"]["number"]) == (400, 106)


@pytest.mark.django_db
def test_another_method_is_said_to_be_another():
    assert Tablet(a_site()).client.get("/journal/pull").status_code == 405
