"""Health is asked before this person goes on a trip, or needs not be asked any more. Never why."""

from akeyi.journal.declare import Fact, entry
from akeyi.screening.models import AskFirst


@entry("screening.ask_first", version=1, into=AskFirst, wall="reception", keep="person", told_by=("health",))
class AskHealthFirst(Fact):
    # False: health says that they may travel. Nobody else ends it.
    is_asked: bool

    example = {"is_asked": True}
