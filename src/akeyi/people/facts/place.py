"""A place where people go: its official code, its name, and other names and landmarks by which it is found."""

from typing import Annotated

from pydantic import Field

from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Word
from akeyi.people.models import Place
from akeyi.people.places import MOST_ALSO


@revision("people.place", version=1, into=Place, wall="reception", keep="ledger", told_by=("manager",))
class PlaceRevised(Revision):
    code: Word | None = None
    name: Word | None = None
    # The department it lies in; none: it is one.
    within: Word | None = None
    also: Annotated[list[Word], Field(max_length=MOST_ALSO)] | None = None
    is_active: bool | None = None

    example = {
        "code": "HT0118",
        "name": "Tabarre",
        "within": "HT01",
        "also": ["Toussaint Louverture airport"],
        "is_active": True,
    }
