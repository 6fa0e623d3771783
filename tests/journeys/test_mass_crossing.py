"""Three hours at a land crossing: 400 people in households' cards, two lanes, a bus, and every count conserved."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import crossing
from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

# Whatever has to travel: CI is slow, and four tablets share its cores.
SOON_MS = 60_000
NINE = {"woman": 2, "man": 1, "girl": 3, "boy": 2, "baby_girl": 1}
SEEDED = len(crossing.LANES) * crossing.HOUSEHOLDS
# What comes through each lane in the third hour, household by household; lane A begins with the family of nine.
THIRD_HOUR = {"A": (9, 11, 10, 10), "B": (10, 10, 10, 10)}
A, B = (crossing.LABELS[lane] for lane in crossing.LANES)


def open_household(desk: Desk, card: str, **groups: int) -> None:
    desk.card(card, "Card of the household")
    for group, people in groups.items():
        desk.set_group(group, people)
    desk.tap(desk.button(f"Open for {sum(groups.values())} people"))
    expect(desk.page.get_by_test_id("household-people")).to_have_text(str(sum(groups.values())))
    desk.tap(desk.button("Done"))


def from_token_to_bus(desk: Desk, card: str) -> int:
    """A family of nine with one worker, every page opened by a tap as in the hall; gives how many taps it took."""
    desk.open("#/")
    before = desk.taken.taps
    desk.tap(desk.button("Households"))
    desk.card(card, "Card of the household")
    for group, people in NINE.items():
        desk.set_group(group, people)
    desk.tap(desk.button("Open for 9 people"))
    expect(desk.page.get_by_test_id("household-people")).to_have_text("9")
    desk.tap(desk.button("What is due"))
    for item in ("Water", "Hot meal"):
        desk.tap(desk.button(re.compile(f"^Give: {item}"), exact=False))
        desk.done(re.compile(f"^Given: {item}"))
    desk.tap(desk.button("All stations"))
    desk.tap(desk.button("Trips"))
    get_on(desk, card, 9)
    return desk.taken.taps - before


def get_on(desk: Desk, card: str, people: int) -> None:
    """A whole household gets on the bus."""
    bus = desk.button(re.compile(f"^{crossing.BUS}"))
    field = desk.page.get_by_label("Next card", exact=True)
    expect(bus.or_(field)).to_be_visible()
    if not field.is_visible():
        desk.tap(bus)
    desk.card(card, "Next card")
    desk.tap(desk.button(f"On the bus: {people}"))
    desk.done(re.compile(f"^On the bus: {people}, card"))


def lane_row(table: Table, lane: str) -> object:
    return table.page.locator(f"tr[data-lane={lane}] .number")


def test_four_hundred_people_through_two_lanes(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    cards, live = hub.cards[:SEEDED], hub.cards[100:]
    subprocess.run(
        [sys.executable, Path(crossing.__file__)],
        input=json.dumps(cards),
        env=hub.server.environment | {"DJANGO_SETTINGS_MODULE": "akeyi.settings"},
        check=True,
        text=True,
    )
    lane_a, lane_b = new_tablet("Tablet 1", "Wilson"), new_tablet("Tablet 2", "Nadia")
    serving, buses = new_tablet("Tablet 3", "Évens"), new_tablet("Tablet 4", "Carline")
    of_a, of_b = live[:10], hub.cards[200:210]
    for desk, label, first in ((lane_a, A, of_a[0]), (lane_b, B, of_b[0])):
        desk.wait_for_arrival(label)
        desk.work_on(label)
        desk.open_roll(label, first)

    # Who waits outside is counted lane by lane, and ten minutes of the hour are a sample.
    for desk, people in ((lane_a, "60"), (lane_b, "25")):
        desk.station("count")
        desk.tap(desk.button(re.compile("^Waiting outside")))
        desk.type("People waiting outside", people)
        desk.tap(desk.button("Keep"))
        desk.done(f"{people} waiting outside")
    lane_b.tap(lane_b.button("Sample"))
    lane_b.type("People in 10 minutes", "70")
    expect(lane_b.page.get_by_text("About 420 in an hour, estimated")).to_be_visible()
    lane_b.tap(lane_b.button("Keep"))
    lane_b.done("70 came in 10 minutes")

    taps = from_token_to_bus(lane_a, of_a[0])
    assert taps <= 20, f"a family of nine took {taps} taps from the token to the bus"
    lane_a.station("households")
    for card, people in zip(of_a[1:], THIRD_HOUR["A"][1:], strict=False):
        open_household(lane_a, card, woman=people - 4, boy=4)
    lane_b.station("households")
    for card, people in zip(of_b, THIRD_HOUR["B"], strict=False):
        open_household(lane_b, card, woman=people - 4, boy=4)

    # Three go on with another card, one woman gets her own, one household loses its card: nobody appears or vanishes.
    split, hers, new = of_a[5:8]
    lane_a.card(of_a[1], "Card of the household")
    lane_a.tap(lane_a.button("Split"))
    lane_a.set_group("woman", 3)
    lane_a.tap(lane_a.button("3 to a new card"))
    lane_a.card(split, "New card")
    expect(lane_a.page.get_by_test_id("household-people")).to_have_text("8")
    lane_a.tap(lane_a.button("A card for one person"))
    lane_a.tap(lane_a.button("Woman"))
    lane_a.card(hers, "New card")
    expect(lane_a.page.get_by_test_id("household-people")).to_have_text("7")
    lane_a.tap(lane_a.button("Done"))
    lane_a.tap(lane_a.button("The card is lost"))
    lane_a.set_group("woman", 6)
    lane_a.set_group("boy", 4)
    lane_a.tap(lane_a.button(re.compile(re.escape(f"{of_a[3][:4]} {of_a[3][4:]}"))))
    lane_a.card(new, "New card")
    expect(lane_a.page.get_by_test_id("household-people")).to_have_text("10")
    for desk in (lane_a, lane_b):
        desk.wait_until_sent()

    # Served in a run, and onto the bus, at other tables than those that opened them.
    for desk in (serving, buses):
        for label in (A, B):
            expect(desk.column(label, "inside")).to_have_text("120", timeout=SOON_MS)
    assert serving.run_of("Water", [split, *of_b[:4]]) == 5
    buses.station("trips")
    get_on(buses, of_b[0], 10)
    get_on(buses, split, 3)
    expect(buses.page.get_by_test_id("on-the-bus")).to_have_text("22", timeout=SOON_MS)
    buses.tap(buses.button("It leaves now"))
    buses.done(f"{crossing.BUS} has left")
    for desk in (serving, buses):
        desk.wait_until_sent()

    # Outside, with a card, in the lane, served, served and still here, left; and what follows.
    table = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    table.sign_in("guerline", hub.passwords["guerline"])
    table.go("/office/crossing/")
    told = {"A": ["60", "200", "108", "132", "40", "92"], "B": ["25", "200", "110", "160", "70", "90"]}
    for lane, numbers in told.items():
        expect(lane_row(table, lane)).to_have_text(numbers, timeout=SOON_MS)
    expect(table.page.locator("[data-hours=B]").get_by_text("estimated").first).to_be_visible()
    expect(table.page.get_by_text(re.compile("^Send 2 buses to lane B: 70 people"))).to_be_visible()

    # Everybody who came is inside or left, on the hub and on a tablet that opened none of their cards.
    board = hub.board()
    came = {A: 160 + sum(THIRD_HOUR["A"]), B: 160 + sum(THIRD_HOUR["B"])}
    assert sum(came.values()) == 400
    assert {label: (board[label]["inside"] or 0) + (board[label]["left"] or 0) for label in came} == came
    assert (board[A]["left"], board[B]["left"]) == (92, 90)
    for label in came:
        expect(buses.column(label, "inside")).to_have_text(str(board[label]["inside"]), timeout=SOON_MS)
        expect(buses.column(label, "left")).to_have_text(str(board[label]["left"]), timeout=SOON_MS)
    hub.has_everything_once()
