"""An arrival's page: seven numbers, and each difference explained by who or how many."""

import re

import pytest

from akeyi.arrivals import manifests, queries
from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.arrivals.facts.sweep import Swept
from akeyi.arrivals.facts.tally import Tallied
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import a_site, an_arrival, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db

LINES = [
    {"number": 1, "family_name": "PIERRE", "given_names": "Rose-Laure", "sex": "female", "age": 31},
    {"number": 2, "family_name": "JOSEPH", "given_names": "Wilner", "sex": "male", "age": 40},
]


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def flight(site):
    """A list of two; four counted; Rose-Laure found and served and gone, Marie not on the list."""
    arrival = an_arrival(site, status="landed")
    listed = manifests.keep(site, arrival, LINES, format="csv", stated=2, said_by="Carrier")
    rose, marie = new_id(), new_id()
    line = queries.line_ids(queries.manifests(arrival)[0].subject)[0]
    assert listed

    def say(body, subject):
        tell(Saying(body, site=site, subject=subject, arrivals=[arrival]))

    say(Tallied(group="woman", count=4, counting="count", door="A", how="typed"), arrival)
    say(Tallied(group="woman", count=5, counting="check", door="A", how="typed"), arrival)
    named = {"family_name": "PIERRE", "given_names": "Rose-Laure"}
    say(ReceptionRevised(card="41829375", arrival=arrival, line=line, **named), rose)
    say(ReceptionRevised(card="41821113", arrival=arrival, given_names="Marie", family_name="Unlisted"), marie)
    say(HandOutGiven(item=an_item(site), quantity=1), rose)
    say(Left(how="collected", people=1), rose)
    say(Swept(found=2, of=[arrival]), site)
    return arrival


def section(html: str, heading: str) -> str:
    """What stands between a heading and the next one, without marks."""
    part = html.split(heading, 1)[1]
    return " ".join(re.sub(r"<[^>]+>", " ", re.split(r"<h[23]>", part, maxsplit=1)[0]).split())


def test_the_page_speaks_four_languages(site, flight):
    in_four_languages(signed_in(site), f"/office/arrivals/{flight}/")


def test_each_difference_says_who(site, flight):
    html = page(signed_in(site), f"/office/arrivals/{flight}/")
    assert "JOSEPH Wilner" in section(html, "From the list, not seen")
    assert "Rose-Laure" not in section(html, "From the list, not seen")
    assert "Unlisted" in section(html, "Registered, not on the list")
    assert section(html, "Counted, not registered").startswith("2 4 counted − 2 registered")
    assert "Unlisted" in section(html, "Registered, nothing given yet")
    assert "Rose-Laure" not in section(html, "Registered, nothing given yet")


def test_inside_shows_how_it_is_reckoned(site, flight):
    said = section(page(signed_in(site), f"/office/arrivals/{flight}/"), "<h2>Inside")
    assert "4 counted − 1 left − 1 left unseen" in said and "Unlisted" in said and "Rose-Laure" not in said


def test_two_counters_who_differ_are_shown(site, flight):
    html = page(signed_in(site), f"/office/arrivals/{flight}/")
    assert "Door A: one counter has 4, the other 5." in html and "ask both" in html


def test_those_who_may_not_see_names_see_how_many(site, flight):
    answer = signed_in(site, "statistics").get(f"/office/arrivals/{flight}/")
    html = answer.content.decode()
    for name in ("PIERRE", "Rose-Laure", "JOSEPH", "Wilner", "Unlisted", "Marie", "41829375", "4182 9375"):
        assert name not in html
    assert section(html, "From the list, not seen").startswith("1")
    assert "Next step" not in html and "/change/" not in html


def test_a_later_list_does_not_lose_whom_an_earlier_one_found(site, flight):
    later = [*LINES, {"number": 3, "family_name": "CHARLES", "given_names": "Nadège", "sex": "female", "age": 22}]
    manifests.keep(site, flight, later, format="csv", stated=3, said_by="Carrier")
    said = section(page(signed_in(site), f"/office/arrivals/{flight}/"), "From the list, not seen")
    assert said.startswith("2") and "Nadège" in said and "Rose-Laure" not in said


def test_every_time_that_was_said_stays_listed(site):
    arrival = an_arrival(site, eta_at="2021-09-19T17:10:00Z")
    tell(Saying(ArrivalRevised(eta_at="2021-09-19T18:40:00Z"), site=site, subject=arrival))
    html = page(signed_in(site), f"/office/arrivals/{arrival}/")
    # The site is four hours behind.
    assert "Due 19 September 2021 14:40" in html and "Due 19 September 2021 13:10" in html


def groups_of(html: str) -> list[str]:
    """The heads of the table of groups, then its rows, without marks."""
    table = html.split('<table id="counted">', 1)[1].split("</table>", 1)[0]
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in table.split("<tr>")[1:]]


def test_groups_stand_beside_who_said_them_each_in_a_column(site, flight):
    groups = {"woman": 32, "boy": 7}
    said = ExpectedTold(claim="expected", said_by="Migration office", total=99, groups=groups)
    tell(Saying(said, site=site, subject=flight, arrivals=[flight]))
    head, *rows = groups_of(page(signed_in(site), f"/office/arrivals/{flight}/"))
    assert re.match(r"Group Expected said Migration office \(.*\) Expected said Carrier \(.*\) Counted", head)
    assert rows == ["Women 32 1 4 5", "Men – 1 – –", "Boys 7 – – –"]


def test_a_later_total_by_somebody_else_is_marked_above_older_groups(site, flight):
    newer = ExpectedTold(claim="expected", said_by="Airport desk", total=97)
    tell(Saying(newer, site=site, subject=flight, arrivals=[flight]))
    head = groups_of(page(signed_in(site), f"/office/arrivals/{flight}/"))[0]
    assert "later 97, said Airport desk" in head and "said Carrier" in head


def test_an_arrival_of_another_site_is_not_found(site, flight):
    elsewhere = signed_in(a_site("CAP", "Cap-Haïtien"))
    assert elsewhere.get(f"/office/arrivals/{flight}/").status_code == 404


def test_what_is_no_arrival_is_not_found(site):
    client = signed_in(site)
    assert client.get("/office/arrivals/not-an-id/").status_code == 404
    assert client.get(f"/office/arrivals/{new_id()}/").status_code == 404
