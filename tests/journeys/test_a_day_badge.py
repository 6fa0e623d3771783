"""A volunteer holds a printed badge before a tablet, works, and is out when the shift ends, without a network."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from film import film_of_a_badge
from playwright.sync_api import Browser, Page, expect

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk, Taken
from akeyi.testing.table import Table
from conftest import Hub

TAPS_AT_MOST, KEYSTROKES_AT_MOST = 9, 12
PIN = "738201"
SHIFT_ENDS_IN_S = 15

# The office says an earlier hour: the shift of this journey takes no hour.
ENDS_SOON = f"""
from datetime import UTC, datetime, timedelta
from akeyi.access.facts.grant import RoleGranted
from akeyi.access.models import Grant
from akeyi.journal.tell import Saying, tell
given = Grant.objects.get(role="volunteer", until_at__gt=datetime.now(UTC))
until = datetime.now(UTC) + timedelta(seconds={SHIFT_ENDS_IN_S})
tell(Saying(RoleGranted(until_at=until), site=given.site, subject=given.subject))
"""


def a_sheet(hub: Hub, page: Page, tmp_path: Path) -> Path:
    """Printed at the office; gives the film of a camera that is held over its first badge."""
    office = Table(page, hub.address).sign_in("guerline", hub.passwords["guerline"])
    office.go("/office/workers/")
    page.get_by_role("link", name="Day badges").click()
    page.get_by_label("How many").fill("2")
    page.get_by_label("Hours of the shift").fill("1")
    with page.expect_download() as printed:
        page.get_by_role("button", name="Print").click()
    pdf, film = tmp_path / "sheet.pdf", tmp_path / "badge.y4m"
    printed.value.save_as(pdf)
    film_of_a_badge(pdf, film)
    return film


def scan(desk: Desk) -> None:
    desk.tap(desk.button("Scan a badge with the camera"))


def types_pin(desk: Desk, label: str) -> None:
    desk.page.get_by_label(label, exact=True).fill(PIN)
    desk.taken.keystrokes += len(PIN)
    desk.tap(desk.button("OK").last)


def test_a_volunteer_works_by_a_day_badge_for_one_shift(
    hub: Hub,
    browser: Browser,
    tablets: Callable[..., TabletBrowser],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    film = a_sheet(hub, browser.new_context(locale="en-US").new_page(), tmp_path)
    camera = f"--use-file-for-fake-video-capture={film}"
    desk = Desk(tablets("Tablet 1", locale="en-US").start(camera).pages[0], hub.address)
    page = desk.page
    desk.enrol(hub.code_for("Tablet 1"))
    desk.sign_in("Wilson", hub.pins["Wilson"])
    flight = desk.start_without_notice("Flight")
    desk.open_roll(flight, hub.cards[0])
    desk.register(hub.cards[0], "woman", 31, "Zabelle", "Rose-Laure")
    desk.register(hub.cards[1], "girl", 8, "Zabelle", "Naïka")
    desk.change_worker()

    # From the badge to the first counting tap.
    desk.taken = Taken()
    scan(desk)
    desk.tap(desk.button("English"))
    types_pin(desk, "Choose a PIN of six digits")
    types_pin(desk, "The same PIN again")
    desk.tap(page.get_by_role("button", name="Count"))
    desk.tap(page.get_by_test_id("tap-woman"))
    expect(page.get_by_test_id("sum-woman")).to_have_text("1", timeout=30_000)
    taken = desk.taken
    with capsys.disabled():
        print(f"\nbadge to first counting tap: {taken.taps} taps, {taken.keystrokes} keystrokes", end="")
    assert taken.taps <= TAPS_AT_MOST and taken.keystrokes <= KEYSTROKES_AT_MOST
    expect(desk.button(re.compile("Change worker"), exact=False)).to_contain_text("Volunteer 1")

    # What is theirs, and what is not.
    desk.give(hub.cards[0], "Water")
    for other in ("arrivals", "register", "households", "cards", "forms", "board"):
        desk.station(other)
        expect(page.get_by_role("heading", name="Where do you work?")).to_be_visible()
    for own in ("welcome", "count", "serve", "leave"):
        desk.station(own)
        expect(page.locator(f"[data-station={own}]")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_have_count(0)
        assert "Zabelle" not in page.content()
    desk.card(hub.cards[1])
    expect(page.get_by_text("A child leaves: ask a colleague")).to_be_visible()
    desk.button("Back").click()
    desk.leave(hub.cards[0])
    desk.wait_until_sent()
    board = hub.board()[flight]
    assert (board["counted"], board["registered"], board["served"], board["left"]) == (1, 2, 1, 1)
    desk.change_worker()

    # The same badge at another tablet is the same volunteer; there the shift ends while no hub is near.
    other = Desk(tablets("Tablet 2", locale="en-US").start(camera).pages[0], hub.address)
    other.enrol(hub.code_for("Tablet 2"))
    hub.server.akeyi("shell", "-c", ENDS_SOON)
    scan(other)
    expect(other.page.get_by_role("heading", name="Volunteer 1")).to_be_visible(timeout=30_000)
    types_pin(other, "PIN")
    expect(other.button("Change worker", exact=False)).to_be_visible(timeout=30_000)
    hub.server.stop()
    expect(other.page.get_by_role("heading", name="Who works here now?")).to_be_visible(timeout=60_000)
    other.page.get_by_role("button", name=re.compile("^Volunteer 1")).click()
    types_pin(other, "PIN")
    expect(other.page.get_by_role("alert")).to_contain_text("This shift is over.", timeout=30_000)

    # With the hub near the badge itself is dead, and so is what the first tablet still held.
    hub.server.start()
    desk.page.reload()
    # The list is there before it is looked at for who is on it no longer.
    expect(page.get_by_role("button", name=re.compile("^Wilson"))).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name=re.compile("^Volunteer 1"))).to_have_count(0, timeout=60_000)
    scan(desk)
    expect(page.get_by_role("alert")).to_contain_text("This shift is over.", timeout=30_000)
