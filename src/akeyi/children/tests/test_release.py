"""A child is released: who may go without, what a release keeps, and what goes when the child is erased."""

from dataclasses import replace

import pytest

from akeyi.children import queries
from akeyi.children.facts.ask_first import AskFirstSaid
from akeyi.children.facts.came_for import SomebodyCameFor
from akeyi.children.facts.carer import CarerRecorded
from akeyi.children.facts.release import ChildReleased
from akeyi.children.models import Carer, Release
from akeyi.children.rules import Leaving, need_release
from akeyi.journal.erase import erase
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import Tablet, a_site, a_worker

ROSE = "0190a5c0-0000-8000-8000-00000000000a"
NAIMA = "0190a5c0-0000-8000-8000-00000000000b"

rose = Leaving(ROSE)
naima = Leaving(NAIMA, is_child=True, carers=(ROSE,))


def test_a_child_goes_with_the_one_adult_recorded_as_carer():
    assert need_release([rose, naima], "own_way") == []
    assert need_release([naima], "own_wish") == [NAIMA]
    in_question = Leaving(NAIMA, is_child=True, carers=(ROSE, "another"))
    assert need_release([rose, in_question], "own_way") == [NAIMA]


def test_a_household_of_which_only_children_leave_is_a_child():
    def leaves(**groups: int) -> list[str]:
        return need_release([Leaving("token", groups=groups)], "own_wish")

    assert leaves(girl=2, baby_boy=1) == ["token"]
    assert leaves(not_seen=1, girl=1) == ["token"]
    assert leaves(woman=1, girl=2) == []
    assert leaves(man=1, girl=0) == []


def test_an_ambulance_and_a_death_wait_for_nobody_and_are_told():
    together = [rose, naima, Leaving("token", groups={"woman": 1, "girl": 1})]
    assert need_release(together, "hospital") == need_release(together, "died") == [NAIMA, "token"]


@pytest.fixture
def site():
    return a_site()


def test_whoever_child_protection_is_asked_about_needs_a_release_beside_the_carer_too():
    assert need_release([rose, replace(naima, is_asked=True)], "own_way") == [NAIMA]
    # The age may be in dispute: a card that says adult is a child's.
    assert need_release([replace(rose, is_asked=True)], "own_wish") == [ROSE]


def test_a_child_who_is_a_mother_is_no_adult_for_her_baby():
    mother = replace(rose, is_child=True)
    assert need_release([mother, naima], "own_way") == [ROSE, NAIMA]


@pytest.mark.django_db
def test_it_works(site):
    second = a_worker(site, "Jude")
    said = ChildReleased(to="adult", name="Tante Marie", second_worker=second, identity_seen=True)
    tell(Saying(said, site=site, subject=NAIMA))
    released = Release.objects.get()
    assert (released.subject, released.to, released.name) == (NAIMA, "adult", "Tante Marie")
    assert released.second_worker == second
    assert queries.to_review(site) == []


@pytest.mark.django_db
def test_one_code_on_two_tablets_is_looked_at(site):
    one, other = Tablet(site), Tablet(site, label="Tablet 2")
    one.tell(ChildReleased(to="adult", name="Tante Marie", code_hash="a" * 64, identity_seen=True), NAIMA)
    other.tell(ChildReleased(to="service", name="IBESR", code_hash="a" * 64, identity_seen=True), ROSE)
    assert {waiting.release.device for waiting in queries.to_review(site)} == {one.device, other.device}


@pytest.mark.django_db
def test_a_release_without_a_paper_and_without_a_written_decision_is_looked_at(site):
    tell(Saying(ChildReleased(to="adult", name="Tante Marie"), site=site, subject=NAIMA))
    assert [waiting.why for waiting in queries.to_review(site)] == ["identity"]


def came(site, **said) -> str:
    body = {"name": "Tante Marie", "says_to_be": "relative", "identity": "seen", "outcome": "may_take"} | said
    return tell(Saying(SomebodyCameFor(**body), site=site, subject=NAIMA))[0]


@pytest.mark.django_db
def test_a_child_in_care_let_go_with_nobody_whom_child_protection_wrote_down_is_looked_at(site):
    tell(Saying(AskFirstSaid(is_asked=True), site=site, subject=NAIMA))
    away = came(site, outcome="turned_away")
    for who in (None, away):
        said = ChildReleased(to="adult", name="Tante Marie", identity_seen=True, came_for=who)
        tell(Saying(said, site=site, subject=NAIMA))
    assert [waiting.why for waiting in queries.to_review(site)] == ["authorised", "authorised"]
    tell(Saying(ChildReleased(to="adult", name="Tante Marie", came_for=came(site)), site=site, subject=NAIMA))
    assert len(queries.to_review(site)) == 2


@pytest.mark.django_db
def test_a_written_decision_stands_for_a_paper(site):
    said = {
        "child_knows": True,
        "answers_agree": True,
        "contacts": ["Grandmother", "Pastor"],
        "decision": "They agree.",
    }
    whole, half = came(site, identity="none", **said), came(site, identity="none", **(said | {"contacts": ["Pastor"]}))
    tell(Saying(ChildReleased(to="adult", name="Tante Marie", came_for=whole), site=site, subject=NAIMA))
    assert queries.to_review(site) == []
    tell(Saying(ChildReleased(to="adult", name="Tante Marie", came_for=half), site=site, subject=NAIMA))
    assert [waiting.why for waiting in queries.to_review(site)] == ["identity"]


@pytest.mark.django_db
def test_a_death_waits_to_be_looked_at(site):
    tell(Saying(ChildReleased(to="nobody"), site=site, subject=NAIMA))
    assert [waiting.why for waiting in queries.to_review(site)] == ["nobody"]


@pytest.mark.django_db
def test_erasing_the_child_takes_the_release_and_leaves_the_carer_behind_their_own_wall(site):
    tell(
        Saying(CarerRecorded(carer=ROSE), site=site, subject=NAIMA),
        Saying(ChildReleased(to="adult", name="Tante Marie"), site=site, subject=NAIMA),
    )
    erase(NAIMA, site, ["child"], "retention", [])
    assert not Release.objects.exists()
    assert Carer.objects.get().carer == ROSE
    erase(NAIMA, site, ["reception"], "retention", [])
    assert not Carer.objects.exists()
