"""The demo day as the people in it live it, with a tally of every tap that the closing report must equal."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from akeyi.operation.demo.people import FLIGHTS, Flight, Person, people_of
from akeyi.testing.desk import Desk

ADULTS, CHILDREN = ("woman", "man"), ("girl", "boy", "baby_girl", "baby_boy")


@dataclass
class Tally:
    """What was really tapped, per arrival."""

    counted: Counter[str] = field(default_factory=Counter)
    registered: int = 0
    served: set[str] = field(default_factory=set)
    given: Counter[str] = field(default_factory=Counter)
    exits: Counter[str] = field(default_factory=Counter)
    left: int = 0

    def columns(self, expected: int) -> dict[str, Any]:
        counted = sum(self.counted.values())
        return {
            "expected": expected,
            "on_the_plane": None,
            "counted": counted,
            "registered": self.registered,
            "served": len(self.served),
            "inside": counted - self.left,
            "left": self.left,
        }


@dataclass
class Day:
    """Three flights met with two tablets."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {flight.label: Tally() for flight in FLIGHTS})

    def count(self, desk: Desk, flight: Flight, people: list[Person]) -> None:
        """Everybody steps down."""
        groups = Counter(person.group for person in people)
        for group, number in sorted(groups.items()):
            desk.count_many(group, number)
        self.tallies[flight.label].counted.update(groups)

    def count_more(self, desk: Desk, flight: Flight, group: str, people: int) -> None:
        """A few more of one group."""
        desk.count(group, people)
        self.tallies[flight.label].counted[group] += people

    def register_alone(self, desk: Desk, flight: Flight, person: Person, card: str, by_card_only: bool = False) -> str:
        """One adult in quick mode; gives the card."""
        names = ("", "") if by_card_only else (person.family_name, person.given_names)
        desk.register(card, person.group, person.age, *names)
        self.tallies[flight.label].registered += 1
        return card

    def register_family(self, desk: Desk, flight: Flight, people: list[Person], cards: list[str]) -> list[str]:
        """A family in a run; gives their cards."""
        desk.register_family(
            [
                (card, person.group, person.age, person.family_name, person.given_names)
                for card, person in zip(cards, people, strict=True)
            ]
        )
        self.tallies[flight.label].registered += len(people)
        return cards

    def serve(self, desk: Desk, flight: Flight, item: str, cards: list[str]) -> None:
        """One item in a run."""
        desk.run_of(item, cards)
        tally = self.tallies[flight.label]
        tally.given[item] += len(cards)
        tally.served.update(cards)

    def leave(self, desk: Desk, flight: Flight, card: str, how: str, together: int = 0) -> None:
        desk.leave(card, how, together)
        tally = self.tallies[flight.label]
        tally.left += 1 + together
        tally.exits[how] += 1 + together


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
