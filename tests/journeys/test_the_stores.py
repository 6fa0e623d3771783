"""A truck brings meals, a tablet gives without a network and out of another store; a store is counted by hand."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

SOON_MS = 60_000


def in_store(row: str, store: str) -> str:
    """How many the row of an item says lie in a store; 0 where it names none."""
    found = re.search(rf"{store} (\d+)", row)
    return found[1] if found else "0"


def test_what_a_truck_brought_is_given_offline_and_counted_by_hand(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    card, another = hub.cards[:2]
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

    on_the_table = int(in_store(meals.inner_text(), "Table in the hall"))
    in_container = int(in_store(meals.inner_text(), "Container 2"))

    # The tablet says how many are left where it gives, also while it is alone.
    desk.lies_on_the_tablet()
    desk.station("serve")
    desk.tap(desk.button("One item in a run"))
    enough = f"Enough for {on_the_table} more people."
    expect(desk.button("Hot meal")).to_contain_text(enough, timeout=SOON_MS)
    hub.server.kill()
    desk.tap(desk.button("Hot meal"))
    desk.card(card, "Next card")
    expect(desk.page.get_by_test_id("run-given")).to_have_text("1")
    expect(desk.page.get_by_test_id("enough")).to_have_text(f"Enough for {on_the_table - 1} more people.")
    desk.tap(desk.button("End the run"))
    hub.server.start()
    desk.wait_until_sent()
    table.go("/office/stock/")
    expect(meals.locator(".number").first).to_have_text(str(before + 49))
    expect(meals).to_contain_text("at this rate until")

    # Said once for the shift: this tablet gives out of the container.
    desk.tap(desk.button("Out of: Table in the hall"))
    desk.tap(desk.button("Container 2"))
    desk.give(another, "A call")
    meal = desk.button(re.compile("^Give: Hot meal"), exact=False)
    expect(meal).to_contain_text("By the books none is left.")
    desk.tap(meal)
    desk.done(re.compile("^Given: Hot meal"))
    desk.wait_until_sent()
    table.go("/office/stock/")
    expect(meals).to_contain_text(f"Container 2 {in_container - 1}")
    expect(meals).to_contain_text(f"Table in the hall {on_the_table - 1}")
    expect(page.get_by_role("rowheader", name="A call")).to_have_count(0)

    page.get_by_role("link", name=re.compile("^Count it Table")).click()
    page.get_by_label("Hot meal", exact=True).fill("40")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text(f"The books say {on_the_table - 1}.")).to_be_visible()
    page.get_by_label("Why is that different?").select_option("Damaged")
    page.get_by_role("button", name="Keep").click()
    expect(meals.locator(".number").first).to_have_text(str(40 + in_container - 1))
    expect(page.get_by_text(f"the books said {on_the_table - 1} · Damaged")).to_be_visible()
    hub.has_everything_once()
