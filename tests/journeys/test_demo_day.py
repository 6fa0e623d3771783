"""The whole demo day, once as it should be and once with dead batteries and a dead hub: the report equals the taps.

The office announces, lists are read, two tablets count, register, serve and let go, one of them without a network for
the second flight; both send, the shift is handed over, the day is closed.
"""

from collections.abc import Callable

from day import FLIGHTS, Day, Tally, a_family_of_four, adults_alone, people_of
from playwright.sync_api import Browser, expect

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

FILES = {"GXA 3301": "gxa-3301.csv", "GXA 3303": "gxa-3303.xlsx", "GXA 3305": "gxa-3305.txt"}
EXITS = {"By own wish": "exit.own_wish", "Own way": "exit.own_way", "Collected": "exit.collected"}


def test_the_closing_report_equals_what_was_tapped(
    hub: Hub, new_tablet: Callable[[str, str], Desk], browser: Browser
) -> None:
    office = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    announce_and_read_lists(hub, office)
    one, other = new_tablet("Tablet 1", "Wilson"), new_tablet("Tablet 2", "Nadia")
    day = Day()
    for place in range(len(FLIGHTS)):
        meet(hub, office, day, place, one, other)
    for desk in (one, other):
        desk.wait_until_sent()
    assert "Silent tablets" in office.hand_over("Nadia", hub.pins["Nadia"])
    closed_as_tapped(hub, office, day, one)
    assert sum(sum(tally.counted.values()) for tally in day.tallies.values()) == 327


def test_nothing_acknowledged_is_missing_or_there_twice_after_every_process_was_killed(
    hub: Hub, tablets: Callable[..., TabletBrowser], browser: Browser
) -> None:
    office = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    announce_and_read_lists(hub, office)
    one = a_tablet(hub, tablets("Tablet 1"), "Wilson")
    battery = tablets("Tablet 2")
    other = a_tablet(hub, battery, "Nadia")
    day = Day()

    def battery_dies(card: str) -> None:
        """In the middle of registering; the tablet starts again, and its worker signs in, while the hub is off."""
        other.station("register")
        other.card(card, "Card of the person")
        other.type("Family name", "Half a na")
        told = other.told()
        assert battery.kill() > 1
        hub.server.kill()
        context = battery.start()
        other.page = context.pages[0]
        other.open()
        other.sign_in("Nadia", hub.pins["Nadia"])
        assert other.told() == told
        hub.server.start()

    def hub_dies(card: str) -> None:
        """Again and again while both tablets send."""
        other.page.context.set_offline(False)
        for _ in range(3):
            hub.server.kill()
            day.count_more(one, FLIGHTS[1], "man", 2)
            day.count_more(other, FLIGHTS[1], "girl", 1)
            # Both have something to send the moment it answers; the next kill comes while they do.
            hub.server.start()
        hub.server.kill()
        hub.server.start()

    meet(hub, office, day, 0, one, other, amid=battery_dies)
    meet(hub, office, day, 1, one, other, amid=hub_dies)
    meet(hub, office, day, 2, one, other, amid=battery_dies)
    for desk in (one, other):
        desk.wait_until_sent()
    office.hand_over("Nadia", hub.pins["Nadia"])
    closed_as_tapped(hub, office, day, one)

    facts = hub.facts()
    assert len({fact["id"] for fact in facts}) == len(facts)
    for device in {fact["device"] for fact in facts}:
        told = sorted(fact["n"] for fact in facts if fact["device"] == device)
        assert told == list(range(1, len(told) + 1)), "a hole, or a number told twice"
    assert hub.server.akeyi("journal", "verify").startswith("journal verified")


def a_tablet(hub: Hub, tablet: TabletBrowser, worker: str) -> Desk:
    """A tablet with a profile that outlives its browser."""
    context = tablet.start()
    desk = Desk(context.pages[0], hub.address)
    desk.enrol(hub.code_for(tablet.profile.name))
    desk.sign_in(worker, hub.pins[worker])
    return desk


