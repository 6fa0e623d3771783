"""A person at the office's table, in a browser: what a journey does there."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect


@dataclass
class Table:
    """One signed-in browser at the office."""

    page: Page
    address: str

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)

    def sign_in(self, username: str, password: str) -> "Table":
        self.go("/office/")
        self.page.get_by_label("Name").fill(username)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()
        return self

    def announce(self, label: str, origin: str, expected: int, said_by: str) -> None:
        self.go("/office/arrivals/new/")
        self.page.get_by_label("Name of the arrival").fill(label)
        self.page.get_by_label("From where?").fill(origin)
        self.page.get_by_label("Who said so?").fill(said_by)
        self.page.get_by_label("People in all").fill(str(expected))
        self.page.get_by_role("button", name="Announce", exact=True).click()
        expect(self.page.get_by_text(f"{label} is announced.")).to_be_visible()

    def arrival(self, label: str) -> None:
        self.go("/office/arrivals/")
        self.page.get_by_role("link", name=label).click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(label)

    def step(self, label: str, status: str) -> None:
        """Moves an arrival on: Landed, Met, Closed."""
        self.arrival(label)
        self.page.get_by_role("button", name=status, exact=True).click()
        expect(self.page.get_by_text(f"{label}: {status}.")).to_be_visible()

    def read_list(self, label: str, file: Path, said_by: str) -> str:
        """Gives a list, looks at what was understood, keeps it; gives what the page said about it before."""
        self.arrival(label)
        self.page.get_by_role("link", name="Lists", exact=True).click()
        self.page.get_by_label("The list").set_input_files(file)
        self.page.get_by_label("Who sent it?").fill(said_by)
        self.page.get_by_role("button", name="Read the list").click()
        expect(self.page.get_by_role("heading", name="What was understood")).to_be_visible(timeout=30_000)
        understood = self.page.get_by_role("main").inner_text()
        self.page.get_by_role("button", name="Keep this list").click()
        expect(self.page.get_by_role("button", name="Keep this list")).to_have_count(0)
        return understood

    def hand_over(self, to: str, pin: str) -> str:
        """The shift is taken over by PIN; gives what the page said was open."""
        self.go("/office/handover/")
        said = self.page.get_by_role("main").inner_text()
        self.page.get_by_label("Who takes over").select_option(to)
        self.page.get_by_label("Their PIN").fill(pin)
        self.page.get_by_role("button", name="I take over").click()
        expect(self.page).to_have_url(re.compile(r"/office/handover/[0-9a-f-]{36}/$"))
        return said

    def close_day(self) -> dict[str, dict[str, int]]:
        """Closes today; gives the closing report as its CSV says: {arrival: {key: number}}."""
        self.go("/office/closing/")
        self.page.get_by_role("button", name="Close the day").click()
        expect(self.page.get_by_text("The day is closed.")).to_be_visible()
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=re.compile("CSV")).click()
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        found: dict[str, dict[str, int]] = {}
        for row in csv.DictReader(io.StringIO(text)):
            if row["value"]:
                found.setdefault(row["arrival"], {})[row["key"]] = int(row["value"])
        return found
