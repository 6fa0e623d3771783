"""A role for one shift, and PINs and accounts that wait for the word of somebody else who holds the wall."""

from datetime import UTC, datetime, timedelta

import pytest

from akeyi.access import granting, pins, queries
from akeyi.access.facts.grant import RoleGranted
from akeyi.access.held_back import held_back, settle
from akeyi.access.models import Grant, OfficeAccount, Vouched
from akeyi.children.facts.release import ChildReleased
from akeyi.children.facts.release_review import ReleaseReviewed
from akeyi.children.models import ReleaseReview
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import PIN, Tablet, a_site, a_worker
from akeyi.testing.office import a_code_app, a_viewer, an_account, in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
GIVE = "/office/granting/"


def granted(site, worker, role, since=NOW, hours=1):
    said = RoleGranted(worker=worker, role=role, since_at=since, until_at=since + timedelta(hours=hours))
    grant = new_id()
    tell(Saying(said, site=site, subject=grant))
    return grant


def ring(tablet, worker, pin=PIN):
    return set(tablet.ask("/access/sign-in", {"worker": worker, "pin": pin}).json()["walls"])


def came_in(worker, name):
    """Somebody who has set a second proof of their own at the office, and for whom nobody has vouched."""
    a_code_app(an_account(worker, name, opens=()))


def not_vouched_for(worker):
    OfficeAccount.objects.filter(worker=worker).update(opens=[])


def test_the_page_speaks_four_languages():
    site = a_site()
    clerk = a_worker(site)
    client = signed_in(site)
    granted(site, clerk, "safety")
    pins.set_pin(a_worker(site, "Roseline", ("protection",)), PIN)
    in_four_languages(client, GIVE)
    in_four_languages(client, f"/office/workers/{clerk}/")


@pytest.mark.parametrize("role", ["clerk", "volunteer", "statistics", "authority", "administrator", "audit"])
def test_who_gives_nothing_does_not_open_it(role):
    site = a_site()
    worker = a_worker(site, "Wilson")
    client = signed_in(site, role)
    assert "Wilson" not in page(client, GIVE, status=403)
    assert client.post(GIVE, {"worker": worker, "role": "clerk", "until": "10:00"}).status_code == 403
    assert Grant.objects.count() == 0


@pytest.mark.parametrize(
    ("giver", "role", "may"),
    [
        ("manager", "clerk", True),
        ("manager", "safety", True),
        ("manager", "health", False),
        ("manager", "child_protection", False),
        ("manager", "protection", False),
        ("manager", "cash", False),
        ("manager", "triage", False),
        ("manager", "administrator", False),
        ("manager", "manager", False),
        ("health", "health", True),
        ("health", "triage", True),
        ("health", "protection", False),
        ("health", "clerk", False),
        ("protection", "protection", True),
    ],
)
def test_a_role_is_given_by_whoever_reads_behind_its_walls(giver, role, may):
    site = a_site()
    worker = a_worker(site, "Wilson", ("volunteer",))
    client = signed_in(site, giver)
    client.post(GIVE, {"worker": worker, "role": role, "until": "10:00"})
    assert (role in queries.roles_of([worker])[worker]) is may


def test_nobody_gives_a_role_to_themselves_nor_one_that_is_on_loan():
    site = a_site()
    colleague = a_worker(site, "Wilson")
    client = signed_in(site, "health")
    client.post(GIVE, {"worker": client.worker, "role": "triage", "until": "10:00"})
    borrower = signed_in(site, "clerk", short_name="Nadia")
    granted(site, borrower.worker, "health")
    borrower.post(GIVE, {"worker": colleague, "role": "health", "until": "10:00"})
    assert Grant.objects.count() == 1


def test_rings_and_streams_follow_a_grant_and_its_end():
    site = a_site()
    tell(Saying(ChildReleased(to="ambulance", name="Marenn"), site=site, subject=new_id()))
    clerk = a_worker(site)
    tablet = Tablet(site, clerk)
    grant = granted(site, clerk, "child_protection")
    assert "child" in ring(tablet, clerk)
    assert "child" in {fact["wall"] for fact in tablet.pull()}
    client = signed_in(site, "child_protection", short_name="Rosemé")
    client.post(f"/office/granting/{grant}/end")
    assert "child" not in ring(tablet, clerk)
    assert not any(stream.endswith("/child") for stream in tablet.ask("/journal/pull", {}).json()["streams"])


