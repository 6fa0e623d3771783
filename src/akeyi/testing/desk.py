"""A worker's hands on a tablet: what a journey does at the stations, each tap counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

GROUP_NAMES = {
    "woman": "Woman",
    "man": "Man",
    "girl": "Girl",
    "boy": "Boy",
    "baby_girl": "Baby girl",
    "baby_boy": "Baby boy",
    "not_seen": "Not seen",
}

COLUMNS = ("expected", "on_the_plane", "counted", "registered", "served", "inside", "left")


def printed_cards(pdf: Path) -> list[str]:
    """The numbers on a printed sheet, roll after roll, as whoever hands out cards reads them."""
    import pypdfium2

    numbers: list[str] = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage().get_text_bounded()
        for found in re.findall(r"\b(\d{4}) (\d{4})\b", text):
            number = "".join(found)
            if number not in numbers:
                numbers.append(number)
    document.close()
    return numbers


@dataclass
class Taken:
    """How much a worker had to do. A field that is typed into, or a card that is scanned, is one tap; keys apart."""

    taps: int = 0
    keystrokes: int = 0


@dataclass
class Desk:
    """One tablet's page."""

    page: Page
    address: str
    taken: Taken = field(default_factory=Taken)

    def open(self, at: str = "") -> "Desk":
        self.page.goto(f"{self.address}/desk/{at}")
        return self

    def tap(self, what: Locator) -> None:
        what.click()
        self.taken.taps += 1

    def button(self, name: str | re.Pattern[str], within: Locator | None = None, exact: bool = True) -> Locator:
        return (within or self.page).get_by_role("button", name=name, exact=exact)

    def type(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)
        self.taken.taps += 1
        self.taken.keystrokes += len(text)

    def choose(self, label: str, option: str) -> None:
        """Opens a list and chooses from it."""
        self.page.get_by_label(label, exact=True).select_option(option)
        self.taken.taps += 2

    # Who works

    def enrol(self, code: str) -> None:
        self.open(f"#/enrol?code={code}")
        expect(self.page.get_by_role("heading", name="Who works here now?")).to_be_visible(timeout=20_000)

    def sign_in(self, short_name: str, pin: str) -> None:
        self.page.get_by_role("button", name=re.compile(f"^{short_name}")).click()
        self.page.get_by_label("PIN", exact=True).fill(pin)
        self.button("OK").click()
        expect(self.button(re.compile("Change worker"), exact=False)).to_be_visible(timeout=30_000)

    def lies_on_the_tablet(self) -> None:
        """Waits until the desk opens without its hub."""
        expect(self.page.get_by_test_id("unsent")).to_be_visible()
        expect(self.page.get_by_test_id("not-kept")).to_have_count(0, timeout=120_000)

    def loses_the_network(self) -> None:
        """As it goes in a hall where tablets are set up with the hub near: the desk lies on the tablet by then."""
        self.lies_on_the_tablet()
        self.page.context.set_offline(True)

    def change_worker(self) -> None:
        self.button(re.compile("Change worker"), exact=False).click()

    # What is safe

    def _at_rest(self, test_id: str) -> Locator:
        """What is said once nothing is being kept: before that it speaks of the action before."""
        return self.page.locator(f"[data-testid={test_id}]:not([aria-busy=true], [aria-busy=true] *)")

    @property
    def unsent(self) -> int:
        return int(self._at_rest("unsent").inner_text().split()[0])

    def wait_until_sent(self, timeout_ms: int = 60_000) -> None:
        expect(self._at_rest("unsent")).to_have_text("0 not sent", timeout=timeout_ms)

    def station(self, name: str) -> None:
        self.page.evaluate("page => { location.hash = `#/${page}` }", name.lower())

    def done(self, sentence: str | re.Pattern[str]) -> None:
        """Waits for the sentence that says what was kept."""
        expect(self._at_rest("done")).to_have_text(sentence, timeout=20_000)

    def card(self, number: str, label: str = "Card number") -> None:
        """Types a card's number as a hand-held scanner would."""
        box = self.page.get_by_label(label, exact=True)
        box.fill(number)
        box.press("Enter")
        self.taken.taps += 1

    # Arrivals

    def work_on(self, label: str) -> None:
        self.station("arrivals")
        panel = self.page.get_by_test_id(f"arrival-{label}")
        self.tap(panel.get_by_role("button", name=re.compile(f"^{re.escape(label)}")))

    def work_on_alone(self, label: str) -> None:
        """Chooses one arrival and lets go of the others."""
        self.station("arrivals")
        for panel in self.page.locator("[data-testid^='arrival-']").all():
            button = panel.get_by_role("button").first
            is_it = panel.get_attribute("data-testid") == f"arrival-{label}"
            if (button.get_attribute("aria-pressed") == "true") != is_it:
                self.tap(button)

    def count_this(self, label: str) -> None:
        """Count counts this arrival from now on; the others that were chosen stay chosen."""
        self.station("arrivals")
        panel = self.page.get_by_test_id(f"arrival-{label}")
        button = panel.get_by_role("button", name=re.compile(f"^{re.escape(label)}"))
        if button.get_attribute("aria-pressed") != "true":
            self.tap(button)
        first = panel.get_by_role("button", name="Count this one")
        said = panel.get_by_text("Count counts this one")
        expect(said.or_(first)).to_be_visible()
        if first.is_visible():
            self.tap(first)
        expect(said).to_be_visible()

    def wait_for_roll(self, label: str) -> None:
        """Waits until this tablet has heard of a roll opened for an arrival."""
        self.station("arrivals")
        expect(self.page.get_by_test_id(f"arrival-{label}")).to_contain_text(re.compile("[1-9] roll"), timeout=30_000)

    def wait_for_arrival(self, label: str) -> None:
        """Waits until this tablet has heard of an arrival."""
        self.station("arrivals")
        expect(self.page.get_by_test_id(f"arrival-{label}")).to_be_visible(timeout=30_000)

    def wait_for_landing(self, label: str) -> None:
        """Waits until this tablet has heard that an arrival is here."""
        self.station("arrivals")
        expect(self.page.get_by_test_id(f"arrival-{label}")).to_contain_text("· Landed ·", timeout=30_000)

    def open_roll(self, label: str, card: str) -> None:
        self.station("arrivals")
        self.tap(self.page.get_by_test_id(f"arrival-{label}").get_by_role("button", name="Open a roll"))
        self.card(card, "A card of the roll")
        self.done(re.compile("is open for"))

    def start_without_notice(self, how: str) -> str:
        """Starts an arrival that nobody announced; gives its label."""
        self.station("arrivals")
        self.tap(self.button("Start without notice"))
        self.tap(self.button(how))
        said = self._at_rest("done")
        expect(said).to_have_text(re.compile("^Started: "))
        return said.inner_text().removeprefix("Started: ").strip()

    # Count

    def count(self, group: str, times: int = 1) -> None:
        self.station("count")
        before = self.counted(group)
        for _ in range(times):
            self.tap(self.page.get_by_test_id(f"tap-{group}"))
        expect(self.page.get_by_test_id(f"sum-{group}")).to_have_text(str(before + times), timeout=30_000)

    def count_many(self, group: str, people: int) -> int:
        """Counts a crowd of one group with +10, +5 and single taps; gives how many times a figure was tapped."""
        self.station("count")
        before, figures = self.counted(group), people // 10 + people % 10 // 5 + people % 5
        for step in (10, 5):
            while people >= step:
                self.tap(self.button(f"+{step} next tap"))
                self.tap(self.page.get_by_test_id(f"tap-{group}"))
                people -= step
                before += step
                expect(self.page.get_by_test_id(f"sum-{group}")).to_have_text(str(before), timeout=30_000)
        if people:
            self.count(group, people)
        return figures

    def counted(self, group: str) -> int:
        return int(self.page.get_by_test_id(f"sum-{group}").inner_text())

    def sweep(self, found: int) -> None:
        """Counts everybody in the hall again."""
        self.station("count")
        self.tap(self.button("Sweep"))
        self.type("People in the hall now", str(found))
        self.tap(self.button("Keep"))
        self.done(re.compile(f"^{found} in the hall"))

    def set_group(self, group: str, people: int) -> None:
        """How many of one group, where several are asked at once."""
        box = self.page.locator(f"#steps-{group}")
        box.fill(str(people))
        box.blur()
        self.taken.taps += 1
        self.taken.keystrokes += len(str(people))

    # Register

    def register(
        self,
        card: str,
        group: str,
        age: int | None = None,
        family_name: str = "",
        given_names: str = "",
        *,
        is_about: bool = False,
        languages: Iterable[str] = (),
        family_of: str | None = None,
        destination: str | None = None,
    ) -> None:
        """Registers one person in quick mode; without any name, by card only. `family_of`: a card of the family."""
        self.station("register")
        self.card(card, "Card of the person")
        self.tap(
            self.page.get_by_role("group", name="Who is it?").get_by_role("button", name=GROUP_NAMES[group], exact=True)
        )
        if age is not None:
            self.type("Age", str(age))
        if is_about:
            self.tap(self.button("About"))
        if family_name:
            self.type("Family name", family_name)
        if given_names:
            self.type("Given name", given_names)
        self._speaks_and_goes(languages, destination)
        if family_of:
            self.tap(self.button("Same family as card…"))
            self.card(family_of, "Same family as card…")
            expect(self.button(re.compile("^Family of"), exact=False)).to_be_visible()
        self.tap(self.button("Register" if family_name or given_names else "By card only"))
        self.done(re.compile("is registered"))

    def _speaks_and_goes(self, languages: Iterable[str], destination: str | None) -> None:
        for language in languages:
            self.tap(self.button(language))
        if destination:
            self.goes_to(destination)

    def register_family(
        self,
        members: list[tuple[str, str, int | None, str, str]],
        carer: bool = True,
        languages: Iterable[str] = (),
        destination: str | None = None,
    ) -> None:
        """Registers a family in a run: (card, group, age, family name, given name) each; the first adult is carer."""
        self.station("register")
        self.tap(self.button("A family"))
        for number, (card, *_) in enumerate(members, 1):
            self.card(card, f"Card of person {number}")
        self.tap(self.button(f"Next: {len(members)} people"))
        for number, (_, group, age, family_name, given_names) in enumerate(members, 1):
            row = self.page.get_by_test_id(f"row-{number}")
            self.tap(row.get_by_role("button", name=GROUP_NAMES[group], exact=True))
            if age is not None:
                self.type(f"Age {number}", str(age))
            if family_name:
                self.type(f"Family name {number}", family_name)
            if given_names:
                self.type(f"Given name {number}", given_names)
        if carer:
            self.tap(self.page.get_by_role("group", name="Who looks after the children?").get_by_role("button").first)
        self._speaks_and_goes(languages, destination)
        self.tap(self.button(f"Register {len(members)} people"))
        self.done(re.compile("^Family of"))

    def goes_to(self, place: str, label: str = "Going to", found: str = "") -> None:
        """A few letters of a place, or of what people call it; the first that is found is taken."""
        self.type(label, place)
        self.page.get_by_label(label, exact=True).press("Enter")
        expect(self.page.get_by_label(label, exact=True)).to_have_text(re.compile(f"^{found or place}"))

    # Serve

    def run_of(self, item: str, cards: Iterable[str]) -> int:
        """Gives one item card after card; gives how many were given."""
        self.station("serve")
        self.tap(self.button("One item in a run"))
        self.tap(self.button(item))
        given = 0
        for card in cards:
            self.card(card, "Next card")
            given += 1
            expect(self.page.get_by_test_id("run-given")).to_have_text(str(given))
        self.tap(self.button("End the run"))
        return given

    def give(self, card: str, item: str) -> None:
        self.station("serve")
        self.card(card)
        self.tap(self.button(re.compile(f"^Give: {item}"), exact=False))
        self.done(re.compile(f"^Given: {item}"))

    # Leave

    def leave(self, card: str, how: str = "By own wish", together: int = 0) -> None:
        """Lets somebody go, with the first `together` of their companions."""
        self.station("leave")
        self.card(card)
        companions = self.page.get_by_role("group", name="Who leaves along?").get_by_role("button")
        for number in range(together):
            self.tap(companions.nth(number))
        if how != "By own wish":
            self.tap(self.button("Next: how"))
        self.tap(self.button(how))
        self.done(re.compile(r"left: "))

    def column(self, label: str, column: str) -> Locator:
        """One number of the tablet's board."""
        self.station("board")
        return self.page.get_by_test_id(f"board-{label}").get_by_test_id(column)

    def told(self) -> list[str]:
        """What the tablet's board says, every number, without its age: the same before and after a kill."""
        self.station("board")
        sections = self.page.locator("[data-testid^='board-']")
        expect(sections.first).to_be_visible(timeout=30_000)
        return [text for section in sections.all() for text in section.inner_text().split()]

    def board(self, label: str) -> dict[str, str]:
        """The columns of one arrival as the tablet knows them."""
        self.station("board")
        section = self.page.get_by_test_id(f"board-{label}")
        expect(section).to_be_visible()
        return {column: section.get_by_test_id(column).inner_text().strip() for column in COLUMNS}
