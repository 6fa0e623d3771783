"""Facts set aside: one list with zeros, each point with what to do."""

import re

import pytest

from akeyi.arrivals.facts.tally import Tallied
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.children.facts.release import ChildReleased
from akeyi.children.facts.release_code import ReleaseCodeMade
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_series, a_site, an_arrival, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
ONE_WOMAN = Tallied(group="woman", count=1, counting="count", door="A", how="tap")
ROSE = "0190a5c0-0000-8000-8000-00000000000a"


@pytest.fixture
def site():
    return a_site()


def counts(site):
    """{heading: number} as the page shows it."""
    text = page(signed_in(site), "/office/aside/")
    return {name: int(n) for name, n in re.findall(r'<h2>([^<]+?) <span class="number">(\d+)</span>', text)}


def test_where_nothing_waits_every_point_says_zero(site):
    found = counts(site)
    assert len(found) == 11 and set(found.values()) == {0}
    assert "0 facts are in no number yet" in page(signed_in(site), "/office/aside/")


def test_only_a_manager_opens_it(site):
    for role in ("clerk", "statistics"):
        page(signed_in(site, role), "/office/aside/", status=403)


def test_everything_that_waits_is_there_in_four_languages(site):
    arrival = an_arrival(site)
    tablet = Tablet(site, label="Tablet 7")
    newer = tablet.keep(ONE_WOMAN, arrival, (arrival,), kind="arrivals.hologram")
    ahead = tablet.keep(ONE_WOMAN, arrival, (arrival,), clock="ffff000000000000")
    tablet.unsent += [{"id": ROSE, "n": 9, "wall": "reception", "no": "fact"}]
    del newer, ahead
    tablet.n += 1
    tablet.tell(ONE_WOMAN, arrival, (arrival,))
    withdrawn = Tablet(site, label="Tablet 8")
    signed_in(site).post(f"/office/tablets/{withdrawn.device}/withdraw")
    withdrawn.tell(ONE_WOMAN, arrival, (arrival,))
    kit = an_item(site)
    for label, name, sex in (("A", "Rose", "female"), ("B", "Wilner", "male")):
        one = Tablet(site, label=label)
        one.tell(ReceptionRevised(card="99900009", given_names=name, sex=sex), ROSE)
        one.tell(HandOutGiven(item=kit), ROSE)
        one.tell(ChildReleased(to="adult", name="Aunt", code_hash="a" * 64), ROSE)
    tell(Saying(ReleaseCodeMade(code_hash="a" * 64, label="night, 1"), site=site))
    found = counts(site)
    assert found == {
        "Not understood here": 1,
        "Unreadable": 1,
        "Told by tablets out of service": 1,
        "Told by a wrong clock": 1,
        "Missing from a tablet": 1,
        "Two tablets that are copies of one": 0,
        "People with two answers": 1,
        "One card, two people?": 1,
        "Given more than once": 1,
        "A release code used twice": 1,
        "Numbers of no series": 1,
    }
    text = page(signed_in(site), "/office/aside/")
    assert "arrivals.hologram" in text and "Tablet 7" in text and "number 3 is missing" in text
    in_four_languages(signed_in(site), "/office/aside/")


def test_two_tablets_that_are_copies_of_one_are_found(site):
    arrival = an_arrival(site)
    tablet = Tablet(site)
    tablet.tell(ONE_WOMAN, arrival, (arrival,))
    tablet.n = 0
    tablet.tell(ONE_WOMAN, arrival, (arrival,))
    assert counts(site)["Two tablets that are copies of one"] == 1


def test_a_card_of_a_series_is_not_among_numbers_of_no_series(site):
    series = a_series(site)
    number = series.draw()[0]
    tell(Saying(ReceptionRevised(card=number), site=site, subject=str(series.reception_id(number))))
    assert counts(site)["Numbers of no series"] == 0


def test_what_another_sites_tablets_told_is_not_here(site):
    elsewhere = a_site(code="OUA")
    tablet = Tablet(elsewhere)
    tablet.keep(ONE_WOMAN, kind="arrivals.hologram")
    tablet.unsent += [{"id": ROSE, "n": 9, "wall": "reception", "no": "fact"}]
    tablet.send()
    assert set(counts(site).values()) == {0}
    assert counts(elsewhere)["Unreadable"] == 1
