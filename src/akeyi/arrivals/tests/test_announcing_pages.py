"""Announcing arrivals at a table: by hand, in one tap, corrected, and with who said how many."""

from datetime import UTC, datetime

import pytest

from akeyi.arrivals import queries
from akeyi.arrivals.models import Arrival
from akeyi.testing.cast import a_site, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db

NEW = "/office/arrivals/new/"


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def office(site):
    return signed_in(site)


def the_one() -> Arrival:
    return Arrival.objects.get()


@pytest.mark.parametrize("path", [NEW, "/office/arrivals/"])
def test_the_pages_speak_four_languages(office, path):
    in_four_languages(office, path)


def test_an_arrival_is_announced_with_what_was_said(office):
    said = {
        "how": "flight",
        "label": "GXA 3301",
        "eta_at": "2021-09-19T10:00",
        "origin": "Del Rio",
        "stops": "Laredo, San Antonio",
        "notified_by": "Migration office",
        "channel": "phone",
        "claim": "expected",
        "said_by": "Migration office",
        "total": "99",
        "group_woman": "32",
    }
    answer = office.post(NEW, said)
    arrival = the_one()
    assert answer["Location"] == f"/office/arrivals/{arrival.subject}/"
    assert (arrival.label, arrival.status, arrival.stops) == ("GXA 3301", "announced", ["Laredo", "San Antonio"])
    # What was typed is the site's time, four hours behind.
    assert arrival.eta_at == datetime(2021, 9, 19, 14, tzinfo=UTC)
    claim = queries.claims([arrival.subject])[arrival.subject][0]
    assert (claim.total, claim.said_by, claim.groups) == (99, "Migration office", {"woman": 32})


def test_only_how_they_come_is_needed(office):
    office.post(NEW, {"how": "boat", "claim": "expected"})
    assert the_one().how == "boat" and the_one().label.startswith("Boat ")


def test_a_number_needs_somebody_who_said_it_and_nothing_is_told_before(office):
    html = office.post(NEW, {"how": "flight", "claim": "expected", "total": "99"}).content.decode()
    assert "Say who said so" in html and not Arrival.objects.exists()


def test_groups_cannot_be_more_than_the_whole(office):
    said = {"how": "flight", "claim": "expected", "said_by": "ONM", "total": "3", "group_man": "4"}
    assert "The groups together are more" in office.post(NEW, said).content.decode()


def test_groups_alone_make_the_whole(office):
    office.post(NEW, {"how": "truck", "claim": "expected", "said_by": "ONM", "group_man": "4", "group_girl": "2"})
    assert queries.claims([the_one().subject])[the_one().subject][0].total == 6


@pytest.mark.parametrize("how", ["flight", "boat", "bus_convoy", "truck", "on_foot"])
def test_people_at_the_door_are_one_tap(office, how):
    office.post("/office/arrivals/now", {"how": how})
    assert the_one().status == ("met" if how == "on_foot" else "landed") and the_one().landed_at


def test_only_what_changed_is_told(office, site):
    arrival = an_arrival(site, origin="Del Rio", eta_at="2021-09-19T14:00:30Z")
    change = f"/office/arrivals/{arrival}/change/"
    assert 'value="2021-09-19T10:00"' in page(office, change)
    told = len(queries.history(arrival))
    same = {"how": "flight", "label": "GXA 3301", "origin": "Del Rio", "eta_at": "2021-09-19T10:00"}
    office.post(change, same)
    assert len(queries.history(arrival)) == told
    office.post(change, same | {"eta_at": "2021-09-19T11:30"})
    assert [eta.hour for _, eta in queries.etas(arrival)] == [14, 15]
    assert the_one().origin == "Del Rio"


def test_a_field_can_be_emptied(office, site):
    arrival = an_arrival(site, origin="Del Rio")
    office.post(f"/office/arrivals/{arrival}/change/", {"how": "flight", "label": "GXA 3301", "origin": ""})
    assert the_one().origin is None


def test_a_later_word_counts_and_the_earlier_stays(office, site):
    arrival = an_arrival(site)
    for total in ("99", "97"):
        office.post(
            f"/office/arrivals/{arrival}/expect/", {"claim": "on_the_plane", "said_by": "Carrier", "total": total}
        )
    assert [claim.total for claim in queries.claims([arrival])[arrival]] == [97, 99]


def test_a_word_on_how_many_needs_a_number(office, site):
    arrival = an_arrival(site)
    answer = office.post(f"/office/arrivals/{arrival}/expect/", {"claim": "expected", "said_by": "Carrier"})
    assert "Write how many were said." in answer.content.decode() and not queries.claims([arrival])[arrival]


def test_the_list_of_arrivals_has_the_open_ones_first(office, site):
    an_arrival(site, "Closed one", status="closed")
    an_arrival(site, "Open one")
    html = page(office, "/office/arrivals/")
    assert html.index("Open one") < html.index("Closed and cancelled") < html.index("Closed one")


def test_stops_on_the_way_stand_on_the_board_and_in_the_list(office, site):
    an_arrival(site, stops=["Laredo", "San Antonio"])
    for path in ("/office/", "/office/arrivals/"):
        assert "stops at Laredo, San Antonio" in page(office, path)


def test_those_who_only_see_figures_change_nothing(site):
    figures = signed_in(site, "statistics")
    arrival = an_arrival(site)
    for path in (
        NEW,
        "/office/arrivals/now",
        f"/office/arrivals/{arrival}/change/",
        f"/office/arrivals/{arrival}/status",
    ):
        assert figures.post(path, {"how": "flight", "status": "landed"}).status_code == 403
    assert Arrival.objects.get().status == "announced"
    assert 'action="/office/arrivals/now"' not in page(figures, "/office/arrivals/")
