"""A crowd: one tap pauses four tablets, one of them offline; 300 people inside, by number; everybody goes out."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import crowd
from playwright.sync_api import expect

from akeyi.testing.desk import Desk
from conftest import Hub

# Whatever has to travel: CI is slow, and four tablets share its cores.
SOON_MS = 60_000


def in_groups(card: str) -> str:
    return f"{card[:4]} {card[4:]}"


def is_paused(desk: Desk) -> None:
    expect(desk.page.get_by_test_id("paused")).to_be_visible(timeout=SOON_MS)


def sees(desk: Desk, people: int) -> None:
    """How many are still to be seen at the other place, as this tablet knows."""
    words = re.compile(rf"^{people} (person|people) not yet seen$")
    expect(desk.page.get_by_test_id("to-see")).to_have_text(words, timeout=SOON_MS)


def test_one_tap_pauses_every_tablet_and_everybody_is_looked_for_by_number(
    hub: Hub, new_tablet: Callable[[str, str], Desk]
) -> None:
    cards = hub.cards[: crowd.PEOPLE + crowd.HOUSEHOLDS]
    held, unheld, free = cards[30], cards[31], hub.cards[300]
    subprocess.run(
        [sys.executable, Path(crowd.__file__)],
        input=json.dumps({"cards": cards, "alone": held, "alone_with": "Évens", "with_nobody": unheld}),
        env=hub.server.environment | {"DJANGO_SETTINGS_MODULE": "akeyi.settings"},
        check=True,
        text=True,
    )
    manager, volunteer = new_tablet("Tablet 1", "Guerline"), new_tablet("Tablet 2", "Jacky")
    children, clerk = new_tablet("Tablet 3", "Évens"), new_tablet("Tablet 4", "Nadia")
    for desk in (manager, children, clerk):
        desk.station("safety")
        expect(desk.page.get_by_test_id("inside")).to_have_text(str(crowd.INSIDE), timeout=SOON_MS)

    # One tablet hears nobody, and its worker is in the middle of a name.
    clerk.station("register")
    clerk.loses_the_network()
    clerk.card(free, "Card of the person")
    clerk.type("Family name", "Half a na")
    manager.station("count")

    volunteer.tap(volunteer.button("Pause"))
    volunteer.done("The hall is paused on every tablet that hears it.")
    for desk in (volunteer, manager, children):
        is_paused(desk)
    expect(manager.page.locator("[data-station=stopped]")).to_be_visible()
    expect(clerk.page.get_by_label("Family name", exact=True)).to_be_visible()
    clerk.page.context.set_offline(False)
    is_paused(clerk)
    expect(clerk.page.get_by_label("Family name", exact=True)).to_be_hidden()
    clerk.station("leave")
    expect(clerk.page.get_by_label("Card number", exact=True)).to_be_visible()

    # The list is the test's own: everybody who came by card and has not left, and how many came without one.
    manager.station("safety")
    manager.tap(manager.button("Evacuate"))
    manager.done("Everybody goes out. Call the roll at the other place.")
    listed = [
        *(in_groups(card) for card in cards[crowd.GONE : crowd.PEOPLE]),
        *(f"{in_groups(card)} · {crowd.FIVE}" for card in cards[crowd.PEOPLE :]),
    ]
    for desk in (manager, children):
        expect(desk.page.get_by_test_id("paused")).to_contain_text("Everybody goes out", timeout=SOON_MS)
        assert sorted(desk.page.get_by_test_id("numbers").locator("li").all_inner_texts()) == sorted(listed)
        expect(desk.page.get_by_test_id("muster")).to_contain_text("280 with a card · 20 without a card")
        sees(desk, crowd.INSIDE)
    lone = children.page.get_by_test_id("lone-child")
    assert sorted(lone.all_inner_texts()) == sorted([f"{in_groups(held)}\nÉvens", f"{in_groups(unheld)}\nNobody"])

    # At the other place one of them has no network, and both add to one list once it has.
    for desk in (manager, children):
        desk.tap(desk.button("Roll-call"))
    children.loses_the_network()
    for card in cards[30:33]:
        children.card(card, "Next card")
        children.done(f"Card {in_groups(card)} seen")
    children.card(cards[-1], "Next card")
    children.type("How many of them are here?", "3")
    children.tap(children.button("Keep"))
    children.done(f"Card {in_groups(cards[-1])}: 3 seen")
    sees(children, crowd.INSIDE - 6)
    manager.card(cards[40], "Next card")
    manager.done(f"Card {in_groups(cards[40])} seen")
    manager.type("People without a card here", "20")
    manager.tap(manager.button("Keep"))
    manager.done("20 people without a card seen")
    children.page.context.set_offline(False)
    for desk in (manager, children):
        sees(desk, crowd.INSIDE - 27)
    last = manager.page.get_by_test_id("numbers").get_by_role("button", name=re.compile(in_groups(cards[-1])))
    expect(last).to_have_text(f"{in_groups(cards[-1])} · 2")

    # The hall goes on, and the half name stands where it stood.
    manager.tap(manager.button("Done"))
    manager.tap(manager.button("Go on"))
    manager.done("The hall goes on.")
    for desk in (volunteer, children, clerk):
        expect(desk.page.get_by_test_id("paused")).to_be_hidden(timeout=SOON_MS)
    clerk.station("register")
    expect(clerk.page.get_by_label("Family name", exact=True)).to_have_value("Half a na")
