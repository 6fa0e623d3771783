"""Reads a tablet's log as the hub may: with the hub's private key alone."""

import base64
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key

from akeyi.access.sealed_facts import SEGMENT, TO_HUB, TOLD, Opening, frames, recipients

BLOCK = 3


def hub_key(private: str) -> EllipticCurvePrivateKey:
    key = load_der_private_key(base64.b64decode(private), None)
    assert isinstance(key, EllipticCurvePrivateKey)
    return key


def log_of(profile: Path) -> bytes:
    """The file in the browser's profile that begins as a log does."""
    [log] = [
        file.read_bytes() for file in profile.rglob("*") if file.is_file() and file.read_bytes()[:4] == b"AK\x01\x07"
    ]
    return log


def facts_the_hub_can_open(log: bytes, private_key: str) -> list[dict[str, Any]]:
    opening = Opening(hub_key(private_key))
    facts: list[dict[str, Any]] = []
    for frame in frames(log):
        if frame.type == SEGMENT and TO_HUB in recipients(frame.payload):
            opening.head(frame)
        elif frame.type in (TOLD, BLOCK):
            said = json.loads(opening.open(frame))
            facts += [said] if frame.type == TOLD else said
    return facts
