"""A statement from the tablet to its two locks: only the two holders have a word of it, and nobody when it was told."""

import base64
import json
import math
import re
import sqlite3
import struct
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect
from test_nothing_stays_in_the_browser import files_with
from wire import Wire

from akeyi.access.sealed_facts import frames
from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from akeyi.testing.table import Table
from conftest import Hub

PHRASE = "vermilion-lantern took my baby from my arms"
PIECE = "feedback.sealed_piece"
WHO = "Zabelle-Sealed, card 9071 4635, call after eight"
ZONE = ZoneInfo("America/Port-au-Prince")


@contextmanager
def at_the_table(browser: Browser, wire: Wire, hub: Hub, username: str) -> Iterator[Table]:
    context = browser.new_context(locale="en-US", accept_downloads=True)
    yield Table(context.new_page(), wire.address).sign_in(username, hub.passwords[username])
    context.close()


def makes_a_key(table: Table, where: str, folder: Path | None = None) -> str:
    """A holder makes a key in their browser; gives its 24 words. In `folder`: the file too."""
    page = table.page
    table.go("/office/sealed/key")
    page.get_by_role("button", name="Make the key").click()
    shown = page.locator("[data-words] li")
    expect(shown).to_have_count(24)
    words = shown.all_inner_texts()
    if folder:
        page.get_by_label("A pass phrase for the file").fill("a long pass phrase")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as a file").click()
        download.value.save_as(folder / "key.json")
    page.get_by_label(where).check()
    again = page.get_by_label("Type the 24 words from your paper")
    again.fill(" ".join(reversed(words)))
    page.get_by_role("button", name="Make it known").click()
    expect(page.get_by_text("These are not the words of this key.")).to_be_visible()
    again.fill("  ".join(words).upper())
    page.get_by_role("button", name="Make it known").click()
    expect(page.get_by_text("Your key is known.")).to_be_visible()
    return " ".join(words)


def a_voice(file: Path) -> Path:
    """What the microphone of the journey hears, again and again: a tone that goes up and down."""
    rate = 16_000
    with wave.open(str(file), "wb") as out:
        out.setparams((1, 2, rate, 0, "NONE", ""))
        tones = (9_000 * math.sin(n / 12 + 40 * math.sin(n / 4_000)) for n in range(2 * rate))
        out.writeframes(b"".join(struct.pack("<h", int(one)) for one in tones))
    return file


# Keeps for the journey what the browser records, so that it knows what to look for.
KEEPS_WHAT_IS_RECORDED = """() => {
  let parts = [], listening = null
  window.recorded = async () => [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  window.listens = () => listening.getTracks().some((track) => track.readyState === "live")
  const Own = window.MediaRecorder
  window.MediaRecorder = class extends Own {
    constructor(...how) {
      super(...how)
      parts = []
      listening = how[0]
      this.addEventListener("dataavailable", ({ data }) => parts.push(data))
    }
  }
}"""


def begins_to_record(desk: Desk) -> None:
    desk.tap(desk.button("Record it instead"))
    expect(desk.page.get_by_text("A voice can be known.")).to_be_visible()
    desk.tap(desk.button("I know. Begin to record"))
    expect(desk.page.get_by_test_id("recorded-s")).to_have_text(re.compile("^0:0[2-9] of 3:00$"), timeout=30_000)


def to_the_words(desk: Desk) -> None:
    desk.station("sealed")
    desk.tap(desk.button("No"))
    desk.tap(desk.button("Begin"))


def tells(desk: Desk, receipt: bool = True) -> str:
    """Somebody tells on a tablet what stays sealed, in writing and aloud; gives the six words."""
    page = desk.page
    desk.station("home")
    desk.tap(desk.button("Tell something that stays sealed"))
    expect(page.get_by_role("heading", name="Is somebody in danger today?")).to_be_visible()
    desk.tap(desk.button("Yes"))
    expect(page.get_by_role("heading", name="Then come now")).to_be_visible()
    desk.tap(desk.button("Back"))
    desk.tap(desk.button("No"))
    expect(page.get_by_text("Ingrid · UNHCR · outside the country")).to_be_visible()
    desk.tap(desk.button("Begin"))
    desk.type("In your own words", PHRASE)
    begins_to_record(desk)
    desk.tap(desk.button("Stop"))
    expect(page.get_by_text(re.compile("^Recorded: 0:"))).to_be_visible()
    desk.tap(desk.button("Use it before a court"))
    desk.tap(desk.button("Go on"))
    page.locator("#sealed-source").fill(WHO)
    desk.tap(desk.button("Go on"))
    words = ""
    if receipt:
        desk.tap(desk.button("Give me six words"))
        words = page.get_by_test_id("six-words").inner_text()
    desk.tap(desk.button("Seal it"))
    expect(page.get_by_role("heading", name="It is sealed")).to_be_visible()
    desk.tap(desk.button("Done"))
    return words


