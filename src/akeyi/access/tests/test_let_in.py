"""Whoever gives somebody a way into the office is told of, and its owner sees it."""

import pytest
from django.core.management import call_command

from akeyi.access.models import LetIn, OfficeAccount
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import begin_with, given, in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


def told() -> list[tuple[str, str, str | None]]:
    return list(LetIn.objects.order_by("clock", "id").values_list("subject", "why", "worker"))


def test_every_code_that_is_given_is_told_with_who_gave_it(capsys):
    site = a_site()
    nadia, manager = a_worker(site, "Nadia", ("protection",)), signed_in(site)
    for way in ("account", "account", "anew"):
        manager.post(f"/office/workers/{nadia}/{way}")
    call_command("code", OfficeAccount.objects.get(worker=nadia).user.username)
    given = [(nadia, why, manager.worker) for why in ("begins", "forgot", "lost")]
    assert told() == [*given, (nadia, "forgot", None)]


def test_a_code_that_was_refused_is_not_told():
    client = signed_in(a_site())
    client.post(f"/office/workers/{client.worker}/anew")
    assert told() == []


def test_its_owner_sees_who_gave_it_and_whom_to_tell(client):
    site = a_site()
    wilson, manager = a_worker(site, "Wilson"), signed_in(site, short_name="Mirlande")
    for times in (1, 2):
        name, code = given(manager.post(f"/office/workers/{wilson}/account"))
        begin_with(client, name, code)
        html = page(client, "/office/my/")
        assert "by Mirlande." in html
        assert ("You did not ask for it?" in html) is (times == 2), "nobody wonders about the first one"
    in_four_languages(client, "/office/my/")
