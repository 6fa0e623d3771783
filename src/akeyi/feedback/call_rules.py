"""When somebody who agreed to it is called, at which hours, whether the word is theirs, and when their number goes."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .groups import Hours, Outcome, Step

# Days after they told us their number.
STEPS: dict[Step, int] = {"day_7": 7, "day_30": 30, "day_90": 90}
LAST: Step = "day_90"
# On so many days somebody tries, once a day; then it is left until the next call.
TRIES = 3
WRONG_WORDS = 3
# After that nobody is called any more, whatever was reached: the last call, and a month to reach them.
WISH_DAYS = 120
# From when until when; the night is what is left.
FROM_UNTIL: dict[Hours, tuple[time, time]] = {
    "morning": (time(8), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time(21)),
    "night": (time(21), time(8)),
}
# The person, or whoever has their phone, asked us to stop.
ENDS: frozenset[Outcome] = frozenset({"not_theirs", "never_again"})
# Fewer are not said: in a small hall a number is a person.
FEW = 5


@dataclass(frozen=True)
class Made:
    """A call that was made."""

    step: Step
    outcome: Outcome
    on: date


@dataclass(frozen=True)
class Due:
    """A call that is to be made, since when, and how often it was tried before."""

    step: Step
    on: date
    tried: int


def due(told_on: date, made: Iterable[Made], today: date) -> Due | None:
    """Which call is to be made today; an earlier one that nobody made is not made up for."""
    calls = list(made)
    if any(one.outcome in ENDS for one in calls) or goes_on(told_on, calls) <= today:
        return None
    passed = [step for step, days in STEPS.items() if told_on + timedelta(days) <= today]
    if not passed:
        return None
    step = passed[-1]
    tries = [one for one in calls if one.step == step]
    if len(tries) >= TRIES or any(one.outcome == "reached" for one in tries):
        return None
    on = max([told_on + timedelta(STEPS[step]), *(one.on + timedelta(1) for one in tries)])
    return Due(step, on, len(tries)) if on <= today else None


def goes_on(told_on: date, made: Iterable[Made]) -> date:
    """The day in whose first hour the number goes: the one after the call that was the last, or when its time is over.

    Not at once: whoever tapped the wrong outcome can put it right the same day.
    """
    calls = list(made)
    last_tries = [one for one in calls if one.step == LAST]
    over = [one.on for one in calls if one.outcome in ENDS or (one.step == LAST and one.outcome == "reached")]
    if len(last_tries) >= TRIES:
        over.append(max(one.on for one in last_tries))
    return min([told_on + timedelta(WISH_DAYS), *(day + timedelta(1) for day in over)])


def part_of_day(at: time) -> Hours:
    """Which part of the day an hour of the site is."""
    return next((name for name, (since, until) in FROM_UNTIL.items() if since <= at < until), "night")


def is_safe(hours: Iterable[str], now: datetime) -> bool:
    """Whether it is safe to call now, by the site's clock."""
    return part_of_day(now.time()) in set(hours)


def is_the_word(said: str, word: str) -> bool:
    """Whether somebody said the word they chose: as it sounds, without accents, capitals, gaps and signs."""
    return bool(plain(word)) and plain(said) == plain(word)


def plain(word: str) -> str:
    """Letters and digits alone, or all of it where there are none."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in folded if one.isalnum()) or "".join(word.split())


def rounded(numbers: Mapping[str, int]) -> dict[str, int | None]:
    """Each to fives; None where they are fewer than that, or none."""
    return {name: None if n < FEW else n // FEW * FEW for name, n in numbers.items()}
