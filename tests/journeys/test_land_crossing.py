"""A land crossing: a truck of 80 without notice, household tokens, one pregnant woman registered out of a household,
and people waiting outside."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

TRUCK = {"woman": 22, "man": 25, "girl": 14, "boy": 13, "baby_girl": 3, "baby_boy": 3}
HOUSEHOLD = {"woman": 2, "man": 1, "girl": 2, "boy": 1}


@pytest.mark.parametrize("hub", ["plain", "encrypted"], indirect=True)
def test_a_truck_of_80_comes_without_notice(hub: Hub, new_tablet: Callable[[str, str], Desk], browser: Browser) -> None:
    desk, inside = new_tablet("Tablet 1", "Wilson"), new_tablet("Tablet 2", "Nadia")
    office = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    office.sign_in("guerline", hub.passwords["guerline"])
    cards = iter(hub.cards)

    truck = desk.start_without_notice("Truck")
    first = next(cards)
    desk.open_roll(truck, first)

    # Counted in one typed go as the tailgate opens, and people waiting outside are a count of their own.
    desk.station("count")
    woman = desk.page.get_by_test_id("tap-woman")
    under_the_thumb = woman.bounding_box()
    desk.tap(desk.button("Vehicle"))
    for group, people in TRUCK.items():
        desk.set_group(group, people)
    desk.tap(desk.button("Count 80 people"))
    desk.done("80 people counted")
    # What is said below moves no figure.
    assert woman.bounding_box() == under_the_thumb
    desk.tap(desk.button(re.compile("^Waiting outside")))
    desk.type("People waiting outside", "120")
    desk.tap(desk.button("Keep"))
    desk.done("120 waiting outside")
    # Whoever is not at the gate sees it: the office without a reload, and a tablet inside.
    expect(office.page.get_by_text(re.compile("Waiting outside: 120, counted"))).to_be_visible(timeout=30_000)
    inside.station("board")
    expect(inside.page.get_by_test_id("outside")).to_have_text(re.compile("^Waiting outside: 120"), timeout=30_000)

    # A household of six on one card.
    desk.station("households")
    desk.card(first, "Card of the household")
    for group, people in HOUSEHOLD.items():
        desk.set_group(group, people)
    desk.tap(desk.button("Open for 6 people"))
    expect(desk.page.get_by_test_id("household-people")).to_have_text("6")

    # One of the two women is pregnant: she gets a card of her own, and the household stays five.
    hers = next(cards)
    desk.tap(desk.button("A card for one person"))
    desk.tap(desk.button("Woman"))
    desk.card(hers, "New card")
    expect(desk.page.get_by_test_id("household-people")).to_have_text("5")
    desk.register(hers, "woman", age=27, given_names="Roselène", family_name="Valcin", languages=("Creole",))

    # Two of the household go on with another card; the rest leave.
    desk.station("households")
    desk.card(first, "Card of the household")
    desk.tap(desk.button("Split"))
    desk.set_group("girl", 2)
    desk.tap(desk.button("2 to a new card"))
    desk.card(next(cards), "New card")
    expect(desk.page.get_by_test_id("household-people")).to_have_text("3")
    desk.give(first, "Water")
    desk.leave(first, "Own way")

    board = desk.board(truck)
    assert board["counted"] == "80"
    assert board["registered"] == "1"
    assert board["served"] == "3"
    assert board["left"] == "3"
    assert board["inside"] == "77"

    # The hub comes to the same numbers from the same facts.
    desk.wait_until_sent()
    row = hub.board()[truck]
    assert row == {
        "expected": None,
        "on_the_plane": None,
        "counted": 80,
        "registered": 1,
        "served": 3,
        "inside": 77,
        "left": 3,
    }
    expect(inside.column(truck, "left")).to_have_text("3", timeout=30_000)
    assert inside.board(truck) == {name: "—" if number is None else str(number) for name, number in row.items()}

    # The hall is counted again, by a slip of the finger; the count is taken back after a look at the board.
    desk.station("count")
    desk.tap(desk.button("Sweep"))
    desk.type("People in the hall now", "7")
    expect(desk.page.get_by_text("70 fewer than inside says")).to_be_visible()
    desk.tap(desk.button("Keep"))
    assert desk.board(truck)["inside"] == "7"
    desk.station("count")
    desk.tap(desk.button("Undo last tap"))
    assert desk.board(truck)["inside"] == "77"
    desk.wait_until_sent()
    assert hub.board()[truck] == row
    hub.has_everything_once()
