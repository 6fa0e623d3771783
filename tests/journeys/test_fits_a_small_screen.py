"""A phone in one hand: every word of the desk fits, and every button is large enough for a thumb, in four languages."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from akeyi.testing.desk import Desk
from conftest import Hub

STATIONS = (
    "", "arrivals", "welcome", "count", "register", "serve", "screen", "children", "forms", "leave", "trips",
    "households", "cards", "board", "safety", "property", "sealed",
)  # fmt: skip
SIZES = ((412, 800), (320, 640))
THUMB = 56
CHANGE_WORKER = {"HT": "Chanje ajan", "FR": "Changer d'agent", "ES": "Cambiar de agente", "EN": "Change worker"}

OUTSIDE = """() => [...document.querySelectorAll("#desk *")].filter(e => {
  const box = e.getBoundingClientRect();
  const isForListening = getComputedStyle(e).clipPath !== "none";
  return box.width > 0 && !isForListening && (box.right > innerWidth + 1 || box.left < -1);
}).map(e => e.textContent.trim())"""
# A choice of a form is tapped by its words.
TOO_SMALL = """thumb => [...document.querySelectorAll("button, input, select, summary")].filter(e => {
  const box = (e.matches("[type=radio], [type=checkbox]") && e.closest("label") || e).getBoundingClientRect();
  return box.width > 0 && (box.width < thumb - 0.5 || box.height < thumb - 0.5);
}).map(e => e.getAttribute("aria-label") ?? e.textContent.trim())"""


def test_words_and_buttons_fit(new_tablet: Callable[[str, str], Desk]) -> None:
    # Whoever looks after children works at every station.
    desk = new_tablet("Tablet 1", "Évens")
    desk.start_without_notice("Flight")
    page = desk.page
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for language, change_worker in CHANGE_WORKER.items():
            desk.button(re.compile(f"^{language}"), exact=False).click()
            expect(page.get_by_text(change_worker)).to_be_visible()
            for station in STATIONS:
                desk.station(station)
                page.locator(f"[data-station={station or 'home'}]").wait_for()
                assert fits(page), f"{station} in {language}"


def test_what_is_known_of_a_child_and_where_they_are_sent_fits(
    hub: Hub, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk = new_tablet("Tablet 1", "Évens")
    desk.start_without_notice("Flight")
    page, card = desk.page, hub.cards[0]
    desk.station("register")
    desk.card(card, "Card of the person")
    desk.tap(desk.button("Girl"))
    desk.type("Given name", "Naïma")
    desk.tap(desk.button("Alone: I stay with them"))
    desk.tap(desk.button("Register"))

    def fits_everywhere(where: str) -> None:
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            for language in CHANGE_WORKER:
                desk.button(re.compile(f"^{language}"), exact=False).click()
                expect(page.locator("html")).to_have_attribute("lang", language.lower())
                assert fits(page), f"{where} in {language}"

    desk.station("children")
    expect(desk.button(re.compile("^Naïma"), exact=False)).to_be_visible()
    fits_everywhere("children")
    desk.tap(desk.button(re.compile("^Naïma"), exact=False))
    desk.tap(desk.button("Cannot say their name"))
    desk.tap(desk.button("Somebody comes for the child"))
    fits_everywhere("a child")
    desk.tap(desk.button("Hand over"))
    fits_everywhere("hand over")
    desk.station("screen")
    desk.card(card)
    desk.tap(desk.button("Sent to a service"))
    expect(page.get_by_role("heading", name="Sent to a service")).to_be_visible()
    fits_everywhere("refer")
    desk.station("forms")
    desk.tap(desk.button("Child"))
    fits_everywhere("whom to ask")
    desk.card(card)
    page.get_by_test_id("questions").locator(".question").first.wait_for()
    fits_everywhere("a form")


def test_a_person_is_registered_on_one_screen_of_a_phone(hub: Hub, new_tablet: Callable[[str, str], Desk]) -> None:
    desk = new_tablet("Tablet 1", "Wilson")
    desk.start_without_notice("Flight")
    page = desk.page
    page.set_viewport_size({"width": 412, "height": 800})
    desk.station("register")
    desk.card(hub.cards[0], "Card of the person")
    page.get_by_label("Family name", exact=True).wait_for()
    # What was done just before can be taken back for ten seconds, and needs room as long.
    expect(page.get_by_test_id("done")).to_be_hidden(timeout=20_000)
    for language in CHANGE_WORKER:
        desk.button(re.compile(f"^{language}"), exact=False).click()
        expect(page.locator("html")).to_have_attribute("lang", language.lower())
        main = page.get_by_role("main")
        assert main.evaluate("e => e.scrollHeight <= e.clientHeight"), language
        assert fits(page)


def test_a_question_fits_with_its_yes_and_no(hub: Hub, new_tablet: Callable[[str, str], Desk]) -> None:
    desk = new_tablet("Tablet 1", "Wilson")
    desk.start_without_notice("Flight")
    page = desk.page
    desk.station("cards")
    desk.card(hub.cards[0])
    desk.button("Consent").click()
    assert fits(page)
    desk.button("Ask: Contact with family").click()
    desk.button("Somebody answers for them").click()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for language in CHANGE_WORKER:
            desk.button(re.compile(f"^{language}"), exact=False).click()
            expect(page.locator("html")).to_have_attribute("lang", language.lower())
            assert fits(page)
            answers = page.locator(".answers").get_by_role("button").evaluate_all("all => all.map(e => e.offsetWidth)")
            assert max(answers) - min(answers) <= 1, "yes and no are equally large"


def fits(page: Page) -> bool:
    outside, small = page.evaluate(OUTSIDE), page.evaluate(TOO_SMALL, THUMB)
    assert outside == []
    assert small == []
    return page.locator("[data-testid=unsent]").is_visible() and page.locator("[data-testid=hub]").is_visible()
