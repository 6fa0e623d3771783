"""Day badges: printed ahead, each makes a volunteer for one shift, who is out when it ends."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from akeyi.access import day_badges, pins, queries
from akeyi.access.held_back import held_back
from akeyi.access.models import Badge, DayBadge
from akeyi.access.rings import rings_on
from akeyi.arrivals.facts.tally import Tallied
from akeyi.journal.ids import new_id
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_site, a_worker
from akeyi.testing.office import a_viewer, in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
PIN = "738201"
TAP = Tallied(group="woman", count=1, counting="count", door="A", how="tap")
PRINTED = "/office/workers/day-badges/"


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def tablet(site):
    return Tablet(site)


def sheet_of(site, count=1, hours=8):
    """The secrets of newly printed badges."""
    viewer = a_viewer(a_worker(site, "Mirlande", ("manager",)), site, "manager")
    return [text.split(":")[2] for _number, text in day_badges.print_badges(viewer, count, hours)]


def begins(tablet, secret, **said):
    asked = {"secret": secret, "first_name": "", "language": "ht", "pin": PIN} | said
    return tablet.ask("/access/shift", asked).json()


def scanned(tablet, secret):
    return tablet.ask("/access/day-badge", {"secret": secret}).json()


def number_of(answer):
    return answer["error"]["number"]


def after(hours, minutes=1):
    return time_machine.travel(datetime.now(UTC) + timedelta(hours=hours, minutes=minutes))


def test_whoever_scans_it_is_a_volunteer_with_a_number_in_their_language(site, tablet):
    [secret] = sheet_of(site)
    assert scanned(tablet, secret) == {"worker": None}
    ring = begins(tablet, secret)
    assert ring["worker"]["short_name"] == "Volontè 1"
    assert ring["worker"]["languages"] == ["ht"]
    assert ring["worker"]["places"] == ["welcome", "count", "serve", "leave", "trips", "safety", "property"]
    assert ring["worker"]["finds"] is False
    assert set(ring["walls"]) == set(ring["until"]) == {"reception", "assistance"}


def test_a_first_name_stands_beside_the_number(site, tablet):
    [secret] = sheet_of(site)
    ring = begins(tablet, secret, first_name="  Marie \n" + "e" * 40, language="fr")
    assert ring["worker"]["short_name"] == "Volontaire 1 · Marie eeeeeeeeeeeeee"


def test_on_another_tablet_the_same_badge_is_the_same_volunteer_by_their_pin(site, tablet):
    [secret] = sheet_of(site)
    worker = begins(tablet, secret)["worker"]["id"]
    other = Tablet(site, label="Tablet 9")
    assert scanned(other, secret) == {"worker": worker}
    assert number_of(begins(other, secret, pin="904713")) == 109
    assert number_of(other.ask("/access/sign-in", {"worker": worker, "pin": "904713"}).json()) == 104
    assert other.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()["worker"]["day_badge"] == 1


def test_the_badge_is_the_volunteers_own_for_badge_and_two_digits(site, tablet):
    [secret] = sheet_of(site)
    ring = begins(tablet, secret)
    assert ring["badge"] == Badge.objects.get(worker=ring["worker"]["id"]).secret_hash
    assert secret not in str([*Badge.objects.values(), *DayBadge.objects.values()])


def test_badge_and_volunteer_die_with_the_shift(site, tablet):
    [secret] = sheet_of(site)
    worker = begins(tablet, secret)["worker"]["id"]
    tablet.worker = worker
    with after(hours=8):
        assert number_of(scanned(tablet, secret)) == 111
        assert number_of(begins(tablet, secret)) == 111
        assert number_of(tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()) == 111
        assert number_of(tablet.ask("/access/sign-in", {"worker": worker, "pin": "000001"}).json()) == 104
        assert worker not in [one["id"] for one in tablet.ask("/access/device").json()["workers"]]
        assert tablet.ask("/journal/pull", {}).json()["streams"] == {}
        assert [ring.why for ring in rings_on(tablet.device)] == ["shift"]
        tablet.tell(TAP)
        assert [one.kinds for one in held_back(site)] == [{"arrivals.tally": 1}]


def test_the_first_tap_stands_although_the_tablets_clock_is_behind(site, tablet):
    [secret] = sheet_of(site)
    tablet.worker = begins(tablet, secret)["worker"]["id"]
    behind = (datetime.now(UTC) - timedelta(minutes=2)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    tablet.keep(TAP, at=behind)
    tablet.send()
    assert held_back(site) == []


def test_a_volunteer_says_nothing_beyond_counting_giving_and_leaving(site, tablet):
    [secret] = sheet_of(site)
    tablet.worker = begins(tablet, secret)["worker"]["id"]
    tablet.tell(ReceptionRevised(given_names="Rose"), subject=new_id())
    assert [one.kinds for one in held_back(site)] == [{"people.reception": 1}]


def test_a_badge_of_another_site_none_and_a_pin_that_is_guessed_make_nobody(site, tablet):
    [secret] = sheet_of(site)
    [elsewhere] = sheet_of(a_site("CAP"))
    for unknown in (elsewhere, "A" * 24, ""):
        assert number_of(scanned(tablet, unknown)) == 108
        assert number_of(begins(tablet, unknown)) == 108
    for pin in ("123456", "111111", "112211", "98765", "7382011", "73820x", ""):
        assert number_of(begins(tablet, secret, pin=pin)) == 110
    assert scanned(tablet, secret) == {"worker": None}


def test_a_withdrawn_tablet_makes_nobody(site, tablet):
    [secret] = sheet_of(site)
    signed_in(site).post(f"/office/tablets/{tablet.device}/withdraw")
    assert number_of(scanned(tablet, secret)) == number_of(begins(tablet, secret)) == 102


def test_the_office_prints_a_sheet_with_numbers_that_never_come_again(site):
    client = signed_in(site)
    asked = {"count": "12", "hours": "6"}
    first, second = (client.post(PRINTED, asked) for _ in range(2))
    assert first.content.startswith(b"%PDF") and "no-store" in first["Cache-Control"]
    assert "day-badges-13-24.pdf" in second["Content-Disposition"]
    assert set(DayBadge.objects.values_list("hours", flat=True)) == {6}
    in_four_languages(client, PRINTED)
    for wrong in ({"count": "0", "hours": "6"}, {"count": "101", "hours": "6"}, {"count": "1", "hours": "17"}):
        assert client.post(PRINTED, wrong).headers["Content-Type"].startswith("text/html")
    assert DayBadge.objects.count() == 24


def test_only_whoever_says_who_works_here_prints_and_cancels(site):
    sheet_of(site)
    sheet = DayBadge.objects.get().sheet
    clerk = signed_in(site, "clerk")
    assert clerk.get(PRINTED).status_code == clerk.post(PRINTED, {"count": "1", "hours": "1"}).status_code == 403
    assert clerk.post(f"{PRINTED}{sheet}/cancel").status_code == 403
    assert signed_in(a_site("CAP")).post(f"{PRINTED}{sheet}/cancel").status_code == 404
    assert not DayBadge.objects.get().is_cancelled


def test_a_lost_sheet_is_cancelled_and_shifts_that_began_go_on(site, tablet):
    used, lost, also = sheet_of(site, count=3)
    [other] = sheet_of(site)
    worker = begins(tablet, used)["worker"]["id"]
    client = signed_in(site)
    assert "2–3" in page(client, PRINTED)
    client.post(f"{PRINTED}{DayBadge.objects.get(number=2).sheet}/cancel")
    assert number_of(scanned(tablet, lost)) == number_of(begins(tablet, also)) == 108
    assert scanned(tablet, used) == {"worker": worker}
    assert scanned(tablet, other) == {"worker": None}
    assert "2–3" not in page(client, PRINTED)


def test_the_office_ends_a_shift_at_once(site, tablet):
    [secret] = sheet_of(site)
    worker = begins(tablet, secret)["worker"]["id"]
    client = signed_in(site)
    assert "Volontè 1" in page(client, PRINTED)
    assert client.post(f"/office/workers/{worker}/switch", {"from": "day-badges"})["Location"] == PRINTED
    assert "Nobody just now." in page(client, PRINTED)
    assert number_of(scanned(tablet, secret)) == 111
    assert number_of(tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()) == 104
    assert tablet.ask("/journal/pull", {}).json()["streams"] == {}


def test_the_page_of_workers_shows_who_is_here_for_a_shift_until_it_is_over(site, tablet):
    [secret] = sheet_of(site)
    worker = begins(tablet, secret)["worker"]["id"]
    client = signed_in(site)
    shown = page(client, "/office/workers/")
    assert "Volontè 1" in shown and "Volunteer: counting, giving, leaving" in shown
    with after(hours=8):
        client = signed_in(site, short_name="Next")
        assert "Volontè 1" not in page(client, "/office/workers/")
        client.post(PRINTED, {"count": "1", "hours": "1"})
        assert queries.shifts_over(site, [worker], datetime.now(UTC)) == []


def test_a_volunteer_who_is_given_a_role_of_their_own_stays(site, tablet):
    [secret] = sheet_of(site)
    worker = begins(tablet, secret)["worker"]["id"]
    client = signed_in(site)
    client.post(f"/office/workers/{worker}/", {"short_name": "Marie", "roles": "clerk", "languages": "ht"})
    assert "Marie" not in page(client, PRINTED)
    with after(hours=8):
        ring = tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()
        assert (ring["worker"]["until"], ring["until"]) == (None, {})
        assert scanned(tablet, secret) == {"worker": worker}


def test_a_wall_given_for_a_shift_tells_the_tablet_when_it_closes(site, tablet):
    holder = signed_in(site, "health", short_name="Holder")
    clerk = a_worker(site, "Wilson")
    pins.set_pin(clerk, PIN)
    holder.post("/office/granting/", {"worker": clerk, "role": "health", "until": "10:00"})
    ring = tablet.ask("/access/sign-in", {"worker": clerk, "pin": PIN}).json()
    assert set(ring["until"]) == {"triage", "health"}
    assert ring["worker"]["until"] is None
