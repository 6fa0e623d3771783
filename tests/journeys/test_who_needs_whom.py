"""Somebody asks for a private talk without a word, others are red or orange: who comes learns it, nobody else does."""

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from wire import Wire

from akeyi.people.cards.numbers import spoken
from akeyi.people.cards.series import Series, secret_from_text
from akeyi.people.cards.texts import back_text
from akeyi.testing.browser import TABLET
from akeyi.testing.desk import Desk
from akeyi.testing.server import Server
from akeyi.testing.table import Table
from conftest import Hub, opened

HAND_ON = "Private talk, or seen soon"
# What only those who act on it may have on their tablet.
HIDDEN = {
    f"screening.{kind}"
    for kind in (
        "triage", "seen", "last_word", "request", "met", "health_need", "child_need", "protection_need",
        "answer_protection", "form_protection",
    )
}  # fmt: skip
# What one of the people answers in private; it is looked for everywhere.
NUMBER = "+509 3700 1122"


@dataclass
class Tablet:
    """One tablet, and the wire to the hub that only it uses."""

    desk: Desk
    wire: Wire

    @property
    def sent(self) -> set[str]:
        """The kinds of all facts that the hub has sent to it."""
        return {fact["kind"] for answer in self.wire.pulled for fact in json.loads(answer).get("facts", [])}


@dataclass
class Hall:
    """A flight has landed; everybody holds the next card of the roll. `people`: cards of those it is about."""

    hub: Hub
    browser: Browser
    series: Series
    cards: Iterator[str]
    tablets: dict[str, Tablet] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)

    def tablet(self, worker: str) -> Desk:
        """The tablet of a worker, with them signed in."""
        if worker not in self.tablets:
            wire = Wire(self.hub.server)
            context = self.browser.new_context(locale="en-US", timezone_id="America/Port-au-Prince", **TABLET)
            desk = Desk(context.new_page(), wire.address)
            desk.enrol(self.hub.code_for(f"Tablet of {worker}"))
            desk.sign_in(worker, self.hub.pins[worker])
            self.tablets[worker] = Tablet(desk, wire)
        return self.tablets[worker].desk

    def back_of(self, card: str) -> str:
        """What the code on the back of a card says."""
        place = self.series.index_of(card)
        assert place is not None
        return back_text(card, self.series.back_token(place))

    def somebody(self, name: str, group: str = "woman", age: int | None = 30) -> str:
        """The clerk registers somebody; gives their card."""
        card = self.people[name] = next(self.cards)
        self.tablet("Wilson").register(card, group, age, "Dorvil", name)
        return card

    def told(self, table: str, field: str) -> list[object]:
        """One field of everything of a kind that the hub holds, in the order in which it was told."""
        database = sqlite3.connect(f"file:{self.hub.server.var / 'akeyi.sqlite3'}?mode=ro", uri=True)
        rows = database.execute(f"SELECT {field} FROM {table} ORDER BY clock, id").fetchall()
        database.close()
        return [row[0] for row in rows]

    def table(self, username: str) -> Table:
        context = self.browser.new_context(locale="en-US")
        return Table(context.new_page(), self.hub.address).sign_in(username, self.hub.passwords[username])


@pytest.fixture(scope="module")
def hall(morning: Path, tmp_path_factory: pytest.TempPathFactory, one_browser: Browser) -> Iterator[Hall]:
    server = Server(tmp_path_factory.mktemp("who_needs_whom") / "hub")
    hub = opened(server, morning)
    row = (
        sqlite3.connect(f"file:{server.var / 'akeyi.sqlite3'}?mode=ro", uri=True)
        .execute("SELECT name, prefix, secret, count, roll_size FROM people_series WHERE count > 0")
        .fetchone()
    )
    name, prefix, secret, count, roll_size = row
    series = Series(name, prefix, secret_from_text(secret), count, roll_size)
    before = set(one_browser.contexts)
    hall = Hall(hub, one_browser, series, iter(hub.cards))
    clerk = hall.tablet("Wilson")
    # What comes with the same answer as the series of cards.
    clerk.station("forms")
    expect(clerk.button("What you think of us")).to_be_visible(timeout=60_000)
    clerk.open_roll(clerk.start_without_notice("Flight"), next(hall.cards))
    yield hall
    for context in set(one_browser.contexts) - before:
        context.close()
    for tablet in hall.tablets.values():
        tablet.wire.close()
    server.kill()


def list_of(page: Page, name: str) -> Locator:
    """The people of one list at the station, in its order."""
    return page.get_by_role("region", name=name).get_by_role("button")


