"""A sealed box came from a tablet. What is in it, and whose it is, only two holders together can read."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from akeyi.feedback.models import Sealed
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id

Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=12_000)]


class Lock(BaseModel):
    """The content's key, sealed to the holder of `inner`, and that once more to the holder of `outer`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    outer: Id
    inner: Id
    key: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=400)]


@entry("feedback.sealed", version=1, into=Sealed, wall="sealed", keep="person")
class BoxSealed(Fact):
    locks: Annotated[list[Lock], Field(min_length=1, max_length=6)]
    content: Base64

    example = {
        "locks": [
            {
                "outer": "01926f00-0000-7000-8000-00000000000a",
                "inner": "01926f00-0000-7000-8000-00000000000b",
                "key": "c2VhbGVk",
            }
        ],
        "content": "c2VhbGVk",
    }
