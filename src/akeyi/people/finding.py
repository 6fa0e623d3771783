"""Finds people by the number of their card or by words of their name: accents and capitals do not matter."""

import unicodedata
from collections import defaultdict

from akeyi.access.viewer import Viewer

from .cards.numbers import CardNumberProblem
from .cards.texts import read
from .models import CardReplaced, Reception
from .queries import receptions


def find_people(viewer: Viewer, words: str, arrival: str | None = None) -> list[Reception]:
    """Receptions by card, each of which has every word at the beginning of a name, or the card that was asked for.

    Cards that were replaced find their reception too.
    """
    everybody = receptions(viewer, arrival)
    asked = words.strip()
    if not asked:
        return everybody
    digits = _digits(asked)
    if digits:
        cards = _cards(viewer.site)
        return [
            one
            for one in everybody
            if any(card.startswith(digits) for card in {one.card or "", *cards.get(one.subject, ())})
        ]
    beginnings = plain(asked).split()
    return [one for one in everybody if _matches(beginnings, one)]


def plain(text: str) -> str:
    """Words without accents and capitals, and with nothing but letters and digits in them."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return "".join(sign if sign.isalnum() else " " for sign in bare.casefold())


def _matches(beginnings: list[str], one: Reception) -> bool:
    names = plain(f"{one.family_name or ''} {one.given_names or ''}").split()
    return bool(beginnings) and all(any(name.startswith(begin) for name in names) for begin in beginnings)


def _digits(asked: str) -> str:
    """The digits of a card, typed in part or whole, or scanned; empty where words were typed."""
    try:
        return read(asked).number
    except CardNumberProblem:
        together = "".join(asked.split()).replace("-", "")
        return together if together.isascii() and together.isdigit() else ""


def _cards(site: str) -> dict[str, set[str]]:
    """Reception -> further numbers that led to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in CardReplaced.objects.filter(site=site):
        found[row.subject] |= {row.old_card, row.new_card}
    return found