def screen(desk: Desk) -> str:
    """All that a worker sees, numbers of cards and people apart."""
    return re.sub(r"\d+", "#", desk.page.locator("body").inner_text())


def test_a_card_turned_over_at_count_shows_the_clerk_the_same_tick_and_nothing_else(hall: Hall) -> None:
    desk = hall.tablet("Wilson")
    desk.wait_until_sent()
    desk.loses_the_network()
    desk.station("count")
    desk.tap(desk.button("Card now"))
    shown: list[tuple[str, int]] = []
    for is_turned_over in (False, True):
        card, before = next(hall.cards), desk.unsent
        desk.tap(desk.page.get_by_test_id("tap-woman"))
        desk.card(hall.back_of(card) if is_turned_over else card)
        desk.done(f"Counted, card {spoken(card)}")
        expect(desk.page.get_by_test_id("tap-woman")).to_be_visible()
        shown.append((screen(desk), desk.unsent - before))
        hall.people["silent" if is_turned_over else "plain"] = card
    assert shown[0] == shown[1]
    desk.page.context.set_offline(False)
    desk.tap(desk.button("Card now"))


def test_a_protection_worker_sees_who_asked_and_where(hall: Hall) -> None:
    desk, page = hall.tablet("Roseline"), hall.tablet("Roseline").page
    expect(desk.button(re.compile("1 asks for you"), exact=False)).to_be_visible(timeout=60_000)
    desk.tap(desk.button(re.compile("1 asks for you"), exact=False))
    [asked] = [list_of(page, "Please come")]
    expect(asked).to_have_count(1)
    expect(asked).to_contain_text(spoken(hall.people["silent"]))
    expect(asked).to_contain_text("Count")
    expect(asked).to_contain_text("0 min")


def test_a_wish_that_was_said_comes_along_and_not_found_leaves_it_open(hall: Hall) -> None:
    clerk, card = hall.tablet("Wilson"), hall.somebody("Ketia")
    clerk.station("serve")
    clerk.card(card)
    clerk.tap(clerk.button(HAND_ON))
    for wish in ("A woman", "Alone"):
        clerk.tap(clerk.button(wish))
    clerk.tap(clerk.page.get_by_role("group", name="In which language").get_by_role("button", name="Español"))
    clerk.tap(clerk.button("Please come"))
    expect(clerk.page.get_by_role("dialog")).to_have_count(0)
    clerk.done("Noted")

    desk = hall.tablet("Roseline")
    desk.station("screen")
    asked = list_of(desk.page, "Please come").filter(has_text=spoken(card))
    expect(asked).to_contain_text("Serve · A woman · Español · Alone", timeout=60_000)
    desk.tap(asked)
    desk.tap(desk.button("Not found"))
    desk.tap(asked)
    expect(desk.button("A woman")).to_have_attribute("aria-pressed", "true")
    desk.tap(desk.button("No longer wishes it"))
    expect(asked).to_have_count(0)


def test_in_a_corner_without_a_network_she_is_asked_and_it_is_ended_with_who_interpreted(hall: Hall) -> None:
    desk, card = hall.tablet("Roseline"), hall.people["silent"]
    page = desk.page
    desk.station("forms")
    expect(desk.button("Private talk")).to_be_visible(timeout=30_000)
    desk.wait_until_sent()
    desk.loses_the_network()
    desk.tap(desk.button("Private talk"))
    desk.tap(desk.button("A relative"))
    desk.card(card)
    asked = page.get_by_test_id("questions").locator(".question")
    for question, answer in (
        ("Where do you sleep", "I have no place"),
        ("Whom would you like", "Advice on my rights"),
        ("For the worker", "Before leaving"),
    ):
        asked.filter(has_text=question).get_by_text(answer, exact=True).locator("visible=true").click()
    asked.filter(has_text="On which number").locator("input").fill(NUMBER)
    desk.tap(desk.button("Keep"))
    desk.done("Kept: Private talk")
    desk.station("screen")
    desk.tap(list_of(page, "Please come").filter(has_text=spoken(card)))
    desk.tap(page.get_by_role("group", name="Who interpreted?").get_by_role("button", name="A relative"))
    desk.tap(desk.button("We talked"))
    expect(page.get_by_text("Nobody asks for a private talk now.")).to_be_visible()
    assert desk.unsent >= 2
    page.context.set_offline(False)
    desk.wait_until_sent()

    table = hall.table("roseline")
    page = table.page
    table.go("/office/forms/")
    expect(page.get_by_role("row").filter(has_text="Private talk")).to_contain_text("1")
    table.go("/office/people/")
    page.get_by_role("searchbox").or_(page.get_by_label(re.compile("name|card", re.I))).first.fill(card)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=spoken(card)).click()
    history = page.get_by_role("main")
    expect(history).to_contain_text("Asked for a private talk")
    expect(history).to_contain_text("Where: Count")
    expect(history).to_contain_text("What came of it: Talked · Who interpreted: A relative")
    page.context.close()


