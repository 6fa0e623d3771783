"""Two flights are announced for tomorrow; the office sees what is missing, prints it, simulates it, gets a roster."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pypdfium2
from playwright.sync_api import Browser, expect

from akeyi.testing.table import Table
from conftest import Hub

SOON_MS = 60_000
# As long as a busy machine takes for what one core does in seconds.
SIMULATED_MS = 300_000
FLIGHTS = (("GXA 3311", 120, "10:05"), ("GXA 3313", 135, "11:40"))


def test_tomorrow_is_prepared_before_anybody_lands(hub: Hub, browser: Browser) -> None:
    table = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    table.sign_in("guerline", hub.passwords["guerline"])
    page = table.page
    tomorrow = datetime.now(ZoneInfo("America/Port-au-Prince")) + timedelta(days=1)
    for label, people, at in FLIGHTS:
        table.announce(label, "Del Rio", people, "Office National de la Migration", f"{tomorrow:%Y-%m-%d}T{at}")

    page.get_by_role("link", name="Plan of a day").first.click()
    expect(page.get_by_text("255 people awaited")).to_be_visible(timeout=SOON_MS)
    gaps = page.locator("#gaps")
    # 350 meals and 260 kits lie there: meals are enough, kits are not.
    expect(gaps).to_contain_text(re.compile("Hygiene kit: 21 more · before .*11:40"))
    expect(gaps).not_to_contain_text("Hot meal")

    page.get_by_role("link", name="Write down a shift").click()
    page.get_by_label("Begins").fill(f"{tomorrow:%Y-%m-%d}T08:00")
    page.get_by_label("Ends").fill(f"{tomorrow:%Y-%m-%d}T16:00")
    for station, workers in (
        ("Counting and cards", 3), ("First look", 5), ("Registering", 4), ("Health", 8), ("Private corner", 9),
        ("Giving", 4), ("Way out", 3),
    ):  # fmt: skip
        page.get_by_label(station, exact=True).fill(str(workers))
    page.get_by_label("Kreyòl", exact=True).fill("20")
    page.get_by_role("button", name="Keep").click()
    expect(gaps).to_contain_text(re.compile(r"Registering: \d+ more workers"), timeout=SOON_MS)

    address = page.get_by_role("link", name="On one page (PDF)").get_attribute("href")
    paper = pypdfium2.PdfDocument(page.request.get(hub.address + str(address)).body())
    text = paper[0].get_textpage().get_text_bounded()
    assert len(paper) == 1 and "255 people awaited" in text and "Hygiene kit: 21 more" in text

    page.get_by_role("button", name="Simulate this day").click()
    simulated = page.locator("#simulated")
    expect(simulated.get_by_role("heading", name="The smallest roster")).to_be_visible(timeout=SIMULATED_MS)
    expect(simulated).to_contain_text("The staff is short: register in quick mode.")
    together = simulated.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Together"))
    full, quick, household = (int(n) for n in together.locator(".number").all_inner_texts())
    assert full > quick > 5 and household > 5
