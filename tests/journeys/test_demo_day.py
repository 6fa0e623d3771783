"""The whole demo day, once as it should be and once with dead batteries and a dead hub: the report equals the taps.

The office announces, lists are read, two tablets count, register, serve and let go while three flights overlap, one of
them without a network for the second flight; both send, the shift is handed over, the day is closed.
"""

from collections import Counter
from collections.abc import Callable

from day import FLIGHTS, Day, Flight, a_family_of_four, adults_alone, people_of
from playwright.sync_api import Browser, expect
from wire import Moment, Wire

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from akeyi.testing.table import Report, Table
from conftest import Hub

FIRST, SECOND, THIRD = FLIGHTS
FILES = {"GXA 3301": "gxa-3301.csv", "GXA 3303": "gxa-3303.xlsx", "GXA 3305": "gxa-3305.txt"}
HERS, HIS = ("woman", "girl", "baby_girl"), ("man", "boy", "baby_boy")


def test_the_closing_report_equals_what_was_tapped(
    hub: Hub, new_tablet: Callable[[str, str], Desk], browser: Browser
) -> None:
    office = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    day = Day(hub.cards)
    announce_and_read_lists(hub, office, day)
    one, other = new_tablet("Tablet 1", "Wilson"), new_tablet("Tablet 2", "Nadia")
    the_first_is_met(office, day, one, other)
    the_second_lands_in_a_full_hall(office, day, one, other)
    the_third_lands_in_a_full_hall(office, day, one, other)
    the_day_is_closed_as_tapped(hub, office, day, one, other)
    assert sum(tally.counted.total() for tally in day.tallies.values()) == 327


def test_nothing_acknowledged_is_missing_or_there_twice_after_every_process_was_killed(
    hub: Hub, wire: Wire, tablets: Callable[..., TabletBrowser], browser: Browser
) -> None:
    office = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    day = Day(hub.cards)
    announce_and_read_lists(hub, office, day)
    one = a_tablet(hub, wire, tablets("Tablet 1"), "Wilson")
    battery = tablets("Tablet 2")
    other = a_tablet(hub, wire, battery, "Nadia")

    def battery_dies(flight: Flight) -> None:
        """In the middle of registering, with something that no hub has; the tablet starts again without a hub."""
        for desk in (one, other):
            desk.lies_on_the_tablet()
        hub.server.kill()
        kept, half = day.roll(flight)[20:22]
        day.register(other, people_of(flight)[1], kept)
        told = other.told()
        other.station("register")
        other.card(half, "Card of the person")
        other.type("Family name", "Half a na")
        unsent = other.unsent
        assert unsent > 0
        assert battery.kill() > 1
        other.page = battery.start().pages[0]
        other.open()
        other.sign_in("Nadia", hub.pins["Nadia"])
        assert other.told() == told
        assert other.unsent == unsent
        hub.server.start()

    def hub_dies() -> None:
        """Again and again while both tablets send, and each time further on."""
        other.page.context.set_offline(False)
        for moment in Moment:
            for desk in (one, other):
                desk.wait_until_sent()
            stored = hub.last_told()
            with wire.hub_dies(moment):
                day.count_more(one, SECOND, "girl", 2)
                day.count_more(other, SECOND, "man", 1)
            if moment is Moment.STORED:
                # The hub has it, and the tablets cannot know: they will send it again.
                assert len(dict(hub.last_told().items() - stored.items())) == 2
            assert one.unsent and other.unsent
            hub.server.start()

    the_first_is_met(office, day, one, other, battery_dies)
    the_second_lands_in_a_full_hall(office, day, one, other)
    hub_dies()
    the_third_lands_in_a_full_hall(office, day, one, other, battery_dies)
    the_day_is_closed_as_tapped(hub, office, day, one, other)


def a_tablet(hub: Hub, wire: Wire, tablet: TabletBrowser, worker: str) -> Desk:
    """A tablet with a profile that outlives its browser."""
    desk = Desk(tablet.start().pages[0], wire.address)
    desk.enrol(hub.code_for(tablet.profile.name))
    desk.sign_in(worker, hub.pins[worker])
    return desk


def announce_and_read_lists(hub: Hub, office: Table, day: Day) -> None:
    office.sign_in("guerline", hub.passwords["guerline"])
    for flight in FLIGHTS:
        office.announce(flight.label, "Del Rio", flight.total, "Office National de la Migration")
        understood = office.read_list(flight.label, hub.lists / FILES[flight.label], "carrier")
        assert f"{flight.total} people were read." in understood
        if flight is FIRST:
            assert "Never taken in: offences, legal status and remarks stay out of Akeyi." in understood
        if flight is THIRD:
            assert "The list itself says 127" in understood
    office.on_the_plane(FIRST.label, 98, "The carrier")
    day.tallies[FIRST.label].on_the_plane = 98


