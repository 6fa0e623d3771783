"""A protection worker asks a published form with no network; the office reads the answers, and a clerk none of it."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import openpyxl
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


@contextmanager
def at_the_table(browser: Browser, hub: Hub, username: str) -> Iterator[Table]:
    """Somebody signed in at the office, on the page of forms."""
    context = browser.new_context(locale="en-US")
    table = Table(context.new_page(), hub.address).sign_in(username, hub.passwords[username])
    table.go("/office/forms/")
    yield table
    context.close()


def answers_at(table: Table, form: str) -> list[dict[str, str]]:
    """What somebody takes along as CSV."""
    return list(csv.DictReader(io.StringIO(table.take_along(f"CSV {form}").decode("utf-8-sig"))))


def test_offline_with_the_cut_off_that_makes_counts_comparable(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk = new_tablet("Tablet 1", "Roseline")
    page, card = desk.page, hub.cards[0]
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    desk.lies_on_the_tablet()
    desk.station("forms")
    expect(desk.button("Difficulties in everyday life")).to_be_visible(timeout=30_000)
    hub.server.kill()

    begin(desk, "Difficulties in everyday life", card)
    desk.tap(desk.button("Keep"))
    expect(page.get_by_role("alert")).to_contain_text("An answer is missing")
    expect(question(page, "seeing")).to_contain_text("Please answer this question.")
    for domain in ("seeing", "hearing", "remembering", "self-care", "communicating"):
        choose(page, domain, "Yes, some difficulty")
    is_counted = page.get_by_test_id("questions").get_by_text("This person is counted.").locator("visible=true")
    expect(is_counted).to_have_count(0)
    choose(page, "climbing", "Yes, a lot of difficulty")
    expect(is_counted).to_be_visible()
    desk.tap(desk.button("Keep"))
    desk.done(re.compile("^Kept: Difficulties"))
    assert [one for one in said if "Content Security Policy" in one] == []

    hub.server.start()
    desk.wait_until_sent()
    with at_the_table(browser, hub, "roseline") as table:
        [row] = answers_at(table, "Difficulties in everyday life")
    assert (row["walking"], row["seeing"], row["counted"]) == ("a_lot", "some", "yes")
    assert (row["_card"], row["_interpreter"], row["FormVersion"]) == (card, "nobody", "1")


def test_a_private_talk_offline_with_what_is_asked_only_of_some(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk, clerk = new_tablet("Tablet 1", "Roseline"), new_tablet("Tablet 2", "Wilson")
    page, card = desk.page, hub.cards[1]
    desk.station("forms")
    expect(desk.button("Private talk")).to_be_visible(timeout=30_000)
    desk.lies_on_the_tablet()
    hub.server.kill()

    desk.tap(desk.button("Private talk"))
    desk.tap(desk.button("By phone"))
    desk.card(card)
    expect(question(page, "Where do you sleep")).to_be_visible(timeout=20_000)
    number = page.locator("[name='/data/safe_number']")
    expect(number).to_be_hidden()
    sound = question(page, "Where do you sleep").locator("audio.active")
    expect(sound).to_have_attribute("src", "audio/form.private_talk.sleeps_tonight.en.mp3")
    assert sound.evaluate("async sound => (await (await fetch(sound.src)).arrayBuffer()).byteLength") > 1000
    # The person's language is another than the tablet's.
    desk.tap(page.get_by_role("group", name="Language of the questions").get_by_role("button", name="Kreyòl"))
    expect(question(page, "Ki kote w ap dòmi")).to_be_visible()
    choose(page, "Ki kote w ap dòmi", "Mwen pa gen kote")
    choose(page, "Ak ki moun", "Konsèy sou dwa mwen")
    choose(page, "Ak ki moun", "Yon kote pou dòmi")
    expect(number).to_be_visible()
    number.fill("12")
    children = page.locator("[name='/data/children']")
    children.fill("50")
    desk.tap(desk.button("Keep"))
    expect(question(page, "Ki nimewo li san danje")).to_contain_text("Yon nimewo gen omwen 8 chif.")
    expect(page.get_by_test_id("questions")).to_contain_text("Ant 0 ak 20.")

    # Somebody comes between: what was begun waits, and is on the disk of the tablet nowhere.
    number.fill("+509 3700 1122")
    number.blur()
    desk.station("home")
    desk.station("forms")
    desk.tap(desk.button(re.compile("^Private talk · "), exact=False))
    expect(number).to_have_value("+509 3700 1122", timeout=20_000)
    children.fill("2")
    choose(page, "Pou travayè a", "Anvan moun nan kite isit la")
    desk.tap(desk.button("Keep"))
    desk.done(re.compile("^Kept: Private talk"))

    hub.server.start()
    desk.wait_until_sent()
    with at_the_table(browser, hub, "roseline") as table:
        [row] = answers_at(table, "Private talk")
        sheet = openpyxl.load_workbook(io.BytesIO(table.take_along("XLSX Private talk")))["data"]
    assert [[cell or "" for cell in cells] for cells in sheet.iter_rows(values_only=True)] == [
        list(row),
        list(row.values()),
    ]
    chosen = {name: said for name, said in row.items() if name.startswith("services")}
    assert chosen == {"services": "shelter legal"} | {
        f"services/{one}": str(int(one in ("legal", "shelter")))
        for one in ("health", "shelter", "family", "papers", "legal", "someone", "private")
    }
    assert (row["sleeps_tonight"], row["children"], row["when"]) == ("nowhere", "2", "today")
    assert (row["safe_number"], row["_language"], row["_interpreter"]) == ("'+509 3700 1122", "ht", "phone")

    # A clerk sees nothing of it: no form, no answer, no address that leads there.
    clerk.station("forms")
    expect(clerk.button("What you think of us")).to_be_visible(timeout=30_000)
    expect(clerk.page.get_by_text("Private talk")).to_have_count(0)
    with at_the_table(browser, hub, "wilson") as table:
        expect(table.page.get_by_role("link", name="What you think of us")).to_be_visible()
        assert "Private talk" not in table.page.content()
