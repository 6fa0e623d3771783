"""Something was lost or taken before people came here: where, who keeps it, and what it is."""

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Line
from akeyi.safety.models import Before


@entry("safety.before", version=1, into=Before, wall="safety", keep="person")
class LostBefore(Fact):
    description: Line
    place: Line | None = None
    kept_by: Line | None = None

    example = {"description": "A red bag with papers", "place": "The centre at Laredo", "kept_by": "The guards there"}
