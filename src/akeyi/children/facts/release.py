"""A child left with a named adult or service who is not the recorded carer."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from akeyi.children.models import Release
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Line

CodeHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


@entry("children.release", version=1, into=Release, wall="child", keep="person")
class ChildReleased(Fact):
    # Nobody: the child died.
    to: Literal["adult", "service", "ambulance", "nobody"]
    name: Line | None = None
    second_worker: Id | None = None
    code_hash: CodeHash | None = None
    reason: Line | None = None
    # A paper or a service card was seen; else child protection has decided about whoever came (children.came_for).
    identity_seen: bool | None = None
    came_for: Id | None = None

    example = {
        "to": "service",
        "name": "IBESR",
        "second_worker": "0190a5c0-0000-7000-8000-000000000007",
        "identity_seen": True,
    }
