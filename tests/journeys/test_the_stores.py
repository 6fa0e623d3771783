"""A truck brings meals, a tablet gives one without a network, and the store is counted by hand."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

SOON_MS = 60_000


def test_what_a_truck_brought_is_given_offline_and_counted_by_hand(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    card = hub.cards[0]
    desk = new_tablet("Tablet 1", "Wilson")
    desk.open_roll(desk.start_without_notice("Flight"), card)
    desk.wait_until_sent()

    table = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    table.sign_in("guerline", hub.passwords["guerline"])
    page = table.page
    meals = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Hot meal"))
    table.go("/office/stock/")
    before = int(meals.locator(".number").first.inner_text())
    page.get_by_role("link", name="Write down a movement").click()
    page.get_by_label("Item").select_option("Hot meal")
    page.get_by_label("How many").fill("50")
    page.get_by_label("Store", exact=True).select_option("Table in the hall")
    page.get_by_label("Number on the paper").fill("WB-119")
    page.get_by_role("button", name="Keep").click()
    expect(meals.locator(".number").first).to_have_text(str(before + 50))

    desk.lies_on_the_tablet()
    hub.server.kill()
    desk.give(card, "Hot meal")
    hub.server.start()
    desk.wait_until_sent()
    table.go("/office/stock/")
    expect(meals.locator(".number").first).to_have_text(str(before + 49))
    expect(meals).to_contain_text("at this rate until")

    page.get_by_role("link", name=re.compile("^Count it Table")).click()
    page.get_by_label("Hot meal", exact=True).fill("40")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text(f"The books say {before + 49}.")).to_be_visible()
    page.get_by_label("Why is that different?").select_option("Damaged")
    page.get_by_role("button", name="Keep").click()
    expect(meals.locator(".number").first).to_have_text("40")
    expect(page.get_by_text(f"the books said {before + 49} · Damaged")).to_be_visible()
    hub.has_everything_once()
