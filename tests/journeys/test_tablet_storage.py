"""A tablet whose browser is killed, filled or opened twice keeps everything it acknowledged."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright
from stub_hub import PIN, WORKER, StubHub
from tablet_log import facts_the_hub_can_open, log_of

from akeyi.testing.browser import TabletBrowser

PROJECT = Path(__file__).resolve().parents[2]
# The key of a tablet lies in IndexedDB, which Chromium is moving from one store to another: tablets have either.
KEY_STORES = {"leveldb": [], "sqlite": ["--enable-features=IdbSqliteBackingStore"]}
KILLS = int(os.environ.get("AKEYI_KILLS", "5"))


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("storage page")
    vite = PROJECT / "desk" / "node_modules" / "vite" / "bin" / "vite.js"
    source = Path(__file__).parent / "storage_page"
    subprocess.run(
        ["node", vite, "build", source, "--config", source / "vite.config.mjs", "--outDir", built, "--emptyOutDir"],
        check=True,
        capture_output=True,
        cwd=PROJECT / "desk",
    )
    return built


@pytest.fixture
def hub(pages: Path) -> Iterator[StubHub]:
    hub = StubHub(pages)
    yield hub
    hub.stop()


@pytest.fixture
def tablet(playwright: Playwright, tmp_path: Path) -> Iterator[TabletBrowser]:
    tablet = TabletBrowser(playwright, tmp_path / "tablet")
    yield tablet
    tablet.close()


def started(tablet: TabletBrowser, hub: StubHub, *more_arguments: str) -> Page:
    """The tablet with its journal open and a worker signed in."""
    page = tablet.start(*more_arguments).pages[0]
    open_journal(page, hub)
    return page


def open_journal(page: Page, hub: StubHub) -> None:
    page.goto(hub.address)
    page.evaluate("journal.start()")
    if page.evaluate("journal.state.phase") == "unenrolled":
        page.evaluate("journal.enrol('CODE')")
    page.evaluate("([worker, pin]) => journal.signIn(worker, pin)", [WORKER, PIN])


def told_on(page: Page) -> tuple[list[str], list[str]]:
    return page.evaluate("doors()"), page.evaluate("names()")


@pytest.mark.parametrize("store", KEY_STORES)
def test_a_killed_tablet_has_everything_it_acknowledged_and_every_tap_whole(
    tablet: TabletBrowser, hub: StubHub, store: str
) -> None:
    draw = random.Random(7)
    for run in range(KILLS):
        page = started(tablet, hub, *KEY_STORES[store])
        if run % 2:
            # Half of the kills hit a tablet that is also fetching thousands of facts.
            hub.tell(5000, f"elsewhere {run}")
        enough = len(hub.acknowledged) + draw.randrange(1, 200)
        page.evaluate("run => void tapUntilKilled(run)", f"tap {run}")
        hub.wait_until_acknowledged(enough)
        assert tablet.kill()

    hub.is_silent = True
    page = started(tablet, hub, *KEY_STORES[store])
    doors, names = told_on(page)
    own_doors = [door for door in doors if door.startswith("tap ")]
    assert {said["tapped"] for said in hub.acknowledged} <= set(own_doors)
    assert sorted(own_doors) == sorted(names)
    assert len(set(own_doors)) == len(own_doors)

    hub.is_silent = False
    page.evaluate("journal.syncNow()")
    tablet.close()
    own = [fact for fact in hub.facts.values() if not fact["body"].count("elsewhere")]
    assert sorted(fact["n"] for fact in own) == list(range(1, 2 * len(own_doors) + 1))


def test_no_file_of_the_tablet_holds_a_word_of_what_was_told(tablet: TabletBrowser, hub: StubHub) -> None:
    page = started(tablet, hub)
    hub.is_silent = True
    page.evaluate("tap('Marie-Ange Toussaint')")
    hub.tell(1, "Door of Saint-Louis")
    hub.is_silent = False
    page.evaluate("void journal.syncNow()")
    # A try that began while the hub was silent may end first; the next one follows by itself.
    page.wait_for_function("doors().includes('Door of Saint-Louis')")
    tablet.close()
    for marker in ("Marie-Ange Toussaint", "Saint-Louis", PIN, hub.walls["reception"][1][:40]):
        for form in (marker.encode(), marker.encode("utf-16-le")):
            holding = [file for file in tablet.profile.rglob("*") if file.is_file() and form in file.read_bytes()]
            assert holding == []


@pytest.mark.parametrize("store", KEY_STORES)
def test_a_copy_of_the_profile_opens_nothing_with_every_key_in_it_and_wrong_pins(
    playwright: Playwright, tablet: TabletBrowser, hub: StubHub, tmp_path: Path, store: str
) -> None:
    page = started(tablet, hub, *KEY_STORES[store])
    page.evaluate("tap('Zabelle Told')")
    hub.tell(1, "Door Elsewhere")
    page.evaluate("void journal.syncNow()")
    page.wait_for_function("journal.state.unsent === 0 && doors().includes('Door Elsewhere')")
    hub.is_silent = True
    page.evaluate("tap('Zabelle Waits')")
    # The thief takes it out of the worker's hands.
    assert tablet.kill()

    copy = TabletBrowser(playwright, tmp_path / "copy")
    shutil.copytree(tablet.profile, copy.profile)
    stolen = copy.start(*KEY_STORES[store]).pages[0]
    stolen.goto(hub.address)
    guessed = stolen.evaluate("pins => steal(pins)", [f"{pin:06}" for pin in range(0, 1_000_000, 20_011)])
    opened = stolen.evaluate("pins => steal(pins)", [PIN])
    copy.close()

    said = ("Zabelle Told", "Zabelle Waits", "Door Elsewhere")
    # The tablet's own key was found, and opens what is the tablet's own: its name and the name of its site.
    assert "Tablet 7" in guessed and "Port-au-Prince" in guessed
    assert [word for word in (*said, hub.walls["reception"][1]) if word in guessed] == []
    assert [word for word in said if word in opened] == list(said)


def test_two_tablets_show_each_other_s_taps_once(browser: Browser, hub: StubHub) -> None:
    first, second = (browser.new_context().new_page() for _ in range(2))
    for page in (first, second):
        open_journal(page, hub)
    first.evaluate("tap('first')")
    second.evaluate("tap('second')")
    for page in (first, second, first):
        page.evaluate("journal.syncNow()")
    for page in (first, second):
        doors, names = told_on(page)
        assert sorted(doors) == sorted(names) == ["first", "second"]
        assert page.evaluate("journal.state.unsent") == 0


def test_a_second_tab_waits_and_takes_over_when_the_first_closes(browser: Browser, hub: StubHub) -> None:
    context = browser.new_context()
    first, second = context.new_page(), context.new_page()
    open_journal(first, hub)
    first.evaluate("tap('in the first tab')")
    second.goto(hub.address)
    second.evaluate("void journal.start()")
    second.wait_for_function("journal.state.phase === 'elsewhere'")
    first.close()
    second.wait_for_function("journal.state.phase === 'locked'")
    second.evaluate("([worker, pin]) => journal.signIn(worker, pin)", [WORKER, PIN])
    assert second.evaluate("doors()") == ["in the first tab"]


def test_a_full_tablet_refuses_the_tap_and_keeps_what_it_acknowledged(tablet: TabletBrowser, hub: StubHub) -> None:
    page = started(tablet, hub)
    hub.is_silent = True
    limits = page.context.new_cdp_session(page)
    limits.send("Storage.overrideQuotaForOrigin", {"origin": hub.address.rstrip("/"), "quotaSize": 3_000_000})
    refused: dict[str, Any] = page.evaluate("tapUntilRefused('full')")
    assert refused["number"] == 701
    assert page.evaluate("doors()") == refused["tapped"]
    limits.send("Storage.overrideQuotaForOrigin", {"origin": hub.address.rstrip("/")})
    page.evaluate("tap('room again')")
    assert tablet.kill()

    page = started(tablet, hub)
    doors, names = told_on(page)
    assert sorted(doors) == sorted(names) == sorted([*refused["tapped"], "room again"])
    tablet.close()


def test_the_hub_opens_what_was_never_sent_when_nobody_s_ring_is_left(tablet: TabletBrowser, hub: StubHub) -> None:
    page = started(tablet, hub)
    hub.is_silent = True
    page.evaluate("tap('never sent')")
    page.evaluate("journal.changeWorker()")
    tablet.close()
    facts = facts_the_hub_can_open(log_of(tablet.profile), hub.hub_key[1])
    assert [(fact["kind"], fact["n"]) for fact in facts] == [("arrivals.tally", 1), ("people.reception", 2)]
    assert "never sent" in facts[0]["body"]


def test_a_copy_of_the_profile_without_a_pin_opens_nothing_that_was_told(
    playwright: Playwright, tablet: TabletBrowser, hub: StubHub, tmp_path: Path
) -> None:
    page = started(tablet, hub)
    page.evaluate("tap('sent: Marie-Ange')")
    page.wait_for_function("journal.state.unsent === 0")
    hub.is_silent = True
    page.evaluate("tap('unsent: Toussaint')")
    page.evaluate("tapBehind('protection', 'unsent: afraid of the street')")
    page.evaluate("journal.changeWorker()")
    page.evaluate("tap('told while locked: Rosemond')")
    tablet.close()

    copied = tmp_path / "copied"
    shutil.copytree(tablet.profile, copied)
    thief = TabletBrowser(playwright, copied)
    page = thief.start().pages[0]
    page.goto(hub.address)
    opened: list[tuple[str, str]] = page.evaluate("openedByDeviceKey()")
    thief.close()
    # The key in the profile is the right one, and opens what the tablet has to know before anybody is signed in.
    assert {where for where, _ in opened} == {"device", "log, type 4"}
    assert "Tablet 7" in dict(opened)["device"]
    for where, said in opened:
        for word in ("Marie-Ange", "Toussaint", "afraid", "Rosemond", "family_name", "arrivals.tally", "body"):
            assert word not in said, where

    facts = facts_the_hub_can_open(log_of(copied), hub.hub_key[1])
    assert sorted(fact["n"] for fact in facts) == [1, 2, 3, 4, 5, 6, 7]
    said = "".join(fact["body"] for fact in facts)
    assert all(word in said for word in ("Marie-Ange", "Toussaint", "afraid of the street", "Rosemond"))

    hub.is_silent = False
    page = tablet.start().pages[0]
    page.goto(hub.address)
    page.evaluate("journal.start()")
    page.wait_for_function("journal.state.unsent === 0")
    assert page.evaluate("journal.state.phase") == "locked"
    tablet.close()
    assert sorted(fact["n"] for fact in hub.facts.values()) == [1, 2, 3, 4, 5, 6, 7]


def test_what_a_worker_did_is_hidden_from_the_next_and_still_sent(browser: Browser, hub: StubHub) -> None:
    page = browser.new_page()
    open_journal(page, hub)
    hub.is_silent = True
    page.evaluate("tap('before the change')")
    assert page.evaluate("journal.state.unsent") == 2
    page.evaluate("journal.changeWorker()")
    assert told_on(page) == ([], [])
    hub.is_silent = False
    page.evaluate("journal.syncNow()")
    page.wait_for_function("journal.state.unsent === 0")
    assert len(hub.facts) == 2
    page.evaluate("([worker, pin]) => journal.signIn(worker, pin)", [WORKER, PIN])
    assert told_on(page) == (["before the change"], ["before the change"])


def test_a_name_told_again_replaces_the_first_and_a_count_is_taken_back(browser: Browser, hub: StubHub) -> None:
    page = browser.new_page()
    open_journal(page, hub)
    tally, person = page.evaluate("tap('Rose')")
    page.evaluate("subject => journal.tell([{kind: 'people.reception', subject, body: {family_name: 'Roz'}}])", person)
    page.evaluate("id => journal.takeBack([id])", tally)
    assert told_on(page) == ([], ["Roz"])
    assert page.evaluate("id => journal.records('people.reception').get(id).answers", person) == {}
