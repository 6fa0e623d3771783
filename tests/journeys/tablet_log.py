"""Reads a tablet's log as the hub may: by its format (docs/adr/0002-tablet-log.md) and the hub's private key alone."""

import base64
import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import load_der_private_key

HEADER = struct.Struct(">2sBBBBHIIII16s")
SEGMENT, TOLD, BLOCK, COMPLETE = 1, 2, 3, 7
TO_HUB = 2
SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class Frame(NamedTuple):
    type: int
    bound: bytes
    segment: int
    n: int
    payload: bytes


def log_of(profile: Path) -> bytes:
    """The file in the browser's profile that begins as a log does."""
    [log] = [
        file.read_bytes() for file in profile.rglob("*") if file.is_file() and file.read_bytes()[:4] == b"AK\x01\x07"
    ]
    return log


def frames(log: bytes) -> Iterator[Frame]:
    at = 0
    while at < len(log):
        header = log[at : at + HEADER.size]
        magic, version, kind, wall, _flags, _index, segment, length, n, checksum, fact = HEADER.unpack(header)
        payload = log[at + HEADER.size : at + HEADER.size + length]
        assert magic == b"AK"
        assert zlib.crc32(header[:20] + b"\0\0\0\0" + header[24:] + payload) == checksum
        yield Frame(kind, struct.pack(">BBBII16s", version, kind, wall, segment, n, fact), segment, n, payload)
        at += HEADER.size + length


def facts_the_hub_can_open(log: bytes, private_key: str) -> list[dict[str, Any]]:
    key = load_der_private_key(base64.b64decode(private_key), None)
    segments: dict[int, AESGCM] = {}
    facts: list[dict[str, Any]] = []
    for frame in frames(log):
        if frame.type == SEGMENT and (sealed := recipients(frame.payload).get(TO_HUB)):
            opened = SUITE.decrypt(sealed, key, b"akeyi tablet log 1" + frame.bound)  # type: ignore[arg-type]
            segments[frame.segment] = AESGCM(opened)
        elif frame.type in (TOLD, BLOCK):
            said = segments[frame.segment].decrypt(frame.payload[:12], frame.payload[12:], frame.bound)
            facts += [json.loads(said)] if frame.type == TOLD else json.loads(said)
    return facts


def recipients(payload: bytes) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    while payload:
        length = int.from_bytes(payload[1:3])
        found[payload[0]] = payload[3 : 3 + length]
        payload = payload[3 + length :]
    return found
