"""A new administrator begins with a printed code, sets a passkey, comes back with it, and ends a session elsewhere."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from akeyi.access.beginning import COMMAND
from akeyi.testing.server import Server


class Device:
    """A browser whose device knows its owner by a finger, and keeps their passkeys."""

    def __init__(self, browser: Browser, **options: object) -> None:
        self.page: Page = browser.new_context(locale="en-US", **options).new_page()
        self.cdp: CDPSession = self.page.context.new_cdp_session(self.page)
        self.cdp.send("WebAuthn.enable")
        made = self.cdp.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        self.authenticator = made["authenticatorId"]

    def passkeys(self) -> list[dict[str, object]]:
        found = self.cdp.send("WebAuthn.getCredentials", {"authenticatorId": self.authenticator})
        return list(found["credentials"])

    def is_given(self, passkey: dict[str, object]) -> None:
        """As a passkey reaches the other devices of its owner."""
        self.cdp.send("WebAuthn.addCredential", {"authenticatorId": self.authenticator, "credential": passkey})

    def does_not_know_its_owner(self) -> None:
        self.cdp.send("WebAuthn.setUserVerified", {"authenticatorId": self.authenticator, "isUserVerified": False})


@pytest.fixture
def device(browser: Browser) -> Callable[..., Device]:
    return lambda **options: Device(browser, **options)


@pytest.fixture
def site(server: Server) -> tuple[str, str, str]:
    """A site that has just begun on a real hub: its address by name, and what was printed for its manager."""
    server.environment["AKEYI_MODE"] = "hub"
    words = re.findall(r'"[^"]+"|\S+', COMMAND)[1:]
    said = server.akeyi(*(word.strip('"') for word in words))
    printed = re.search(r"name (\S+), one-time code (\S+)", said)
    assert printed, said
    server.start()
    # A passkey belongs to a name, never to a number.
    return f"http://localhost:{server.port}", printed[1], printed[2]


def sign_in_with_passkey(page: Page, address: str) -> None:
    page.goto(f"{address}/office/")
    page.get_by_role("button", name="Sign in with a passkey").click()


def test_a_new_administrator_comes_in_by_a_code_and_then_by_a_passkey(
    site: tuple[str, str, str], device: Callable[..., Device]
) -> None:
    address, name, code = site
    here = device(viewport={"width": 412, "height": 732})
    page = here.page
    page.goto(f"{address}/office/")
    page.get_by_role("link", name="First time here").click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("One-time code").fill(code)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("main")).to_contain_text("Choose how you sign in from now on.")
    expect(page.get_by_role("navigation", name="Pages")).to_have_count(0)
    page.get_by_role("link", name="Set a passkey").click()
    page.get_by_label("Name of this device").fill("Phone")
    page.get_by_role("button", name="Set the passkey").click()
    expect(page.get_by_text("The passkey is set.")).to_be_visible()
    expect(page).to_have_url(f"{address}/office/")
    expect(page.get_by_role("link", name="Workers")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    sign_in_with_passkey(page, address)
    expect(page.get_by_role("link", name="Workers")).to_be_visible()

    [passkey] = here.passkeys()
    there = device()
    there.is_given(passkey)
    sign_in_with_passkey(there.page, address)
    expect(there.page.get_by_role("link", name="Workers")).to_be_visible()

    page.get_by_role("link", name="Guerline").click()
    page.get_by_role("link", name="Show", exact=True).click()
    rows = page.get_by_role("main").get_by_role("row").filter(has_text="Chrome")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("this one")
    rows.last.get_by_role("button", name="End", exact=True).click()
    expect(page.get_by_text("That session has ended.")).to_be_visible()
    expect(rows).to_have_count(1)
    there.page.reload()
    expect(there.page.get_by_role("heading", name="Sign in at the office")).to_be_visible()


def test_a_device_that_does_not_know_its_owner_opens_nothing(
    site: tuple[str, str, str], device: Callable[..., Device]
) -> None:
    address, name, code = site
    here = device()
    page = here.page
    page.goto(f"{address}/office/first-time")
    page.get_by_label("Name").fill(name)
    page.get_by_label("One-time code").fill(code)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("link", name="Set a passkey").click()
    page.get_by_role("button", name="Set the passkey").click()
    expect(page).to_have_url(f"{address}/office/")
    page.get_by_role("button", name="Sign out").click()
    here.does_not_know_its_owner()
    sign_in_with_passkey(page, address)
    expect(page.get_by_role("alert")).to_contain_text("The passkey was not used.")
    page.goto(f"{address}/office/")
    expect(page.get_by_role("heading", name="Sign in at the office")).to_be_visible()


def test_where_no_passkey_can_be_used_the_page_says_why(
    site: tuple[str, str, str], device: Callable[..., Device]
) -> None:
    address, _name, _code = site
    page = device().page
    page.goto(address.replace("localhost", "127.0.0.1") + "/office/sign-in")
    expect(page.get_by_text("It works at https and a name, not at a number.")).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
