"""`make lighthouse`: measures the desk and the office's board as a cheap phone would meet them, and prints the scores.

The desk is measured three times, as it is loaded: a new tablet's first visit; a tablet that holds an arrival of 126
people and starts anew, up to the page that asks for the PIN; and the same tablet up to Register, its PIN typed by a
script as soon as it is asked. Lighthouse reckons with a slower network and a slower page; proving the PIN, in a worker,
is not slowed down, and the largest paint may be that of the PIN's page. That Register was reached is checked.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from akeyi.testing.server import Server, free_port

HERE = Path(__file__).resolve().parent
MANAGER, CLERK = "Guerline", "Wilson"
GOALS = {"performance": 90, "accessibility": 100, "best-practices": 95}
SCRIPT_LIMIT, SCRIPT_GOAL = 150_000, 100_000


def measure(port: int, address: str, *signs_in: str, heading: str = "") -> dict[str, Any]:
    """A page as it is loaded; `signs_in`: a worker and their PIN. `heading`: what the page must have come to."""
    command = ["node", "measure.mjs", str(port), address, *signs_in]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"Lighthouse did not work:\n{done.stderr}")
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if measured["error"]:
        sys.exit(f"Lighthouse did not work: {measured['error']}")
    if heading and measured["heading"] != heading:
        sys.exit(f"Another page was measured: {measured['heading']}")
    return measured


def say(name: str, measured: dict[str, Any], short_of: list[str]) -> None:
    scores = measured["scores"]
    print(f"\n{name}")
    for category, goal in GOALS.items():
        print(f"  {category:<16}{scores[category]:>5}   goal {goal}")
        if scores[category] < goal:
            short_of.append(f"{name}: {category} {scores[category]}")
    print(f"  first and largest paint {measured['first_paint_ms']}, {measured['largest_paint_ms']} ms", end=", ")
    print(f"blocked {measured['blocked_ms']} ms, layout shift {measured['shift']:.3f}")
    for line in measured["failing"]:
        print(f"  ! {line}")


def sign_in(context: BrowserContext, address: str, greeting: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/office/sign-in")
    found = re.search(rf"^ +{MANAGER.lower()} +password (\S+)", greeting, re.MULTILINE)
    assert found is not None
    page.locator("#id_login").fill(MANAGER.lower())
    page.locator("#id_password").fill(found[1])
    page.locator("main button.main, form.stack button.main").first.click()
    page.wait_for_url(re.compile("/office/$"))
    page.close()


def main() -> int:
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=HERE, check=True, stdout=sys.stderr
    )
    short_of: list[str] = []
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="akeyi-lighthouse-") as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "hub")
        server.akeyi("demo", "--no-serve")
        greeting = (server.var / "greeting.txt").read_text()
        pins = dict(re.findall(r"^ +(\S+) +PIN (\d+)", greeting, re.MULTILINE))
        with server:
            tablet = TabletBrowser(playwright, Path(folder) / "tablet")
            context = tablet.start(f"--remote-debugging-port={port}")
            first = measure(port, f"{server.address}/desk/")
            say("The desk, a tablet's first visit", first, short_of)
            kilobytes = first["script_bytes"] / 1000
            print(
                f"  compressed JavaScript before the first tap {kilobytes:.1f} kB   goal {SCRIPT_GOAL // 1000}",
                end=", ",
            )
            print(f"limit {SCRIPT_LIMIT // 1000}")
            if first["script_bytes"] > SCRIPT_GOAL:
                short_of.append(f"JavaScript before the first tap: {kilobytes:.1f} kB")

            desk = Desk(context.new_page(), server.address)
            desk.enrol(server.akeyi("tablet", "--label", "Tablet 7").split()[-1])
            desk.sign_in(CLERK, pins[CLERK])
            desk.wait_for_arrival("GXA 3305")
            desk.work_on("GXA 3305")
            desk.station("register")
            desk.page.get_by_role("heading", name="Register", exact=True).wait_for()
            here = desk.page.url
            desk.page.close()
            asked = measure(port, here, heading="Who works here now?")
            say("The page that asks for the PIN, on a tablet with an arrival of 126 that starts anew", asked, short_of)
            register = measure(port, here, CLERK, pins[CLERK], heading="Register")
            say("Register, with an arrival of 126 loaded, from the start of the tablet on", register, short_of)

            sign_in(context, server.address, greeting)
            say("The office's board", measure(port, f"{server.address}/office/"), short_of)
            tablet.close()
    print(f"\nShort of the goal: {'; '.join(short_of)}" if short_of else "\nEvery goal is reached.")
    return 1 if short_of else 0


if __name__ == "__main__":
    sys.exit(main())
