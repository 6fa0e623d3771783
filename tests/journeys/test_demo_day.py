"""The whole demo day: the office announces, lists are read, two tablets count, register and serve, one of them without a
network for the second flight; the shift is handed over, and the closing report equals the tally of what was tapped."""

from collections.abc import Callable

from day import FLIGHTS, Day, Tally, a_family_of_four, adults_alone, people_of
from playwright.sync_api import Browser

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

FILES = {"GXA 3301": "gxa-3301.csv", "GXA 3303": "gxa-3303.xlsx", "GXA 3305": "gxa-3305.txt"}
EXITS = {"By own wish": "exit.own_wish", "Own way": "exit.own_way", "Collected": "exit.collected"}


def test_the_closing_report_equals_what_was_tapped(
    hub: Hub, new_tablet: Callable[[str, str], Desk], browser: Browser
) -> None:
    office = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    office.sign_in("guerline", hub.passwords["guerline"])
    for flight in FLIGHTS:
        office.announce(flight.label, "Del Rio", flight.total, "Office National de la Migration")
        understood = office.read_list(flight.label, hub.lists / FILES[flight.label], "carrier")
        assert f"{flight.total} people were read." in understood
        if flight.label == "GXA 3301":
            assert "Never taken in: offences, legal status and remarks stay out of Akeyi." in understood
        if flight.label == "GXA 3305":
            assert "The list itself says 127" in understood

    one, other = new_tablet("Tablet 1", "Wilson"), new_tablet("Tablet 2", "Nadia")
    day = Day()
    for place, flight in enumerate(FLIGHTS):
        # Without a network for the second flight: the other tablet goes on all the same.
        cards = hub.cards[place * 50 : (place + 1) * 50]
        people = people_of(flight)
        for desk in (one, other):
            desk.wait_for_arrival(flight.label)
            desk.work_on_alone(flight.label)
        office.step(flight.label, "Landed")
        if place == 1:
            other.page.context.set_offline(True)
        one.open_roll(flight.label, cards[0])
        if place != 1:
            one.wait_until_sent()
            other.wait_for_roll(flight.label)

        day.count(one, flight, people)
        day.register_family(other, flight, a_family_of_four(people), cards[:4])
        for person, card in zip(adults_alone(people, 3), cards[4:7], strict=True):
            day.register_alone(one, flight, person, card)
        day.register_alone(other, flight, people[0], cards[7], by_card_only=True)
        day.serve(other, flight, "Hygiene kit", [*cards[:4], cards[7]])
        day.serve(one, flight, "Hot meal", cards[4:6])
        # The first of the family leaves with the children she looks after.
        day.leave(other, flight, cards[0], "Own way", together=3)
        day.leave(one, flight, cards[4], "By own wish")
        if place == 1:
            assert other.unsent > 0
            other.page.context.set_offline(False)

    for desk in (one, other):
        desk.wait_until_sent()
    said = office.hand_over("Nadia", hub.pins["Nadia"])
    assert "Silent tablets" in said

    closed = office.close_day()
    for flight in FLIGHTS:
        assert as_counted(closed[flight.label]) == as_tapped(day.tallies[flight.label], flight.total)
    assert closed["All arrivals"]["counted"] == 327
    assert closed["All arrivals"]["registered"] == sum(tally.registered for tally in day.tallies.values())
    board = hub.board()
    for flight in FLIGHTS:
        assert board[flight.label] == day.tallies[flight.label].columns(flight.total)
        assert one.board(flight.label) == {
            name: "—" if number is None else str(number) for name, number in board[flight.label].items()
        }


def as_tapped(tally: Tally, expected: int) -> dict[str, int]:
    """The test's own tally by the closing report's keys."""
    columns = {name: number for name, number in tally.columns(expected).items() if number is not None}
    groups = {f"group.{group}": count for group, count in tally.counted.items()}
    exits = {EXITS[how]: count for how, count in tally.exits.items()}
    return columns | groups | exits | {"items": tally.given.total(), "left_unseen": 0}


def as_counted(numbers: dict[str, int]) -> dict[str, int]:
    """The closing report with the items, whose keys are ids, added up."""
    items = sum(number for key, number in numbers.items() if key.startswith("item."))
    return {key: number for key, number in numbers.items() if not key.startswith("item.")} | {"items": items}
