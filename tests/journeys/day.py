"""The demo day as the people in it live it, with a tally of every tap that the closing report must equal."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from akeyi.operation.demo.people import FLIGHTS, Flight, Person, people_of
from akeyi.testing.desk import Desk

ADULTS = ("woman", "man")
CARDS_IN_A_ROLL = 50
# Names of numbers as the closing report says them, by what was tapped.
COUNTED = {
    "woman": "Counted: women",
    "man": "Counted: men",
    "girl": "Counted: girls",
    "boy": "Counted: boys",
    "baby_girl": "Counted: baby girls",
    "baby_boy": "Counted: baby boys",
}
LEFT = {"By own wish": "Left: own wish", "Own way": "Left: own way", "Collected": "Left: collected"}
GIVEN = {item: f"Given: {item}" for item in ("Hygiene kit", "Hot meal", "Water")}


@dataclass
class Tally:
    """What was really said and tapped about one arrival."""

    expected: int
    on_the_plane: int | None = None
    counted: Counter[str] = field(default_factory=Counter)
    registered: set[str] = field(default_factory=set)
    served: set[str] = field(default_factory=set)
    given: Counter[str] = field(default_factory=Counter)
    exits: Counter[str] = field(default_factory=Counter)

    @property
    def columns(self) -> dict[str, int | None]:
        """The seven numbers of every board."""
        counted, left = self.counted.total(), self.exits.total()
        return {
            "expected": self.expected,
            "on_the_plane": self.on_the_plane,
            "counted": counted,
            "registered": len(self.registered),
            "served": len(self.served),
            "inside": counted - left,
            "left": left,
        }

    @property
    def numbers(self) -> dict[str, int | None]:
        """Every number of the closing report, by the name it has there."""
        names = ("Expected", "On the plane (carrier says)", "Counted", "Registered", "Served", "Inside", "Left")
        return (
            dict(zip(names, self.columns.values(), strict=True))
            | {"Left unseen": 0}
            | {name: self.counted[group] for group, name in COUNTED.items()}
            | {name: self.given[item] for item, name in GIVEN.items()}
            | {name: self.exits[how] for how, name in LEFT.items()}
        )


@dataclass
class Day:
    """Three flights met with two tablets. A roll of `cards` is opened for each flight, so a card says whose it is."""

    cards: list[str]
    tallies: dict[str, Tally] = field(
        default_factory=lambda: {flight.label: Tally(expected=flight.total) for flight in FLIGHTS}
    )
    counting_taps: int = 0
    left_unseen: int = 0

    def roll(self, flight: Flight) -> list[str]:
        """The cards that people of a flight get at the door."""
        first = FLIGHTS.index(flight) * CARDS_IN_A_ROLL
        return self.cards[first : first + CARDS_IN_A_ROLL]

    def tally_of(self, card: str) -> Tally:
        return self.tallies[FLIGHTS[self.cards.index(card) // CARDS_IN_A_ROLL].label]

    def count(self, desk: Desk, flight: Flight, people: list[Person], groups: tuple[str, ...]) -> None:
        """This counter's groups of everybody who steps down."""
        desk.count_this(flight.label)
        for group, number in sorted(Counter(person.group for person in people if person.group in groups).items()):
            self.counting_taps += desk.count_many(group, number)
            self.tallies[flight.label].counted[group] += number

    def count_more(self, desk: Desk, flight: Flight, group: str, people: int) -> None:
        """A few more of a group that this tablet alone counts, at the door where it counts."""
        desk.count(group, people)
        self.counting_taps += people
        self.tallies[flight.label].counted[group] += people

    def register(self, desk: Desk, person: Person, card: str, by_card_only: bool = False) -> None:
        """One person in quick mode: nobody is asked for the flight, the card says it."""
        names = ("", "") if by_card_only else (person.family_name, person.given_names)
        desk.register(card, person.group, person.age, *names)
        self.tally_of(card).registered.add(card)

    def register_family(self, desk: Desk, people: list[Person], cards: list[str]) -> None:
        """A family in a run, card after card."""
        desk.register_family(
            [
                (card, person.group, person.age, person.family_name, person.given_names)
                for card, person in zip(cards, people, strict=True)
            ]
        )
        for card in cards:
            self.tally_of(card).registered.add(card)

    def serve(self, desk: Desk, item: str, *cards: str) -> None:
        """One item in a run, to people of whatever flight."""
        desk.run_of(item, cards)
        for card in cards:
            self.tally_of(card).given[item] += 1
            self.tally_of(card).served.add(card)

    def leave(self, desk: Desk, card: str, how: str, together: int = 0) -> None:
        desk.leave(card, how, together)
        self.tally_of(card).exits[how] += 1 + together

    def sweep(self, desk: Desk, missing: int) -> None:
        """The whole hall is counted again; somebody is missing, and nobody can say of which flight."""
        inside = sum(tally.counted.total() - tally.exits.total() for tally in self.tallies.values())
        desk.sweep(inside - missing)
        self.left_unseen = missing

    @property
    def numbers(self) -> dict[str, dict[str, int | None]]:
        """The closing report, number by number: every arrival, and all of them together."""
        each = {label: tally.numbers for label, tally in self.tallies.items()}
        names = next(iter(each.values()))
        together = {name: added(numbers[name] for numbers in each.values()) for name in names}
        together["Left unseen"] = self.left_unseen
        together["Inside"] = (together["Inside"] or 0) - self.left_unseen
        return {"All arrivals": together} | each


def added(numbers: Iterable[int | None]) -> int | None:
    """A sum; None where nobody said anything."""
    said = [number for number in numbers if number is not None]
    return sum(said) if said else None


def a_family_of_four(people: list[Person]) -> list[Person]:
    """The first family of the list with four people or more: an adult first, then three children."""
    families: dict[int, list[Person]] = {}
    for person in people:
        families.setdefault(person.family, []).append(person)
    return next(found for found in families.values() if len(found) >= 4)[:4]


def adults_alone(people: list[Person], number: int) -> list[Person]:
    """Adults who travel alone."""
    alone = Counter(person.family for person in people)
    return [person for person in people if person.group in ADULTS and alone[person.family] == 1][:number]


__all__ = ["FLIGHTS", "Day", "Flight", "Person", "Tally", "a_family_of_four", "adults_alone", "people_of"]
