"""A lone child from first sight to hand-over, a wrong adult and a shift change without a network in the middle."""

import base64
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
    clerk.lies_on_the_tablet()
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


# A picture of a tablet's camera: large, of many small things, and with a word beside it of where it was taken.
TAKEN_AT = b"18.5790N 72.2924W"
DRAW = """async () => {
  const canvas = new OffscreenCanvas(1600, 1200), context = canvas.getContext("2d");
  let drawn = 1;
  for (let x = 0; x < 1600; x += 5)
    for (let y = 0; y < 1200; y += 5) {
      drawn = (drawn * 48271) % 2147483647;
      context.fillStyle = `rgb(${drawn % 256}, ${(drawn >> 8) % 256}, ${(drawn >> 16) % 256})`;
      context.fillRect(x, y, 5, 5);
    }
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
  const reader = new FileReader();
  await new Promise((done) => { reader.onload = done; reader.readAsDataURL(blob); });
  return reader.result.split(",")[1];
}"""


def test_a_photo_is_asked_for_drawn_small_and_says_nothing_of_where_it_was_taken(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk = new_tablet("Tablet 1", "Évens")
    page, card = desk.page, hub.cards[0]
    desk.start_without_notice("Flight")
    desk.station("register")
    desk.card(card, "Card of the person")
    desk.tap(desk.button("Boy"))
    desk.tap(desk.button("Alone: I stay with them"))
    desk.tap(desk.button("By card only"))
    desk.station("children")
    desk.card(card)
    desk.tap(desk.button("Cannot say their name"))

    # First the question, in words that can be heard; the worker answers for a child who cannot.
    photo = page.get_by_label("Take the photo", exact=True)
    expect(desk.button("Ask for the photo first")).to_be_visible()
    expect(photo).to_have_count(0)
    desk.tap(desk.button("Ask for the photo first"))
    expect(page.get_by_text("May we take a photo of you, to find your family?")).to_be_visible()
    for answered in ("A child-protection worker", "Cannot speak or understand", "Yes"):
        desk.tap(desk.button(answered))

    photo.set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"})
    expect(page.get_by_role("alert").filter(has_text="cannot read this photo")).to_be_visible()
    large = base64.b64decode(page.evaluate(DRAW))
    beside = b"Exif\0\0" + TAKEN_AT
    large = large[:2] + b"\xff\xe1" + (len(beside) + 2).to_bytes(2, "big") + beside + large[2:]
    assert len(large) > 500_000
    photo.set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": large})
    shown = page.get_by_role("img", name="Photo", exact=True)
    expect(shown).to_be_visible(timeout=30_000)
    sides = shown.evaluate("async (e) => { await e.decode(); return [e.naturalWidth, e.naturalHeight]; }")
    assert 100 <= max(sides) <= 320 and round(sides[0] / sides[1], 1) == 1.3
    desk.wait_until_sent()

    context = browser.new_context(locale="en-US")
    office = Table(context.new_page(), hub.address).sign_in("evens", hub.passwords["evens"])
    office.go("/office/care/")
    link = office.page.get_by_role("main").get_by_role("link", name="Photo").get_attribute("href")
    kept = office.page.request.get(hub.address + str(link)).body()
    assert kept[:3] == b"\xff\xd8\xff" and len(kept) * 4 / 3 <= 14_004
    assert TAKEN_AT not in kept and b"Exif" not in kept

    # Taken back, it is gone for everybody.
    desk.tap(desk.button("Take the photo back"))
    expect(shown).to_have_count(0)
    desk.wait_until_sent()
    assert office.page.request.get(hub.address + str(link)).status == 404
    context.close()


def came(desk: Desk, name: str, who: str, paper: str) -> None:
    """Somebody comes for the child who is open at the station Children."""
    desk.tap(desk.button("Somebody comes for the child"))
    desk.type("Name of who comes", name)
    desk.tap(desk.page.get_by_role("group", name="Says to be").get_by_role("button", name=who, exact=True))
    desk.tap(desk.button(paper))
