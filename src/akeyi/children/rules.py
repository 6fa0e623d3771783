"""Decisions about releases of children, as pure functions that need no table."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

# Read over the radio and copied by hand: no I, O, 0, 1.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 12


def plain_code(code: str) -> str:
    """A code as it is hashed: letters large, nothing between them."""
    return "".join(sign for sign in code.upper() if sign.isascii() and sign.isalnum())


def hash_of_code(code: str) -> str:
    """What a fact may say of a code: the SHA-256 of its text, in hex. The tablet computes it alike."""
    return hashlib.sha256(plain_code(code).encode()).hexdigest()


def spoken_code(code: str) -> str:
    """A code in groups of four, as it is printed and read aloud."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def used_more_than_once(uses: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Of (code hash, release): the codes that let more than one child go, with their releases."""
    found: dict[str, list[str]] = defaultdict(list)
    for code_hash, release in uses:
        found[code_hash].append(release)
    return {code_hash: releases for code_hash, releases in found.items() if len(releases) > 1}


def must_be_reviewed(to: str, code_hash: str | None, codes_made: set[str], codes_used_twice: set[str]) -> str | None:
    """Why somebody has to look at a release: an ambulance, a code that nobody made, or one used twice; else None."""
    if to == "ambulance":
        return "ambulance"
    if code_hash and code_hash not in codes_made:
        return "code_unknown"
    if code_hash and code_hash in codes_used_twice:
        return "code_twice"
    return None
