"""Two cities on one day: 10,000 promised and 5,000 paid, 1,000 paid; the rest is paid on day 7, by its receipt."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Locator, expect

from akeyi.testing.desk import Desk
from akeyi.testing.server import Server
from akeyi.testing.table import Table
from conftest import Hub, enrolled, opened

SOON_MS = 60_000
NAMES = {"Kreyòl": "Premye èd", "Français": "Première aide", "Español": "Primera ayuda", "English": "First help"}


def a_programme(table: Table, amount: str) -> None:
    """An officer writes who gets how much, looks at it, and publishes it."""
    page = table.page
    table.go("/office/programmes/new/")
    for label, name in NAMES.items():
        page.get_by_label(label, exact=True).fill(name)
    page.get_by_label("Amount of cash").fill(amount)
    page.get_by_role("button", name="Look at what it would do").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("link", name="First help")).to_be_visible()


def two_pins(hub: Hub, desk: Desk, what: str, amount: str) -> None:
    desk.type(what, amount)
    second = desk.page.get_by_label("Who is the second worker?", exact=True)
    # The first time on a tablet the hub is asked, and the list says so.
    second.select_option(second.locator("option", has_text=re.compile("^Wilson")).get_attribute("value"))
    desk.type("Their PIN", hub.pins["Wilson"])
    desk.tap(desk.button("That is right"))


def a_float(hub: Hub, desk: Desk, amount: str) -> None:
    desk.station("pay")
    desk.tap(desk.button("My float"))
    desk.tap(desk.button("Open a float"))
    two_pins(hub, desk, "Amount", amount)
    expect(desk.page.get_by_test_id("float")).to_be_visible(timeout=SOON_MS)
    desk.tap(desk.button("Back"))


def promise(desk: Desk, card: str) -> None:
    """What is due becomes a receipt; nobody asked for a name."""
    desk.card(card)
    desk.tap(desk.button(re.compile(r"^Money is due \(HTG\)")))
    desk.tap(desk.button("Make the receipt"))
    expect(desk.button("The money is handed over")).to_be_visible(timeout=SOON_MS)


def is_owed(desk: Desk, *amounts: str) -> Locator:
    """Opens the list and looks at what is owed, amount by amount: none is shown before it is tapped."""
    desk.tap(desk.button(re.compile("still owed$")))
    rows = desk.page.get_by_test_id("owed")
    expect(rows).to_have_count(len(amounts))
    expect(desk.page.get_by_test_id("amount")).to_have_count(0)
    for number, amount in enumerate(amounts):
        desk.tap(rows.nth(number).get_by_role("button", name="Show the amount"))
        expect(rows.nth(number).get_by_test_id("amount")).to_have_text(f"{amount} HTG")
    return rows


def a_city(hub: Hub, browser: Browser, amount: str, float: str) -> tuple[Table, Desk]:
    table = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    table.sign_in("guerline", hub.passwords["guerline"])
    a_programme(table, amount)
    desk = enrolled(browser, hub, "Tablet 1", "Carline")
    desk.open_roll(desk.start_without_notice("Flight"), hub.cards[0])
    desk.register(hub.cards[0], "woman")
    a_float(hub, desk, float)
    return table, desk


def test_what_was_promised_in_one_city_is_paid_on_day_7_and_the_floats_balance(
    hub: Hub, browser: Browser, morning: Path, tmp_path: Path
) -> None:
    card = hub.cards[0]
    port_au_prince, desk = a_city(hub, browser, "10000", "20000")
    promise(desk, card)
    desk.tap(desk.button("A part"))
    desk.type("Paid now, HTG", "5000")
    desk.tap(desk.button("The money is handed over"))
    receipt = desk.page.get_by_test_id("receipt")
    expect(receipt).to_contain_text("Carline")
    code = receipt.get_by_test_id("code").inner_text()
    desk.tap(desk.button("Done"))
    expect(desk.page.get_by_test_id("debt")).to_contain_text("paid in part")
    desk.tap(desk.button("Done"))
    rows = is_owed(desk, "5000.00")
    expect(rows).to_contain_text("0 days")
    desk.tap(desk.button("Back"))
    desk.wait_until_sent()

    other = opened(Server(tmp_path / "cap"), morning)
    with other.server:
        cap_haitien, there = a_city(other, browser, "1000", "3000")
        promise(there, other.cards[0])
        there.tap(there.button("The money is handed over"))
        expect(there.page.get_by_test_id("receipt")).to_contain_text("All of it is paid.")
        there.tap(there.button("Done"))
        there.tap(there.button("Done"))
        is_owed(there)
        there.wait_until_sent()
        cap_haitien.go("/office/floats/")
        row = cap_haitien.page.get_by_role("row").filter(has_text="Carline")
        expect(row).to_contain_text("2000.00")
        expect(cap_haitien.page.get_by_text("Nothing is owed to anybody.")).to_be_visible()

    port_au_prince.go("/office/floats/")
    page = port_au_prince.page
    float = page.get_by_role("row").filter(has_text="Carline")
    expect(float.locator(".number")).to_have_text(["20000.00", "5000.00", "0.00", "15000.00"])
    expect(page.get_by_role("heading", name="Still owed 1")).to_be_visible()
    expect(page.get_by_text("5000.00 HTG")).to_be_visible()

    # Day 7: the tablet asks who is there, and nobody gave a second PIN today.
    desk.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=7))
    desk.page.get_by_label("PIN", exact=True).fill(hub.pins["Carline"], timeout=SOON_MS)
    desk.button("OK").click()
    expect(desk.button(re.compile("Change worker"), exact=False)).to_be_visible(timeout=SOON_MS)
    rows = is_owed(desk, "5000.00")
    expect(rows).to_contain_text("7 days", timeout=SOON_MS)
    desk.tap(desk.button("Back"))
    desk.type("Code of a receipt", code)
    desk.tap(desk.button("Find"))
    expect(desk.page.get_by_test_id("stops")).to_contain_text("You are alone")
    expect(desk.button("The money is handed over")).to_be_disabled()
    # The tablet's journal has a clock that no page can set: by it the second one still stands there.
    desk.page.clock.set_fixed_time(datetime.now(UTC))
    expect(desk.button("The money is handed over")).to_be_enabled(timeout=SOON_MS)
    desk.tap(desk.button("The money is handed over"))
    expect(receipt).to_contain_text("All of it is paid.")
    desk.tap(desk.button("Done"))
    is_owed(desk)
    desk.tap(desk.button("Back"))
    desk.tap(desk.button("My float"))
    desk.tap(desk.button("Close it"))
    two_pins(hub, desk, "How much you counted", "10000")
    expect(desk.page.get_by_test_id("closed-float")).to_contain_text("it balances", timeout=SOON_MS)
    desk.wait_until_sent()
    port_au_prince.go("/office/floats/")
    expect(float).to_contain_text("balances")
    expect(page.get_by_text("Nothing is owed to anybody.")).to_be_visible()
    hub.has_everything_once()
