"""What the hall does now, who is to be looked for, and whose bags are still here; the desk decides alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Hall:
    """The pauses that stand, the earliest first: none, and the hall works."""

    # (id, how) in the order of the clock
    standing: tuple[tuple[str, str], ...] = ()

    @property
    def is_paused(self) -> bool:
        return bool(self.standing)

    @property
    def is_evacuating(self) -> bool:
        return any(how == "evacuate" for _, how in self.standing)


def hall(pauses: Iterable[tuple[str, str]], ended: Iterable[Iterable[str]]) -> Hall:
    """`pauses`: (id, how) in the order of the clock; `ended`: what each resuming names.

    A pause stands until somebody who knew of it ends it: one that a tablet told without a network still stops the hall
    when it comes, and no clock decides between the two.
    """
    over = {id for ids in ended for id in ids}
    return Hall(tuple((id, how) for id, how in pauses if id not in over))


def not_seen(here: Mapping[str, int], seen: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Of `here` (reception -> people inside) those not yet seen; a household is seen in parts."""
    left = dict(here)
    for reception, people in seen:
        if reception in left:
            left[reception] = max(0, left[reception] - people)
    return {reception: people for reception, people in left.items() if people}


@dataclass(frozen=True, slots=True)
class TagTold:
    """`of`: the reception that goes on; `clock`: when it was said."""

    of: str
    tag: str
    clock: str


def bags_here(tied: Iterable[TagTold], back: Iterable[TagTold]) -> list[TagTold]:
    """The ties whose bag was not handed back since. Tags are used again: what came before the tie is of another bag."""
    last: dict[str, str] = {}
    for one in back:
        last[one.tag] = max(last.get(one.tag, ""), one.clock)
    return [one for one in tied if last.get(one.tag, "") < one.clock]
