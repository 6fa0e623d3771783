"""What pages may ask about calls: who is due now, one call from the number to its outcome, and how many there were."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from akeyi.access import looks
from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need, need_duty
from akeyi.errors import AkeyiError
from akeyi.errors.calls import NOT_AT_THIS_HOUR, SOMEBODY_ELSE_CALLS, WORD_FIRST
from akeyi.journal.erase import erase
from akeyi.journal.models import Envelope, Void
from akeyi.journal.tell import Saying, take_back, tell
from akeyi.people import queries as people

from . import call_rules as rules
from .facts.call import CallMade
from .facts.call_wish import CallWished
from .groups import Outcome
from .models import Call, Calling, CallWish
from .queries import day_of

# A call that was begun and left open holds the line for nobody longer.
HOLDS = timedelta(minutes=30)


@dataclass(frozen=True)
class Line:
    """Somebody who is called today. `is_now`: it is safe at this hour. `by`: who is calling them already."""

    wish: CallWish
    due: rules.Due
    is_now: bool
    is_overdue: bool
    by: str


@dataclass(frozen=True)
class Done:
    """A call that was made today. `is_mine`: its caller may take it back."""

    id: str
    at: datetime
    call: Call
    by: str
    is_mine: bool


@dataclass(frozen=True)
class Numbers:
    """How many, rounded; None where they are few. `of_each`: per step, then per outcome, situation and so on."""

    told: int | None
    of_each: dict[str, dict[str, int | None]]


def _need_calls(viewer: Viewer) -> None:
    """Raises MayNotRead: holders and focal points read behind `sealed` too, and no number."""
    need(viewer, "sealed")
    need_duty(viewer, "calls")


def lines(viewer: Viewer, now: datetime) -> list[Line]:
    """Whom to call today: who can be called at this hour first, then who waits longest."""
    _need_calls(viewer)
    open_calls = {one.wish: one for one in Calling.objects.filter(at__gt=now - HOLDS)}
    found = []
    for wish, due in _due(viewer.site, now):
        calling = open_calls.get(wish.id)
        by = access.name_of(calling.worker) if calling and calling.worker != viewer.worker else ""
        is_now = rules.is_safe(wish.hours, timezone.localtime(now))
        found.append(Line(wish, due, is_now, due.on < day_of(now), by))
    return sorted(found, key=lambda one: (not one.is_now, one.due.on, one.wish.id))


def line(viewer: Viewer, id: str, now: datetime) -> Line | None:
    """One of those who are called today."""
    return next((one for one in lines(viewer, now) if one.wish.id == id), None)


def done(viewer: Viewer, now: datetime) -> list[Done]:
    """The calls of today, the latest first."""
    _need_calls(viewer)
    since = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    told = Call.objects.filter(site=viewer.site, at__gte=since).order_by("-at", "-id")
    # Whoever could take back that the word was not said would guess on.
    return [
        Done(
            one.id,
            one.at,
            one,
            access.name_of(one.worker),
            one.worker == viewer.worker and one.outcome != "wrong_word" and _is_kept(one),
        )
        for one in told
    ]


def calling(viewer: Viewer, id: str, now: datetime) -> Calling | None:
    """The call that the viewer is making to somebody."""
    _need_calls(viewer)
    return Calling.objects.filter(wish=id, worker=viewer.worker, at__gt=now - HOLDS).first()


@transaction.atomic
def begin(viewer: Viewer, one: Line, now: datetime) -> None:
    """The viewer sees the number, which is noted; raises AkeyiError at an hour that is not safe, or where somebody else
    is calling."""
    _need_calls(viewer)
    if one.by:
        raise AkeyiError(SOMEBODY_ELSE_CALLS, name=one.by)
    if not one.is_now and calling(viewer, one.wish.id, now) is None:
        raise AkeyiError(NOT_AT_THIS_HOUR)
    left = Calling.objects.filter(wish=one.wish.id).first()
    # Wrong words count for the day, whoever begins again: nobody guesses on.
    wrong = left.wrong_words if left and day_of(left.at) == day_of(now) else 0
    is_right = bool(left and left.is_right and left.worker == viewer.worker and left.at > now - HOLDS)
    said = {"worker": viewer.worker, "at": now, "wrong_words": wrong, "is_right": is_right}
    Calling.objects.update_or_create(wish=one.wish.id, defaults=said)
    looks.noted(viewer, "number", one.wish.id)


def say_word(viewer: Viewer, one: Line, said: str, now: datetime) -> bool:
    """Whether what was said on the phone is the word; the third wrong one ends this call, which is told."""
    found = calling(viewer, one.wish.id, now)
    if found is None:
        raise AkeyiError(WORD_FIRST)
    if found.is_right:
        return True
    if rules.is_the_word(said, one.wish.word):
        found.is_right = True
        found.save()
        looks.noted(viewer, "word said", one.wish.id)
        return True
    found.wrong_words += 1
    found.save()
    if found.wrong_words >= rules.WRONG_WORDS:
        _tell(viewer, one, CallMade(step=one.due.step, outcome="wrong_word"))
    return False


def is_ended(one: Line) -> bool:
    """Whether nobody is calling any more."""
    return not Calling.objects.filter(wish=one.wish.id).exists()


def say_outcome(viewer: Viewer, one: Line, outcome: Outcome, now: datetime, **said: object) -> None:
    """What became of a call; how somebody is can be said only after their word."""
    found = calling(viewer, one.wish.id, now)
    if found is None or (outcome == "reached" and not found.is_right):
        raise AkeyiError(WORD_FIRST)
    more = said if outcome == "reached" else {}
    _tell(viewer, one, CallMade.model_validate({"step": one.due.step, "outcome": outcome} | more))


def put_right(viewer: Viewer, id: str, now: datetime) -> bool:
    """Takes back what the viewer said of a call today; False where it is not theirs, or its number is gone."""
    if not any(one.id == id and one.is_mine for one in done(viewer, now)):
        return False
    take_back([id], viewer.worker)
    return True


def numbers(viewer: Viewer) -> Numbers:
    """How many agreed, were reached, left again; for whoever reads figures, and the phone desk."""
    if not viewer.sees_figures:
        _need_calls(viewer)
    told = Envelope.objects.filter(site=viewer.site, kind=CallWished.declared.name)
    taken_back = Void.objects.filter(site=viewer.site, wall="sealed").values("target")
    of_each: dict[str, Counter[str]] = {step: Counter() for step in rules.STEPS}
    for one in Call.objects.filter(site=viewer.site):
        of_each[one.step].update([one.outcome, *([one.situation] if one.situation else [])])
        of_each[one.step].update([f"received_{one.received}"] if one.received else [])
        of_each[one.step].update(["wants_help"] if one.wants_help else [])
    shown = {step: rules.rounded({name: counts[name] for name in COUNTED}) for step, counts in of_each.items()}
    return Numbers(rules.rounded({"told": told.exclude(id__in=taken_back).count()})["told"], shown)


# What is counted, in the order in which it is shown.
COUNTED = ("reached", "here", "moved", "left_again", "received_yes", "received_no", "wants_help", "nobody")


def gone_by(site: str, day: date) -> list[str]:
    """The wishes whose number goes by a day: over, taken back, told anew, or of nobody we know any more."""
    keeps = {wish.id for wish, _ in _standing(site)}
    made = _made(site)
    return [
        one.id
        for one in CallWish.objects.filter(site=site)
        if one.id not in keeps or rules.goes_on(day_of(one.at), made[one.id]) <= day
    ]


def followed(site: str) -> dict[str, date]:
    """Until when each reception is kept for the sake of its calls: without it nobody could take them back."""
    made = _made(site)
    return {reception: rules.goes_on(day_of(wish.at), made[wish.id]) for wish, reception in _standing(site)}


def forget(viewer: Viewer, receptions: Iterable[str]) -> None:
    """Whoever has their file erased is called no more."""
    of = set(receptions)
    for one in CallWish.objects.filter(site=viewer.site):
        if one.reception in of:
            erase(one.id, viewer.site, ["sealed"], "asked for by the person", [], viewer.worker)


def drop_calls_left_open() -> None:
    """Nobody holds a line over night."""
    Calling.objects.filter(at__lt=timezone.now() - timedelta(days=1)).delete()


def _tell(viewer: Viewer, one: Line, said: CallMade) -> None:
    tell(Saying(said, site=viewer.site, subject=one.wish.id, worker=viewer.worker))
    Calling.objects.filter(wish=one.wish.id).delete()


def _due(site: str, now: datetime) -> Iterable[tuple[CallWish, rules.Due]]:
    made = _made(site)
    for wish, _reception in _standing(site):
        due = rules.due(day_of(wish.at), made[wish.id], day_of(now))
        if due:
            yield wish, due


def _standing(site: str) -> list[tuple[CallWish, str]]:
    """The last wish of each person who is grown up and whose yes stands, with their reception.

    What is sealed at rest is read, then chosen. A child is not called, whatever a tablet told.
    """
    known = people.replacements(site)
    last: dict[str, CallWish] = {}
    for one in CallWish.objects.filter(site=site).order_by("at", "clock", "id"):
        last[people.resolve(one.reception, known)] = one
    agreed = people.agreed_to_be_called(site, timezone.localdate())
    return [(wish, reception) for reception, wish in last.items() if reception in agreed]


def _made(site: str) -> dict[str, list[rules.Made]]:
    found: dict[str, list[rules.Made]] = defaultdict(list)
    for one in Call.objects.filter(site=site):
        found[one.subject].append(rules.Made(one.step, one.outcome, day_of(one.at)))
    return found


def _is_kept(one: Call) -> bool:
    return CallWish.objects.filter(id=one.subject).exists()
