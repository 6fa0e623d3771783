"""What a role opens reaches a tablet, and nothing else; what it may not say waits for a manager's word."""

import pytest

from akeyi.access.facts.organisation import OrganisationRevised
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.held_back import held_back
from akeyi.arrivals.facts.tally import Tallied
from akeyi.arrivals.models import Tally
from akeyi.assistance.facts.item import ItemRevised
from akeyi.assistance.models import Item
from akeyi.children.facts.release import ChildReleased
from akeyi.children.facts.release_code import ReleaseCodeMade
from akeyi.children.facts.release_review import ReleaseReviewed
from akeyi.children.models import ReleaseReview
from akeyi.journal.facts.void import Voided
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.office.facts.handover import HandedOver
from akeyi.people.facts.card_returned import CardCameBack
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.models import CardReturned, Series
from akeyi.screening.facts.last_word import LastWordAsked
from akeyi.screening.models import LastWord
from akeyi.testing.cast import PIN, Tablet, a_series, a_site, a_worker

pytestmark = pytest.mark.django_db

ONE_WOMAN = Tallied(group="woman", count=1, counting="count", door="A", how="tap")


def walls_fetched(tablet):
    return {fact["wall"] for fact in tablet.pull()}


@pytest.fixture
def child_released():
    """A site at which something was told behind `child`; gives the site and the fact."""
    site = a_site()
    [told] = tell(Saying(ChildReleased(to="ambulance", name="Marenn"), site=site, subject=new_id()))
    return site, told


def test_a_ring_holds_the_walls_of_the_roles_and_no_other():
    site = a_site()
    tablet = Tablet(site)
    clerk, officer = a_worker(site), a_worker(site, "Rosemé", ("child_protection",))
    walls = {
        worker: set(tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()["walls"])
        for worker in (clerk, officer)
    }
    assert walls == {clerk: {"reception", "assistance"}, officer: {"reception", "assistance", "triage", "child"}}


def test_a_tablet_on_which_nobody_has_signed_in_is_sent_nothing(child_released):
    site, _ = child_released
    assert Tablet(site).pull() == []


def test_a_wall_comes_to_a_tablet_with_the_first_worker_who_reads_behind_it(child_released):
    site, _ = child_released
    tablet = Tablet(site, a_worker(site))
    assert "child" not in walls_fetched(tablet)
    officer = a_worker(site, "Rosemé", ("child_protection",))
    tablet.ask("/access/sign-in", {"worker": officer, "pin": PIN})
    assert "child" in walls_fetched(tablet)


def test_a_wall_leaves_a_tablet_with_the_last_worker_who_read_behind_it(child_released):
    site, _ = child_released
    officer = a_worker(site, "Rosemé", ("child_protection",))
    tablet = Tablet(site, officer)
    assert any(stream.endswith("/child") for stream in tablet.ask("/journal/pull", {}).json()["streams"])
    tell(Saying(WorkerRevised(is_active=False), site=site, subject=officer))
    assert tablet.ask("/journal/pull", {}).json()["streams"] == {}


@pytest.mark.parametrize("role", ["clerk", "volunteer", "statistics", "manager"])
def test_what_only_child_protection_may_say_is_held_back_from_others(child_released, role):
    site, release = child_released
    tablet = Tablet(site, a_worker(site, roles=(role,)))
    fact = tablet.tell(ReleaseReviewed(release=release, note="Mother called."))
    assert ReleaseReview.objects.count() == 0
    assert [one.facts for one in held_back(site)] == [[fact]]


def test_the_rest_of_a_batch_goes_on():
    site = a_site()
    tablet = Tablet(site, a_worker(site))
    tablet.keep(ONE_WOMAN)
    tablet.keep(ItemRevised(is_active=False))
    assert [one["answer"] for one in tablet.send()] == ["stored", "stored"]
    assert (Tally.objects.count(), Item.objects.count()) == (1, 0)


def test_a_volunteer_counts_has_the_last_word_takes_cards_back_and_registers_nobody():
    site = a_site()
    tablet = Tablet(site, a_worker(site, roles=("volunteer",)))
    tablet.keep(ONE_WOMAN)
    tablet.keep(LastWordAsked(has_eaten=True), subject=new_id())
    tablet.keep(CardCameBack(), subject=new_id())
    registered = tablet.keep(ReceptionRevised(given_names="Rose"))["id"]
    tablet.send()
    assert (Tally.objects.count(), LastWord.objects.count(), CardReturned.objects.count()) == (1, 1, 1)
    assert [one.facts for one in held_back(site)] == [[registered]]


def test_who_makes_codes_at_the_office_may_say_so_and_who_keeps_accounts_says_nothing_of_the_hall():
    site, code = a_site(), ReleaseCodeMade(code_hash="0" * 64, label="night")
    for role, waits in (("child_protection", False), ("manager", False), ("administrator", True)):
        tablet = Tablet(site, a_worker(site, roles=(role,)))
        waiting = len(held_back(site))
        tablet.tell(code)
        assert (len(held_back(site)) > waiting) == waits, role
    tablet.tell(HandedOver(to_worker=new_id(), lines=[]))
    assert [len(one.facts) for one in held_back(site)] == [2]


@pytest.mark.parametrize("role", ["clerk", "volunteer"])
def test_nobody_takes_back_what_they_could_not_have_said(role):
    site = a_site()
    series = a_series(site)
    told = Series.objects.get(name=series.name).id
    tablet = Tablet(site, a_worker(site, roles=(role,)))
    void = tablet.tell(Voided(target=told), wall="reception")
    assert Series.objects.filter(id=told).exists()
    assert [one.facts for one in held_back(site)] == [[void]]


def test_a_volunteer_takes_a_tap_back_in_the_same_breath():
    site = a_site()
    tablet = Tablet(site, a_worker(site, roles=("volunteer",)))
    tap = tablet.keep(ONE_WOMAN)["id"]
    tablet.keep(Voided(target=tap), wall="reception")
    tablet.send()
    assert (Tally.objects.count(), held_back(site)) == (0, [])


def test_a_worker_the_hub_has_not_heard_of_says_what_anybody_in_the_hall_may():
    tablet = Tablet(a_site())
    tablet.worker = new_id()
    tablet.tell(ONE_WOMAN)
    assert Tally.objects.count() == 1


def test_no_role_but_its_own_opens_anything_to_a_state_authority_s_worker():
    site = a_site()
    authority = new_id()
    tell(Saying(OrganisationRevised(name="Migration office", kind="state"), site=site, subject=authority))
    worker = a_worker(site, roles=("manager", "child_protection", "authority"))
    tell(Saying(WorkerRevised(organisation=authority), site=site, subject=worker))
    tablet = Tablet(site)
    assert tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN}).json()["walls"] == {}
    [known] = tablet.ask("/access/device").json()["workers"]
    assert (known["places"], known["finds"]) == ([], False)
