"""Something that can be given, a thing or a service: how often a person or family may have it, what it is made of."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.assistance.models import Item
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Id, Number, Word

# How many of which items one kit takes.
Parts = Annotated[dict[Id, Annotated[int, Field(ge=1, le=100)]], Field(max_length=30)]


@revision("assistance.item", version=1, into=Item, wall="assistance", keep="ledger", told_by=("manager",))
class ItemRevised(Revision):
    names: dict[Literal["ht", "fr", "es", "en"], Word] | None = None
    once_per: Literal["person", "family", "none"] | None = None
    icon: Word | None = None
    is_active: bool | None = None
    # A call, charging, a SIM: there is no stock of it.
    is_service: bool | None = None
    # Of a kit: what it is made of.
    parts: Parts | None = None
    # With so few left it is time to order.
    reorder_at: Number | None = None

    example = {"names": {"ht": "Kit ijyèn", "en": "Hygiene kit"}, "once_per": "person", "is_active": True}
