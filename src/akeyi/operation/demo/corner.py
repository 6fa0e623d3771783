"""Who needs whom on the demo day: colours, what was seen in passing, who asked for a private talk, two filled forms."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from akeyi.journal.declare import Fact
from akeyi.screening import queries
from akeyi.screening.facts.answer import AnswerOfProtection
from akeyi.screening.facts.child_need import ChildNeedSeen
from akeyi.screening.facts.health_need import HealthNeedSeen
from akeyi.screening.facts.met import CameToTalk
from akeyi.screening.facts.protection_need import ProtectionNeedSeen
from akeyi.screening.facts.request import TalkRequested
from akeyi.screening.facts.seen import SeenTold
from akeyi.screening.facts.triage import TriageSet

from .people import Person

# says(body, reception, "13:40", "Fritz")
Says = Callable[[Fact, str, str, str], Any]
Colour = Literal["red", "orange", "yellow", "green"]
Place = Literal["A", "B", "C"]


@dataclass(frozen=True)
class Met:
    """Somebody who was registered and is still here."""

    person: Person
    reception: str
    card: str


def live(site: str, here: list[Met], says: Says) -> None:
    """Tells it of people who are still in the hall, until 14:05."""
    women = iter([one for one in here if one.person.group == "woman"])
    men = iter([one for one in here if one.person.group == "man"])
    children = iter([one for one in here if 6 <= one.person.age < 18])
    under_three = iter([one for one in here if one.person.age < 3])
    _colours(women, men, under_three, says)
    _seen_in_passing(women, men, children, says)
    _asked(site, women, men, says)
    # The last word of the afternoon.
    says(TriageSet(colour="green"), next(men).reception, "14:04", "Fritz")


def _colours(women: Iterator[Met], men: Iterator[Met], under_three: Iterator[Met], says: Says) -> None:
    told: list[tuple[Iterator[Met], Colour, Place | None, str, str | None]] = [
        (women, "red", "A", "13:08", "13:15"),
        (men, "red", "A", "13:51", None),
        (women, "red", "B", "13:58", None),
        (under_three, "orange", "B", "12:49", None),
        (women, "orange", "C", "13:02", "13:40"),
        (women, "orange", "B", "13:20", None),
        (men, "orange", "C", "13:44", None),
        (men, "yellow", None, "13:05", None),
        (women, "yellow", None, "13:31", None),
        (men, "green", None, "13:12", None),
        (women, "green", None, "13:13", None),
    ]
    for who, colour, place, at, seen_at in told:
        one = next(who).reception
        says(TriageSet(colour=colour, place=place), one, at, "Fritz")
        if seen_at:
            says(SeenTold(), one, seen_at, "Fabienne" if colour == "red" else "Roseline")


def _seen_in_passing(women: Iterator[Met], men: Iterator[Met], children: Iterator[Met], says: Says) -> None:
    told: list[tuple[Iterator[Met], Fact, str]] = [
        (women, HealthNeedSeen(tag="pregnant"), "12:58"),
        (men, HealthNeedSeen(tag="injured"), "13:03"),
        (women, HealthNeedSeen(tag="breastfeeding"), "13:09"),
        (men, HealthNeedSeen(tag="cannot_walk"), "13:17"),
        (children, ChildNeedSeen(tag="with_other_relatives"), "13:22"),
        (women, ProtectionNeedSeen(tag="alone_with_children"), "13:26"),
        (men, ProtectionNeedSeen(tag="nowhere_to_sleep"), "13:33"),
    ]
    for who, need, at in told:
        says(need, next(who).reception, at, "Wilson")


def _asked(site: str, women: Iterator[Met], men: Iterator[Met], says: Says) -> None:
    """One turned her card over, one said it with a wish, and one has talked: what he answered stands in a form."""
    silent, said, talked, walks_badly = next(women), next(women), next(men), next(men)
    says(TalkRequested(card=silent.card, station="count"), silent.reception, "13:53", "Wilson")
    wish = TalkRequested(card=said.card, station="register", talk_to="woman", language="ht", company="alone")
    says(wish, said.reception, "13:39", "Nadia")
    says(TalkRequested(card=talked.card, station="serve"), talked.reception, "13:11", "Nadia")
    answers = {
        "private_talk": (talked, "13:24", {"sleeps_tonight": "nowhere", "services": "shelter legal", "when": "today"}),
        "washington_group": (walks_badly, "13:36", {
            "seeing": "some", "hearing": "none", "walking": "a_lot", "remembering": "none", "self_care": "none",
            "communicating": "none", "counted": "yes",
        }),
    }  # fmt: skip
    for form, (one, at, told) in answers.items():
        version = queries.versions(site, form)[0].facts[0]
        body = AnswerOfProtection(version=version, answers=told, language="ht", interpreter="nobody")
        says(body, one.reception, at, "Roseline")
    says(CameToTalk(outcome="talked", interpreter="nobody"), talked.reception, "13:25", "Roseline")
