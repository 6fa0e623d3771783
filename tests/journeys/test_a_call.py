"""Somebody agrees to a call offline, with a word of their own; a week later the phone desk calls them."""

import os
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, expect

from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

NUMBER, OTHERS_NUMBER, WORD, NAME = "+50937001122", "+50938002233", "Lanmè", "Ti Rose"
SOON_MS = 60_000
# Every process of a server that begins with this has slept for a week.
A_WEEK_LATER = """
import datetime
import time_machine
time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=7, minutes=5), tick=True).start()
"""


def agrees(desk: Desk, card: str, number: str, word: str) -> None:
    """From the person's page to a number that is kept."""
    page = desk.page
    desk.station("cards")
    desk.card(card)
    desk.tap(desk.button("Consent"))
    desk.tap(desk.button("Ask: A call later"))
    expect(page.get_by_test_id("recorded-words")).not_to_be_empty()
    desk.tap(desk.button("Yes"))
    desk.done("A call later: Yes")
    desk.type("Phone number", number)
    desk.tap(desk.button("A relative's"))
    for hours in ("Morning, 8–12", "Afternoon, 12–17", "Evening, 17–21", "Night, 21–8"):
        desk.tap(desk.button(hours))
    desk.tap(page.get_by_role("group", name="In which language?").get_by_role("button", name="Creole"))
    desk.type("A word that only they know", word)
    desk.type("What to call them (may stay empty)", NAME)
    desk.tap(desk.button("Keep it"))
    desk.done("Number and word are kept. Nobody in the hall reads them again.")


def test_agreed_offline_called_after_a_week_and_not_who_took_it_back(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk], tmp_path: Path
) -> None:
    rose, jean = hub.cards[:2]
    desk = new_tablet("Tablet 1", "Nadia")
    desk.open_roll(desk.start_without_notice("Flight"), rose)
    desk.register(rose, "woman", 30, "Dorvil", "Rose")
    desk.register(jean, "man", 41, "Dorvil", "Jean")
    desk.wait_until_sent()

    desk.loses_the_network()
    agrees(desk, rose, NUMBER, WORD)
    desk.tap(desk.button("Back"))
    desk.tap(desk.button("Done"))
    agrees(desk, jean, OTHERS_NUMBER, "zaboka")
    desk.tap(desk.button("They take it back: A call later"))
    desk.done("A call later: Taken back")
    desk.page.context.set_offline(False)
    desk.wait_until_sent()
    desk.page.context.close()

    hub.server.stop()
    (tmp_path / "sitecustomize.py").write_text(A_WEEK_LATER)
    hub.server.environment["PYTHONPATH"] = os.pathsep.join(
        [str(tmp_path), *filter(None, [hub.server.environment.get("PYTHONPATH")])]
    )
    hub.server.start()

    context = browser.new_context(locale="en-US")
    ketsia = Table(context.new_page(), hub.address).sign_in("ketsia", hub.passwords["ketsia"])
    page = ketsia.page
    expect(page.get_by_role("heading", name="Calls", exact=True)).to_be_visible(timeout=SOON_MS)
    expect(page.get_by_role("link", name="After 7 days")).to_have_count(1)
    for secret in (NUMBER, OTHERS_NUMBER, WORD, NAME):
        assert secret not in page.content()

    page.get_by_role("link", name="After 7 days").click()
    expect(page.get_by_role("button", name="Show the number")).to_be_visible(timeout=SOON_MS)
    assert NUMBER not in page.content()
    page.get_by_role("button", name="Show the number").click()
    expect(page.get_by_text(NUMBER)).to_be_visible(timeout=SOON_MS)
    expect(page.get_by_text("Ki mo ou te chwazi a?")).to_be_visible()
    assert NAME not in page.content() and "Red Cross" not in page.get_by_role("main").inner_text()

    # Whoever picked up says another word, then somebody fetches the person.
    page.get_by_label("The word they say").fill("mango")
    page.get_by_role("button", name="Is it the word?").click()
    expect(page.get_by_text("This is not the word they chose.")).to_be_visible(timeout=SOON_MS)
    assert NAME not in page.content()
    page.get_by_label("The word they say").fill("LANME")
    page.get_by_role("button", name="Is it the word?").click()
    expect(page.get_by_text(f"They are called {NAME}.")).to_be_visible(timeout=SOON_MS)
    expect(page.get_by_text("Now say who you are: Ketsia, of Red Cross.")).to_be_visible()
    page.get_by_label("Left the country again").check()
    page.get_by_label("Did not receive it").check()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Thank you. It is kept without a name.")).to_be_visible(timeout=SOON_MS)
    expect(page.get_by_text("Nobody is to be called at this hour.")).to_be_visible()
    expect(page.get_by_role("cell", name="Reached")).to_be_visible()
    context.close()
    assert not [word for word in (NUMBER, WORD, NAME, "LANME", "mango") if word in hub.server.said]
