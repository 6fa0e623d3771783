"""Decisions about who may take a child along, as pure functions that need no table."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .care import Came, settles_identity

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


def must_be_reviewed(
    to: str,
    code_hash: str | None,
    codes_made: set[str],
    codes_used_twice: set[str],
    lacks: str | None = None,
) -> str | None:
    """Why somebody has to look at a release: an ambulance, a death, a code that nobody made, one used twice, or what
    it lacks (release_lacks); else None."""
    if to in ("ambulance", "nobody"):
        return to
    if code_hash and code_hash not in codes_made:
        return "code_unknown"
    if code_hash and code_hash in codes_used_twice:
        return "code_twice"
    return lacks


def release_lacks(is_asked: bool, identity_seen: bool | None, came: Came | None) -> str | None:
    """What a release to an adult or a service still needs: `authorised` or `identity`; None: nothing.

    `is_asked`: child protection is asked first; `came`: what it wrote down about whoever takes the child, if it did.
    """
    is_authorised = came is not None and came.outcome == "may_take"
    if not is_authorised and (is_asked or came is not None):
        return "authorised"
    if identity_seen or (came is not None and settles_identity(came)):
        return None
    return "identity"


ADULTS = ("woman", "man")
CHILDREN = ("girl", "boy", "baby_girl", "baby_boy")
# Who waits for nobody, the carer beside them or not: told at once, and looked at by morning.
AT_ONCE = ("hospital", "died")


@dataclass(frozen=True)
class Leaving:
    """A card that leaves. `is_asked`: child protection is asked first; `carers`: every answer that stands; `groups`:
    of a household's card, who leaves with it."""

    reception: str
    is_child: bool = False
    is_asked: bool = False
    carers: tuple[str, ...] = ()
    groups: Mapping[str, int] | None = None

    def has(self, groups: tuple[str, ...]) -> bool:
        """Whether people of these groups leave with a household's card."""
        return any(self.groups.get(group, 0) > 0 for group in groups) if self.groups else False


def need_release(leaving: Iterable[Leaving], how: str) -> list[str]:
    """The cards of children who may not go as they are: without the one adult recorded as carer among those leaving.

    A household's card that lets children go and neither a woman nor a man is a child's, whatever it stood for before.
    Whoever child protection is asked about first needs a release, the recorded carer beside them or not: the age may be
    in dispute, and joining a family makes nobody less alone.
    """
    cards = list(leaving)
    if how in AT_ONCE:
        return [
            one.reception
            for one in cards
            if one.is_asked or (one.has(CHILDREN) if one.groups is not None else one.is_child)
        ]

    def is_a_childs(one: Leaving) -> bool:
        return one.has(CHILDREN) and not one.has(ADULTS) if one.groups is not None else one.is_child

    adults = {
        one.reception
        for one in cards
        if not one.is_asked and (one.has(ADULTS) if one.groups is not None else not one.is_child)
    }
    return [
        one.reception
        for one in cards
        if one.is_asked or (is_a_childs(one) and not (len(one.carers) == 1 and one.carers[0] in adults))
    ]
