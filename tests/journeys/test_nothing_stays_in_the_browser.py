"""Beside its sealed log the browser keeps nothing of what a worker typed, and nothing that opens what the hub holds."""

import json
import shutil
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from conftest import Hub


def files_with(profile: Path, word: str) -> list[str]:
    """Files of a browser's profile in which a word stands, as bytes or as the two-byte letters of browsers."""
    forms = (word.encode(), word.encode("utf-16-le"))
    files = [file for file in profile.rglob("*") if file.is_file()]
    return [str(file.relative_to(profile)) for file in files if any(form in file.read_bytes() for form in forms)]


def test_what_was_typed_told_or_not_is_in_no_file(hub: Hub, tablets: Callable[..., TabletBrowser]) -> None:
    tablet = tablets("Tablet 1", locale="en-US")
    desk = Desk(tablet.start().pages[0], hub.address)
    desk.enrol(hub.code_for("Tablet 1"))
    desk.sign_in("Wilson", hub.pins["Wilson"])
    flight = desk.start_without_notice("Flight")
    desk.open_roll(flight, hub.cards[0])
    desk.register(hub.cards[0], "woman", age=34, family_name="Zabelle-Told", given_names="Mirlande-Told")
    desk.wait_until_sent()
    desk.lies_on_the_tablet()
    hub.server.kill()
    desk.register(hub.cards[1], "woman", age=35, family_name="Zabelle-Waits", given_names="Mirlande-Waits")
    desk.station("register")
    desk.card(hub.cards[2], "Card of the person")
    desk.type("Family name", "Zabelle-Begun")
    desk.station("count")
    desk.station("register")
    desk.page.reload()
    desk.sign_in("Wilson", hub.pins["Wilson"])
    desk.station("register")
    desk.card(hub.cards[3], "Card of the person")
    desk.type("Family name", "Zabelle-Open")
    desk.page.goto("about:blank")
    tablet.close()

    # The search does find what browsers keep: the address that was opened stands in the history.
    assert files_with(tablet.profile, f"{hub.address}/desk/")
    words = [f"{name}-{how}" for name in ("Zabelle", "Mirlande") for how in ("Told", "Waits", "Begun", "Open")]
    found = {word: files_with(tablet.profile, word) for word in words}
    assert {word: files for word, files in found.items() if files} == {}


def asked(hub: Hub, token: str, **said: Any) -> dict[str, Any]:
    """What the hub answers to whoever shows a tablet's token."""
    question = json.dumps({"epoch": None, "streams": {}} | said).encode()
    headers = {"Authorization": token, "Content-Type": "application/json"}
    request = urllib.request.Request(f"{hub.address}/journal/pull", question, headers)
    with urllib.request.urlopen(request) as answer:
        return dict(json.load(answer))


def test_a_copy_of_the_profile_learns_nothing_from_the_hub_without_a_pin(
    hub: Hub, tablets: Callable[..., TabletBrowser]
) -> None:
    tablet = tablets("Tablet 1", locale="en-US")
    desk = Desk(tablet.start().pages[0], hub.address)
    desk.enrol(hub.code_for("Tablet 1"))
    desk.sign_in("Wilson", hub.pins["Wilson"])
    flight = desk.start_without_notice("Flight")
    desk.open_roll(flight, hub.cards[0])
    desk.register(hub.cards[0], "woman", age=34, family_name="Zabelle")
    desk.wait_until_sent()
    tablet.close()

    copy = tablets("Copy", locale="en-US")
    shutil.copytree(tablet.profile, copy.profile, dirs_exist_ok=True)
    context = copy.start()
    # Whoever has the copy has the token: the desk itself shows it to the hub.
    with context.expect_event("response", lambda one: one.url.endswith("/journal/pull"), timeout=60_000) as pulled:
        context.pages[0].goto(f"{hub.address}/desk/")
    assert pulled.value.json()["facts"] == []
    token = pulled.value.request.all_headers()["authorization"]
    worker = asked(hub, token)
    assert worker["is_locked"] and worker["facts"] == [] and worker["streams"]
    with context.expect_event(
        "response",
        lambda one: one.url.endswith("/journal/pull") and not one.json()["is_locked"],
        timeout=60_000,
    ) as opened:
        Desk(context.pages[0], hub.address).sign_in("Wilson", hub.pins["Wilson"])
    by = json.loads(opened.value.request.post_data or "{}")["opened_by"]
    assert "Zabelle" in json.dumps(asked(hub, token, opened_by=by)), "the PIN opens it, as it does on the tablet"
    copy.close()
