"""A badge is printed at the office, held before a camera, and opens the tablet with two digits, without a network."""

from collections.abc import Callable
from pathlib import Path

from film import film_of_a_badge
from playwright.sync_api import Browser, expect

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub


def test_a_badge_and_two_digits_open_the_tablet_again(
    hub: Hub, browser: Browser, tablets: Callable[..., TabletBrowser], tmp_path: Path
) -> None:
    office = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    office.sign_in("guerline", hub.passwords["guerline"])
    office.page.goto(f"{hub.address}/office/workers/")
    office.page.get_by_role("link", name="Wilson").click()
    with office.page.expect_download() as printed:
        office.page.get_by_role("button", name="Print a badge").click()
    pdf, film = tmp_path / "badge.pdf", tmp_path / "badge.y4m"
    printed.value.save_as(pdf)
    film_of_a_badge(pdf, film)

    tablet = tablets("Tablet 1", locale="en-US").start(f"--use-file-for-fake-video-capture={film}")
    desk = Desk(tablet.pages[0], hub.address)
    desk.enrol(hub.code_for("Tablet 1"))
    pin = hub.pins["Wilson"]
    desk.sign_in("Wilson", pin)
    desk.wait_until_sent()
    desk.change_worker()
    desk.lies_on_the_tablet()
    hub.server.stop()

    scan = desk.button("Scan a badge with the camera")
    two = desk.page.get_by_label("First two digits of your PIN")
    desk.tap(scan)
    two.fill("xx")
    desk.button("OK").last.click()
    expect(desk.page.get_by_role("alert")).to_contain_text("do not fit")
    two.fill(pin[:2])
    desk.button("OK").last.click()
    expect(desk.button("Change worker", exact=False)).to_be_visible(timeout=30_000)

    desk.page.reload()
    desk.tap(scan)
    expect(desk.page.get_by_label("PIN", exact=True)).to_be_visible(timeout=30_000)
