"""What journeys ask for: a server as it runs on site, browsers at the office's table, tablets in the hall."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from akeyi.testing.browser import ARGUMENTS, TabletBrowser, chromium
from akeyi.testing.server import Server

# Playwright keeps an event loop in the test's own thread, and Django would refuse to touch a table beside one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def one_browser(playwright: Playwright) -> Iterator[Browser]:
    """The same for all journeys."""
    browser = playwright.chromium.launch(executable_path=chromium(playwright), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def browser(one_browser: Browser) -> Iterator[Browser]:
    """Each context of it is a person or a tablet of its own, and gone with the test."""
    before = set(one_browser.contexts)
    yield one_browser
    for context in set(one_browser.contexts) - before:
        context.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A hub with empty tables, not yet started: `server.akeyi("demo", "--no-serve")`, then `server.start()`."""
    server = Server(tmp_path / "hub")
    yield server
    server.__exit__()


@pytest.fixture
def tablets(playwright: Playwright, tmp_path: Path) -> Iterator[Callable[..., TabletBrowser]]:
    """`tablets("Tablet 7")` gives a tablet that can be killed and started again, with what it kept."""
    made: list[TabletBrowser] = []

    def tablet(label: str, **options: object) -> TabletBrowser:
        made.append(TabletBrowser(playwright, tmp_path / label, **options))
        return made[-1]

    yield tablet
    for each in made:
        each.close()
