"""Child protection is asked before this person leaves, or needs not be asked any more. Never why."""

from akeyi.children.models import AskFirst
from akeyi.journal.declare import Fact, entry


@entry(
    "children.ask_first",
    version=1,
    into=AskFirst,
    wall="reception",
    keep="person",
    told_by=("child_protection",),
)
class AskFirstSaid(Fact):
    # False ends that a child is alone, and that somebody has to be with them. Nothing else does.
    is_asked: bool

    example = {"is_asked": True}
