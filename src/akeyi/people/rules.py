"""Decisions about people, cards and households, as pure functions."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

ADULT_FROM = 18


def resolve(reception: str, replaced: Mapping[str, set[str]]) -> str:
    """The reception a card's id stands for now: follows replacements (new id -> the reception's ids) to the end; of
    several, and of a circle, the smallest id."""
    seen: set[str] = set()
    ends: set[str] = set()
    todo = [reception]
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        onward = replaced.get(one, set())
        if onward:
            todo += onward
        else:
            ends.add(one)
    return min(ends or seen)


def arrival_of(override: str | None, roll_arrival: str | None) -> str | None:
    """A person's arrival: where they were moved to, else that of the card's roll."""
    return override or roll_arrival


def family_of(reception: str, family: str | None) -> str:
    """Whoever has no family of their own yet is the first of one."""
    return family or reception


def is_registered(
    is_token: bool | None, by_card_only: bool | None, family_name: str | None, given_names: str | None
) -> bool:
    """Registered: a person who gave a name, or chose to go by card only."""
    return not is_token and bool(by_card_only or family_name or given_names)


def is_somebody(card: str | None, is_token: bool | None, is_registered: bool) -> bool:
    """Whoever holds a card or is registered; a card that was handed out and taken back leaves nobody."""
    return bool(card or is_token or is_registered)


def age_on(day: date, birth_on: date | None, age: int | None, said_on: date | None = None) -> int | None:
    """Age in years on a day, from a birth date or an age as it was said."""
    if birth_on is not None:
        return day.year - birth_on.year - ((day.month, day.day) < (birth_on.month, birth_on.day))
    return age


def is_child(age_years: int | None, age_group: str | None) -> bool:
    """Under 18, or seen as a child or baby where no age is known."""
    return age_years < ADULT_FROM if age_years is not None else age_group in ("child", "baby")


def household(moves: Iterable[tuple[str | None, str, Mapping[Any, int]]], token: str) -> dict[str, int]:
    """Everybody who came with a household token and did not move to another card: {group: n}, empty groups left out.

    `moves`: (source, target, groups). Those who have left the site since are among them: exits say so.
    """
    groups: dict[str, int] = {}
    for source, target, moved in moves:
        if source == target:
            continue
        sign = (target == token) - (source == token)
        for group, count in moved.items():
            groups[group] = groups.get(group, 0) + sign * count
    return {group: count for group, count in groups.items() if count}


def answers_open(answers: Mapping[str, Any]) -> list[str]:
    """Fields on which more than one answer stands and somebody must look."""
    return [field for field in ("given_names", "family_name", "birth_on", "family", "card") if field in answers]


class Answer(Protocol):
    """What somebody answered, as the rule about consent needs it."""

    @property
    def id(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def clock(self) -> str: ...
    @property
    def withdraws(self) -> list[str] | None: ...
    @property
    def service(self) -> str | None: ...


AnAnswer = TypeVar("AnAnswer", bound=Answer)


def agreed(answers: Iterable[AnAnswer]) -> list[AnAnswer]:
    """Every yes that stands, in the order in which it was said.

    A later no or withdrawal of the same purpose ends it, unless the two are about different services. What a
    withdrawal names stands no more, even where a wrong clock says that it came later.
    """
    standing = _in_order(answers)
    return [
        one
        for at, one in enumerate(standing)
        if one.answer == "yes"
        and not any(
            later.answer != "yes"
            and later.purpose == one.purpose
            and (later.service is None or later.service == one.service)
            for later in standing[at + 1 :]
        )
    ]


def answers_now(answers: Iterable[AnAnswer]) -> dict[str, AnAnswer]:
    """Per purpose the answer that stands: the latest by when it was said, or the latest yes that it does not end. A yes
    is consent; whatever else, and a purpose not here, is none."""
    answers = list(answers)
    latest = {one.purpose: one for one in _in_order(answers)}
    return latest | {one.purpose: one for one in agreed(answers)}


def _in_order(answers: Iterable[AnAnswer]) -> list[AnAnswer]:
    """By when they were said, but for those that a withdrawal took back."""
    answers = list(answers)
    taken_back = {id for one in answers if one.answer == "withdrawn" for id in one.withdraws or ()}
    standing = [one for one in answers if one.id not in taken_back]
    return sorted(standing, key=lambda one: (one.at, one.clock, one.id))


def notice_version(words: str, files: Mapping[str, str], message: str, language: str) -> str:
    """The version of what is read out: that of its words, and of its recording where there is one.

    `words`: the version of the words that came with Akeyi; `files`: name -> revision, as tablets fetch them.
    """
    words = files.get(f"{message}.{language}.txt", words)
    sound = files.get(f"{message}.{language}.mp3")
    return f"{words}.{sound}" if sound else words