def test_red_is_two_taps_from_register_and_comes_before_orange(hall: Hall) -> None:
    clerk = hall.tablet("Wilson")
    for name, colour in (("Ruth", "Orange"), ("Magdala", "Red")):
        clerk.station("register")
        clerk.card(hall.people.setdefault(name, next(hall.cards)), "Card of the person")
        before = clerk.taken.taps
        clerk.tap(clerk.button(HAND_ON))
        clerk.tap(clerk.button(re.compile(f"^{colour}"), exact=False))
        expect(clerk.page.get_by_role("dialog")).to_have_count(0)
        clerk.done("Noted")
        assert clerk.taken.taps - before == 2
        clerk.tap(clerk.button("Back"))
    desk = hall.tablet("Fritz")
    desk.station("screen")
    waiting = list_of(desk.page, "Waiting")
    expect(waiting).to_contain_text([spoken(hall.people["Magdala"]), spoken(hall.people["Ruth"])], timeout=60_000)
    expect(waiting).to_contain_text([re.compile("■.*0 min of 10"), re.compile("▲.*0 min of 60")])
    desk.tap(waiting.first)
    desk.tap(desk.button("Place B"))
    desk.tap(desk.button("Somebody is with them now"))
    desk.tap(desk.button("Back"))
    expect(waiting).to_have_count(1)


def test_everybody_has_a_last_word_and_a_decision_is_asked_about_red_and_orange_alone(hall: Hall) -> None:
    clerk, desk = hall.tablet("Wilson"), hall.tablet("Fritz")
    plain, hers = hall.somebody("Darline"), hall.somebody("Esther")
    clerk.wait_until_sent()
    desk.station("screen")
    desk.card(hers)
    desk.tap(desk.button(re.compile("^Orange"), exact=False))
    desk.tap(desk.button("Back"))
    desk.wait_until_sent()

    # On the tablet of somebody who may not know, both look alike.
    shown = []
    for card, name in ((plain, "Darline"), (hers, "Esther")):
        clerk.station("leave")
        clerk.card(card)
        expect(clerk.page.get_by_role("group", name="Have they eaten?")).to_be_visible()
        shown.append(screen(clerk).replace(name, "…"))
        clerk.tap(clerk.button("Back"))
    assert shown[0] == shown[1]

    for card, is_asked in ((plain, False), (hers, True)):
        desk.station("leave")
        desk.card(card)
        for question in ("Have they eaten?", "Do they know the way on?"):
            desk.tap(desk.page.get_by_role("group", name=question).get_by_role("button", name="Yes"))
        decision = desk.page.get_by_role("group", name="Before they leave: what was decided?")
        expect(decision).to_have_count(int(is_asked))
        if is_asked:
            expect(desk.button("Next: how")).to_be_disabled()
            desk.tap(desk.button("They wish to leave"))
        desk.tap(desk.button("Next: how"))
        desk.tap(desk.button("Own way"))
        desk.done(re.compile("left: "))
    desk.wait_until_sent()
    assert hall.told("screening_lastword", "decision") == [None, "own_wish"]


def test_a_child_under_three_and_a_pregnant_woman_stop_at_health_by_rule(hall: Hall) -> None:
    clerk, baby = hall.tablet("Wilson"), hall.somebody("Lovely", "baby_girl", 1)
    expect(clerk.page.get_by_text(f"Health sees card {spoken(baby)} first")).to_be_visible()
    mother = hall.somebody("Nadège")
    clerk.station("serve")
    clerk.card(mother)
    clerk.tap(clerk.button(HAND_ON))
    clerk.tap(clerk.button("Pregnant"))
    expect(clerk.button("Pregnant")).to_have_attribute("aria-pressed", "true")
    clerk.tap(clerk.button("Back"))
    clerk.wait_until_sent()

    desk = hall.tablet("Fritz")
    desk.change_worker()
    desk.sign_in("Fabienne", hall.hub.pins["Fabienne"])
    desk.station("screen")
    stops = list_of(desk.page, "Health sees them by rule")
    expect(stops).to_have_count(2, timeout=60_000)
    expect(desk.page.get_by_role("region", name="Please come")).to_have_count(0)
    desk.tap(stops.filter(has_text=spoken(baby)))
    desk.tap(desk.button("Somebody is with them now"))
    desk.tap(desk.button("Back"))
    expect(stops).to_have_count(1)
    expect(stops).to_contain_text("Nadège")


