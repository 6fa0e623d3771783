"""Two roads, one of them closed: who goes where, who is on which bus, what leaves all the same, what arrived."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

SOON_MS = 60_000


def add_road(table: Table, to: str, via: str) -> None:
    page = table.page
    table.go("/office/roads/new/")
    page.get_by_label("Where to").select_option(label=to)
    page.get_by_label("Which way").fill(via)
    page.get_by_label("Minutes as a rule").fill("420")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name=to, exact=True)).to_be_visible()


def say_how_it_is(table: Table, to: str, status: str, said_by: str, until: str = "") -> None:
    page = table.page
    table.go("/office/roads/")
    page.get_by_role("link", name=re.compile(f"Say how it is {to}")).click()
    page.get_by_label(status).check()
    page.get_by_label("Who says so").fill(said_by)
    if until:
        page.get_by_label("Until").fill(until)
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_role("row").filter(has_text=to)).to_contain_text(said_by)


def add_trip(table: Table, vehicle: str, road: str) -> None:
    page = table.page
    table.go("/office/trips/new/")
    option = page.get_by_label("Road").locator("option", has_text=road)
    page.get_by_label("Road").select_option(option.get_attribute("value"))
    page.get_by_label("Vehicle").fill(vehicle)
    page.get_by_label("Seats").fill("30")
    page.get_by_label("Driver").fill("Driver 2")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(vehicle)


def get_on(desk: Desk, vehicle: str, *cards: str) -> None:
    desk.station("trips")
    desk.tap(desk.button(re.compile(f"^{vehicle}")))
    on_it = desk.page.get_by_test_id("on-the-bus")
    before = int(on_it.inner_text())
    for n, card in enumerate(cards, 1):
        desk.card(card, "Next card")
        expect(on_it).to_have_text(str(before + n))


def test_buses_leave_on_the_roads_that_are_open(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    table = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    table.sign_in("guerline", hub.passwords["guerline"])
    page = table.page
    add_road(table, "Nord", "RN1")
    add_road(table, "Sud-Est", "RN4")
    say_how_it_is(table, "Nord", "Road closed", "The radio", "2099-01-01T18:00")
    say_how_it_is(table, "Sud-Est", "Road open", "The driver of the morning bus")
    add_trip(table, "White bus", "Nord")
    add_trip(table, "Blue bus", "Sud-Est")

    rose, jean, marie, paul = hub.cards[:4]
    desk, other = new_tablet("Tablet 1", "Wilson"), new_tablet("Tablet 2", "Carline")
    label = desk.start_without_notice("Flight")
    desk.open_roll(label, rose)
    desk.station("register")
    desk.card(rose, "Card of the person")
    desk.goes_to("leogane", found="Léogâne")
    for typed, found in (("sitad", "Milot"), ("okap", "Cap-Haïtien")):
        desk.tap(desk.page.get_by_label("Going to", exact=True))
        desk.goes_to(typed, found=found)
    desk.tap(desk.button("Woman"))
    desk.type("Given name", "Rose-Laure")
    desk.tap(desk.button("Register"))
    desk.done(re.compile("is registered"))
    desk.register(jean, "man", given_names="Jean-Rony")
    desk.register(marie, "woman", given_names="Marie-Ange")
    desk.register(paul, "man", given_names="Paul")
    desk.wait_until_sent()

    # Nothing leaves on a closed road unless somebody is named for it, with a second worker.
    get_on(desk, "White bus", rose)
    expect(desk.page.get_by_text(re.compile("^The road is closed until .*, says: The radio"))).to_be_visible()
    desk.card(rose, "Next card")
    expect(desk.page.get_by_text(re.compile("is on this bus already"))).to_be_visible()
    desk.tap(desk.button("It leaves now"))
    expect(desk.button("It leaves all the same")).to_be_disabled()
    desk.type("Why it leaves all the same", "The convoy of the Red Cross goes ahead")
    second = desk.page.get_by_label("Second worker", exact=True)
    second.select_option(second.locator("option", has_text=re.compile("^Nadia")).get_attribute("value"))
    desk.type("Their PIN", hub.pins["Nadia"])
    desk.tap(desk.button("It leaves all the same"))
    desk.done("White bus has left")
    desk.wait_until_sent()

    # Whoever does not travel today gets a bed, and stands on the list of the night.
    desk.station("trips")
    desk.tap(desk.button("A bed for the night"))
    desk.card(paul, "Next card")
    desk.tap(desk.button("With the men"))
    desk.done(re.compile("With the men$"))
    expect(desk.page.get_by_test_id("night-men")).to_contain_text("1")
    desk.wait_until_sent()
    table.go("/office/nights/")
    men = page.locator("section").filter(has=page.get_by_role("heading", name="Beds for men 1"))
    expect(men.get_by_role("link", name=f"{paul[:4]} {paul[4:]}")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("Paul")

    # The other tablet meets nobody for a while: people get on, and the bus leaves.
    other.wait_for_roll(label)
    other.station("trips")
    expect(other.button(re.compile(r"^Blue bus · Sud-Est · RN4.*road open"))).to_be_visible(timeout=SOON_MS)
    other.loses_the_network()
    get_on(other, "Blue bus", jean, marie)
    other.tap(other.button("It leaves now"))
    other.done("Blue bus has left")
    table.go("/office/trips/")
    blue = page.get_by_role("row").filter(has_text="Blue bus")
    expect(blue).to_contain_text("Still here")
    other.page.context.set_offline(False)
    other.wait_until_sent()
    table.go("/office/trips/")
    expect(blue).to_contain_text(re.compile(r"2\s*of 30 seats"))
    expect(blue).to_contain_text("Under way")
    expect(page.get_by_role("row").filter(has_text="White bus")).not_to_contain_text("nobody is named")
    page.get_by_role("link", name="White bus").click()
    expect(page.get_by_text("The convoy of the Red Cross goes ahead · Wilson · Nadia")).to_be_visible()

    # The driver has numbers, seats and stops; whoever hears of them says so.
    page.get_by_role("link", name="Driver's list").click()
    expect(page.get_by_role("row").filter(has_text=f"{rose[:4]} {rose[4:]}")).to_contain_text("Cap-Haïtien")
    expect(page.get_by_role("main")).not_to_contain_text("Rose-Laure")
    table.go("/office/trips/")
    page.get_by_role("link", name="Blue bus").click()
    page.get_by_label("They have arrived").check()
    page.get_by_label("Who says so").fill("Driver 2")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("main")).to_contain_text("They have arrived · Driver 2")
    table.go("/office/trips/")
    expect(blue).to_contain_text("Arrived")
    board = hub.board()[label]
    assert (board["inside"], board["left"]) == (1, 3)
    hub.has_everything_once()