def test_what_was_told_while_it_counted_stands_and_what_came_after_waits():
    site = a_site()
    [release] = tell(Saying(ChildReleased(to="ambulance", name="Marenn"), site=site, subject=new_id()))
    clerk = a_worker(site)
    granted(site, clerk, "child_protection", since=NOW - timedelta(hours=3), hours=2)
    tablet = Tablet(site, clerk)
    in_time = (NOW - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    tablet.keep(ReleaseReviewed(release=release, note="Mother called."), at=in_time)
    late = tablet.keep(ReleaseReviewed(release=release, note="Aunt called."))["id"]
    tablet.send()
    assert [one.note for one in ReleaseReview.objects.all()] == ["Mother called."]
    assert [one.facts for one in held_back(site)] == [[late]]


def test_a_tablet_grants_nothing_even_where_a_manager_takes_its_facts_in():
    site = a_site()
    manager = a_worker(site, "Mirlande", ("manager",))
    tablet = Tablet(site, manager)
    tablet.tell(RoleGranted(worker=manager, role="protection", since_at=NOW, until_at=NOW + timedelta(days=1)))
    settle(site, tablet.device, True, manager)
    assert Grant.objects.count() == 0
    assert held_back(site) == []


def test_a_reset_pin_opens_reception_and_assistance_until_a_second_holder_says_so():
    site = a_site()
    manager = signed_in(site)
    roseline = a_worker(site, "Roseline", ("protection",))
    second = signed_in(site, "protection", short_name="Wideline")
    tablet = Tablet(site)
    assert "protection" in ring(tablet, roseline)
    pins.set_pin(roseline, "135790")
    assert ring(tablet, roseline, "135790") == {"reception", "assistance"}
    assert manager.post(f"/office/granting/{roseline}/open").status_code == 403
    second.post(f"/office/granting/{roseline}/open")
    assert {"triage", "protection"} <= ring(tablet, roseline, "135790")
    told = Vouched.objects.get()
    assert (told.subject, told.worker, told.way, told.why) == (roseline, second.worker, "pin", "second")


def test_a_reset_pin_ends_the_streams_it_no_longer_opens():
    site = a_site()
    roseline = a_worker(site, "Roseline", ("protection",))
    tablet = Tablet(site, roseline)
    signed_in(site).post(f"/office/workers/{roseline}/pin")
    assert not any(stream.endswith("/protection") for stream in tablet.ask("/journal/pull", {}).json()["streams"])


def test_a_reset_pin_ends_roles_that_others_lent_to_the_old_one():
    site = a_site()
    clerk = a_worker(site)
    granted(site, clerk, "health")
    signed_in(site).post(f"/office/workers/{clerk}/pin")
    assert queries.ring_walls(clerk) == ["reception", "assistance"]


def test_a_wall_that_was_never_opened_to_anybody_new_is_not_theirs_to_open():
    """A manager who adds somebody invented gains no second holder by it."""
    site = a_site()
    a_worker(site, "Wideline", ("protection",))
    roseline = a_worker(site, "Roseline", ("protection",))
    invented = signed_in(site, "protection", short_name="Nobody")
    not_vouched_for(invented.worker)
    pins.set_pin(roseline, PIN)
    assert invented.post(f"/office/granting/{roseline}/open").status_code == 403
    invented.post(GIVE, {"worker": a_worker(site, "Wilson"), "role": "protection", "until": "10:00"})
    assert Grant.objects.count() == 0


def test_a_holder_whose_own_account_waits_sees_the_page_and_gives_nothing():
    site = a_site()
    roseline = signed_in(site, "protection", short_name="Roseline")
    not_vouched_for(roseline.worker)
    html = page(roseline, GIVE)
    assert "Roseline" in html
    assert "Give a role for this shift" not in html


def test_the_first_holder_is_opened_by_the_manager_once_they_set_a_second_proof():
    site = a_site()
    manager = signed_in(site)
    first = a_worker(site, "Roseline", ("protection",))
    pins.set_pin(first, PIN)
    assert manager.post(f"/office/granting/{first}/open").status_code == 403
    came_in(first, "roseline")
    assert "your word counts, and is kept" in page(manager, GIVE)
    manager.post(f"/office/granting/{first}/open")
    manager.post(f"/office/granting/{first}/open-account")
    assert "protection" in queries.ring_walls(first)
    assert [(one.way, one.why) for one in Vouched.objects.order_by("id")] == [("pin", "first"), ("account", "first")]
    # The next one is the first one's to open.
    second = a_worker(site, "Wideline", ("protection",))
    pins.set_pin(second, PIN)
    came_in(second, "wideline")
    assert manager.post(f"/office/granting/{second}/open").status_code == 403


def test_nobody_opens_their_own_pin():
    site = a_site()
    client = signed_in(site, "protection", "manager")
    pins.set_pin(client.worker, PIN)
    assert client.post(f"/office/granting/{client.worker}/open").status_code == 403
    assert granting.waiting(a_viewer(client.worker, site, "protection", "manager"))[0].mine == {}
