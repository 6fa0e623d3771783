"""Somebody complains on a tablet without a network, to whom they pick, and reads the answer; others find nothing."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, expect
from test_a_sealed_statement import forms_of
from test_nothing_stays_in_the_browser import files_with

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

SHOUTED, TOUCHED = "vermilion-whistle before the buses", "indigo-scarf behind the tent"
ANSWER = "He no longer works at the door. We are sorry."
ZONE = ZoneInfo("America/Port-au-Prince")


@contextmanager
def at_the_table(browser: Browser, hub: Hub, username: str) -> Iterator[Table]:
    context = browser.new_context(locale="en-US")
    yield Table(context.new_page(), hub.address).sign_in(username, hub.passwords[username])
    context.close()


def complains(desk: Desk, what: str, about: str, text: str, offered: list[str], to: str) -> str:
    """From the first question to the numbers, which it gives."""
    page = desk.page
    expect(page.get_by_role("heading", name="Tell us what is not right")).to_be_visible()
    desk.tap(desk.button(what))
    desk.tap(desk.button(about))
    desk.type("In your own words", text)
    desk.tap(desk.button("Go on"))
    takers = page.get_by_role("group", name="Who should read it?").get_by_role("button")
    expect(takers).to_have_count(2)
    assert sorted(name.split("\n")[0].split("UNHCR")[0].strip() for name in takers.all_inner_texts()) == offered
    expect(desk.button("Give it to them")).to_be_disabled()
    desk.tap(takers.filter(has_text=to))
    desk.tap(desk.button("Give it to them"))
    code = page.get_by_test_id("complaint-code")
    expect(code).to_have_text(re.compile(r"^(\d{3} ){3}\d{3}$"), timeout=60_000)
    numbers = code.inner_text()
    desk.tap(desk.button("Done"))
    return numbers


def reads(desk: Desk, numbers: str) -> str:
    """What whoever has the numbers reads on a tablet on which nobody is signed in."""
    page = desk.page
    desk.tap(desk.button("Tell us what is not right"))
    desk.tap(desk.button("I have numbers: read my answer"))
    desk.type("The twelve digits", numbers)
    desk.tap(desk.button("Show the answer"))
    expect(page.get_by_role("heading", name="The answer", exact=True)).to_be_visible(timeout=60_000)
    said = page.get_by_role("main").inner_text()
    desk.tap(desk.button("Done"))
    return said


def comes(table: Table, page: Page, words: str) -> None:
    """Looks again until the complaint is there; meanwhile the tablet's minutes pass."""
    for _ in range(60):
        table.go("/office/complaints/")
        if table.page.get_by_role("link", name=words).count():
            return
        page.clock.fast_forward("01:01")
        page.wait_for_timeout(1000)
    expect(table.page.get_by_role("link", name=words)).to_be_visible()


def everything_open_to(table: Table) -> str:
    """All that the pages of somebody's list say."""
    table.go("/office/")
    links = table.page.get_by_role("navigation").first.get_by_role("link").all()
    said = []
    for path in {link.get_attribute("href") for link in links}:
        if path and path.startswith("/office/"):
            table.go(path)
            said.append(table.page.content())
    assert said
    return "\n".join(said)


def test_told_offline_answered_at_the_office_read_by_its_numbers(
    hub: Hub, browser: Browser, tablets: Callable[..., TabletBrowser]
) -> None:
    tablet = tablets("Tablet 1", locale="en-US")
    desk = Desk(tablet.start().pages[0], hub.address)
    desk.enrol(hub.code_for("Tablet 1"))
    desk.sign_in("Jacky", hub.pins["Jacky"])
    desk.wait_until_sent()
    desk.lies_on_the_tablet()
    page = desk.page
    moment = datetime.now(ZONE).replace(hour=9, minute=17, second=23, microsecond=456_000) - timedelta(days=1)
    page.clock.install(time=moment)

    # Without a hub: the worker hands the tablet over, which locks it.
    hub.server.stop()
    desk.tap(desk.button("Hand the tablet to somebody who has a complaint"))
    expect(page.get_by_role("button", name=re.compile("Change worker"))).to_have_count(0)
    shouted = complains(desk, "Somebody treated me badly", "Red Cross", SHOUTED, ["Magalie", "Paulette"], "Magalie")
    expect(page.get_by_role("heading", name="Jacky")).to_be_visible()
    desk.tap(desk.button("Tell us what is not right"))
    touched = complains(
        desk, "Somebody touched me, or asked me for love or sex", "IOM", TOUCHED, ["Dieuseul", "Magalie"], "Magalie"
    )

    # The hub comes back, and the shift ends.
    hub.server.start()
    page.clock.fast_forward("05:00:00")
    with at_the_table(browser, hub, "magalie") as magalie:
        comes(magalie, page, "Treated badly")
        comes(magalie, page, "Touched, or asked for love or sex")
        magalie.page.get_by_role("link", name="Treated badly").click()
        expect(magalie.page.get_by_text(SHOUTED)).to_be_visible()
        expect(magalie.page.get_by_text("Red Cross")).to_be_visible()

        # Whoever has the numbers is told to come again, or whom to see: alike, whatever it is about.
        waiting = [reads(desk, numbers) for numbers in (shouted, touched)]
        assert waiting[0] == waiting[1]
        assert "There is no answer yet." in waiting[0] and "Magalie" in waiting[0]

        magalie.page.get_by_label("The answer").fill(ANSWER)
        magalie.page.get_by_role("button", name="Answer, and close it").click()
        expect(magalie.page.get_by_text("Answered. Whoever has the numbers can read it now.")).to_be_visible()
        magalie.page.get_by_role("link", name="Touched, or asked for love or sex").click()
        expect(magalie.page.get_by_text(TOUCHED)).to_be_visible()
        expect(magalie.page.get_by_label("The answer")).to_have_count(0)
        whom = magalie.page.get_by_label("Whom they can see about it")
        whom.select_option(whom.get_by_role("option").filter(has_text="Magalie").get_attribute("value"))
        magalie.page.get_by_role("button", name="Answer, and close it").click()
        expect(magalie.page.get_by_text("Answered. Whoever has the numbers can read it now.")).to_be_visible()

    assert ANSWER in reads(desk, shouted)
    said = reads(desk, touched).split("\n")
    assert [line for line in said if line.strip()][1:] == [
        "You can go and see: Magalie",
        "UNHCR · Blue container behind the water, mornings",
    ]
    with at_the_table(browser, hub, "nadia") as nadia:
        nadia.go("/office/complaints/answer")
        nadia.page.get_by_label("The twelve digits").fill(shouted)
        nadia.page.get_by_role("button", name="Show the answer").click()
        expect(nadia.page.get_by_text(ANSWER)).to_be_visible()

    # Of the Red Cross, of IOM, who runs the site, who answers others' complaints: nobody finds a word.
    for username in ("fritz", "dieuseul", "guerline", "paulette", "solange"):
        with at_the_table(browser, hub, username) as table:
            found = everything_open_to(table)
            for words in ("vermilion", "indigo", ANSWER):
                assert words not in found, (username, words)
    tablet.close()
    files = {file: file.read_bytes() for file in hub.server.var.rglob("*") if file.is_file()}
    hits = [
        (word, str(file))
        for word in ("vermilion-whistle", "indigo-scarf", ANSWER, shouted, shouted.replace(" ", ""))
        for form in forms_of(word)
        for file, content in files.items()
        if form in content
    ]
    hits += [(word, file) for word in ("vermilion", "indigo") for file in files_with(Path(tablet.profile), word)]
    assert hits == []
