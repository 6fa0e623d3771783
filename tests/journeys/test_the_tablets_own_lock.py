"""Whoever has the tablet's own lock asked beside their PIN: nothing opens without it, and losing it loses nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, CDPSession, Playwright, expect

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from conftest import Hub

ASK = "Also ask this tablet's own lock"
NO_MORE = "Ask this tablet's own lock no more"
DID_NOT_OPEN = "The tablet's own lock did not open."


def has_a_lock(context: BrowserContext, has_prf: bool = True) -> CDPSession:
    """A lock as tablets have one, which takes whoever is there for its owner. It goes with the browser."""
    session = context.new_cdp_session(context.pages[0])
    session.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": True}
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": kind | {"hasUserVerification": True, "isUserVerified": True, "hasPrf": has_prf}},
    )
    return session


def gives(desk: Desk, pin: str) -> None:
    desk.page.get_by_label("PIN", exact=True).fill(pin)
    desk.button("OK").click()


def chooses(desk: Desk, button: str, pin: str) -> None:
    desk.button(button).click()
    expect(desk.button("OK")).to_be_in_viewport()
    gives(desk, pin)


def tries_to_sign_in(desk: Desk, name: str, pin: str) -> None:
    desk.page.get_by_role("button", name=name).click()
    gives(desk, pin)


def test_with_it_a_copy_and_the_right_pin_open_nothing_and_without_it_the_hub_lets_in(
    hub: Hub, tablets: Callable[..., TabletBrowser], playwright: Playwright, tmp_path: Path
) -> None:
    # A passkey belongs to a name: at the hub's number nothing is offered.
    address, pin = hub.address.replace("127.0.0.1", "localhost"), hub.pins["Wilson"]
    tablet = tablets("Tablet 1", locale="en-US")
    context = tablet.start()
    without = has_a_lock(context, has_prf=False)
    desk = Desk(context.pages[0], address)
    desk.enrol(hub.code_for("Tablet 1"))
    desk.sign_in("Wilson", pin)
    chooses(desk, ASK, pin)
    expect(desk.page.get_by_text(DID_NOT_OPEN)).to_be_visible(timeout=60_000)
    without.send("WebAuthn.disable")
    has_a_lock(context)
    gives(desk, pin)
    expect(desk.button(NO_MORE)).to_be_visible(timeout=60_000)
    desk.wait_until_sent()
    desk.lies_on_the_tablet()

    # Asked from now on; and taken off again, and put on again.
    hub.server.kill()
    desk.change_worker()
    desk.sign_in("Wilson", pin)
    chooses(desk, NO_MORE, pin)
    expect(desk.button(ASK)).to_be_visible(timeout=60_000)
    chooses(desk, ASK, pin)
    expect(desk.button(NO_MORE)).to_be_visible(timeout=60_000)
    label = desk.start_without_notice("Flight")
    assert desk.unsent > 0
    tablet.close()

    # A copy of all that is on the tablet, and the right PIN; the lock stayed in the tablet.
    shutil.copytree(tablet.profile, tmp_path / "copy", symlinks=True)
    copy = TabletBrowser(playwright, tmp_path / "copy", locale="en-US")
    context = copy.start()
    has_a_lock(context)
    thief = Desk(context.pages[0], address).open()
    tries_to_sign_in(thief, "Wilson", pin)
    expect(thief.page.get_by_text(DID_NOT_OPEN)).to_be_visible(timeout=90_000)
    thief.button("The lock is lost: ask the hub").click()
    gives(thief, pin)
    expect(thief.page.get_by_text(DID_NOT_OPEN)).to_be_visible(timeout=60_000)
    copy.close()

    # The lock is lost on the tablet itself: near the hub its worker is back, and what was told is not gone.
    context = tablet.start()
    has_a_lock(context)
    desk = Desk(context.pages[0], address).open()
    hub.server.start()
    tries_to_sign_in(desk, "Wilson", pin)
    expect(desk.page.get_by_text(DID_NOT_OPEN)).to_be_visible(timeout=90_000)
    desk.button("The lock is lost: ask the hub").click()
    gives(desk, pin)
    expect(desk.button(ASK)).to_be_visible(timeout=60_000)
    desk.wait_until_sent()
    assert label in hub.board()


def test_a_hub_without_a_name_offers_none(hub: Hub, tablets: Callable[..., TabletBrowser]) -> None:
    tablet = tablets("Tablet 1", locale="en-US")
    context = tablet.start()
    has_a_lock(context)
    desk = Desk(context.pages[0], hub.address)
    desk.enrol(hub.code_for("Tablet 1"))
    desk.sign_in("Wilson", hub.pins["Wilson"])
    expect(desk.button("Tell something that stays sealed")).to_be_visible()
    assert desk.page.evaluate("PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()")
    desk.page.wait_for_load_state("networkidle")
    expect(desk.button(ASK)).to_have_count(0)
