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


def logs_of(profile: Path) -> list[bytes]:
    """The files in the browser's profile that begin as a log does: two, while one is written again as the next."""
    found = []
    for file in profile.rglob("*"):
        try:
            log = file.read_bytes() if file.is_file() else b""
        except FileNotFoundError:  # A browser at work makes files and drops them.
            continue
        if log[:4] == b"AK\x01\x07":
            found.append(log)
    return found


def log_of(profile: Path) -> bytes:
    """The one log in the profile of a browser that is closed."""
    [log] = logs_of(profile)
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
