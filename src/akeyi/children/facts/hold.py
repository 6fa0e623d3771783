"""A worker is with a child from now on; why, it does not say."""

from typing import Literal

from akeyi.children.models import Hold
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id


@entry("children.hold", version=1, into=Hold, wall="reception", keep="person")
class ChildHeld(Fact):
    # None: nobody is with the child, and somebody has to come.
    holder: Id | None = None
    # Into the child-friendly space and out of it a child is handed over too.
    place: Literal["hall", "space"] | None = None
    # Whoever is named took the child over with their PIN; without it only who said so themselves is with the child.
    by_pin: bool = False

    example = {"holder": "0190a5c0-0000-7000-8000-000000000007", "place": "space", "by_pin": True}
