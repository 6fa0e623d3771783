"""Reads sex as lists write it. M is male in most lists, but *mujer* beside an H of *hombre*: the column decides."""

import re
from collections.abc import Iterable
from typing import Literal

from .words import Cell, flat, fold

Sex = Literal["female", "male", "unknown"]

_FEMALE = {
    *("f", "fem", "fema", "female", "females", "feminin", "feminine", "femenino", "femenina", "feminino", "feminina"),
    *("femme", "femmes", "fille", "fillette", "woman", "women", "girl", "girls", "mujer", "mujeres", "nina", "ninas"),
    *("fanm", "fi", "ti fi", "tifi", "fiyet", "mulher", "menina", "hembra", "dame", "lady", "f f", "jeune fille"),
    *("adult female", "femme adulte", "sexe feminin", "w", "fam", "vwomen", "mme", "femini", "fm", "moujer", "bebe fi"),
}
_MALE = {
    *("male", "males", "masc", "masculin", "masculine", "masculino", "masculina", "homme", "hommes", "garcon"),
    *("garconnet", "man", "men", "boy", "boys", "hombre", "hombres", "nino", "ninos", "varon", "varones", "gason"),
    *("gason yo", "ti gason", "tigason", "homem", "menino", "macho", "g", "v", "h", "mas", "jeune homme", "maskilen"),
    *("sexe masculin", "adult male", "homme adulte", "ml", "bebe gason", "mal", "nonm", "gasson"),
}
_UNKNOWN = {"x", "u", "o", "unspecified", "autre", "other", "otro", "lot", "indetermine", "unknown", "unk", "inconnu"}
_TITLES: dict[str, Sex] = {
    **dict.fromkeys(("mr", "m", "mister", "sr", "senor", "monsieur", "msye", "mesye", "mstr", "master", "don"), "male"),
    **dict.fromkeys(("mrs", "ms", "miss", "mme", "mlle", "madame", "mademoiselle", "sra", "srta"), "female"),
    **dict.fromkeys(("senora", "senorita", "madan", "manzel", "madmwazel", "dona", "mmes"), "female"),
}
_VARON = {"v", "varon", "varones", "hembra", "hembras"}
_BEHIND = re.compile(r"(.*[^\W_])[^\w♀♂]+(?:(?:ti|bebe|bébé|jeune) )?([^\W\d_]+|[♀♂])\W*", re.I)
_SIGNS: dict[str, Sex] = {"♀": "female", "♂": "male"}


def m_is_woman(cells: Iterable[Cell], header: str = "") -> bool | None:
    """Whether M means *mujer* in this column; None when H, F and M stand side by side and nobody can say."""
    letters = {fold(flat(cell)) for cell in cells}
    said = _letters_of(header)
    if said in ("hm", "mh", "vm", "mv"):
        return True
    if "v" in letters and "m" in letters:
        # Varón beside mujer; with an H of hembra among them M may be macho too.
        return None if letters & {"f", "h"} else True
    if "h" in letters and "m" in letters:
        return None if "f" in letters else not h_is_woman(letters, header)
    # Whole words tell as well: hombre beside a lone M.
    words = letters - {"m"}
    return bool("m" in letters and words & {"hombre", "h"} and not words & _FEMALE)


def h_is_woman(cells: Iterable[Cell], header: str = "") -> bool:
    """Whether H means *hembra*: where V, *varón* or *hembra* stands in the column or its header."""
    letters = {fold(flat(cell)) for cell in cells}
    return _letters_of(header) in ("vh", "hv") or bool((letters | set(fold(header).split())) & _VARON)


def _letters_of(header: str) -> str:
    """The letters that a header names: *Sexo (H/M)*, or *H / M* alone."""
    if "(" in header:
        return re.sub(r"[^a-z]", "", re.sub(r".*\(|\).*", "", header.casefold()))
    return fold(header).replace(" ", "")


def with_age(cell: Cell) -> tuple[str, str]:
    """The word of the sex and the words of the age in one cell: *M, 3 mois*, *ti fi 9*, *31/F*."""
    text = flat(cell)
    before, rest = re.fullmatch(r"([^\d~<½¼¾]*)(.*)", text, re.S).groups()  # type: ignore[union-attr]
    words = re.findall(r"[^\W\d_♀♂]+|[♀♂]", before)
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            word = " ".join(words[start : start + length])
            if sex(word) is not None:
                return word, " ".join([*words[:start], *words[start + length :], rest]).strip(" ()[]/,;.:-")
    behind = _BEHIND.fullmatch(text) or re.fullmatch(r"(.*\d)([FfHhMm])", text)
    if behind and sex(behind[2]) is not None:
        return behind[2], behind[1].strip(" ()[]/,;.:-")
    return "", text.strip(" ()[]/,;.:-")


def sex(cell: Cell, m_means_woman: bool | None = False, h_means_woman: bool = False) -> Sex | None:
    """None where the cell says something that is no sex."""
    text = flat(cell)
    if text in _SIGNS:
        return _SIGNS[text]
    folded = fold(text)
    if folded == "h" and h_means_woman:
        return "female"
    if folded in ("", "m"):
        if not folded or m_means_woman is None:
            return "unknown" if not folded else None
        return "female" if m_means_woman else "male"
    if folded in _FEMALE:
        return "female"
    if folded in _MALE:
        return "male"
    if folded in _UNKNOWN or folded in ("n a", "nd", "na"):
        return "unknown"
    # Bébé fille, adult male: one sure word among others.
    words = set(folded.split()) if len(folded) > 3 else set()
    is_female, is_male = (any(len(word) > 2 for word in words & known) for known in (_FEMALE, _MALE))
    if is_female != is_male:
        return "female" if is_female else "male"
    return _TITLES.get(folded)


def legend(header: str) -> dict[str, Sex]:
    """What signs mean where the header says so: *Sexe (1=M, 2=F)*."""
    found: dict[str, Sex] = {}
    for sign, word in re.findall(r"\b(\w{1,2})\s*[=:-]\s*([^\W\d_]+)", header):
        said = sex(word, fold(word) == "m" and bool(re.search(r"=\s*H\b", header)))
        if said in ("female", "male"):
            found[fold(sign)] = said
    return found


def of_title(text: str) -> Sex | None:
    return _TITLES.get(fold(text))


def looks_like_sex(cell: Cell) -> bool:
    """Used where a column has no header: sure words and single letters only."""
    return isinstance(cell, str) and sex(cell) is not None and len(cell) <= 12
