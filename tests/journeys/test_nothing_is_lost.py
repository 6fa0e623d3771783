"""The day goes on through dead batteries and a dead hub: nothing acknowledged is missing, nothing is there twice."""

from collections.abc import Callable

from day import FLIGHTS, adults_alone, people_of
from playwright.sync_api import expect

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from conftest import Hub


def start(tablet: TabletBrowser, address: str) -> Desk:
    context = tablet.start()
    return Desk(context.pages[0] if context.pages else context.new_page(), address)


def test_a_battery_dies_in_the_middle_of_registering_and_the_hub_dies_while_both_send(
    hub: Hub, tablets: Callable[..., TabletBrowser]
) -> None:
    flight = FLIGHTS[0]
    people = people_of(flight)
    first, second = tablets("Tablet 1"), tablets("Tablet 2")
    desks = []
    for tablet, worker in ((first, "Wilson"), (second, "Nadia")):
        desk = start(tablet, hub.address)
        desk.enrol(hub.code_for(tablet.profile.name))
        desk.sign_in(worker, hub.pins[worker])
        desks.append(desk)
    one, other = desks
    label = one.start_without_notice("Flight")
    one.open_roll(label, hub.cards[0])
    one.wait_until_sent()
    other.wait_for_arrival(label)
    other.work_on(label)

    # The first tablet counts; everything its number shows was acknowledged.
    one.count("woman", 7)
    one.count("boy", 5)

    # The battery dies while a form is half filled and another registration was just acknowledged.
    adults = adults_alone(people, 4)
    one.register(hub.cards[0], adults[0].group, adults[0].age, adults[0].family_name, adults[0].given_names)
    one.station("register")
    one.card(hub.cards[1], "Card of the person")
    one.type("Family name", "Half")
    assert first.kill() > 1

    # The hub is off as well when the tablet starts again: it opens, and the worker signs in, without it.
    hub.server.kill()
    one = start(first, hub.address)
    one.open()
    one.sign_in("Wilson", hub.pins["Wilson"])
    one.station("count")
    expect(one.page.get_by_test_id("sum-woman")).to_have_text("7")
    expect(one.page.get_by_test_id("sum-boy")).to_have_text("5")
    assert one.board(label)["registered"] == "1"

    # Both work on without the hub.
    one.register(hub.cards[1], adults[1].group, adults[1].age, adults[1].family_name, adults[1].given_names)
    one.count("woman", 3)
    other.register(hub.cards[2], adults[2].group, adults[2].age, adults[2].family_name, adults[2].given_names)
    other.run_of("Hygiene kit", [hub.cards[2]])
    assert one.unsent >= 4
    assert other.unsent >= 2

    # The hub comes back, and is killed again while both send.
    for _ in range(3):
        hub.server.start()
        one.count("man", 2)
        hub.server.kill()
    hub.server.start()
    for desk in (one, other):
        desk.wait_until_sent()

    assert hub.board()[label] == {
        "expected": None, "on_the_plane": None, "counted": 21, "registered": 3, "served": 1, "inside": 21, "left": 0,
    }  # fmt: skip
    facts = hub.facts()
    assert len({fact["id"] for fact in facts}) == len(facts)
    for device in {fact["device"] for fact in facts}:
        told = sorted(fact["n"] for fact in facts if fact["device"] == device)
        assert told == list(range(1, len(told) + 1)), "no hole, and no number told twice"
    assert hub.server.akeyi("journal", "verify").startswith("journal verified")
