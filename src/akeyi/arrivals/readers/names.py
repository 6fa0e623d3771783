"""Parts a whole name into family name and given names, and takes titles off."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .never import without_remark
from .sexes import Sex, of_title
from .words import Cell, flat, fold, is_missing_name

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
    """`is_sure`: the text itself, or the order the column is in, said which part is which."""

    family: str | None
    given: str | None
    sex: Sex | None = None
    is_sure: bool = True


def split(cell: Cell, order: NameOrder | None = None, families: int = 1) -> Name:
    """The parts of a whole name. Commas, slashes and capitals in the name say it best; then `order`, which the header
    or the column says. `families`: how many words of a long name are family names, where nothing in it says so."""
    text, sex = without_title(tidy(cell))
    if not text:
        return Name(None, None, sex)
    for sign in (",", "/", ";"):
        if sign in text.strip(" ,;/"):
            family, given = (piece.strip(" ,;/") for piece in text.strip(" ,;/").split(sign, 1))
            family, hint = without_title(family)
            given, second_hint = without_title(" ".join(given.replace(sign, " ").split()))
            return Name(family or None, given or None, sex or hint or second_hint)
    text = text.strip(" ,;/")
    words = text.split()
    if by_capitals := _capitals(words):
        return Name(by_capitals[0], by_capitals[1], sex)
    groups = _groups(words)
    if len(groups) == 1:
        return Name(text or None, None, sex)
    # Two words in a known order leave nothing open; with more, where to cut is a guess.
    is_sure = order is not None and len(groups) == 2
    cut = families if len(groups) > families else 1
    if order == "family_first":
        return Name(" ".join(groups[:cut]), " ".join(groups[cut:]), sex, is_sure)
    return Name(" ".join(groups[-cut:]), " ".join(groups[:-cut]), sex, is_sure)


def column_order(cells: Iterable[Cell]) -> NameOrder | None:
    """What the names of a column that tell their order agree on; None where they do not, or none tells."""
    orders: set[NameOrder] = set()
    for cell in cells:
        words = without_title(tidy(cell))[0].split()
        if "," not in flat(cell) and (found := _capitals(words)):
            orders.add("family_first" if found[0].startswith(words[0]) else "given_first")
    return orders.pop() if len(orders) == 1 else None


def tidy(cell: Cell) -> str:
    """A name without the signs around it; empty where the cell holds none."""
    text = flat(cell)
    if is_missing_name(cell) or not re.search(r"[^\W\d_]", text):
        return ""
    text = re.sub(r"^\s*\(?\d{1,4}\)?\s*[.):-]\s*", "", text)  # "1. Pierre Jean"
    # Brackets beside a name hold remarks, and remarks are never taken in.
    text = without_remark(text)
    without = " ".join(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text).split())
    text = (without if re.search(r"[^\W\d_]", without) else text).strip(" *_:.-")
    # Only quotes around the whole: Fedeline "Fedy" keeps hers.
    return text if text.count('"') == 2 and text[0] != '"' else text.strip('"“”«» ')


def looks_like_name(cell: Cell) -> bool:
    """Words of letters, not too many, and neither a code nor a sentence."""
    text = flat(cell)
    if not isinstance(cell, str) or re.search(r"[\d@#=:?!%]", text) or is_missing_name(cell):
        return False
    letters = sum(sign.isalpha() for sign in text)
    return letters >= 2 and len(text) <= 70 and len(text.split()) <= 7


def without_title(text: str) -> tuple[str, Sex | None]:
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
        # de la CRUZ, De La ROSA: the small words go with the capitals behind them.
        follows = place + 1 < len(words) and marks[place + 1]
        if not marks[place] and follows and fold(words[place]) in _PARTICLES:
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