def test_not_fit_to_travel_warns_a_volunteer_at_the_door_without_why_until_health_lifts_it(hall: Hall) -> None:
    health, door = hall.tablet("Fritz"), hall.tablet("Jacky")
    page, hers, his = health.page, hall.somebody("Guerda"), hall.somebody("Renel", "man", 61)
    hall.tablet("Wilson").wait_until_sent()
    for card in (hers, his):
        health.station("forms")
        health.tap(health.button("Health check"))
        health.card(card)
        asked = page.get_by_test_id("questions").locator(".question")
        for question, answer in (("Do you take a medicine", "No"), ("fit to travel", "No, not yet")):
            asked.filter(has_text=question).get_by_text(answer, exact=True).locator("visible=true").click()
        health.tap(health.button("Keep"))
        health.done("Kept: Health check")
    health.wait_until_sent()

    warned = door.page.get_by_text("Health sees them first")
    door.station("leave")
    door.card(hers)
    expect(warned).to_be_visible(timeout=60_000)
    door.tap(door.button("Back"))
    door.card(his)
    expect(warned).to_be_visible()
    expect(door.button("Next: how")).to_be_disabled()
    assert not re.search("fit|check|medicine|colour", screen(door).replace("health worker", ""))
    # Health sees him once more, meanwhile he stands at the door.
    health.station("screen")
    health.tap(list_of(page, "Health sees them by rule").filter(has_text="Renel"))
    health.tap(health.button("May travel now"))
    expect(warned).to_have_count(0, timeout=60_000)
    expect(door.button("Next: how")).to_be_enabled()
    # Nobody is held.
    door.tap(door.button("Back"))
    door.card(hers)
    door.tap(door.button("By own wish"))
    door.done(re.compile("left: "))
    door.wait_until_sent()
    assert hall.told("screening_lastword", "decision")[-1] == "own_wish"


def everything_at(table: Table) -> dict[str, str]:
    """What somebody at the office finds wherever a link leads, page by page."""
    seen: dict[str, str] = {}
    waiting = ["/office/"]
    while waiting and len(seen) < 80:
        path = waiting.pop(0)
        if path in seen:
            continue
        answer = table.page.request.get(table.address + path)
        seen[path] = answer.text()
        waiting += re.findall(r'href="(/office/[^"#]*)"', seen[path])
    assert len(seen) > 3
    return seen


def test_nobody_else_learns_any_of_it(hall: Hall) -> None:
    words = re.compile("private talk|please come|pregnant|orange|not yet looked at|interpreted", re.I)
    clerk = hall.tablet("Wilson")
    clerk.change_worker()
    clerk.sign_in("Wilson", hall.hub.pins["Wilson"])
    for worker in ("Wilson", "Jacky", "Carline", "Edner"):
        desk = hall.tablet(worker)
        desk.station("home")
        places = desk.page.get_by_role("main").get_by_role("list").get_by_role("button")
        for place in range(places.count()):
            desk.station("home")
            desk.tap(places.nth(place))
            expect(desk.page.locator("[data-station]:not([data-station='home'])")).to_be_visible()
            assert not words.search(screen(desk)), (worker, place)
        # Who asked looks like who did not: both came at the same door, one after the other.
        for station in () if worker == "Edner" else ("serve", "leave"):
            shown = []
            for name in ("plain", "silent"):
                desk.station(station)
                desk.card(hall.people[name])
                expect(desk.page.get_by_test_id("person")).to_contain_text(spoken(hall.people[name]))
                shown.append(screen(desk))
                desk.station("home")
            assert shown[0] == shown[1], (worker, station)
        desk.wait_until_sent()
        assert hall.tablets[worker].sent & HIDDEN == set(), worker
        assert NUMBER.encode() not in b"".join(hall.tablets[worker].wire.pulled)
    assert {"screening.request", "screening.met"} <= hall.tablets["Roseline"].sent
    for username in ("wilson", "carline", "edner", "marc"):
        table = hall.table(username)
        for path, found in everything_at(table).items():
            if path == "/office/notices/":
                continue  # For everybody: for what data are used, a private talk among it.
            assert not words.search(found), (username, path)
            assert NUMBER not in found, (username, path)
        table.page.context.close()
