"""Says what the header of a column means, alone and beside the other headers of its row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from .lexicon import LONGEST_PHRASE, NEVER_BEGINNINGS, NEVER_WHOLE, SMALL_WORDS, phrases
from .meanings import BIRTHS, BY_CODE, FULL_NAMES
from .words import Cell, flat, fold

# People as the sending side calls them: in a header they mean no more than "passenger".
_PEOPLE = re.compile(r"\b(deport[aeo]\w*|depote\w*|expulse\w*|expulsad\w*|detaine\w*|detenid\w*|rapatri\w*|repatri\w*)\b")
_SECOND = {
    *("middle", "second", "segundo", "segunda", "2e", "2eme", "2do", "2", "deuxieme", "dezyem", "materno", "maternal"),
    *("mi", "initial", "autres", "otros", "other", "lot", "meio", "iii", "ii"),
}
_PLURALS = re.compile(r"(?<=\w)\((?:s|e|es|x|a|o|as|os|e\)\(s)\)|(?<=\w)[.·]e(?:[.·]s)?\b", re.I)
_MARKS = {
    **dict.fromkeys(("f", "fem", "feminin", "femme", "femmes", "female", "females", "femenino", "fanm", "fi", "mujer"), "is_female"),
    **dict.fromkeys(("masc", "masculin", "homme", "hommes", "male", "males", "masculino", "gason", "hombre"), "is_male"),
    "m": "?m",
    "h": "is_male",
}
_COUNTRY = {"country", "pays", "pais", "peyi", "origin", "origine", "origen"}
_LONGEST_HEADER = 120


@dataclass(frozen=True)
class Header:
    """What one header says. `code` begins with ? where only the other headers can decide; `is_known`: the words
    belong to headers even where the column is not taken in."""

    text: str
    code: str | None = None
    is_known: bool = False
    is_never: bool = False
    is_second: bool = False
    languages: frozenset[str] = field(default_factory=frozenset)


def read_header(cell: Cell) -> Header:
    """The meaning of one header by itself."""
    return _read(flat(cell), str(cell)) if isinstance(cell, str) else Header(flat(cell))


@lru_cache(maxsize=2048)
def _read(text: str, raw: str) -> Header:
    if text.strip(" .:") in ("#", "##"):
        return Header(text, "number", is_known=True)
    folded = _PEOPLE.sub("person", fold(_PLURALS.sub("", raw)))
    if not folded or len(text) > _LONGEST_HEADER:
        return Header(text)
    words = folded.split()
    if any(word in NEVER_WHOLE or word.startswith(NEVER_BEGINNINGS) for word in words):
        return Header(text, None, is_known=True, is_never=True)
    is_second = bool(_SECOND & set(words))
    if folded in _MARKS:
        return Header(text, f"?mark {_MARKS[folded]}", is_known=True)
    best: Header | None = None
    for attempt in _attempts(_PLURALS.sub("", raw)):
        ideas, unknown = _ideas(_PEOPLE.sub("person", fold(attempt)))
        code = _together(ideas, unknown)
        languages = frozenset(language for _, language, _ in ideas)
        if code and not unknown:
            return Header(text, code, True, False, is_second, languages)
        if code and best is None:
            best = Header(text, code, True, False, is_second, languages)
        elif ideas and best is None and any(idea == "else" for idea, _, _ in ideas):
            return Header(text, None, is_known=True)
    if best is not None:
        return best
    ideas, _ = _ideas(folded)
    return Header(text, None, is_known=bool(ideas))


def _attempts(raw: str) -> list[str]:
    """The whole header first, then without what stands in brackets, then its parts: lists say things twice."""
    bare = re.sub(r"\([^)]*\)?|\[[^\]]*\]?", " ", raw)
    parts = [part for part in re.split(r"[/|\n•;]| - | – ", bare) if fold(part)]
    tries = [raw, bare, *(parts if len(parts) > 1 else [])]
    return [one for place, one in enumerate(tries) if fold(one) and fold(one) not in map(fold, tries[:place])]


def _ideas(folded: str) -> tuple[list[tuple[str, str, str]], int]:
    """The ideas in their order, each with language and words; and how many words say nothing we know."""
    words, known = _letters_joined(folded.split()), phrases()
    found: list[tuple[str, str, str]] = []
    unknown = place = 0
    while place < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
            phrase = tuple(words[place : place + length])
            if phrase in known:
                idea, language = known[phrase][0]
                found.append((idea, language, " ".join(phrase)))
                place += length
                break
        else:
            if words[place] not in SMALL_WORDS and not words[place].isdigit():
                unknown += 1
            place += 1
    return found, unknown


def _letters_joined(words: list[str]) -> list[str]:
    """D.O.B. comes as three letters; the lexicon has most of these as they stand."""
    return ["dob"] if words in (["d", "o", "b"], ["d", "ob"]) else words


def _together(found: list[tuple[str, str, str]], unknown: int) -> str | None:
    """What the ideas of one header mean together."""
    ideas = [idea for idea, _, _ in found]
    has = set(ideas)
    others = {words for idea, _, words in found if idea == "else"}
    if others:
        if others <= _COUNTRY and has <= {"else", "nation"}:
            return "nationality" if "nation" in has else "?country" if not unknown else None
        if not (others <= {"type", "tipo", "kind", "kalite"} and {"paper", "number"} <= has):
            return None
    if unknown > 2 or not has:
        return None
    if {"sex", "age"} <= has:
        return "sex_and_age"
    parts = [part for part in ("day", "month", "year") if part in has]
    if "birth" in has:
        return f"birth_{parts[0]}" if len(parts) == 1 and not unknown else "birth_date"
    if "age" in has:
        return "age_months" if parts == ["month"] else "age"
    for idea, code in (("sex", "sex"), ("nation", "nationality"), ("group", "family_group")):
        if idea in has:
            return code
    if "kin" in has and has & {"number", "id"}:
        return "family_group"
    names = _names(found, unknown)
    if names:
        return names
    if "paper" in has:
        return "document_number"
    if unknown:
        return None
    if len(parts) == 1 and len(has) == 1:
        return f"?{parts[0]}"
    if has <= {"title", "person"}:
        return "title" if "title" in has else "full_name"
    if has == {"kin"}:
        return "?kin"
    if "id" in has and has <= {"id", "number", "person"}:
        return "?id"
    return "number" if has <= {"number", "person"} else None


def _names(found: list[tuple[str, str, str]], unknown: int) -> str | None:
    """Family name, given names, both in one, or a bare "name" that the other columns decide."""
    spoken = [(idea, language) for idea, language, _ in found if idea in ("family", "given", "name", "whole", "kin")]
    ideas = [idea for idea, _ in spoken]
    bare = {language for idea, language in spoken if idea == "name"}
    family = {language for idea, language in spoken if idea == "family"}
    given = {language for idea, language in spoken if idea == "given"}
    if "paper" in {idea for idea, _, _ in found} and not (family or given):
        return None
    if "kin" in ideas and not family:
        if given:
            return _ordered(ideas, "kin", "given")
        return "family_name" if bare else None
    if family and given:
        return _ordered(ideas, "family", "given")
    if family:
        # nombre y apellido, non ak siyati; but Nom / Apellido says the same twice.
        is_both = bare & {"es", "pt"} or ("ht" in bare and "ht" in family) or ("en" in bare and "whole" in ideas)
        return _ordered(ideas, "family", "name") if is_both else "family_name"
    if given:
        is_both = ("fr" in bare and given & {"fr"}) or ("ht" in bare and given & {"ht"}) or "whole" in ideas
        return _ordered(ideas, "name", "given") if is_both and bare else "given_names"
    if "whole" in ideas and not unknown:
        return "full_name"
    if bare and not unknown:
        return "?name"
    return None


def _ordered(ideas: list[str], family: str, given: str) -> str:
    is_family_first = ideas.index(family) < ideas.index(given)
    return "full_name_family_first" if is_family_first else "full_name_given_first"


def resolve(headers: Sequence[Header]) -> list[Header]:
    """Decides what stood open by what the other columns are; what comes twice counts once."""
    codes = {header.code for header in headers}
    has_family, has_given = "family_name" in codes, "given_names" in codes
    marks = {header.code.split()[1] for header in headers if header.code and header.code.startswith("?mark")}
    has_marks = len(marks) > 1 and "sex" not in codes
    has_parts = {"?month", "?year"} <= codes or {"birth_month", "?year"} <= codes or "birth_year" in codes
    resolved: list[Header] = []
    taken: set[str] = set()
    for header in headers:
        code = header.code
        if code == "?name":
            if has_family != has_given:
                code = "given_names" if has_family else "family_name"
            else:
                code = None if has_family else "full_name"
        elif code == "?kin":
            code = "family_name" if has_given and not has_family and "?name" not in codes else "family_group"
        elif code == "?country":
            code = None if "nationality" in codes else "nationality"
        elif code in ("?day", "?month", "?year"):
            code = f"birth_{code[1:]}" if has_parts else None
        elif code and code.startswith("?mark"):
            mark = code.split()[1]
            # H and M side by side are hombre and mujer.
            mark = ("is_male" if "is_female" in marks else "is_female") if mark == "?m" else mark
            code = mark if has_marks else None
        elif code in FULL_NAMES and has_family and has_given:
            code = None
        if code and code in BY_CODE and not BY_CODE[code].can_repeat:
            kind = "birth_date" if code in BIRTHS else "full_name" if code in FULL_NAMES else code
            code = None if kind in taken else code
            taken.add(kind)
        resolved.append(replace(header, code=code))
    return resolved
