"""A tablet whose browser is killed, filled or opened twice keeps everything it acknowledged."""

import contextlib
import os
import random
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Playwright, sync_playwright
from stub_hub import PIN, WORKER, StubHub
from tablet_log import facts_the_hub_can_open, log_of

PROJECT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("AKEYI_CHROMIUM", "/usr/bin/chromium")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
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
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


def start_tablet(playwright: Playwright, profile: Path, store: str = "leveldb") -> BrowserContext:
    return playwright.chromium.launch_persistent_context(
        str(profile), executable_path=CHROMIUM, headless=True, args=ARGS + KEY_STORES[store]
    )


def open_journal(page: Page, hub: StubHub) -> None:
    page.goto(hub.address)
    page.evaluate("journal.start()")
    if page.evaluate("journal.state.phase") == "unenrolled":
        page.evaluate("journal.enrol('CODE')")
    page.evaluate("([worker, pin]) => journal.signIn(worker, pin)", [WORKER, PIN])


def processes_of(profile: Path) -> set[int]:
    """Chromium's processes that work on this profile, and all they started."""
    parents: dict[int, int] = {}
    found: set[int] = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            command = (entry / "cmdline").read_bytes().decode(errors="replace").split("\0")
            parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if f"--user-data-dir={profile}" in command:
            found.add(int(entry.name))
    while True:
        children = {pid for pid, parent in parents.items() if parent in found} - found
        if not children:
            return found
        found |= children


def kill(context: BrowserContext, profile: Path) -> None:
    for pid in processes_of(profile):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    with contextlib.suppress(Error):  # There is nobody left to say goodbye to.
        context.close()
    (profile / "SingletonLock").unlink(missing_ok=True)


def told_on(page: Page) -> tuple[list[str], list[str]]:
    return page.evaluate("doors()"), page.evaluate("names()")


@pytest.mark.parametrize("store", KEY_STORES)
def test_a_killed_tablet_has_everything_it_acknowledged_and_every_tap_whole(
    playwright: Playwright, hub: StubHub, tmp_path: Path, store: str
) -> None:
    profile = tmp_path / "tablet"
    draw = random.Random(7)
    for run in range(KILLS):
        context = start_tablet(playwright, profile, store)
        page = context.pages[0]
        open_journal(page, hub)
        if run % 2:
            # Half of the kills hit a tablet that is also fetching thousands of facts.
            hub.tell(5000, f"elsewhere {run}")
        enough = len(hub.acknowledged) + draw.randrange(1, 200)
        page.evaluate("run => void tapUntilKilled(run)", f"tap {run}")
        hub.wait_until_acknowledged(enough)
        kill(context, profile)

    hub.is_silent = True
    context = start_tablet(playwright, profile, store)
    page = context.pages[0]
    open_journal(page, hub)
    doors, names = told_on(page)
    own_doors = [door for door in doors if door.startswith("tap ")]
    assert {said["tapped"] for said in hub.acknowledged} <= set(own_doors)
    assert sorted(own_doors) == sorted(names)
    assert len(set(own_doors)) == len(own_doors)

    hub.is_silent = False
    page.evaluate("journal.syncNow()")
    context.close()
    own = [fact for fact in hub.facts.values() if not fact["body"].count("elsewhere")]
    assert sorted(fact["n"] for fact in own) == list(range(1, 2 * len(own_doors) + 1))


def test_no_file_of_the_tablet_holds_a_word_of_what_was_told(
    playwright: Playwright, hub: StubHub, tmp_path: Path
) -> None:
    profile = tmp_path / "tablet"
    context = start_tablet(playwright, profile)
    page = context.pages[0]
    open_journal(page, hub)
    hub.is_silent = True
    page.evaluate("tap('Marie-Ange Toussaint')")
    hub.tell(1, "Door of Saint-Louis")
    hub.is_silent = False
    page.evaluate("journal.syncNow()")
    assert "Door of Saint-Louis" in page.evaluate("doors()")
    context.close()
    for marker in ("Marie-Ange Toussaint", "Saint-Louis", PIN, hub.walls["reception"][1][:40]):
        for form in (marker.encode(), marker.encode("utf-16-le")):
            holding = [file for file in profile.rglob("*") if file.is_file() and form in file.read_bytes()]
            assert holding == []


def test_two_tablets_show_each_other_s_taps_once(playwright: Playwright, hub: StubHub) -> None:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGS)
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
    browser.close()


def test_a_second_tab_waits_and_takes_over_when_the_first_closes(playwright: Playwright, hub: StubHub) -> None:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGS)
    tablet = browser.new_context()
    first, second = tablet.new_page(), tablet.new_page()
    open_journal(first, hub)
    first.evaluate("tap('in the first tab')")
    second.goto(hub.address)
    second.evaluate("void journal.start()")
    second.wait_for_function("journal.state.phase === 'elsewhere'")
    first.close()
    second.wait_for_function("journal.state.phase === 'locked'")
    second.evaluate("([worker, pin]) => journal.signIn(worker, pin)", [WORKER, PIN])
    assert second.evaluate("doors()") == ["in the first tab"]
    browser.close()


def test_a_full_tablet_refuses_the_tap_and_keeps_what_it_acknowledged(
    playwright: Playwright, hub: StubHub, tmp_path: Path
) -> None:
    profile = tmp_path / "tablet"
    context = start_tablet(playwright, profile)
    page = context.pages[0]
    open_journal(page, hub)
    hub.is_silent = True
    limits = context.new_cdp_session(page)
    limits.send("Storage.overrideQuotaForOrigin", {"origin": hub.address.rstrip("/"), "quotaSize": 3_000_000})
    refused: dict[str, Any] = page.evaluate("tapUntilRefused('full')")
    assert refused["number"] == 701
    assert page.evaluate("doors()") == refused["tapped"]
    limits.send("Storage.overrideQuotaForOrigin", {"origin": hub.address.rstrip("/")})
    page.evaluate("tap('room again')")
    kill(context, profile)

    context = start_tablet(playwright, profile)
    page = context.pages[0]
    open_journal(page, hub)
    doors, names = told_on(page)
    assert sorted(doors) == sorted(names) == sorted([*refused["tapped"], "room again"])
    context.close()


def test_the_hub_opens_what_was_never_sent_when_nobody_s_ring_is_left(
    playwright: Playwright, hub: StubHub, tmp_path: Path
) -> None:
    profile = tmp_path / "tablet"
    context = start_tablet(playwright, profile)
    page = context.pages[0]
    open_journal(page, hub)
    hub.is_silent = True
    page.evaluate("tap('never sent')")
    page.evaluate("journal.changeWorker()")
    context.close()
    facts = facts_the_hub_can_open(log_of(profile), hub.hub_key[1])
    assert [(fact["kind"], fact["n"]) for fact in facts] == [("arrivals.tally", 1), ("people.reception", 2)]
    assert "never sent" in facts[0]["body"]
