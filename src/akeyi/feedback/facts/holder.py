"""Somebody holds a key to sealed statements: who they are, and the half of their key that may be known."""

from typing import Annotated

from pydantic import StringConstraints

from akeyi.feedback.models import Holder
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Id, Line, Word

# A point of the curve P-256, uncompressed: 65 bytes.
PublicKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{87}=$")]


# Read in the hall: whoever makes a statement is told who will be able to read it. A holder alone says it, at a table.
@revision("feedback.holder", version=1, into=Holder, wall="reception", keep="ledger", told_by=())
class HolderRevised(Revision):
    holder: Id | None = None
    name: Word | None = None
    organisation: Line | None = None
    is_outside: bool | None = None
    is_spare: bool | None = None
    public_key: PublicKey | None = None
    is_active: bool | None = None

    example = {"name": "Ingrid", "is_outside": True, "is_active": True}
