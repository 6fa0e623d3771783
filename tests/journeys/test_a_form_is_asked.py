"""A protection worker asks a published form with no network; the office reads the answers, and a clerk none of it."""

import csv
import io
import re
from collections.abc import Callable

from playwright.sync_api import Browser, Locator, Page, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub


def question(page: Page, words: str) -> Locator:
    """One question of the form that is open."""
    return page.get_by_test_id("questions").locator(".question").filter(has_text=words)


def choose(page: Page, words: str, answer: str) -> None:
    question(page, words).get_by_text(answer, exact=True).locator("visible=true").click()


def begin(desk: Desk, form: str, card: str) -> Page:
    """Opens a form for whoever holds a card."""
    desk.station("forms")
    desk.tap(desk.button(form))
    desk.card(card)
    expect(desk.page.get_by_test_id("questions").locator("form.or")).to_be_visible(timeout=20_000)
    return desk.page


def answers_at(browser: Browser, hub: Hub, username: str, form: str) -> list[dict[str, str]]:
    """What somebody takes along as CSV at the office."""
    context = browser.new_context(locale="en-US")
    table = Table(context.new_page(), hub.address).sign_in(username, hub.passwords[username])
    table.go("/office/forms/")
    with table.page.expect_download() as download:
        table.page.get_by_role("link", name=f"CSV {form}").click()
    text = download.value.path().read_text("utf-8-sig")
    context.close()
    return list(csv.DictReader(io.StringIO(text)))


def test_offline_with_the_cut_off_that_makes_counts_comparable(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk = new_tablet("Tablet 1", "Roseline")
    page, card = desk.page, hub.cards[0]
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    desk.station("forms")
    expect(desk.button("Difficulties in everyday life")).to_be_visible(timeout=30_000)
    hub.server.kill()

    begin(desk, "Difficulties in everyday life", card)
    desk.tap(desk.button("Keep"))
    expect(page.get_by_role("alert")).to_contain_text("An answer is missing")
    expect(question(page, "seeing")).to_contain_text("Please answer this question.")
    for domain in ("seeing", "hearing", "remembering", "self-care", "communicating"):
        choose(page, domain, "Yes, some difficulty")
    choose(page, "climbing", "Yes, a lot of difficulty")
    desk.tap(desk.button("Keep"))
    desk.done(re.compile("^Kept: Difficulties"))
    assert [one for one in said if "Content Security Policy" in one] == []

    hub.server.start()
    desk.wait_until_sent()
    [row] = answers_at(browser, hub, "roseline", "Difficulties in everyday life")
    assert (row["walking"], row["seeing"], row["counted"]) == ("a_lot", "some", "yes")
    assert (row["_card"], row["_interpreter"], row["FormVersion"]) == (card, "nobody", "1")
