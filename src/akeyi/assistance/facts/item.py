"""Something that can be given: its names, and how often a person or family may have it."""

from typing import Literal

from akeyi.assistance.models import Item
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Word


@revision("assistance.item", version=1, into=Item, wall="assistance", keep="ledger", told_by=("manager",))
class ItemRevised(Revision):
    names: dict[Literal["ht", "fr", "es", "en"], Word] | None = None
    once_per: Literal["person", "family", "none"] | None = None
    icon: Word | None = None
    is_active: bool | None = None

    example = {"names": {"ht": "Kit ijyèn", "en": "Hygiene kit"}, "once_per": "person", "is_active": True}
