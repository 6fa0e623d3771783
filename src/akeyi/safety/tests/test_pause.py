"""The hall is paused until somebody who knew of the pause, and may, says that it goes on."""

import pytest

from akeyi.access.held_back import held_back
from akeyi.journal.facts.void import Voided
from akeyi.safety.facts.pause import HallPaused
from akeyi.safety.facts.resume import HallResumed
from akeyi.safety.queries import hall_now
from akeyi.testing.cast import Tablet, a_site, a_worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


def test_a_volunteer_pauses_the_hall_and_every_tablet_hears_it(site):
    tablet = Tablet(site, a_worker(site, roles=("volunteer",)))
    other = Tablet(site, a_worker(site, "Mirlande"), label="Tablet 2")
    pause = tablet.tell(HallPaused(how="pause"), site)
    now = hall_now(site)
    assert (now.is_paused, now.is_evacuating, now.ids) == (True, False, [pause])
    assert [fact["kind"] for fact in other.pull()].count("safety.pause") == 1


def test_a_pause_that_is_taken_back_is_none(site):
    tablet = Tablet(site, a_worker(site))
    pause = tablet.tell(HallPaused(how="pause"), site)
    tablet.tell(Voided(target=pause), site, wall="reception")
    assert not hall_now(site).is_paused


def test_evacuating_is_a_second_action(site):
    tablet = Tablet(site, a_worker(site))
    tablet.tell(HallPaused(how="pause"), site)
    tablet.tell(HallPaused(how="evacuate"), site)
    now = hall_now(site)
    assert (now.is_evacuating, len(now.ids)) == (True, 2)


def test_a_pause_nobody_had_heard_of_stands_after_the_hall_went_on(site):
    manager = Tablet(site, a_worker(site, "Wilson", ("manager",)))
    offline = Tablet(site, a_worker(site), label="Tablet 2")
    offline.keep(HallPaused(how="pause"), site)
    first = manager.tell(HallPaused(how="pause"), site)
    manager.tell(HallResumed(ends=[first]), site)
    assert not hall_now(site).is_paused
    offline.send()
    assert hall_now(site).is_paused


@pytest.mark.parametrize("role", ["clerk", "volunteer", "child_protection"])
def test_who_may_not_say_that_the_hall_goes_on_is_not_obeyed(site, role):
    tablet = Tablet(site, a_worker(site, roles=(role,)))
    pause = tablet.tell(HallPaused(how="pause"), site)
    tablet.tell(HallResumed(ends=[pause]), site)
    assert hall_now(site).is_paused
    assert [one.kinds for one in held_back(site)] == [{"safety.resume": 1}]


@pytest.mark.parametrize("role", ["manager", "safety"])
def test_manager_and_safety_say_that_the_hall_goes_on(site, role):
    tablet = Tablet(site, a_worker(site, roles=(role,)))
    pause = tablet.tell(HallPaused(how="evacuate"), site)
    tablet.tell(HallResumed(ends=[pause]), site)
    assert not hall_now(site).is_paused
