"""Says what the header of a column means, by its words alone."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from .lexicon import LONGEST_PHRASE, SMALL_WORDS, phrases
from .meanings import NAMES, OF_A_LINE
from .never import SENT, is_never, is_person_sent
from .words import fold

# People as others call them: in a header they mean no more than "passenger".
_PEOPLE = re.compile(rf"{SENT.pattern}|\b(?:rapatri|repatri)\w*\b")
# What may be said of somebody in the words of the sending side: *Nom du déporté*.
_OF_SOMEBODY = {
    "family",
    "given",
    "name",
    "whole",
    "person",
    "number",
    "birth",
    "sex",
    "age",
    "nation",
    "paper",
    "id",
    "group",
}
_ARTICLES = {"les", "los", "las", "the", "yo"}
_SECOND = {
    *("middle", "second", "segundo", "segunda", "2e", "2eme", "2do", "2", "deuxieme", "dezyem", "materno", "maternal"),
    *("mi", "initial", "autres", "otros", "other", "lot", "meio", "iii", "ii"),
}
_PLURALS = re.compile(r"(?<=\w)\((?:s|e|es|x|a|o|as|os|e\)\(s)\)|(?<=\w)[.·]e(?:[.·]s)?\b", re.I)
# Columns in which a cross stands; H is homme or hombre, so the others decide what M is.
_MARKS = {
    **dict.fromkeys(
        ("f", "fem", "feminin", "femme", "femmes", "female", "females", "femenino", "fanm", "mujer"), "mark_f"
    ),
    **dict.fromkeys(
        ("h", "masc", "masculin", "homme", "hommes", "male", "males", "masculino", "gason", "hombre"), "mark_h"
    ),
    "m": "mark_m",
}
_COUNTRY = {"country", "pays", "pais", "peyi", "origin", "origine", "origen"}
# A program's own text names fields too, and is no list.
_PROGRAM = re.compile(r"""[{}\\]|\[["']|["']\]|\w\(["']""")
_LONGEST_HEADER = 120


# What only the other headers and the contents can decide.
OPEN = frozenset({"name", "sent", "kin", "id", "day", "month", "year", "country", "mark_m", "mark_f", "mark_h"})


@dataclass(frozen=True)
class Header:
    """What one header says. `is_known`: its words belong to headers, even where the column is not taken in;
    `never`: about offences, status, health or remarks, so never imported whatever a person says."""

    text: str
    meaning: str | None = None
    is_known: bool = False
    never: bool = False
    is_second: bool = False

    @property
    def is_of_a_line(self) -> bool:
        return self.meaning in OF_A_LINE or self.meaning in OPEN

    @property
    def is_mark(self) -> bool:
        """A column of crosses below *F* or *M*."""
        return bool(self.meaning and self.meaning.startswith("mark_"))

    @property
    def is_naming(self) -> bool:
        return self.meaning in NAMES or self.meaning in ("name", "sent")


def header(raw: str) -> Header:
    """The meaning of one header by itself."""
    return _read(" ".join(raw.split()), raw)


def below(parent: Header, child: Header) -> Header:
    """A header of two rows: *Date de naissance* over *Jour*."""
    if not child.text or not parent.text or parent.text == child.text:
        return child if child.text else parent
    text = f"{parent.text} {child.text}"
    if parent.never or child.never:
        return Header(text, None, is_known=True, never=True)
    together = header(text)
    if together.meaning and (child.meaning in (None, "number") or child.meaning in OPEN) and not child.is_mark:
        return replace(together, text=text)
    return replace(child, text=text)


@lru_cache(maxsize=2048)
def _read(text: str, raw: str) -> Header:
    if not text:
        return Header("")
    if text.strip(" .:") in ("#", "##"):
        return Header(text, "number", is_known=True)
    said = fold(_PLURALS.sub("", raw))
    # Before anything else, and however long it is.
    if is_never(said) or (SENT.search(said) and not _is_somebody_sent(said)):
        return Header(text, None, is_known=True, never=True)
    folded = _PEOPLE.sub("person", said)
    if not folded or len(text) > _LONGEST_HEADER or _PROGRAM.search(text):
        return Header(text)
    words = folded.split()
    if SENT.search(said) and set(words) <= {"person", *_ARTICLES}:
        return Header(text, "sent", is_known=True)
    is_second = bool(_SECOND & set(words))
    if folded in _MARKS:
        return Header(text, _MARKS[folded], is_known=True)
    best: Header | None = None
    for attempt in _attempts(_PLURALS.sub("", raw)):
        ideas, unknown = _ideas(_PEOPLE.sub("person", fold(attempt)))
        meaning = _together(ideas, unknown)
        if meaning and not unknown:
            return Header(text, meaning, is_known=True, is_second=is_second)
        if meaning and best is None:
            best = Header(text, meaning, is_known=True, is_second=is_second)
        elif best is None and any(idea == "else" for idea, _, _ in ideas):
            return Header(text, None, is_known=True)
    if best is not None:
        return best
    ideas, _ = _ideas(folded)
    return Header(text, None, is_known=bool(ideas))


def _is_somebody_sent(said: str) -> bool:
    """Whether *deportado* is but the word for a person here: alone, or in a phrase that names or numbers people."""
    if not all(is_person_sent(word) for word in SENT.findall(said)):
        return False
    rest = SENT.sub(" ", said)
    ideas, unknown = _ideas(rest)
    return set(rest.split()) <= _ARTICLES or bool(
        ideas and not unknown and {idea for idea, _, _ in ideas} <= _OF_SOMEBODY
    )


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
            return "nationality" if "nation" in has else "country" if not unknown else None
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
        return f"{parts[0]}"
    if has <= {"title", "person"}:
        return "title" if "title" in has else "full_name"
    if has == {"kin"}:
        return "kin"
    if "id" in has and has <= {"id", "number", "person"}:
        return "id"
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
        return "name"
    return None


def _ordered(ideas: list[str], family: str, given: str) -> str:
    is_family_first = ideas.index(family) < ideas.index(given)
    return "full_name_family_first" if is_family_first else "full_name_given_first"
