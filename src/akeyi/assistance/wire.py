"""What a tablet asks about the stores of its site, and is answered."""

from pydantic import BaseModel

from akeyi.access.device_wire import Asked, OpenedBy
from akeyi.journal.envelope import Id


class StockAsked(Asked):
    """How many of each item are left, and how fast they go; by somebody's ring, as facts are."""

    opened_by: OpenedBy | None = None


class ShelfTold(BaseModel):
    """One item in one store: how many lie there, and what was given of it during the last hour."""

    item: Id
    store: str
    on_hand: int
    people: int
    pieces: int
    to_many: int


class StockAnswered(BaseModel):
    """`counted_to`: clock of the last thing of this tablet that is taken off; it takes off what it gave since."""

    is_locked: bool
    counted_to: str
    shelves: list[ShelfTold]
