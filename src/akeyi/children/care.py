"""Which child is alone, who is with them, and who may take them: pure functions the desk computes too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from akeyi.arrivals.groups import ADULT_FROM

# Adults who answer for a child by law or custom (Inter-agency Guiding Principles).
ANSWERS_FOR = ("parent", "guardian", "usual_carer")
# So long may nobody be with a child before those who act on it hear of it.
ALARM_AFTER = timedelta(minutes=5)
CONTACTS = 2


def counts_as_child(ages: Iterable[int | None], age_groups: Iterable[str | None], is_disputed: bool = False) -> bool:
    """An age in dispute is a child's: of several answers one under 18 is enough; where no age is known, one that was
    seen as a child's."""
    known = [age for age in ages if age is not None]
    return is_disputed or (
        any(age < ADULT_FROM for age in known) if known else any(one in ("child", "baby") for one in age_groups)
    )


def situation(is_child: bool, relation: str | None, is_refused: bool, tags: Iterable[str], carers: int) -> str:
    """adult, unaccompanied, separated, accompanied, in_question (two answers about who cares), or not_known.

    `relation`: who is with the child, by child protection; before it came, what was seen (`tags`) goes before what was
    recorded at Register (`carers`, how many answers): joining a family ends nothing. A child who is a mother is a child
    herself, whoever she cares for. A parent who refuses is no family.
    """
    if not is_child:
        return "adult"
    if carers > 1:
        return "in_question"
    seen = set(tags)
    if relation is not None:
        if relation in ANSWERS_FOR:
            return "unaccompanied" if is_refused else "accompanied"
        return "separated" if relation == "relative" else "unaccompanied"
    if "alone" in seen:
        return "unaccompanied"
    if "with_other_relatives" in seen:
        return "separated"
    return "accompanied" if carers else "not_known"


@dataclass(frozen=True)
class Said:
    """One word about a child, at its place in the order of the clock: a hold, or (is_asked) ask first or not."""

    at: datetime
    by: str | None = None
    holder: str | None = None
    place: str | None = None
    by_pin: bool = False
    is_asked: bool | None = None


@dataclass(frozen=True)
class Care:
    """What stands: whether somebody has to be with the child, who is and since when, and whether it is asked first."""

    is_held: bool = False
    is_asked: bool = False
    holder: str | None = None
    place: str | None = None
    since: datetime | None = None


def care(told: Sequence[Said]) -> Care:
    """What stands of all that was said, in the order of the clock.

    Nobody is given a child who did not take them: another's name counts only with that worker's PIN. Where nobody takes
    over, whoever was with the child still is. Only child protection ends it.
    """
    now = Care()
    for one in told:
        if one.is_asked is False:
            now = Care()
        elif one.is_asked:
            now = Care(now.is_held, True, now.holder, now.place, now.since)
        elif one.holder is None:
            if not now.is_held:
                now = Care(True, True, None, None, one.at)
        elif one.by_pin or one.holder == one.by:
            since = now.since if one.holder == now.holder else one.at
            now = Care(True, True, one.holder, one.place, since)
    return now


def unheld_since(now: Care, here: Iterable[str]) -> datetime | None:
    """Since when nobody is with a child who needs somebody; a worker who has left the site is nobody."""
    if not now.is_held or (now.holder is not None and now.holder in set(here)):
        return None
    return now.since


def is_alarm(since: datetime | None, at: datetime) -> bool:
    """Whether nobody has been with a child for too long."""
    return since is not None and at - since >= ALARM_AFTER


def held_together(child: str, family_of: dict[str, str], held: Iterable[str]) -> list[str]:
    """Siblings stay together: the child and those of the same family who are held too."""
    family = family_of.get(child, child)
    return sorted({child, *(one for one in held if family_of.get(one, one) == family)})


@dataclass(frozen=True)
class Came:
    """Who came for a child, as child protection wrote it down."""

    outcome: str
    identity: str
    child_knows: bool | None = None
    answers_agree: bool | None = None
    contacts: tuple[str, ...] = ()
    decision: str | None = None


def settles_identity(came: Came) -> bool:
    """A paper was seen; or, in writing: the child knows them, the answers agree, and two people were asked."""
    if came.identity == "seen":
        return True
    return bool(
        came.identity == "none"
        and came.child_knows
        and came.answers_agree
        and sum(bool(one.strip()) for one in came.contacts) >= CONTACTS
        and (came.decision or "").strip()
    )


def may_photograph(situation: str, says_name: bool | None, answer: str | None) -> bool:
    """Of nobody, but of a child alone who cannot say their name, once they or whoever answers for them said yes."""
    return situation == "unaccompanied" and says_name is False and answer == "yes"
