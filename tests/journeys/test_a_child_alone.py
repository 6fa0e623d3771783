"""A lone child from first sight to hand-over, a wrong adult and a shift change without a network in the middle."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub


def test_a_lone_child_from_first_sight_to_hand_over(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    # Évens was on the first tablet once, so it knows them without the hub.
    clerk, protection = new_tablet("Tablet 1", "Évens"), new_tablet("Tablet 2", "Évens")
    clerk.change_worker()
    clerk.sign_in("Wilson", hub.pins["Wilson"])
    clerk.start_without_notice("Flight")
    card = hub.cards[0]

    # First sight: one tap, and the clerk stays with the child.
    clerk.station("register")
    clerk.card(card, "Card of the person")
    clerk.tap(clerk.button("Girl"))
    clerk.type("Given name", "Naïma")
    clerk.tap(clerk.button("Alone: I stay with them"))
    clerk.done("You stay with the child. Hand over before you go.")
    clerk.tap(clerk.button("Register"))
    clerk.wait_until_sent()

    # The shift ends with no network: not before the next worker takes over with their PIN.
    hub.server.kill()
    page = clerk.page
    clerk.tap(clerk.button(re.compile("Change worker"), exact=False))
    expect(page.get_by_role("heading", name="Hand over")).to_be_visible()
    clerk.choose("Who takes over?", "Évens")
    clerk.type("Their PIN", "000000")
    clerk.tap(clerk.button("I take over"))
    expect(page.get_by_role("alert")).to_contain_text("The PIN is not right.", timeout=30_000)
    clerk.type("Their PIN", hub.pins["Évens"])
    clerk.tap(clerk.button("I take over"))
    expect(page.get_by_role("heading", name="Who works here now?")).to_be_visible(timeout=30_000)
    hub.server.start()

    # Child protection finds the child with its own name beside it, and writes down a wrong adult and the right service.
    station = protection.page
    expect(station.get_by_role("button", name=re.compile("^Children"))).to_contain_text("1 in care", timeout=90_000)
    protection.station("children")
    expect(station.get_by_role("button", name=re.compile("Naïma"))).to_contain_text("Évens", timeout=30_000)
    protection.tap(station.get_by_role("button", name=re.compile("Naïma")))
    expect(station.get_by_test_id("situation")).to_have_text("Unaccompanied child")
    protection.tap(protection.button("A foster family"))
    came(protection, "Jean Wrong", "Relative", "Paper says otherwise")
    expect(protection.button("May take the child")).to_be_disabled()
    protection.tap(protection.button("Turned away"))
    expect(station.get_by_text("Turned away: Jean Wrong")).to_be_visible()
    came(protection, "Byennèt Timoun", "A service", "Paper seen")
    protection.tap(protection.button("May take the child"))
    expect(station.get_by_text("May take the child: Byennèt Timoun")).to_be_visible()
    protection.wait_until_sent()

    # At the door a clerk learns that child protection is asked, and nothing else.
    clerk.sign_in("Wilson", hub.pins["Wilson"])
    clerk.station("leave")
    clerk.card(card)
    expect(page.get_by_role("heading", name="Ask child protection")).to_be_visible()
    assert not re.search("Naïma|Unaccompanied|Jean Wrong|Byennèt", page.content())
    expect(clerk.button("By own wish")).to_have_count(0)

    # To the service that was written down, and with a second worker.
    protection.station("leave")
    protection.card(card)
    protection.tap(protection.button("Next: how"))
    protection.tap(protection.button("Collected"))
    protection.type("Name of the adult", "Jean Wrong")
    protection.choose("Second worker", "Wilson (needs the hub)")
    protection.type("Their PIN", hub.pins["Wilson"])
    protection.tap(protection.button("I saw a paper with this name"))
    expect(protection.button("Release the child")).to_be_disabled()
    protection.tap(protection.button("May take the child: Byennèt Timoun"))
    protection.tap(protection.button("Release the child"))
    protection.done("1 person left: Collected")
    protection.wait_until_sent()

    context = browser.new_context(locale="en-US")
    office = Table(context.new_page(), hub.address).sign_in("guerline", hub.passwords["guerline"])
    office.go("/office/care/")
    expect(office.page.get_by_role("main")).to_contain_text("Nobody has to be with a child now.")
    office.go("/office/children/")
    expect(office.page.get_by_role("main")).to_contain_text("No release waits to be looked at.")
    context.close()
    hub.has_everything_once()


def came(desk: Desk, name: str, who: str, paper: str) -> None:
    """Somebody comes for the child who is open at the station Children."""
    desk.tap(desk.button("Somebody comes for the child"))
    desk.type("Name of who comes", name)
    desk.tap(desk.page.get_by_role("group", name="Says to be").get_by_role("button", name=who, exact=True))
    desk.tap(desk.button(paper))
