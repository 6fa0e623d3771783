"""A piece of what stays sealed where it was too long for its box. Of which box, and what it is, is said inside that."""

from typing import Annotated

from pydantic import StringConstraints

from akeyi.feedback.models import SealedPiece
from akeyi.journal.declare import Fact, entry

Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=15_000)]


@entry("feedback.sealed_piece", version=1, into=SealedPiece, wall="sealed", keep="person")
class PieceSealed(Fact):
    content: Base64

    example = {"content": "c2VhbGVk"}
