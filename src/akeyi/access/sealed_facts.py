"""What a tablet hands over unread: pieces of its log, which the hub opens with its own key.

The format is that of docs/adr/0002-tablet-log.md; logs in the field depend on every number here.
"""

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from pydantic import ValidationError

from akeyi.journal.envelope import ONE, WireFact
from akeyi.journal.ids import dashed, id_bytes
from akeyi.journal.record import Broken

MAGIC, FORMAT = b"AK", 1
HEADER = struct.Struct(">2sBBBBHIIII16s")
BOUND = struct.Struct(">BBBII16s")
SEGMENT, TOLD = 1, 2
TO_HUB = 2
NONCE = 12
INFO = b"akeyi tablet log 1"
SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class Frame(NamedTuple):
    """One frame of a log. `bound` is what its payload was sealed with; `whole` is the frame as it came."""

    type: int
    bound: bytes
    segment: int
    n: int
    fact: bytes
    payload: bytes
    whole: bytes


def frames(log: bytes) -> Iterator[Frame]:
    """The frames of a log one after the other; raises ValueError where the bytes are none."""
    at = 0
    while at < len(log):
        header = log[at : at + HEADER.size]
        if len(header) < HEADER.size:
            raise ValueError("cut off")
        magic, version, kind, wall, _more, _place, segment, length, n, checksum, fact = HEADER.unpack(header)
        end = at + HEADER.size + length
        payload = log[at + HEADER.size : end]
        found = zlib.crc32(payload, zlib.crc32(header[:20] + bytes(4) + header[24:]))
        if magic != MAGIC or version != FORMAT or len(payload) < length or found != checksum:
            raise ValueError("no frame")
        bound = BOUND.pack(version, kind, wall, segment, n, fact)
        yield Frame(kind, bound, segment, n, fact, payload, log[at:end])
        at = end


class Opening:
    """Opens records with the hub's key."""

    def __init__(self, key: EllipticCurvePrivateKey) -> None:
        self.key = key
        self.heads: dict[int, Frame] = {}

    def head(self, frame: Frame) -> None:
        """A segment begins: what follows may be sealed with its key."""
        self.heads[frame.segment] = frame

    def open(self, record: Frame) -> bytes:
        """What a record says; raises ValueError where it is sealed for another hub, or was changed."""
        try:
            head = self.heads[record.segment]
            key = _key(self.key, head.payload, head.bound)
            return key.decrypt(record.payload[:NONCE], record.payload[NONCE:], record.bound)
        except (InvalidTag, KeyError):
            raise ValueError("sealed for another hub, or changed") from None


# A tablet goes on writing into the same segments until it locks, and sends their heads along with every tap.
@lru_cache(maxsize=1000)
def _key(hub: EllipticCurvePrivateKey, sealed: bytes, bound: bytes) -> AESGCM:
    """The key of a segment."""
    return AESGCM(SUITE.decrypt(recipients(sealed)[TO_HUB], hub, INFO + bound))


def recipients(payload: bytes) -> dict[int, bytes]:
    """The key of a segment as it was sealed for each of those who may open it."""
    found: dict[int, bytes] = {}
    while payload:
        length = int.from_bytes(payload[1:3])
        found[payload[0]] = payload[3 : 3 + length]
        payload = payload[3 + length :]
    return found


def read_sealed(data: bytes, key: EllipticCurvePrivateKey, at_most: int) -> tuple[list[WireFact], list[Broken]]:
    """The facts in a request's bytes, and those that cannot be opened or are none.

    Raises ValueError where the bytes are no frames at all, OverflowError where they are more than `at_most` facts.
    """
    opening = Opening(key)
    told: list[Frame] = []
    for frame in frames(data):
        if frame.type == SEGMENT:
            opening.head(frame)
        elif frame.type == TOLD:
            told.append(frame)
    if len(told) > at_most:
        raise OverflowError
    facts: list[WireFact] = []
    broken: list[Broken] = []
    for record in told:
        try:
            fact = ONE.validate_json(opening.open(record), strict=True)
            if id_bytes(fact.id) != record.fact or fact.n != record.n:
                raise ValueError("another fact than its frame says")
            facts.append(fact)
        except ValueError as error:
            reason = "no fact" if isinstance(error, ValidationError) else str(error)
            # Kept as it came: whoever has the right key can still open it, and nobody else.
            head = opening.heads.get(record.segment)
            broken.append(Broken(dashed(record.fact.hex()), reason, (head.whole if head else b"") + record.whole))
    return facts, broken
