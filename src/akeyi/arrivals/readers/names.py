"""Parts a whole name into family name and given names, and takes titles off."""

import re
from dataclasses import dataclass
from typing import Literal

from .sexes import Sex, of_title
from .words import fold

NameOrder = Literal["family_first", "given_first"]

# Words that belong to the word behind them.
_PARTICLES = {
    *("de", "del", "la", "las", "los", "da", "do", "dos", "das", "di", "du", "des", "van", "von", "le", "el", "d"),
    *("saint", "sainte", "st", "ste", "san", "santa", "mc", "mac", "ben", "bin", "y", "e", "fils"),
}
# What airlines and offices write beside a name. `m` and `don` alone may be part of a name.
_TITLES = {
    *("mr", "mrs", "ms", "miss", "mme", "mlle", "monsieur", "madame", "mademoiselle", "sr", "sra", "srta", "senor"),
    *("senora", "senorita", "msye", "mesye", "madan", "manzel", "madmwazel", "mstr", "mister"),
}
# An airline writes them behind the given names.
_BEHIND = _TITLES | {"chd", "inf", "adt", "dr"}
_WEAK_TITLES = {"m", "dr", "don", "dona"}


@dataclass(frozen=True)
class Name:
    """`is_guess`: nothing in the text said which part is which."""

    family_name: str | None
    given_names: str | None
    sex: Sex | None = None
    is_guess: bool = False


def part(text: str, order: NameOrder | None = None, takes_two_families: bool = False) -> Name:
    """`order` is what the header says; commas, slashes and capitals in the name itself say it better."""
    text, sex = without_titles(text)
    if not text:
        return Name(None, None, sex)
    for sign in (",", "/", ";"):
        if text.count(sign) >= 1 and all(piece.strip() for piece in text.split(sign, 1)):
            family, given = (piece.strip(" ,;/") for piece in text.split(sign, 1))
            return Name(family or None, " ".join(given.replace(sign, " ").split()) or None, sex)
    text = text.strip(" ,;/")
    words = text.split()
    if len(words) == 1:
        return Name(text, None, sex, is_guess=True)
    if by_capitals := _capitals(words):
        return Name(*by_capitals, sex)
    groups = _groups(words)
    if len(groups) == 1:
        return Name(text, None, sex, is_guess=True)
    # Two words in a known order leave nothing to guess; with more, where the cut lies is a guess.
    is_guess = order is None or len(groups) > 2
    if order == "family_first":
        count = 2 if takes_two_families and len(groups) >= 3 else 1
        return Name(" ".join(groups[:count]), " ".join(groups[count:]), sex, is_guess)
    count = 2 if takes_two_families and len(groups) >= 3 else 1
    return Name(" ".join(groups[-count:]), " ".join(groups[:-count]), sex, is_guess)


def without_titles(text: str) -> tuple[str, Sex | None]:
    """The name without Mr, Mme, CHD and the like, and the sex that the title says."""
    words = text.split()
    sex: Sex | None = None
    while len(words) > 1:
        bare = fold(words[0])
        if bare in _TITLES or (bare in _WEAK_TITLES and words[0].endswith(".")):
            sex = sex or of_title(bare)
            words = words[1:]
            continue
        bare = fold(words[-1])
        if bare in _BEHIND and not (bare == "dr" and "." in words[-1]):
            sex = sex or of_title(bare)
            words = words[:-1]
            continue
        break
    return " ".join(words), sex


def _is_capitals(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    lower = sum(sign.islower() for sign in letters)
    # McDONALD and d'ACCUEIL count as capitals.
    return len(letters) > 1 and (lower == 0 or (lower <= 2 and len(letters) - lower >= 3))


def _capitals(words: list[str]) -> tuple[str, str] | None:
    """Family name and given names, where only one end of the name is in capitals."""
    marks = [_is_capitals(word) for word in words]
    for place in range(len(words) - 1, -1, -1):
        # de la CRUZ: the small words go with the capitals behind them; so does the I of a second name.
        follows = place + 1 < len(words) and marks[place + 1]
        if not marks[place] and follows and fold(words[place]) in _PARTICLES and words[place].islower():
            marks[place] = True
    if all(marks) or not any(marks):
        return None
    if marks[0]:
        end = marks.index(False)
        if any(marks[end:]):
            return None
        return " ".join(words[:end]), " ".join(words[end:])
    start = marks.index(True)
    if not all(marks[start:]):
        return None
    return " ".join(words[start:]), " ".join(words[:start])


def _groups(words: list[str]) -> list[str]:
    groups: list[str] = []
    held: list[str] = []
    for word in words:
        held.append(word)
        if fold(word) in _PARTICLES:
            continue
        groups.append(" ".join(held))
        held = []
    if held:
        if groups:
            groups[-1] += " " + " ".join(held)
        else:
            groups.append(" ".join(held))
    return groups


def is_a_name(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]", text))
