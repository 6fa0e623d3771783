"""The office's board stays open all day: its numbers change in place, and it says when they no longer do."""

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub


def test_a_number_changes_in_place_and_a_board_that_is_not_renewed_says_so(
    hub: Hub, new_tablet: Callable[[str, str], Desk], browser: Browser
) -> None:
    desk = new_tablet("Tablet 1", "Wilson")
    flight = desk.start_without_notice("Flight")
    desk.wait_until_sent()
    office = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    office.sign_in("guerline", hub.passwords["guerline"])
    page = office.page
    row = page.get_by_role("row", name=flight)
    counted = row.locator("[id^='counted-']")
    expect(counted).to_have_text("0")
    same_place, loads = counted.element_handle(), []
    page.on("load", lambda _: loads.append("again"))

    desk.count("woman", 3)
    expect(counted).to_have_text("3", timeout=30_000)
    assert loads == []
    assert same_place.evaluate("place => place.isConnected && place.innerText") == "3"
    old = page.get_by_role("alert").filter(has_text="These numbers are not being renewed")
    expect(old).to_be_hidden()

    desk.lies_on_the_tablet()
    hub.server.kill()
    expect(old).to_be_visible(timeout=30_000)
    expect(counted).to_have_text("3")
    desk.count("woman", 2)
    hub.server.start()
    expect(counted).to_have_text("5", timeout=60_000)
    expect(old).to_be_hidden()
    assert loads == []
