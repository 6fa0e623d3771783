"""An officer writes a programme, learns who would get nothing, publishes it; a tablet serves by it with no network."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

SOON_MS = 60_000
NAMES = {"Kreyòl": "Ti gason", "Français": "Garçons", "Español": "Muchachos", "English": "Growing boys"}


def test_an_officer_writes_a_programme_and_a_tablet_serves_by_it_without_a_network(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    woman, boy = hub.cards[:2]
    desk = new_tablet("Tablet 1", "Wilson")
    flight = desk.start_without_notice("Flight")
    desk.open_roll(flight, woman)
    desk.register(woman, "woman", 30, "Dorvil", "Rose")
    desk.register(boy, "boy", 15, "Dorvil", "Wisly")
    desk.wait_until_sent()

    table = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    table.sign_in("guerline", hub.passwords["guerline"])
    page = table.page
    table.go("/office/programmes/new/")
    for label, name in NAMES.items():
        page.get_by_label(label, exact=True).fill(name)
    page.get_by_label("Men and boys", exact=True).check()
    page.get_by_label("From how many years").fill("12")
    page.get_by_label("Up to how many years").fill("16")
    first = page.locator("[name=line0-item]")
    first.select_option("Hygiene kit")
    page.get_by_role("button", name="Look at what it would do").click()
    # A boy of 17 gets nothing, and everybody who got a kit until now would get none.
    expect(
        page.get_by_text(re.compile("No programme gives anything to: men and boys from 17 years on"))
    ).to_be_visible()
    expect(page.get_by_text("Women 1")).to_be_visible()
    page.get_by_role("button", name="Change something").click()
    page.get_by_label("Up to how many years").fill("17")
    expect(first).to_have_value(re.compile("."))
    page.get_by_role("button", name="Look at what it would do").click()
    expect(page.get_by_text("No programme gives anything to: men from 18 years on")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("link", name="Growing boys")).to_be_visible()

    desk.station("serve")
    desk.card(woman)
    expect(desk.page.get_by_text("Growing boys: for men and boys.")).to_be_visible(timeout=SOON_MS)
    desk.lies_on_the_tablet()
    hub.server.kill()
    expect(desk.button("Give: Hygiene kit")).to_have_count(0)
    # What another programme gives to women, and what nobody wrote a programme for.
    expect(desk.page.get_by_text("Women and girls: for each person, once.")).to_be_visible()
    expect(desk.button("Give: Hot meal")).to_be_visible()
    desk.card(boy, "Next card")
    expect(desk.page.get_by_text("Growing boys: for each person, once.")).to_be_visible()
    desk.tap(desk.button("Give: Hygiene kit"))
    desk.done(re.compile("^Given: Hygiene kit"))
    expect(desk.button("Give: Hygiene kit")).to_have_count(0)

    hub.server.start()
    desk.wait_until_sent()
    table.go("/office/items/")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Hygiene kit", exact=True))
    expect(row.locator(".number")).to_have_text("1")
    hub.has_everything_once()
