"""A short journey to each place in the hall: what a worker does there seldom, through the screens, on one tablet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from akeyi.testing.desk import COLUMNS, Desk
from akeyi.testing.server import Server
from akeyi.testing.table import Table
from conftest import Hub, enrolled, opened


@dataclass
class Hall:
    """One flight has landed; Wilson works alone with one tablet, and everybody he meets holds the next card."""

    hub: Hub
    desk: Desk
    flight: str
    cards: Iterator[str]
    browser: Browser

    def somebody(self, given_names: str, group: str = "woman", age: int = 30) -> str:
        """Somebody is registered; gives their card."""
        card = next(self.cards)
        self.desk.register(card, group, age, "Dorvil", given_names)
        return card

    def see(self, station: str, card: str, label: str = "Card number") -> Locator:
        """Takes a card in hand at a station; gives what is said of who holds it."""
        self.desk.station(station)
        self.desk.card(card, label)
        return self.desk.page.get_by_test_id("person")

    def back_at_cards(self) -> None:
        self.desk.tap(self.desk.button("Done"))


@pytest.fixture(scope="module")
def hall(morning: Path, tmp_path_factory: pytest.TempPathFactory, one_browser: Browser) -> Iterator[Hall]:
    server = Server(tmp_path_factory.mktemp("hall") / "hub")
    hub = opened(server, morning)
    desk = enrolled(one_browser, hub, "Tablet 1", "Wilson")
    flight = desk.start_without_notice("Flight")
    cards = iter(hub.cards)
    desk.open_roll(flight, next(cards))
    yield Hall(hub, desk, flight, cards, one_browser)
    desk.page.context.close()
    server.kill()


def test_welcome_plays_its_message_in_the_language_of_those_who_came(hall: Hall) -> None:
    desk = hall.desk
    desk.station("welcome")
    # The first sound that was heard, or could not be.
    desk.page.evaluate(
        """() => {
            const Plain = Audio;
            window.heard = new Promise((done) => {
                window.Audio = function (of) {
                    const sound = new Plain(of);
                    sound.addEventListener("error", () => done(sound));
                    sound.addEventListener("timeupdate", () => sound.currentTime > 0 && done(sound));
                    return sound;
                };
            });
        }"""
    )
    creole = desk.page.get_by_role("main").get_by_role("button", name="Kreyòl")
    desk.tap(creole)
    heard = desk.page.evaluate_handle("heard")
    assert heard.evaluate("sound => [sound.error, sound.paused, sound.currentTime > 0]") == [None, False, True]
    assert "welcome.ht" in heard.evaluate("sound => sound.src")
    expect(desk.page.get_by_test_id("recorded-words")).to_contain_text("Byenveni")
    desk.tap(creole)
    assert heard.evaluate("sound => sound.paused")


def test_a_card_given_at_the_door_counts_its_holder_and_knows_who_it_is(hall: Hall) -> None:
    desk, card = hall.desk, next(hall.cards)
    desk.station("count")
    before = desk.counted("girl")
    desk.tap(desk.button("Card now"))
    desk.tap(desk.page.get_by_test_id("tap-girl"))
    desk.card(card)
    desk.done(re.compile("^Counted, card"))
    desk.tap(desk.button("Card now"))
    expect(desk.page.get_by_test_id("sum-girl")).to_have_text(str(before + 1))
    expect(hall.see("register", card, "Card of the person")).to_contain_text("No name asked yet · Girl")
    expect(desk.page.get_by_test_id("person")).to_contain_text(hall.flight)
    desk.tap(desk.button("Back"))


def test_a_lost_card_is_replaced_and_its_number_is_dead(hall: Hall) -> None:
    desk, lost, new = hall.desk, hall.somebody("Esther"), next(hall.cards)
    hall.see("cards", lost)
    desk.tap(desk.button("Replace"))
    desk.card(new, "New card")
    desk.done(re.compile("^Replaced by card"))
    hall.back_at_cards()
    expect(hall.see("serve", new)).to_contain_text("Esther")
    desk.tap(desk.button("Done"))
    desk.card(lost)
    expect(desk.page.get_by_role("alert")).to_contain_text("was replaced by")


def test_somebody_agrees_to_a_call_without_a_network_and_takes_it_back(hall: Hall) -> None:
    desk, card = hall.desk, hall.somebody("Nadège")
    desk.wait_until_sent()
    desk.loses_the_network()
    hall.see("cards", card)
    desk.tap(desk.button("Consent"))
    desk.tap(desk.button("Ask: A call later"))
    desk.tap(desk.page.get_by_role("main").get_by_role("button", name="Kreyòl"))
    expect(desk.page.get_by_test_id("recorded-words")).to_contain_text("Ou ka di non")
    desk.tap(desk.button("Yes"))
    desk.done("A call later: Yes")
    desk.tap(desk.button("Without a number: no call"))
    desk.page.context.set_offline(False)
    desk.wait_until_sent()
    desk.tap(desk.button("They take it back: A call later"))
    desk.done("A call later: Taken back")
    desk.tap(desk.button("Back"))
    expect(desk.page.get_by_label("Told on this card")).to_contain_text("A call later: Taken back")
    hall.back_at_cards()


def test_two_crossed_cards_change_places(hall: Hall) -> None:
    desk, hers, his = hall.desk, hall.somebody("Magdala"), hall.somebody("Evens", "man")
    hall.see("cards", hers)
    desk.tap(desk.button("Swap"))
    desk.card(his, "The other card")
    desk.done("The two cards changed places")
    expect(desk.page.get_by_test_id("person")).to_contain_text("Evens")
    hall.back_at_cards()
    expect(hall.see("cards", his)).to_contain_text("Magdala")
    hall.back_at_cards()


def test_what_went_to_the_wrong_card_is_told_on_the_right_one_and_can_be_taken_back(hall: Hall) -> None:
    desk, wrong, right = hall.desk, hall.somebody("Ketia"), hall.somebody("Ruth")
    desk.give(wrong, "Hygiene kit")
    hall.see("cards", wrong)
    desk.tap(desk.button("Wrong card"))
    desk.card(right, "The right card")
    desk.tap(desk.button("Tell it on the right card"))
    desk.done(re.compile("^1 moved to card"))
    expect(desk.page.get_by_test_id("person")).to_contain_text("Ruth")
    desk.tap(desk.button(re.compile("^Undo: Hygiene kit"), exact=False))
    expect(desk.page.get_by_text("Nothing yet.")).to_be_visible()
    hall.back_at_cards()
    for card in (wrong, right):
        hall.see("serve", card)
        expect(desk.button(re.compile("^Give: Hygiene kit"), exact=False)).to_be_visible()
        desk.tap(desk.button("Done"))


def test_details_are_kept_and_how_somebody_came_is_not_shown_again(hall: Hall) -> None:
    desk = hall.desk
    hall.somebody("Fabiola")
    desk.tap(desk.button("Details"))
    desk.type("Nationality or nationalities", "Haiti, Chile")
    desk.type("Country of birth", "Haiti")
    desk.type("Phone", "3700 0000")
    desk.type("Whose phone is it?", "her sister's")
    desk.tap(desk.button("Sent back"))
    desk.tap(desk.button("Keep"))
    desk.done(re.compile("is registered$"))
    desk.tap(desk.button("Details"))
    expect(desk.page.get_by_label("Nationality or nationalities")).to_have_value("Haiti, Chile")
    expect(desk.page.get_by_label("Whose phone is it?")).to_have_value("her sister's")
    expect(desk.button("Sent back")).to_have_attribute("aria-pressed", "false")
    desk.tap(desk.button("Back"))


def a_child_wants_to_go(hall: Hall, given_names: str) -> None:
    """No carer is with the child, and a service takes over."""
    desk = hall.desk
    hall.see("leave", hall.somebody(given_names, "girl", 9))
    desk.tap(desk.button("Next: how"))
    desk.tap(desk.button("Collected"))
    expect(desk.page.get_by_role("heading", name="A child leaves without their carer")).to_be_visible()
    desk.tap(desk.button("A service"))
    desk.type("Name of the service", "The child protection brigade")
    desk.tap(desk.button("I saw a paper with this name"))


def test_a_child_is_released_by_the_pin_of_a_second_worker(hall: Hall) -> None:
    desk = hall.desk
    a_child_wants_to_go(hall, "Sofia")
    desk.choose("Second worker", "Nadia (needs the hub)")
    desk.type("Their PIN", "000000")
    desk.tap(desk.button("Release the child"))
    expect(desk.page.get_by_role("alert")).to_contain_text("PIN")
    desk.tap(desk.button("Understood"))
    desk.type("Their PIN", hall.hub.pins["Nadia"])
    desk.tap(desk.button("Release the child"))
    desk.done("1 person left: Collected")


def test_a_child_is_released_by_a_code_made_in_advance_that_works_once(hall: Hall) -> None:
    desk = hall.desk
    office = Table(hall.browser.new_context(locale="en-US").new_page(), hall.hub.address)
    office.sign_in("guerline", hall.hub.passwords["guerline"])
    code = office.make_code("night of the 19th")
    # What the office announced later is here, so the code is.
    office.announce("GXA 3309", "Del Rio", 90, "Office National de la Migration")
    office.page.context.close()
    desk.wait_for_arrival("GXA 3309")
    for given_names, is_right in (("Luana", True), ("Dayana", False)):
        a_child_wants_to_go(hall, given_names)
        desk.tap(desk.button("Code of the officer on call"))
        desk.type("One-time code", code)
        desk.tap(desk.button("Release the child"))
        if is_right:
            desk.done("1 person left: Collected")
    expect(desk.page.get_by_role("alert")).to_contain_text("This code was used before.")
    desk.tap(desk.button("Understood"))


def test_households_join_split_and_take_in_another_and_nobody_is_lost(hall: Hall) -> None:
    desk, first, second, third = hall.desk, next(hall.cards), next(hall.cards), next(hall.cards)
    people = desk.page.get_by_test_id("household-people")

    def open_for(card: str, **groups: int) -> None:
        desk.station("households")
        desk.card(card, "Card of the household")
        for group, number in groups.items():
            desk.set_group(group, number)
        desk.tap(desk.button(re.compile("^Open for"), exact=False))
        expect(people).to_have_text(str(sum(groups.values())))

    open_for(second, boy=2)
    desk.tap(desk.button("Done"))
    open_for(first, woman=2, girl=2)
    desk.tap(desk.button("People without a card join"))
    desk.set_group("man", 1)
    desk.tap(desk.button("1 joins"))
    expect(people).to_have_text("5")
    desk.tap(desk.button("Somebody with a card joins"))
    desk.card(second, "Card of a person or of another household")
    expect(people).to_have_text("7")
    desk.tap(desk.button("Split"))
    desk.set_group("boy", 2)
    desk.tap(desk.button("2 to a new card"))
    desk.card(third, "New card")
    expect(people).to_have_text("5")
    desk.tap(desk.button("Done"))
    for card, number in ((second, "0"), (third, "2"), (first, "5")):
        desk.card(card, "Card of the household")
        expect(people).to_have_text(number)
        desk.tap(desk.button("Done"))


def test_the_hub_comes_to_the_same_numbers(hall: Hall) -> None:
    """From everything that was told above."""
    hall.desk.wait_until_sent()
    board = hall.hub.board()[hall.flight]
    assert hall.desk.board(hall.flight) == {name: str("—" if board[name] is None else board[name]) for name in COLUMNS}
    hall.hub.has_everything_once()
