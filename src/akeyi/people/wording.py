"""The words on screens for what is asked about a person."""

from datetime import date
from typing import Any

from django.utils.functional import lazystr
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from . import queries
from .cards.numbers import spoken
from .models import Reception
from .purposes import BASES, PURPOSES, Words

FIELDS = {
    "card": _("Card number"),
    "roll": _("Roll of cards"),
    "arrival": _("Arrival"),
    "is_token": _("Card of a household"),
    "age_group": _("Age group"),
    "sex": _("Sex"),
    "birth_on": _("Date of birth"),
    "age": _("Age in years"),
    "is_about": _("Age or date is about right"),
    "family_name": _("Family name"),
    "given_names": _("Given name"),
    "by_card_only": _("By card only"),
    "languages": _("Speaks"),
    "family": _("Family"),
    "destination": _("Destination"),
    "line": _("Line of the list"),
    "nationalities": _("Nationality"),
    "birth_country": _("Country of birth"),
    "last_stay_country": _("Country of last stay"),
    "papers": _("Papers"),
    "phone": _("Phone"),
    "phone_owner": _("Whose phone it is"),
}
SEXES = {"female": _("Female"), "male": _("Male"), "unknown": _("Not said")}
AGE_GROUPS = {"adult": _("Adult"), "child": _("Child"), "baby": _("Baby")}
LANGUAGES = {"ht": "Kreyòl", "fr": "Français", "es": "Español", "en": "English", "pt": "Português"}


# What of a person may be told to a service.
ITEMS = {
    "name": _("Name"),
    "sex": _("Sex"),
    "age": _("Age"),
    "language": _("Language"),
    "phone": _("Phone"),
    "where": _("Where to find them"),
    "company": _("Who is with them"),
    "need": _("What is asked for"),
}


class _Said:
    """Words that are chosen when they are shown, in the language of the answer."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __str__(self) -> str:
        return self.words.get((get_language() or "en").split("-")[0]) or self.words["en"]


PURPOSE_NAMES = {one.key: lazystr(_Said(one.name)) for one in PURPOSES}
BASIS_NAMES = {key: lazystr(_Said(words)) for key, words in BASES.items()}


def name_of(one: Reception) -> str:
    """What we call somebody: their name, or the words for having chosen none; empty while nobody asked."""
    name = " ".join(part for part in (one.given_names, one.family_name) if part)
    if name:
        return name
    return gettext("By card only") if one.by_card_only else ""


def about(one: Reception) -> str:
    """Sex and age in a few words: `Female, about 31`."""
    words = []
    if one.sex and one.sex != "unknown":
        words.append(str(SEXES[one.sex]))
    if one.age is not None:
        years = gettext("about %(age)s") if one.is_about else "%(age)s"
        words.append(years % {"age": one.age})
    elif one.birth_on:
        words.append(gettext("born %(day)s") % {"day": one.birth_on.isoformat()})
    elif one.age_group:
        words.append(str(AGE_GROUPS.get(one.age_group, one.age_group)))
    return ", ".join(words)


def value(name: str, told: Any, cards: dict[str, str], arrivals: dict[str, str]) -> str:
    """One field's value as people read it. `cards` and `arrivals`: numbers and labels by id."""
    if told is None or told == [] or told == "":
        return "–"
    if name == "card":
        return spoken(str(told))
    if name == "arrival":
        return arrivals.get(told, "–")
    if name == "family":
        return spoken(cards[told]) if told in cards else "–"
    if name in ("roll", "line"):
        return gettext("known")
    if isinstance(told, bool):
        return gettext("yes") if told else gettext("no")
    if name == "destination":
        return queries.name_of_place(str(told))
    words: dict[str, Any] = {"sex": SEXES, "age_group": AGE_GROUPS}.get(name, {})
    if isinstance(told, list):
        return ", ".join(str(LANGUAGES.get(one, one)) if name == "languages" else str(one) for one in told)
    return str(words.get(told, told.isoformat() if isinstance(told, date) else told))
