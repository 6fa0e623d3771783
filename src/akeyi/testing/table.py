"""A person at the office's table, in a browser: what a journey does there."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

# {arrival: {name of a number: the number}}; None where nobody said one.
Report = dict[str, dict[str, int | None]]


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
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()
        return self

    def announce(self, label: str, origin: str, expected: int, said_by: str, at: str = "") -> None:
        """`at`: when they will be here, as a browser's field takes it (2021-09-19T13:10)."""
        self.go("/office/arrivals/new/")
        if at:
            self.page.get_by_label("When will they be here?").fill(at)
        self.page.get_by_label("Name of the arrival").fill(label)
        self.page.get_by_label("From where?").fill(origin)
        self.page.get_by_label("Who said so?").fill(said_by)
        self.page.get_by_label("People in all").fill(str(expected))
        self.page.get_by_role("button", name="Announce", exact=True).click()
        expect(self.page.get_by_text(f"{label} is announced.")).to_be_visible()

    def on_the_plane(self, label: str, people: int, said_by: str) -> None:
        """Keeps what a carrier said about how many it brings."""
        self.arrival(label)
        self.page.get_by_role("link", name="How many come").click()
        self.page.get_by_label("So many are on the plane or on board").check()
        self.page.get_by_label("Who said so?").fill(said_by)
        self.page.get_by_label("People in all").fill(str(people))
        self.page.get_by_role("button", name="Keep this").click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(label)

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

    def make_code(self, label: str) -> str:
        """A code of the on-call officer, made in advance; it is shown this once."""
        self.go("/office/children/")
        self.page.get_by_label("For", exact=True).fill(label)
        self.page.get_by_label("How many codes").fill("1")
        self.page.get_by_role("button", name="Make and show them once").click()
        return self.page.get_by_role("main").locator("li .number").inner_text()

    def close_day(self) -> None:
        self.go("/office/closing/")
        self.page.get_by_role("button", name="Close the day").click()
        expect(self.page.get_by_text("The day is closed.")).to_be_visible()

    def closing_page(self) -> Report:
        """The closing report as the page that is open says it."""
        found: Report = {}
        for table in self.page.get_by_role("main").get_by_role("table").all():
            heads = table.locator("thead th").all_inner_texts()
            for row in table.locator("tbody tr").all():
                name = row.locator("th").inner_text()
                for arrival, value in zip(heads[2:], row.locator("td").all_inner_texts()[1:], strict=True):
                    found.setdefault(arrival, {})[name] = None if value == "–" else int(value)
        return found

    def take_along(self, link: str, whom: str = "Our own team, for its work here") -> bytes:
        """A file, after saying for whom it is."""
        self.page.get_by_role("link", name=link).click()
        self.page.get_by_label(whom).check()
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Take the file").click()
        self.page.go_back()
        return Path(download.value.path()).read_bytes()

    def closing_file(self) -> Report:
        """The same report as its CSV says it; what nobody told of has no line there."""
        found: Report = {}
        for row in csv.DictReader(io.StringIO(self.take_along("Download as CSV").decode("utf-8-sig"))):
            found.setdefault(row["arrival"], {})[row["number"]] = int(row["value"]) if row["value"] else None
        return found
