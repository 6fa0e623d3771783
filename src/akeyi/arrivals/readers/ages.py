"""Reads an age as people write it: years, months for babies, "about 30"."""

import re
from dataclasses import dataclass

from .words import Cell, flat, fold

OLDEST = 120

_YEARS = r"(?:ans?|anos?|years?|yrs?|yr|y|yo|y o|lane|ane|lan|zan|zane|anni|anios?)"
_MONTHS = r"(?:mois|months?|mths?|mos?|meses|mes|mwa|mm?)"
_WEEKS = r"(?:semaines?|sem|weeks?|wks?|semanas?|semen)"
_DAYS = r"(?:jours?|j|days?|d|dias?|jou)"
_NUMBER = r"(\d{1,3}(?: ?[.,] ?\d+)?)"
_ABOUT = re.compile(
    r"^(?:environ|env|about|approx|aprox|apwoksimativman|apepre|vers|circa|ca|c|unos|unas|anviwon)\b[ .]*"
)
_UNITS = re.compile(rf"{_NUMBER} ?(?:({_YEARS})|({_MONTHS})|({_WEEKS})|({_DAYS}))(?![a-z])")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_NEWBORN = {"newborn", "nouveau ne", "nouveau nee", "recien nacido", "recien nacida", "tou piti", "fenk fet", "nn"}


@dataclass(frozen=True)
class Age:
    years: int | None
    has_unit: bool = False


def age(cell: Cell) -> Age | None:
    """Completed years; None where it is no age."""
    if isinstance(cell, int | float):
        return Age(int(cell)) if 0 <= cell <= OLDEST else None
    if not isinstance(cell, str):
        return None
    text = flat(cell).casefold()
    for sign, decimals in _FRACTIONS.items():
        text = text.replace(" " + sign, decimals).replace(sign, decimals)
    text = re.sub(r"^(\d{1,3}) ?(?:y |et |and |ak |& ?)?1/2", r"\1.5", text)
    if re.fullmatch(r"<\s*1(\s*(an|ano|año|year|yr|y|lane)s?)?", text):
        return Age(0, True)
    # Accents go, but points, commas and dashes still mean something here.
    text = "".join(fold(sign) or (sign if sign in ".,-" else " ") for sign in text)
    text = _ABOUT.sub("", " ".join(text.split())).strip()
    text = re.sub(
        r"^(?:age|edad|laj|de|of)\b[ .]*|[ .]*(?:old|de edad|d age|lavi|cumplidos|env|environ|aprox|approx)\.?$",
        "",
        text,
    )
    if re.fullmatch(_NUMBER, text):
        return _checked(float(re.sub(r" ?[.,] ?", ".", text)), False)
    total, rest = 0.0, text
    for found in _UNITS.finditer(text):
        amount = float(re.sub(r" ?[.,] ?", ".", found[1]))
        total += amount if found[2] else amount / 12 if found[3] else amount / 52.2 if found[4] else amount / 365.25
        rest = rest.replace(found[0], "", 1)
    if fold(text) in _NEWBORN:
        return Age(0, True)
    if rest == text or fold(rest) not in ("", "et", "y", "and", "ak", "e"):
        return None
    return _checked(total + 1e-9, True)


def _checked(years: float, has_unit: bool) -> Age | None:
    return Age(int(years), has_unit) if 0 <= years <= OLDEST else None
