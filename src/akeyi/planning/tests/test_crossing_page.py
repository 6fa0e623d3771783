"""The page of the lanes: who waits outside of each, who is in it, what came hour by hour, estimated where it is."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from akeyi.access.facts.site import SiteRevised
from akeyi.arrivals.facts.sample import Sampled
from akeyi.arrivals.facts.tally import Tallied
from akeyi.arrivals.facts.waiting_outside import OutsideCounted
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.figures import queries as figures
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import a_site, an_arrival, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    site = a_site("OUA", "Ouanaminthe", "land_crossing")
    tell(Saying(SiteRevised(lanes=["A", "B"]), site=site, subject=site))
    return site


@pytest.fixture
def lane_a(site):
    return an_arrival(site, "On foot A 06:00", how="on_foot", status="met", lane="A")


def a_household(site, arrival, card, **groups):
    token = new_id()
    is_token = ReceptionRevised(card=card, is_token=True, arrival=arrival)
    came = HouseholdMoved(target=token, why="arrived", groups=groups)
    tell(*(Saying(body, site=site, subject=token, arrivals=[arrival]) for body in (is_token, came)))
    return token


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def lane_row(html: str, lane: str) -> list[str]:
    found = re.search(rf'<tr data-lane="{lane}">(.*?)</tr>', html, re.S)
    assert found
    return re.findall(r'class="number">([^<]*)<', found[1])


def test_it_speaks_four_languages(site, lane_a):
    in_four_languages(signed_in(site), "/office/crossing/")


def test_a_lane_has_who_waits_who_is_in_it_who_is_served_and_who_left(site, lane_a):
    item = an_item(site, once_per="none")
    served = a_household(site, lane_a, "41829375", woman=2, girl=3)
    a_household(site, lane_a, "41800012", man=1, woman=1)
    about = {"site": site, "subject": served, "arrivals": [lane_a]}
    tell(
        Saying(HandOutGiven(item=item, quantity=1), **about),
        Saying(Left(how="own_way", people=2, groups={"girl": 2}), **about),
        Saying(OutsideCounted(people=120, lane="A"), site=site, subject=site),
        Saying(OutsideCounted(people=30, lane="B"), site=site, subject=site),
    )
    html = page(signed_in(site), "/office/crossing/")
    # Outside, with a card, in the lane, served, served and still here, left.
    assert lane_row(html, "A") == ["120", "7", "5", "5", "3", "2"]
    assert lane_row(html, "B") == ["30", "0", "0", "0", "0", "0"]
    assert "Waiting outside: 150" in words(html)


def test_whoever_counts_the_whole_queue_counts_all_lanes_until_one_is_counted_again(site, lane_a):
    told = ((80, "A"), (30, "B"), (95, None))
    tell(*(Saying(OutsideCounted(people=people, lane=lane), site=site, subject=site) for people, lane in told))
    html = page(signed_in(site), "/office/crossing/")
    assert "Waiting outside: 95" in words(html) and lane_row(html, "A")[0] == "–"
    tell(Saying(OutsideCounted(people=12, lane="B"), site=site, subject=site))
    assert lane_row(page(signed_in(site), "/office/crossing/"), "B")[0] == "12"


def test_an_hour_of_which_some_minutes_were_counted_is_marked_as_estimated(site, lane_a):
    tell(Saying(Sampled(people=48, minutes=10), site=site, subject=lane_a, arrivals=[lane_a]))
    html = page(signed_in(site), "/office/crossing/")
    assert re.search(r'<span class="number">288</span> <span class="state">estimated</span>', html)
    many = Tallied(group="man", count=300, counting="count", door="A", how="typed")
    tell(Saying(many, site=site, subject=lane_a, arrivals=[lane_a]))
    html = page(signed_in(site), "/office/crossing/")
    assert '<span class="number">300</span>' in html and "estimated</span>" not in html


def test_one_registered_out_of_a_household_came_with_it_and_is_not_counted_again(site, lane_a):
    item = an_item(site, once_per="none")
    token, hers = a_household(site, lane_a, "41829375", woman=2, girl=3), new_id()
    tell(
        Saying(HandOutGiven(item=item, quantity=1), site=site, subject=token, arrivals=[lane_a]),
        Saying(
            ReceptionRevised(card="41800012", arrival=lane_a, by_card_only=True),
            site=site, subject=hers, arrivals=[lane_a],
        ),
        Saying(
            HouseholdMoved(source=token, target=hers, why="registered", groups={"woman": 1}),
            site=site, subject=token, arrivals=[lane_a],
        ),
    )  # fmt: skip
    [row] = [one for one in figures.board(site) if one.arrival]
    assert row.columns["served"] == row.columns["inside"] == 5
    assert lane_row(page(signed_in(site), "/office/crossing/"), "A")[1:5] == ["5", "5", "5", "5"]


def test_the_sentence_that_follows_stands_above_the_numbers(site, lane_a):
    item = an_item(site, once_per="none")
    for number in range(10):
        token = a_household(site, lane_a, f"4180000{number}", woman=4, girl=5)
        tell(Saying(HandOutGiven(item=item, quantity=1), site=site, subject=token, arrivals=[lane_a]))
    said = words(page(signed_in(site), "/office/crossing/"))
    assert "Send 3 buses to lane A: 90 people are served and still here." in said


def test_a_closed_lane_stays_while_somebody_is_in_it(site, lane_a):
    a_household(site, lane_a, "41829375", woman=2)
    tell(
        Saying(SiteRevised(lanes=["B"]), site=site, subject=site),
        Saying(
            OutsideCounted(
                people=3,
                lane="B",
            ),
            site=site,
            subject=site,
        ),
    )
    assert lane_row(page(signed_in(site), "/office/crossing/"), "A")[2] == "2"


def test_the_page_is_offered_where_there_are_lanes(site, lane_a):
    assert 'href="/office/crossing/"' in page(signed_in(site), "/office/")
    assert 'href="/office/crossing/"' not in page(signed_in(a_site()), "/office/")


def test_what_was_long_ago_is_in_no_hour(site, lane_a):
    long_ago = datetime.now(UTC) - timedelta(hours=20)
    tell(Saying(Sampled(people=48, minutes=10), site=site, subject=lane_a, arrivals=[lane_a], at=long_ago))
    assert "Nobody came through it" in words(page(signed_in(site), "/office/crossing/"))
