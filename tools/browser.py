"""Sees to it that there is a Chromium for the journeys: Debian's, or Playwright's own where we may not install."""

import subprocess
import sys

from playwright.sync_api import sync_playwright

from akeyi.testing.browser import chromium
from debian import install


def is_there() -> bool:
    with sync_playwright() as playwright:
        return chromium(playwright) is not None


def main() -> None:
    if is_there() or (install("chromium") and is_there()):
        return
    print("setup: fetching Playwright's Chromium", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if not is_there():
        sys.exit("No Chromium: the browser journeys cannot run. As root: apt-get install chromium, then again.")


if __name__ == "__main__":
    main()
