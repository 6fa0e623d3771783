"""A worker registers an adult with at most 12, a family of four with at most 30 taps; a run takes one scan a person."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from akeyi.testing.desk import Desk, Taken
from conftest import Hub

ADULT_AT_MOST, FAMILY_AT_MOST = 12, 30
# One scan. With 6 seconds for it and for handing the thing over, five tablets serve 3,000 people in an hour.
IN_A_RUN_AT_MOST, IN_A_RUN = 1, 12


def test_an_adult_and_a_family_of_four_take_few_taps(
    hub: Hub, new_tablet: Callable[[str, str], Desk], capsys: pytest.CaptureFixture[str]
) -> None:
    """Every field of quick mode is filled."""
    desk = new_tablet("Tablet 1", "Wilson")
    flight = desk.start_without_notice("Flight")
    desk.open_roll(flight, hub.cards[0])
    desk.station("register")

    desk.taken = Taken()
    desk.register_family(
        [
            (hub.cards[1], "woman", 34, "Désir", "Guerda"),
            (hub.cards[2], "man", 36, "Désir", "Wilner"),
            (hub.cards[3], "girl", 8, "Désir", "Naïka"),
            (hub.cards[4], "boy", 4, "Désir", "Mateo"),
        ],
        languages=["Creole"],
        destination="Artibonite",
    )
    family = desk.taken

    desk.taken = Taken()
    desk.register(
        hub.cards[0],
        "woman",
        31,
        "Pierre",
        "Rose-Laure",
        is_about=True,
        languages=["Creole"],
        family_of=hub.cards[1],
        destination="Artibonite",
    )
    adult = desk.taken
    with capsys.disabled():
        for who, taken, at_most in (("an adult", adult, ADULT_AT_MOST), ("a family of four", family, FAMILY_AT_MOST)):
            print(f"\n{who}: {taken.taps} taps (at most {at_most}), {taken.keystrokes} keystrokes", end="")
    assert adult.taps <= ADULT_AT_MOST
    assert family.taps <= FAMILY_AT_MOST
    expect(desk.page.get_by_text("Just registered")).to_be_visible()
    desk.wait_until_sent()
    assert hub.board()[flight]["registered"] == 5


def test_serving_in_a_run_takes_one_scan_a_person(
    hub: Hub, new_tablet: Callable[[str, str], Desk], capsys: pytest.CaptureFixture[str]
) -> None:
    desk = new_tablet("Tablet 1", "Wilson")
    desk.open_roll(desk.start_without_notice("Flight"), hub.cards[0])
    desk.station("serve")
    desk.tap(desk.button("One item in a run"))
    desk.tap(desk.button("Hot meal"))
    desk.taken = Taken()
    for number, card in enumerate(hub.cards[:IN_A_RUN], 1):
        desk.card(card, "Next card")
        expect(desk.page.get_by_test_id("run-given")).to_have_text(str(number))
    with capsys.disabled():
        print(f"\nserving in a run: {desk.taken.taps / IN_A_RUN:g} taps a person (at most {IN_A_RUN_AT_MOST})", end="")
    assert desk.taken.taps <= IN_A_RUN * IN_A_RUN_AT_MOST
    desk.wait_until_sent()


def test_the_second_kit_for_one_card_says_when_and_where_and_asks_why(
    hub: Hub, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk = new_tablet("Tablet 1", "Wilson")
    flight = desk.start_without_notice("Flight")
    desk.open_roll(flight, hub.cards[0])
    desk.register(hub.cards[0], "man", age=40, given_names="Wilner")
    desk.give(hub.cards[0], "Hygiene kit")
    desk.station("serve")
    desk.card(hub.cards[0], "Next card")
    desk.tap(desk.button(re.compile("^Hygiene kit"), exact=False))
    expect(desk.page.get_by_text("Give another? Say why.")).to_be_visible()
    desk.tap(desk.button("Damaged"))
    desk.done(re.compile("^Given: Hygiene kit"))
