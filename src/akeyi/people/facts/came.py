"""How a person says they came: theirs to tell, for statistics only."""

from typing import Literal

from akeyi.journal.declare import Revision, revision
from akeyi.people.models import Came


@revision("people.came", version=1, into=Came, wall="protection", keep="person")
class CameTold(Revision):
    how_came: Literal["deported", "pushed_back", "voluntary", "other", "not_said"] | None = None

    example = {"how_came": "other"}
