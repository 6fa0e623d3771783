"""Counts told by mistake are taken back at the table by a manager, whatever tablet told them and however long ago."""

import re
from datetime import UTC, datetime

import pytest

from akeyi.arrivals.facts.sweep import Swept
from akeyi.arrivals.facts.tally import Tallied
from akeyi.arrivals.facts.waiting_outside import OutsideCounted
from akeyi.arrivals.models import WaitingOutside
from akeyi.figures.queries import board
from akeyi.journal.ids import new_id
from akeyi.journal.tell import timestamp
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_site, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
MINUTE = datetime(2021, 9, 19, 14, 5, 10, tzinfo=UTC)


class Hall:
    """One flight, one tablet that counts, and a manager at the table."""

    def __init__(self):
        self.site = a_site()
        self.flight = an_arrival(self.site, status="landed")
        self.tablet = Tablet(self.site)
        self.client = signed_in(self.site)
        self.path = f"/office/arrivals/{self.flight}/"

    def tap(self, group="woman", count=1, how="tap", at=MINUTE):
        body = Tallied(group=group, count=count, counting="count", door="1", how=how)
        return self.tablet.tell(body, self.flight, at=timestamp(at))

    def household(self, **groups):
        token = new_id()
        self.tablet.tell(ReceptionRevised(card="41829375", is_token=True, arrival=self.flight), token)
        return token, self.tablet.tell(HouseholdMoved(target=token, why="arrived", groups=groups), token)

    @property
    def listed(self):
        """What stands in the list, line by line, and the facts that each button takes back."""
        part = page(self.client, self.path).split('id="counts"')[1].split("</section>")[0]
        lines = re.findall(r"(?s)<li>(.*?)</li>", part)
        words = [" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in lines]
        return words, [re.findall(r'name="facts" value="([^"]+)"', line) for line in lines]

    def take_back(self, facts, client=None):
        return (client or self.client).post(f"{self.path}take-back", {"facts": facts}, follow=True)

    @property
    def columns(self):
        return board(self.site)[0].columns


@pytest.fixture
def hall(db):
    return Hall()


def test_the_list_speaks_four_languages(hall):
    hall.tap()
    hall.household(woman=2)
    in_four_languages(hall.client, hall.path)


def test_taps_of_one_minute_stand_together_and_go_together_or_one_by_one(hall):
    for _ in range(3):
        hall.tap()
    hall.tap("boy", 10)
    words, [_, [all_women, last_woman]] = hall.listed[0], sorted(hall.listed[1], key=len)
    assert any("Tablet 1 · door 1 · Taps: 3 Women" in line for line in words)
    hall.take_back(last_woman)
    assert hall.columns["counted"] == 12
    hall.take_back(all_women.replace(last_woman, "").strip())
    assert hall.columns["counted"] == 10


def test_a_vehicle_is_taken_back_whole(hall):
    for group, count in (("woman", 30), ("boy", 2)):
        hall.tap(group, count, how="typed")
    [line], [[facts]] = hall.listed
    assert "Vehicle: 32 · Women 30 · Boys 2" in line
    assert "Taken back." in hall.take_back(facts).content.decode()
    assert hall.columns["counted"] == 0


def test_a_sweep_and_who_waits_outside_are_taken_back(hall):
    hall.tap(count=5)
    hall.tablet.tell(Swept(found=3, of=[hall.flight]), hall.site)
    hall.tablet.tell(OutsideCounted(people=120), hall.site)
    for line, [facts] in zip(*hall.listed, strict=True):
        if "Taps" not in line:
            hall.take_back(facts)
    assert hall.columns["inside"] == 5
    assert not WaitingOutside.objects.exists()


def test_a_household_opened_with_wrong_counts_is_taken_back(hall):
    hall.household(woman=20)
    [line], [[facts]] = hall.listed
    assert "Household opened, card 4182 9375: 20 · Women 20" in line
    hall.take_back(facts)
    assert hall.columns["inside"] == 0


def test_a_household_from_which_people_left_is_not_taken_back_under_them(hall):
    token, opened = hall.household(woman=2)
    hall.tablet.tell(Left(how="own_way", people=1, groups={"woman": 1}), token)
    assert "have moved on or left since" in hall.take_back(opened).content.decode()
    assert hall.columns["inside"] == 1


def test_only_a_manager_takes_back_and_only_what_was_counted_here(hall):
    facts = hall.tap()
    clerk = signed_in(hall.site, "clerk", short_name="Jude")
    assert 'id="counts"' not in page(clerk, hall.path)
    assert hall.take_back(facts, clerk).status_code == 403
    assert hall.take_back(new_id()).status_code == 404
    elsewhere = signed_in(a_site("CAP", "Cap-Haïtien"), short_name="Anne")
    assert hall.take_back(facts, elsewhere).status_code == 404
    assert hall.columns["counted"] == 1