def announce_and_read_lists(hub: Hub, office: Table) -> None:
    office.sign_in("guerline", hub.passwords["guerline"])
    for flight in FLIGHTS:
        office.announce(flight.label, "Del Rio", flight.total, "Office National de la Migration")
        understood = office.read_list(flight.label, hub.lists / FILES[flight.label], "carrier")
        assert f"{flight.total} people were read." in understood
        if flight.label == "GXA 3301":
            assert "Never taken in: offences, legal status and remarks stay out of Akeyi." in understood
        if flight.label == "GXA 3305":
            assert "The list itself says 127" in understood


def meet(
    hub: Hub,
    office: Table,
    day: Day,
    place: int,
    one: Desk,
    other: Desk,
    amid: Callable[[str], None] = lambda card: None,
) -> None:
    """One flight from the door to the exit; the second tablet has no network for the second flight. `amid` is what
    happens in the middle of registering, with a card that was taken in hand."""
    flight, cards = FLIGHTS[place], hub.cards[place * 50 : (place + 1) * 50]
    people = people_of(flight)
    for desk in (one, other):
        desk.wait_for_arrival(flight.label)
        desk.work_on_alone(flight.label)
    office.step(flight.label, "Landed")
    is_offline = place == 1
    other.page.context.set_offline(is_offline)
    one.open_roll(flight.label, cards[0])
    if not is_offline:
        one.wait_until_sent()
        other.wait_for_roll(flight.label)

    day.count(one, flight, people)
    day.register_family(other, flight, a_family_of_four(people), cards[:4])
    alone = adults_alone(people, 3)
    day.register_alone(one, flight, alone[0], cards[4])
    amid(cards[7])
    for person, card in zip(alone[1:], cards[5:7], strict=True):
        day.register_alone(one, flight, person, card)
    day.register_alone(other, flight, people[0], cards[7], by_card_only=True)
    day.serve(other, flight, "Hygiene kit", [*cards[:4], cards[7]])
    day.serve(one, flight, "Hot meal", cards[4:6])
    # The first of the family leaves with the children she looks after.
    day.leave(other, flight, cards[0], "Own way", together=3)
    day.leave(one, flight, cards[4], "By own wish")
    other.page.context.set_offline(False)


def closed_as_tapped(hub: Hub, office: Table, day: Day, desk: Desk) -> None:
    """The closing report, the hub's board and a tablet's board say what was tapped, number by number."""
    closed = office.close_day()
    board = hub.board()
    for flight in FLIGHTS:
        tally = day.tallies[flight.label]
        assert as_reported(closed[flight.label]) == as_tapped(tally, flight.total)
        assert board[flight.label] == tally.columns(flight.total)
        expect(desk.column(flight.label, "left")).to_have_text(str(tally.left))
        assert desk.board(flight.label) == {
            name: "—" if number is None else str(number) for name, number in board[flight.label].items()
        }
    assert closed["All arrivals"]["counted"] == sum(sum(tally.counted.values()) for tally in day.tallies.values())
    assert closed["All arrivals"]["registered"] == sum(tally.registered for tally in day.tallies.values())


def as_tapped(tally: Tally, expected: int) -> dict[str, int]:
    """The test's own tally by the closing report's keys."""
    columns = {name: number for name, number in tally.columns(expected).items() if number is not None}
    groups = {f"group.{group}": count for group, count in tally.counted.items()}
    exits = {EXITS[how]: count for how, count in tally.exits.items()}
    return columns | groups | exits | {"items": tally.given.total(), "left_unseen": 0}


def as_reported(numbers: dict[str, int]) -> dict[str, int]:
    """The closing report with the items, whose keys are ids, added up."""
    items = sum(number for key, number in numbers.items() if key.startswith("item."))
    return {key: number for key, number in numbers.items() if not key.startswith("item.")} | {"items": items}
