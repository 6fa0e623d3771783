"""The demo day as a newcomer finds it; the pictures of the README are taken here (`make pictures` keeps them)."""

import os
import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from akeyi.testing.browser import TABLET
from akeyi.testing.desk import Desk, printed_cards
from akeyi.testing.server import Server
from akeyi.testing.table import Table


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = Path(os.environ.get("AKEYI_PICTURES") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_a_newcomer_sees_the_day_of_19_september_2021(server: Server, browser: Browser, pictures: Path) -> None:
    said = server.akeyi("demo", "--no-serve")
    passwords = dict(re.findall(r"^ +(\S+) +password (\S+)", said, re.M))
    pins = dict(re.findall(r"^ +(\S+) +PIN (\d+)", said, re.M))
    server.start()

    page = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 800}).new_page()
    page.goto(server.address)
    take(page, pictures / "first-page.png")
    office = Table(page, server.address).sign_in("guerline", passwords["guerline"])
    for label, expected, counted in (("GXA 3301", "99", "99"), ("GXA 3303", "102", "101"), ("GXA 3305", "126", "–")):
        row = page.get_by_role("row", name=re.compile(label))
        expect(row).to_contain_text(expected)
        expect(row).to_contain_text(counted)
    take(page, pictures / "board.png")
    office.arrival("GXA 3301")
    take(page, pictures / "arrival.png")

    tablet = browser.new_context(locale="en-US", **(TABLET | {"viewport": {"width": 800, "height": 1280}}))
    desk = Desk(tablet.new_page(), server.address)
    desk.enrol(server.akeyi("tablet", "--label", "Tablet 9").split()[-1])
    desk.sign_in("Nadia", pins["Nadia"])
    desk.wait_for_arrival("GXA 3303")
    desk.work_on_alone("GXA 3303")
    desk.station("count")
    expect(desk.page.get_by_test_id("counted")).to_have_text("101")
    take(desk.page, pictures / "count.png")

    # A card of the flight's roll that nobody has yet; the list helps while a name is typed.
    desk.station("register")
    desk.card(free_card(server), "Card of the person")
    desk.tap(desk.page.get_by_role("group", name="Who is it?").get_by_role("button", name="Woman", exact=True))
    desk.type("Family name", "Jean")
    expect(desk.page.get_by_text("On the list")).to_be_visible()
    take(desk.page, pictures / "register.png")
    desk.tap(desk.button("Register"))
    desk.wait_until_sent()
    desk.station("serve")
    desk.card(free_card(server))
    expect(desk.button(re.compile("^Give: "), exact=False).first).to_be_visible()
    expect(desk.button(re.compile("^Undo"), exact=False)).to_be_hidden(timeout=30_000)
    take(desk.page, pictures / "serve.png")
    desk.station("board")
    expect(desk.column("GXA 3301", "left")).to_have_text("87")
    take(desk.page, pictures / "desk-board.png")

    # Two flights of tomorrow: what they need, and what is missing.
    tomorrow = datetime.now(ZoneInfo("America/Port-au-Prince")) + timedelta(days=1)
    for label, people, at in (("GXA 3311", 120, "10:05"), ("GXA 3313", 135, "11:40")):
        office.announce(label, "Del Rio", people, "Office National de la Migration", f"{tomorrow:%Y-%m-%d}T{at}")
    office.go("/office/plan/")
    expect(page.get_by_text("255 people awaited")).to_be_visible()
    take(page, pictures / "plan.png")


def take(page: Page, file: Path) -> None:
    # Fonts first: a picture with other letters is another picture.
    page.evaluate("document.fonts.ready")
    page.screenshot(path=file)
    assert file.stat().st_size > 10_000


def free_card(server: Server) -> str:
    """The last card of the second flight's last roll: the demo has not handed it out."""
    return printed_cards(server.var / "demo" / "cards.pdf")[249]
