"""Seals facts as a tablet does before it hands them over: for days that are played, and for tests."""

import base64
import os
import uuid
import zlib
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from akeyi.journal.declare import WALLS

from .sealed_facts import BOUND, FORMAT, HEADER, INFO, MAGIC, SEGMENT, SUITE, TO_HUB, TOLD


@dataclass
class Sealing:
    """The segments a tablet writes into, one behind each wall, until it locks. `hub_key` is the hub's public key."""

    hub_key: str
    heads: dict[int, tuple[bytes, AESGCM]] = field(default_factory=dict)

    def told(self, id: str, n: int, wall: str, content: bytes) -> tuple[int, bytes]:
        """One fact as a frame, and the segment it stands in. What it says need not be a fact."""
        segment = 1 + WALLS.index(wall) if wall in WALLS else 99
        if segment not in self.heads:
            self.heads[segment] = self._begun(segment)
        nonce, fact = os.urandom(12), uuid.UUID(id).bytes
        sealed = self.heads[segment][1].encrypt(nonce, content, BOUND.pack(FORMAT, TOLD, segment, segment, n, fact))
        return segment, framed(TOLD, segment, nonce + sealed, n, fact)

    def _begun(self, segment: int) -> tuple[bytes, AESGCM]:
        point = base64.b64decode(self.hub_key)
        hub = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        key = os.urandom(32)
        sealed = SUITE.encrypt(key, hub, INFO + BOUND.pack(FORMAT, SEGMENT, segment, segment, 0, bytes(16)))
        return framed(SEGMENT, segment, bytes([TO_HUB]) + len(sealed).to_bytes(2) + sealed), AESGCM(key)

    def batch(self, *told: tuple[int, bytes]) -> bytes:
        """Facts with the heads of their segments, ready to be sent."""
        heads = [self.heads[segment][0] for segment in sorted({segment for segment, _ in told})]
        return b"".join([*heads, *(frame for _, frame in told)])


def framed(type: int, segment: int, payload: bytes, n: int = 0, fact: bytes = bytes(16)) -> bytes:
    """One frame of a log. Each segment here stands behind the wall of its own number."""
    bare = HEADER.pack(MAGIC, FORMAT, type, segment, 0, 0, segment, len(payload), n, 0, fact)
    checksum = zlib.crc32(payload, zlib.crc32(bare))
    return bare[:20] + checksum.to_bytes(4) + bare[24:] + payload
