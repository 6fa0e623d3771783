"""A fact as it travels between neighbours, and the hashes that make a change visible."""

import hashlib
import os
from typing import Annotated, Any

import orjson
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
BODY_AT_MOST = 16 * 1024


class Scope(BaseModel):
    """Which site's and which arrivals' streams a fact belongs to."""

    model_config = ConfigDict(extra="forbid")
    site: Id
    arrivals: Annotated[list[Id], Field(max_length=50)]


class WireFact(BaseModel):
    """Envelope and body of one fact; `body` is the JSON text exactly as told."""

    model_config = ConfigDict(extra="forbid")
    id: Id
    kind: Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z_]+$", max_length=60)]
    version: Annotated[int, "1, 2, 3 …"]
    subject: Id
    wall: Annotated[str, StringConstraints(pattern=r"^[a-z]{1,12}$")]
    scope: Scope
    at: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    clock: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    device: Id
    n: int
    worker: Id | None
    salt: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] | None
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    body: Annotated[str, StringConstraints(max_length=BODY_AT_MOST)] | None


ONE: TypeAdapter[WireFact] = TypeAdapter(WireFact)


def digest_of(salt: bytes, body: str) -> bytes:
    """The salted digest of a body: 32 bytes."""
    return hashlib.sha256(salt + body.encode()).digest()


def envelope_hash(fact: WireFact) -> bytes:
    """A hash over everything in the envelope (not the body, which may go): 32 bytes."""
    parts = (
        fact.id, fact.kind, str(fact.version), fact.subject, fact.wall, fact.scope.site,
        ",".join(fact.scope.arrivals), fact.at, fact.clock, fact.device, str(fact.n),
        fact.worker or "", fact.digest,
    )  # fmt: skip
    return hashlib.sha256("\n".join(parts).encode()).digest()


def chain_hash(before: bytes, position: int, stream: str, envelope: bytes) -> bytes:
    """The journal's hash after one more listing: 32 bytes."""
    return hashlib.sha256(before + position.to_bytes(8, "big") + stream.encode() + b"\n" + envelope).digest()


def id_sum(fact_id: bytes) -> int:
    """What one fact adds to its stream's sum (modulo 2^64)."""
    return int.from_bytes(hashlib.sha256(fact_id).digest()[:8], "big")


def body_text(body: dict[str, Any]) -> str:
    """A body as JSON text."""
    return orjson.dumps(body).decode()


def as_bytes(answer: dict[str, Any]) -> bytes:
    """An answer to a neighbour as JSON: a pull of 2,000 facts in 0.6 ms, with the standard library 18 ms."""
    return orjson.dumps(answer)


def new_salt() -> bytes:
    return os.urandom(16)


def stream_name(site: str, arrival: str | None, wall: str) -> str:
    """A stream is scope × wall."""
    return f"{site}/{arrival or '-'}/{wall}"


def arrival_of(stream: str) -> str | None:
    """The arrival whose stream this is; None for a site's own, and for what no tablet may have yet."""
    _, arrival, *walls = stream.split("/")
    return arrival if arrival != "-" and len(walls) == 1 else None
