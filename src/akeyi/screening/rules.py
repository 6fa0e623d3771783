"""Who has to be seen, and how soon, as pure functions; the desk decides alike (contracts/vectors/rules.json)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

# Minutes within which somebody who can help is there.
TARGET = {"red": 10, "orange": 60}
HEALTH_BEFORE = 3
# By what an age is seen as where nobody knows it: a baby is under two.
SEEN_AS_UNDER_THREE = ("baby",)

# The Washington Group's six, and from which answer on somebody is counted: "some difficulty" is not.
SIX = ("seeing", "hearing", "walking", "remembering", "self_care", "communicating")
COUNTED_FROM = ("a_lot", "cannot")


@dataclass(frozen=True)
class Standing:
    """Somebody's colour, since when, and since when they wait for somebody who can help; None: they do not."""

    colour: str
    since: datetime
    waiting_since: datetime | None


def standing(told: Sequence[tuple[str, datetime]], seen: Iterable[datetime]) -> Standing | None:
    """The colour that stands of those told ((colour, at) in the order of the clock); None: not yet looked at.

    A colour that is said again keeps its time: it was not forgotten, it was moved to another place.
    """
    if not told:
        return None
    colour, since = told[-1]
    for before, at in reversed(told):
        if before != colour:
            break
        since = min(since, at)
    is_waiting = colour in TARGET and not any(at >= since for at in seen)
    return Standing(colour, since, since if is_waiting else None)


def stops_at_health(age_years: int | None, age_group: str | None, tags: Iterable[str]) -> bool:
    """Children under three and pregnant women are seen by health by rule, whatever anybody thinks of it."""
    if "pregnant" in tags:
        return True
    return age_years < HEALTH_BEFORE if age_years is not None else age_group in SEEN_AS_UNDER_THREE


def needs_decision(colour: str | None, stops: bool, is_asked: bool, decisions: Iterable[str | None]) -> bool:
    """Whether the last word at the door asks for a decision: red, orange, and who stops at health, until one was taken.

    `stops`: health sees them by rule, and has not yet. `is_asked`: health found that they should not travel; each time
    they are about to, it is decided anew, until health says otherwise.
    """
    return is_asked or ((colour in TARGET or stops) and not any(decisions))


def is_counted(answers: Mapping[str, str]) -> bool:
    """Whether at least one of the six is a lot of difficulty, or worse: the cut-off that makes counts comparable."""
    return any(answers.get(one) in COUNTED_FROM for one in SIX)


WISHES = ("card", "station", "talk_to", "language", "company")


class ARequest(Protocol):
    """One word of a request; the fields of WISHES say what was wished."""

    at: datetime
    clock: str


class AMeeting(Protocol):
    outcome: str
    clock: str


def still_asked(requests: Sequence[ARequest], met: Iterable[AMeeting]) -> tuple[datetime, dict[str, str]] | None:
    """Since when somebody asks, and their wish as it stands; None where somebody came. All in the order of the clock.

    Not found is no answer: somebody looks again. Later words add to earlier ones.
    """
    answered = max((one.clock for one in met if one.outcome != "not_found"), default="")
    still = [one for one in requests if one.clock > answered]
    if not still:
        return None
    wish = {name: said for one in still for name in WISHES if (said := getattr(one, name))}
    return still[0].at, wish
