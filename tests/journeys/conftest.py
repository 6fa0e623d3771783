"""What journeys need: a hub of their own with the demo's morning, and tablets that were made known to it."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from sqlcipher3 import dbapi2 as sqlcipher
from wire import Wire

from akeyi.testing.browser import TABLET
from akeyi.testing.desk import Desk, printed_cards
from akeyi.testing.server import Server


@dataclass
class Hub:
    """A server with the morning of the demo day: a site, workers, items, cards; nothing announced."""

    server: Server
    pins: dict[str, str]
    passwords: dict[str, str]
    cards: list[str]
    is_encrypted: bool = False

    @property
    def address(self) -> str:
        return self.server.address

    def board(self) -> dict[str, dict[str, int | None]]:
        """The hub's own board: {arrival: {column: number}}."""
        found: dict[str, dict[str, int | None]] = json.loads(self.server.akeyi("board", "--json"))["PAP"]
        return found

    def facts(self) -> list[dict[str, Any]]:
        """The envelopes of everything the hub holds."""
        database = sqlcipher.connect(f"file:{self.server.var / 'akeyi.sqlite3'}?mode=ro", uri=True)
        if self.is_encrypted:
            key = json.loads((self.server.var / "keys").read_text())["database"]
            database.execute(f"PRAGMA key = \"x'{key}'\"")
        rows = database.execute("SELECT hex(subject), hex(device), n, kind FROM journal_envelope").fetchall()
        database.close()
        return [dict(zip(("subject", "device", "n", "kind"), row, strict=True)) for row in rows]

    def last_told(self) -> dict[str, int]:
        """How far the hub has heard each device: {device: its last n}."""
        return {fact["device"]: fact["n"] for fact in sorted(self.facts(), key=lambda fact: fact["n"])}

    def has_everything_once(self) -> None:
        """No tablet's facts have a hole or a number twice, the chain holds, and the tables are what the facts say."""
        facts = self.facts()
        for device in {fact["device"] for fact in facts}:
            told = sorted(fact["n"] for fact in facts if fact["device"] == device)
            assert told == list(range(1, len(told) + 1)), "a hole, or a number told twice"
        assert self.server.akeyi("journal", "verify").startswith("journal verified")
        assert self.server.akeyi("journal", "rebuild") == "tables rebuilt, every row as it was\n"

    def code_for(self, label: str) -> str:
        """A one-time code for a new tablet."""
        return self.server.akeyi("tablet", "--label", label).split()[-1]

    @property
    def lists(self) -> Path:
        return self.server.var / "demo" / "lists"


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's morning, prepared once: every hub of a journey begins with a copy of it."""
    prepared = Server(tmp_path_factory.mktemp("morning") / "hub")
    prepared.akeyi("demo", "--no-serve", "--morning")
    return prepared.var


def opened(server: Server, morning: Path, is_encrypted: bool = False) -> Hub:
    """Begins a hub with a copy of the morning; with its database encrypted, as it is where people are real."""
    shutil.copytree(morning, server.var)
    if is_encrypted:
        server.environment["AKEYI_DATABASE"] = "sqlcipher:"
        server.akeyi("encrypt")
    greeting = (server.var / "greeting.txt").read_text()
    return Hub(
        server.start(),
        pins=dict(re.findall(r"^ +(\S+) +PIN (\d+)", greeting, re.M)),
        passwords=dict(re.findall(r"^ +(\S+) +password (\S+)", greeting, re.M)),
        cards=printed_cards(server.var / "demo" / "cards.pdf"),
        is_encrypted=is_encrypted,
    )


@pytest.fixture
def hub(request: pytest.FixtureRequest, server: Server, morning: Path) -> Hub:
    """A test that says so by `parametrize("hub", ..., indirect=True)` lives on an encrypted database as well."""
    return opened(server, morning, is_encrypted=getattr(request, "param", "") == "encrypted")


@pytest.fixture
def wire(hub: Hub) -> Iterator[Wire]:
    wire = Wire(hub.server)
    yield wire
    wire.close()


def enrolled(browser: Browser, hub: Hub, label: str, worker: str) -> Desk:
    """A tablet made known to the hub, with a worker signed in."""
    context = browser.new_context(locale="en-US", timezone_id="America/Port-au-Prince", **TABLET)
    desk = Desk(context.new_page(), hub.address)
    desk.enrol(hub.code_for(label))
    desk.sign_in(worker, hub.pins[worker])
    return desk


@pytest.fixture
def new_tablet(hub: Hub, browser: Browser) -> Callable[[str, str], Desk]:
    """new_tablet("Tablet 1", "Wilson"): a tablet made known to the hub, with a worker signed in."""
    return partial(enrolled, browser, hub)