def rows(database: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every table, each value as text; bytes of 16 as the id they may be."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in connection.execute(f'SELECT * FROM "{name}"'):
            yield (
                name,
                {key: value.hex() if isinstance(value, bytes) else str(value) for key, value in dict(row).items()},
            )
    connection.close()


def says(row: dict[str, Any], moment: datetime) -> bool:
    """Whether a row holds this minute: in words, or within an id or a clock."""
    words = [f"{one:%Y-%m-%d}{sign}{one:%H:%M}" for one in (moment, moment.astimezone(UTC)) for sign in "T "]
    minute = int(moment.replace(second=0, microsecond=0).timestamp() * 1000)
    within = (int(found, 16) for value in row.values() for found in re.findall(r"\b[0-9a-f]{12}", value))
    return any(word in value for word in words for value in row.values()) or any(
        minute <= one < minute + 60_000 for one in within
    )


def sealed_envelopes(hub: Hub, kind: str = "feedback.sealed") -> list[dict[str, Any]]:
    return [
        row
        for table, row in rows(hub.server.var / "akeyi.sqlite3")
        if table == "journal_envelope" and row["kind"] == kind
    ]


def bodies(hub: Hub, of: set[str]) -> list[dict[str, Any]]:
    everything = rows(hub.server.var / "akeyi.sqlite3")
    return [row for table, row in everything if table == "journal_body" and row["id"] in of]


def plays(page: Page) -> None:
    """The recording is there, says how long it is, and plays."""
    audio = page.locator("audio")
    expect(audio).to_be_visible()
    audio.evaluate("(audio) => audio.play()")
    expect(audio).to_have_js_property("ended", True, timeout=60_000)
    assert 1 < audio.evaluate("(audio) => audio.duration") < 60


def forms_of(word: str | bytes) -> list[bytes]:
    """A word, or some bytes of a voice, as they may stand in a file or on a wire."""
    plain = word if isinstance(word, bytes) else word.encode()
    # Inside base64 a word stands in one of three ways, whatever is beside it.
    inside = [base64.b64encode(b"x" * shift + plain)[4 if shift else 0 : -4] for shift in range(3)]
    written = [] if isinstance(word, bytes) else [word.encode("utf-16-le"), json.dumps(word).encode()[1:-1]]
    return [plain, plain.hex().encode(), *written, *inside]


def opens_first(table: Table, words: str) -> None:
    table.page.get_by_role("button", name="Open the first lock").click()
    table.page.get_by_label("Your 24 words").fill(words)
    table.page.get_by_role("button", name="Open", exact=True).click()
    expect(table.page.get_by_text("Your lock is open.")).to_be_visible()


def boxes_of(page: Page) -> list[str]:
    links = page.get_by_role("link", name=re.compile("^Box "))
    return [str(link.get_attribute("href")) for link in links.all()]


@pytest.fixture
def a_tablet(hub: Hub, wire: Wire, tablets: Callable[..., TabletBrowser]) -> Callable[..., tuple[TabletBrowser, Desk]]:
    def made(worker: str, *arguments: str) -> tuple[TabletBrowser, Desk]:
        tablet = tablets("Tablet 1", locale="en-US")
        desk = Desk(tablet.start(*arguments).pages[0], wire.address)
        desk.enrol(hub.code_for("Tablet 1"))
        desk.sign_in(worker, hub.pins[worker])
        return tablet, desk

    return made


def test_from_the_tablet_to_both_locks_and_nowhere_else(
    hub: Hub, wire: Wire, browser: Browser, a_tablet: Callable[..., tuple[TabletBrowser, Desk]], tmp_path: Path
) -> None:
    with at_the_table(browser, wire, hub, "ingrid") as ingrid:
        outside = makes_a_key(ingrid, "Outside the country of this site", tmp_path)
        ingrid.go("/office/sealed/")
        expect(ingrid.page.get_by_text("Nothing can be sealed yet")).to_be_visible()
    with at_the_table(browser, wire, hub, "solange") as solange:
        inside = makes_a_key(solange, "In the country of this site")

    # The hub goes; the tablet has a clock of its own, at a minute at which nothing else happens.
    tablet, desk = a_tablet("Jacky", f"--use-file-for-fake-audio-capture={a_voice(tmp_path / 'voice.wav')}")
    desk.wait_until_sent()
    page = desk.page
    page.evaluate(KEEPS_WHAT_IS_RECORDED)
    # Who leaves while it records leaves nothing of it: the microphone is off, and nothing was told.
    to_the_words(desk)
    begins_to_record(desk)
    assert page.evaluate("listens()")
    desk.change_worker()
    desk.sign_in("Jacky", hub.pins["Jacky"])
    while page.evaluate("listens()"):
        page.wait_for_timeout(50)
    moment = datetime.now(ZONE).replace(hour=9, minute=17, second=23, microsecond=456_000) - timedelta(days=1)
    page.clock.install(time=moment)
    receipt = tells(desk)
    voice = bytes(page.evaluate("recorded()"))
    assert b"OpusHead" in voice and len(voice) > 1_000
    assert len(receipt.split()) == 6
    page.clock.fast_forward("01:00:00")
    desk.station("count")
    assert sealed_envelopes(hub, PIECE) == sealed_envelopes(hub) == [], "nothing leaves before the shift is over"
    sent_before = len(wire.captured)
    page.clock.fast_forward("05:00:00")
    while len(sealed_envelopes(hub) + sealed_envelopes(hub, PIECE)) < 32:
        page.wait_for_timeout(100)

    # What the hub was told: the day, and nothing of who, whom and when.
    told = [*sealed_envelopes(hub), *sealed_envelopes(hub, PIECE)]
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    began = f"{int(day.timestamp() * 1000):012x}"
    assert len(sealed_envelopes(hub)) == 2 and len(told) == 32
    for one in told:
        assert (one["subject"], one["worker"], one["arrivals"], one["n"]) == (one["id"], "None", "", "1")
        assert one["at"] == day.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        assert one["clock"] == began + "0000" and one["id"][:12] == began and one["device"][:12] == began
    assert len({one["device"] for one in told}) == 32
    # However little was said, every piece is as long as every other.
    assert len({(len(row["text"]), len(row["sealed"])) for row in bodies(hub, {one["id"] for one in told[2:]})}) == 1
    batch = next(one for one in wire.captured[sent_before:] if b"/journal/facts" in one and b"AK\x01" in one)
    assert len(list(frames(batch[batch.index(b"AK\x01") :]))) == 64

    # Two holders, one after the other. What is inside says itself which box is which.
    seen: dict[str, str] = {}
    with at_the_table(browser, wire, hub, "solange") as solange, at_the_table(browser, wire, hub, "ingrid") as ingrid:
        solange.go("/office/sealed/")
        boxes = boxes_of(solange.page)
        for number, path in enumerate(boxes):
            solange.go(path)
            if number == 0:
                solange.page.get_by_role("button", name="Open the first lock").click()
                solange.page.get_by_label("Your 24 words").fill(outside)
                solange.page.get_by_role("button", name="Open", exact=True).click()
                expect(solange.page.get_by_text("This key does not open the lock.")).to_be_visible()
                solange.go(path)
            opens_first(solange, inside)
            assert PHRASE not in solange.page.content()
            ingrid.go(path)
            ingrid.page.get_by_role("button", name="Open the second lock").click()
            ingrid.page.get_by_label("The file of your key").set_input_files(tmp_path / "key.json")
            ingrid.page.get_by_label("Its pass phrase").fill("a long pass phrase")
            with ingrid.page.expect_response(re.compile("/read$")):
                ingrid.page.get_by_role("button", name="Open", exact=True).click()
            shown = ingrid.page.locator("[data-inside]")
            expect(shown).to_be_visible()
            if PHRASE in shown.inner_text():
                plays(ingrid.page)
            seen[path] = shown.inner_text()
            ingrid.go(path)
            expect(ingrid.page.get_by_text("Solange · first lock").first).to_be_visible()
            expect(ingrid.page.get_by_text("Ingrid · second lock")).to_be_visible()
            expect(ingrid.page.get_by_role("button", name="Open the second lock")).to_have_count(0)
    [statement] = [text for text in seen.values() if PHRASE in text]
    [source] = [text for text in seen.values() if WHO in text]
    assert receipt in statement and "Use it before a court" in statement
    assert "Zabelle" not in statement and "vermilion" not in source

    # Whoever has all of it, database, backup, logs, the wire and the tablet's profile, has none of it.
    hub.server.akeyi("backup", str(tmp_path / "backup.sqlite3"))
    tablet.close()
    secrets = ["vermilion-lantern", "took my baby", "Zabelle-Sealed", "9071 4635", "call after eight", receipt]
    secrets += [" ".join(words.split()[at : at + 4]) for words in (inside, outside) for at in (0, 10, 20)]
    spoken = [voice[at : at + 24] for at in range(600, len(voice) - 24, 500)]
    everything = {file: file.read_bytes() for file in hub.server.var.rglob("*") if file.is_file()}
    everything |= {tmp_path / "backup.sqlite3": (tmp_path / "backup.sqlite3").read_bytes()}
    everything |= {Path(f"wire {number}"): bytes for number, bytes in enumerate(wire.captured)}
    hits = [
        (word, str(place))
        for word in [*secrets, *spoken]
        for form in forms_of(word)
        for place, content in everything.items()
        if form in content
    ]
    hits += [(word, file) for word in secrets for file in files_with(tablet.profile, word)]
    profile = [file for file in tablet.profile.rglob("*") if file.is_file() and not file.is_symlink()]
    hits += [(form, str(file)) for file in profile for form in spoken if form in file.read_bytes()]
    assert hits == []
    assert any(b"Solange" in content for content in everything.values()), "the search finds what is there"

    # And nothing that stands beside a box names the worker, the tablet or the minute.
    for database in (hub.server.var / "akeyi.sqlite3", tmp_path / "backup.sqlite3"):
        everyone = list(rows(database))
        ours = {row["id"] for _, row in everyone if row.get("kind") in ("feedback.sealed", PIECE)}
        worker = next(row["subject"] for table, row in everyone if row.get("short_name") == "Jacky")
        device = next(row["subject"] for table, row in everyone if row.get("label") == "Tablet 1")
        beside = [(table, row) for table, row in everyone if ours & set(row.values())]
        assert {table for table, _ in beside} >= {
            "journal_envelope",
            "journal_body",
            "feedback_sealed",
            "feedback_sealedpiece",
            "feedback_opened",
        }
        for table, row in beside:
            text = json.dumps(row)
            assert not [one for one in (worker, device, "Jacky") if one in text], table
        assert [(table, row) for table, row in everyone if says(row, moment)] == []
    assert "handedover" not in {table.rpartition("_")[2] for table, row in everyone}


def test_without_a_microphone_it_can_still_be_typed(
    hub: Hub, wire: Wire, browser: Browser, a_tablet: Callable[..., tuple[TabletBrowser, Desk]]
) -> None:
    for name, where in (("ingrid", "Outside the country of this site"), ("solange", "In the country of this site")):
        with at_the_table(browser, wire, hub, name) as table:
            makes_a_key(table, where)
    _, desk = a_tablet("Jacky", "--use-fake-ui-for-media-stream=deny")
    to_the_words(desk)
    desk.type("In your own words", PHRASE)
    desk.tap(desk.button("Record it instead"))
    desk.tap(desk.button("I know. Begin to record"))
    expect(desk.page.get_by_text("Allow the microphone in the browser, or type what happened.")).to_be_visible()
    desk.tap(desk.button("Back"))
    expect(desk.page.get_by_label("In your own words", exact=True)).to_have_value(PHRASE)
