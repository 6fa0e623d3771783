"""A woman hands her card back side up at Count; she is heard in a corner, offline, and sent to a lawyer at her wish.

The lawyers answer by a link, and nobody else in the hall learns that anything was asked, said or sent.
"""

import base64
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, Page, expect

from akeyi.people.cards.series import Series
from akeyi.people.cards.texts import back_text
from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

# What she said, in words that stand nowhere by chance.
NEED = "Zabriskie fears the road home"
NUMBER = "+509 3700 4477"
# Words that would tell a colleague what it was about, wherever they stand beside her card.
TELLING = (
    "private talk",
    "Private talk",
    "Sent to a service",
    "legal_help",
    "Contact with UNHCR",
    "referral_protection",
)


def back_of(hub: Hub, number: str) -> str:
    """What a camera reads on the back of a card."""
    database = sqlite3.connect(f"file:{hub.server.var / 'akeyi.sqlite3'}?mode=ro", uri=True)
    name, prefix, secret, count, roll_size = database.execute(
        "SELECT name, prefix, secret, count, roll_size FROM people_series WHERE prefix = ?", [number[:3]]
    ).fetchone()
    database.close()
    series = Series(name, prefix, base64.b64decode(secret), count, roll_size)
    return back_text(number, series.back_token(series.draw().index(number)))


@contextmanager
def at_the_table(browser: Browser, hub: Hub, username: str) -> Iterator[Table]:
    context = browser.new_context(locale="en-US")
    yield Table(context.new_page(), hub.address).sign_in(username, hub.passwords[username])
    context.close()


def everything_at_the_table(table: Table, card: str, more: list[str]) -> dict[str, str]:
    """Every page that somebody reaches from the board by links, what a search finds, and addresses that they guess."""
    found: dict[str, str] = {}
    todo = ["/office/", *more]
    table.go("/office/")
    if table.page.get_by_role("link", name="People", exact=True).count():
        table.go("/office/people/")
        table.page.get_by_role("searchbox").fill(card)
        table.page.get_by_role("searchbox").press("Enter")
        table.page.wait_for_load_state("networkidle")
        todo += links_of(table.page)
        found["search"] = table.page.content()
    while todo and len(found) < 120:
        path = todo.pop(0)
        if path in found or path.startswith("/office/my/"):
            continue
        answer = table.page.request.get(urljoin(table.address, path))
        found[path] = answer.text() if "text" in answer.headers.get("content-type", "") else answer.body().hex()
        todo += [one for one in re.findall(r'href="(/office/[^"#]*)"', found[path]) if one not in found]
    return found


def links_of(page: Page) -> list[str]:
    hrefs = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    return [urlsplit(one).path for one in hrefs if urlsplit(one).path.startswith("/office/")]


