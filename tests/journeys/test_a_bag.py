"""A bag's tag is tied to a card at the door; it goes back to that card alone; the office sees what waits."""

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

SOON_MS = 60_000


def in_groups(card: str) -> str:
    return f"{card[:4]} {card[4:]}"


def tag(desk: Desk, number: str) -> None:
    """Types a tag as a hand-held scanner would."""
    box = desk.page.get_by_label("Tag number", exact=True)
    box.fill(number)
    box.press("Enter")


def test_a_bag_goes_back_to_the_card_it_was_tied_to(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    door, exit_ = new_tablet("Tablet 1", "Jacky"), new_tablet("Tablet 2", "Nadia")
    rose, other = hub.cards[0], hub.cards[1]
    door.station("property")
    tag(door, "HT 0047-11")
    expect(door.page.get_by_test_id("tag")).to_have_text("HT004711")
    door.card(rose, "Card of the person")
    door.done(f"Tag HT004711 is tied to card {in_groups(rose)}")
    # A volunteer sees no list of what was found and what is missed.
    expect(door.button("Found and lost")).to_have_count(0)
    door.wait_until_sent()

    exit_.station("property")
    expect(exit_.page.get_by_test_id("bags")).to_have_text("1 bag waits here", timeout=SOON_MS)
    exit_.tap(exit_.button("Hand back a bag"))
    tag(exit_, "ht004711")
    exit_.card(other, "Card of the person")
    expect(exit_.page.get_by_role("alert")).to_contain_text("Do not hand it over")

    table = Table(browser.new_context(locale="en-US").new_page(), hub.address)
    table.sign_in("guerline", hub.passwords["guerline"])
    table.go("/office/property/")
    expect(table.page.get_by_role("row", name="HT004711")).to_contain_text(in_groups(rose))

    exit_.card(rose, "Card of the person")
    exit_.done(f"Bag HT004711 handed back to card {in_groups(rose)}")
    tag(exit_, "HT004711")
    expect(exit_.page.get_by_text("This bag was handed back already")).to_be_visible()

    # Who lost what before they came is told here, and read at the table of whoever looks after safety.
    exit_.tap(exit_.button("Found and lost"))
    exit_.tap(exit_.button("Lost before arrival"))
    exit_.type("What is it?", "A passport")
    exit_.type("Who keeps it?", "The guards at Laredo")
    exit_.card(rose, "Card of whoever lost it")
    exit_.done(f"Written down for card {in_groups(rose)}")
    expect(exit_.page.get_by_text("Nothing is on the list.")).to_be_visible()
    exit_.wait_until_sent()
    table.go("/office/property/")
    expect(table.page.get_by_text("No bag waits.")).to_be_visible()
    expect(table.page.get_by_role("row", name="A passport")).to_contain_text("The guards at Laredo")
