"""A day simulated at the office: in a process beside the server, under way, done; a roster comes out."""

import json
import os
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from akeyi.access.queries import zone_of
from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.journal.tell import Saying, tell
from akeyi.planning import child, runs
from akeyi.testing.cast import a_site, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(tmp_path, settings):
    settings.VAR = tmp_path


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def manager(site):
    return signed_in(site)


def announced(site, people=40):
    """For tomorrow at ten, whatever time it is: everybody has left before the day is over."""
    tomorrow = datetime.now(zone_of(site)) + timedelta(days=1)
    arrival = an_arrival(site, eta_at=tomorrow.replace(hour=10, minute=0).isoformat())
    said = ExpectedTold(claim="expected", said_by="ONM", total=people)
    tell(Saying(said, site=site, subject=arrival, arrivals=[arrival]))


def day_of(client):
    return client.get("/office/plan/").context["day"].isoformat()


PART = {"HX-Request": "true"}


def simulated(client):
    """Asks for the day, and looks until it is done."""
    day = day_of(client)
    assert client.post("/office/plan/simulate", {"day": day}).status_code == 302
    until = time.monotonic() + 120
    while (shown := client.get(f"/office/plan/simulated?day={day}", headers=PART)).context["run"].state == "under_way":
        assert time.monotonic() < until
        # The process has something to do meanwhile; nothing is measured by this.
        os.sched_yield()
    return shown


def test_a_day_without_shifts_gives_the_roster_it_takes(site, manager):
    announced(site)
    assert "Simulate this day" in page(manager, "/office/plan/")
    shown = simulated(manager).content.decode()
    assert "Nobody wrote down who works that day" in shown and "The smallest roster" in shown
    assert "Quick mode" in shown and "Cash" not in shown, "no programme pays"
    in_four_languages(manager, "/office/plan/")


def test_with_shifts_it_says_whether_they_are_enough(site, manager):
    announced(site)
    day = day_of(manager)
    staff = dict.fromkeys(("count", "screen", "register", "health", "protection", "serve", "leave"), 9)
    hours = {"since_at": f"{day}T00:00", "until_at": f"{day}T23:59"}
    manager.post("/office/plan/shifts/new/", hours | {f"at-{name}": n for name, n in staff.items()})
    shown = simulated(manager)
    assert "The staff is enough for full registration." in shown.content.decode()
    assert "on 20 of 20 days" in shown.content.decode()


def test_a_clerk_asks_for_it_and_whoever_reads_no_plan_does_not(site):
    announced(site)
    day = datetime.now(UTC).date().isoformat()
    assert signed_in(site, "clerk").get(f"/office/plan/simulated?day={day}", headers=PART).status_code == 200
    nobody = signed_in(site, "statistics", short_name="Marc")
    assert nobody.get(f"/office/plan/simulated?day={day}", headers=PART).status_code == 403
    assert nobody.post("/office/plan/simulate", {"day": day}).status_code == 403


def test_where_nobody_said_when_or_how_many_it_says_so(site, manager):
    an_arrival(site)
    manager.post("/office/plan/simulate", {"day": day_of(manager)})
    assert "Nobody said when and how many come that day." in page(manager, "/office/plan/")


def test_while_one_is_under_way_it_is_shown_and_no_second_begins(site, manager, monkeypatch):
    announced(site)
    day = day_of(manager)
    # A process that lives, and finds out nothing, until somebody writes to it.
    fifo = settings.VAR / "fifo"
    os.mkfifo(fifo)
    monkeypatch.setattr(runs, "WAITS_S", 0)
    monkeypatch.setattr(runs, "_asked", lambda viewer, plan: {})
    begun = []
    real = runs.subprocess.Popen

    def slow(words, **more):
        begun.append(words)
        return real(["cat", str(fifo)], **more)

    monkeypatch.setattr(runs.subprocess, "Popen", slow)
    for _ in range(2):
        manager.post("/office/plan/simulate", {"day": day})
    text = page(manager, "/office/plan/")
    assert "Under way." in text and "<progress" in text and 'hx-trigger="every 2s"' in text
    assert len(begun) == 1
    fifo.write_text("go")
    # It ended without an answer: that is said too, and it can be asked for again.
    until = time.monotonic() + 60
    while "Under way." in (text := page(manager, "/office/plan/")):
        assert time.monotonic() < until
    assert "It did not come to an end." in text and "Simulate again" in text


def test_the_process_is_told_numbers_and_no_name(site, manager):
    announced(site)
    simulated(manager)
    [file] = (settings.VAR / "plans" / site).glob("*.json")
    assert set(json.loads(file.read_text())) == {"proposal", "by_mode", "rosters"}


def test_the_answer_of_the_process_names_each_mode():
    asked = {"arrivals": [[0, 30, 600]], "staff": {}, "times": {}, "stations": ["count", "register"], "family_of": 3}
    found = child.answer(asked)
    assert found["proposal"] is None and set(found["rosters"]) == {"full", "quick", "household"}
    assert found["rosters"]["quick"]["total"] <= found["rosters"]["full"]["total"]