def test_what_is_asked_without_a_word_reaches_a_lawyer_and_nobody_else(
    hub: Hub, browser: Browser, new_tablet: Callable[[str, str], Desk]
) -> None:
    card = hub.cards[0]
    clerk, hers = new_tablet("Tablet 1", "Wilson"), new_tablet("Tablet 2", "Roseline")
    flight = clerk.start_without_notice("Flight")
    clerk.open_roll(flight, card)
    clerk.station("count")
    clerk.tap(clerk.button("Card now"))
    clerk.tap(clerk.page.get_by_test_id("tap-woman"))
    clerk.card(back_of(hub, card))
    # What the clerk sees is what they see for every card.
    clerk.done(f"Counted, card {card[:4]} {card[4:]}")
    for word in TELLING:
        expect(clerk.page.locator("main")).not_to_contain_text(word)
    clerk.wait_until_sent()

    hers.station("screen")
    asks = hers.page.get_by_role("region", name="Please come")
    expect(asks.get_by_role("button", name=re.compile(f"^{card[:4]} {card[4:]}"))).to_be_visible(timeout=30_000)
    page = hers.page
    hers.lies_on_the_tablet()
    hub.server.kill()

    hers.tap(asks.get_by_role("button", name=re.compile(f"^{card[:4]} {card[4:]}")))
    hers.tap(hers.button("A woman"))
    hers.tap(hers.button(re.compile("^(▲ )?Orange"), exact=False))
    hers.tap(hers.button("Sent to a service"))
    hers.tap(hers.button("Send to a service"))
    expect(page.get_by_text("Dwa pou Tout")).to_have_count(1)  # her papers need no wish, a lawyer does
    hers.tap(hers.button("Ask: Contact with UNHCR or legal aid"))
    expect(page.get_by_text("Do you wish to be in touch")).to_be_visible()
    hers.tap(hers.button("Yes"))
    hers.tap(hers.button(re.compile("^Dwa pou Tout.*Legal aid"), exact=False))
    for item, said in (("Phone", NUMBER), ("What is asked for", NEED)):
        hers.tap(hers.button(item))
        hers.type(f"{item}, as it is told", said)
    hers.tap(hers.button("Next: do they agree?"))
    expect(page.get_by_text(NEED)).to_be_visible()
    hers.tap(hers.button("Yes"))
    hers.done("Kept. The office sends it.")
    slip = page.locator(".slip").inner_text()
    assert "Rue des Miracles 14, blue gate" in slip and "egal" not in slip and "Dwa" not in slip
    case = "".join(re.findall(r"\b[A-Z2-9]{3} [A-Z2-9]{3}\b", slip)).replace(" ", "")
    hers.tap(hers.button("Back"))
    hers.tap(hers.button("We talked"))

    hub.server.start()
    hers.wait_until_sent()
    with at_the_table(browser, hub, "roseline") as table:
        table.go("/office/referrals/")
        table.page.get_by_role("link", name=case).click()
        expect(table.page.get_by_role("heading", level=1)).to_contain_text("Not sent yet")
        referral = urlsplit(table.page.url).path
        table.page.get_by_role("button", name="Make a link").click()
        address = table.page.locator("code").inner_text()
        code = table.page.locator("p.number.lead").inner_text()
    person = person_of(hub, card)

    lawyers = browser.new_context(locale="en-US").new_page()
    lawyers.goto(address)
    expect(lawyers.get_by_text(NEED)).to_have_count(0)
    lawyers.get_by_label("The code that you were given apart").fill(code)
    lawyers.get_by_role("button", name="Open").click()
    expect(lawyers.get_by_text(NEED)).to_be_visible()
    assert NUMBER in lawyers.content() and card not in lawyers.content().replace(" ", "")
    lawyers.get_by_role("button", name="We have received it").click()
    expect(lawyers.get_by_role("button", name="We accept it")).to_be_visible()

    guessed = [referral, "/office/referrals/", f"/office/people/{person}/", f"/office/people/{person}/refer"]
    secrets = (NEED, NUMBER, NUMBER.replace(" ", ""), case)
    for username in ("wilson", "carline", "edner", "marc"):
        with at_the_table(browser, hub, username) as table:
            shown = everything_at_the_table(table, card, [*guessed, urlsplit(address).path])
            assert len(shown) > 4, username
            assert (card[4:] in shown.get("search", "")) == (username in ("wilson", "carline")), username
            leaked = [(path, one) for path, text in shown.items() for one in secrets if one in text]
            # The page of the directory says what services there are; nothing beside her card says why.
            about_her = [text for path, text in shown.items() if person in path or path == "search"]
            leaked += [(username, one) for text in about_her for one in TELLING if one in text]
            assert leaked == [], username

    for name, label in (("Wilson", "Tablet 3"), ("Carline", "Tablet 4")):
        colleague = new_tablet(label, name)
        for place in ("serve", "cards"):
            colleague.station(place)
            colleague.card(card)
            expect(colleague.page.get_by_test_id("person")).to_be_visible(timeout=20_000)
            text = colleague.page.locator("body").inner_text()
            assert not [one for one in (*secrets, "Orange", "Sent to a service") if one in text], (name, place)
        colleague.station("screen")
        expect(colleague.page.get_by_role("heading", name="Where do you work?")).to_be_visible()

    with at_the_table(browser, hub, "roseline") as table:
        table.go(referral)
        expect(table.page.get_by_role("heading", level=1)).to_contain_text("Received")
        table.page.get_by_role("button", name="The person takes it back").click()
        table.go("/office/referrals/")
        expect(table.page.get_by_text("tell them by voice")).to_be_visible()
        lawyers.reload()
        expect(lawyers.get_by_role("heading", level=1)).to_have_text("Taken back: delete what you hold")
        assert not [one for one in secrets if one in lawyers.content()]
        lawyers.get_by_role("button", name="We have deleted it").click()
        expect(lawyers.get_by_text("Nothing more is needed")).to_be_visible()
        table.page.reload()
        expect(table.page.get_by_text("tell them by voice")).to_have_count(0)
    assert not [one for one in (*secrets, urlsplit(address).path.split("/")[2]) if one in hub.server.said]
    hub.has_everything_once()


def person_of(hub: Hub, card: str) -> str:
    """The id in the address of her page."""
    database = sqlite3.connect(f"file:{hub.server.var / 'akeyi.sqlite3'}?mode=ro", uri=True)
    [subject] = database.execute("SELECT hex(subject) FROM people_reception WHERE card = ?", [card]).fetchone()
    database.close()
    return re.sub(r"(.{8})(.{4})(.{4})(.{4})(.{12})", r"\1-\2-\3-\4-\5", subject.lower())