def lands(office: Table, day: Day, flight: Flight, one: Desk, other: Desk) -> None:
    """People step down at one door: one tablet counts women and girls, the other men and boys."""
    office.step(flight.label, "Landed")
    one.wait_for_landing(flight.label)
    one.open_roll(flight.label, day.roll(flight)[0])
    day.count(one, flight, people_of(flight), HERS)
    day.count(other, flight, people_of(flight), HIS)


def the_first_is_met(
    office: Table, day: Day, one: Desk, other: Desk, amid: Callable[[Flight], None] = lambda _: None
) -> None:
    other.wait_for_arrival(FIRST.label)
    lands(office, day, FIRST, one, other)
    people, cards = people_of(FIRST), day.roll(FIRST)
    day.register_family(other, a_family_of_four(people), cards[:4])
    day.register(one, adults_alone(people, 1)[0], cards[4])
    amid(FIRST)
    day.register(other, people[0], cards[5], by_card_only=True)
    day.serve(other, "Hygiene kit", *cards[:4], cards[5])


def the_second_lands_in_a_full_hall(office: Table, day: Day, one: Desk, other: Desk) -> None:
    """Nobody of the first flight has left, both rolls are open, and the second tablet has lost its network."""
    other.wait_for_arrival(SECOND.label)
    other.loses_the_network()
    lands(office, day, SECOND, one, other)
    first, second = day.roll(FIRST), day.roll(SECOND)
    of_first, of_second = adults_alone(people_of(FIRST), 3), adults_alone(people_of(SECOND), 2)
    # Whoever comes to a table is asked for a card, never for a flight.
    day.register(one, of_second[0], second[4])
    day.register(one, of_first[1], first[6])
    day.register(other, of_first[2], first[7])
    day.register_family(other, a_family_of_four(people_of(SECOND)), second[:4])
    day.register(one, of_second[1], second[5])
    day.serve(one, "Hot meal", second[4], first[4], first[6], second[5])
    day.serve(other, "Hygiene kit", first[7], *second[:4])
    # The first of the family leaves with the children she looks after.
    day.leave(other, first[0], "Own way", together=3)
    day.leave(one, first[4], "By own wish")
    day.leave(one, second[4], "Collected")


def the_third_lands_in_a_full_hall(
    office: Table, day: Day, one: Desk, other: Desk, amid: Callable[[Flight], None] = lambda _: None
) -> None:
    """Both tablets have a network again."""
    other.page.context.set_offline(False)
    other.wait_for_arrival(THIRD.label)
    lands(office, day, THIRD, one, other)
    second, third = day.roll(SECOND), day.roll(THIRD)
    day.register_family(one, a_family_of_four(people_of(THIRD)), third[:4])
    amid(THIRD)
    day.register(other, adults_alone(people_of(THIRD), 1)[0], third[4])
    day.serve(one, "Water", third[0], second[5], third[0])
    day.serve(other, "Hot meal", *third[1:5], second[0])
    day.sweep(one, missing=2)
    # Registered by the other tablet, while it had no network.
    other.wait_until_sent()
    day.leave(one, second[0], "Collected", together=3)
    day.leave(other, third[4], "By own wish")


def the_day_is_closed_as_tapped(hub: Hub, office: Table, day: Day, one: Desk, other: Desk) -> None:
    """The closing report on the page and as CSV, the hub's board and both tablets' boards say what was tapped, number
    by number; and every tap is one fact at the hub."""
    for desk in (one, other):
        desk.wait_until_sent()
    assert "Silent tablets" in office.hand_over("Nadia", hub.pins["Nadia"])
    office.close_day()
    assert office.closing_page() == day.numbers
    assert office.closing_file() == what_was_told(day.numbers)
    assert hub.board() == {label: tally.columns for label, tally in day.tallies.items()}
    inside = day.numbers["All arrivals"]["Inside"]
    for desk in (one, other):
        for label, tally in day.tallies.items():
            expect(desk.column(label, "left")).to_have_text(str(tally.columns["left"]))
            assert desk.board(label) == {
                name: "—" if number is None else str(number) for name, number in tally.columns.items()
            }
        swept = desk.page.get_by_test_id("swept")
        expect(swept).to_contain_text(f"{day.left_unseen} left unseen; together {inside} inside")

    facts = hub.facts()
    kinds = Counter(fact["kind"] for fact in facts)
    assert kinds["arrivals.tally"] == day.counting_taps
    assert kinds["assistance.hand_out"] == sum(tally.given.total() for tally in day.tallies.values())
    assert kinds["onward.exit"] == sum(tally.exits.total() for tally in day.tallies.values())
    people = {fact["subject"] for fact in facts if fact["kind"] == "people.reception"}
    assert len(people) == sum(len(tally.registered) for tally in day.tallies.values())
    hub.has_everything_once()


def what_was_told(report: Report) -> Report:
    """Parts of a number that nobody told of have no line in the file."""
    return {
        arrival: {name: number for name, number in numbers.items() if number or ": " not in name}
        for arrival, numbers in report.items()
    }
