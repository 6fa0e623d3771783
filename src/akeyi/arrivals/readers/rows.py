"""Makes a line of one row, once it is known what the columns mean; what cannot be read is said, never guessed."""

import re
from dataclasses import dataclass, field
from datetime import date

from . import ages, dates, names, sexes
from .columns import Column
from .lines import Line, Problem
from .meanings import BIRTHS, FULL_NAMES
from .nations import nations
from .never import without_remark
from .words import Cell, flat, fold, is_missing

LONGEST_NAME, LONGEST_WORD = 200, 40
# What stands in a column of crosses where there is no cross; a cross may be any other sign.
_NO = {"", "0", "no", "non", "not", "false", "n"}
# "Passeport HT1234567": the kind of the paper is not its number.
_KIND_OF_PAPER = re.compile(
    r"^(?:passe?port|pasaporte|passaporte|pasp[oò]|pp|cin|nif|nin|cni|dni|rut|rg|cpf|c[eé]dula|laissez[- ]passer"
    r"|carte?|id)"
    r"(?: ?(?:no\.?|n[°º.]|#|num[eé]ro))?\s*[:#.]*\s+(?=\S*\d)",
    re.I,
)
_REMARK_BEHIND = re.compile(r"(?<=[0-9A-Z])\s*(?:[(\[{].*|[-–—/;,:]\s*[^\W\d_]{3,}.*)$")
_LONGEST_PREFIX = 4
_DAMAGED_NUMBER = re.compile(r"^\d(?:[.,]\d+)?E\+?\d+$", re.I)


@dataclass
class Ways:
    """What whole columns decided, once per table."""

    today: date
    birth_order: dates.Order = "day_first"
    birth_certainty: dates.Certainty = "sure"
    m_is_woman: bool | None = False
    h_is_woman: bool = False
    name_order: names.NameOrder | None = None
    counts_from_1904: bool = False
    is_ages_in_birth: bool = False
    families: int = 1
    fills_groups: bool = False
    sex_legend: dict[str, sexes.Sex] = field(default_factory=dict)


def ways(columns: list[Column], today: date, counts_from_1904: bool, header_row: int) -> tuple[Ways, list[Problem]]:
    """Decides by whole columns: day or month first, what M means, which part of a name is the family name."""
    found, problems = Ways(today, counts_from_1904=counts_from_1904), []
    for column in columns:
        if column.meaning in BIRTHS:
            found.birth_order, found.birth_certainty = dates.order_of(column.cells, column.header.text)
            if column.meaning != "birth_date":
                found.birth_order, found.birth_certainty = column.meaning.removeprefix("birth_date_"), "sure"  # type: ignore[assignment]
            if found.birth_certainty == "guessed":
                problems.append(Problem(header_row, "birth_order_guessed", {"column": column.title}))
            found.is_ages_in_birth = bool(re.search(r"\b(age|edad|laj|idade)\b", fold(column.header.text)))
        elif column.meaning in ("sex", "sex_and_age"):
            found.sex_legend = sexes.legend(column.header.text)
            cells = column.cells if column.meaning == "sex" else [sexes.with_age(cell)[0] for cell in column.cells]
            found.m_is_woman = sexes.m_is_woman(cells, column.header.text)
            found.h_is_woman = sexes.h_is_woman(cells, column.header.text)
            letters = {fold(flat(cell)) for cell in cells if not is_missing(cell)}
            if (
                letters == {"m"}
                and "sexo" in fold(column.header.text)
                and found.m_is_woman is False
                and len(column.filled) > 1
            ):
                problems.append(Problem(header_row, "sex_m_guessed", {"column": column.title}))
        elif column.meaning in FULL_NAMES:
            said = column.meaning.removeprefix("full_name").strip("_")
            found.name_order = said or names.column_order(column.cells)  # type: ignore[assignment]
            found.families = 2 if re.search(r"\b(nombres? completo|apellidos)\b", fold(column.header.text)) else 1
            if any(not names.split(cell, found.name_order).is_sure for cell in column.filled):
                code = "name_cut_guessed" if found.name_order else "name_order_guessed"
                problems.append(Problem(header_row, code, {"column": column.title}))
        elif column.meaning == "family_group" and _stands_once(column):
            found.fills_groups = True
            problems.append(Problem(header_row, "family_group_filled", {"column": column.title}))
    return found, problems


def _stands_once(column: Column) -> bool:
    """Whether each family stands beside its first member alone, as when merged cells are saved as text."""
    filled = [flat(cell) for cell in column.filled]
    begins = bool(column.cells) and not is_missing(column.cells[0])
    return begins and 1 < len(filled) < len(column.cells) and len(set(filled)) == len(filled)


def read_row(columns: list[Column], cells: dict[int, Cell], way: Ways) -> tuple[Line, list[str]]:
    """One row as a line, and the codes of what could not be read."""
    by_meaning: dict[str, list[Cell]] = {}
    for column in columns:
        value = cells.get(column.index)
        if value is not None:
            by_meaning.setdefault(column.meaning, []).append(value)
    line, troubles = Line(), list[str]()
    hint = _read_names(by_meaning, line, way)
    _read_age(by_meaning, line, troubles)
    _read_birth(by_meaning, line, troubles, way)
    _read_sex(by_meaning, line, troubles, way, hint)
    _read_nationality(by_meaning, line, troubles)
    _read_document(by_meaning, line, troubles)
    group = _first(by_meaning, "family_group")
    line.family_group = None if group is None else without_remark(flat(group))[:LONGEST_WORD] or None
    return line, troubles


def _first(by_meaning: dict[str, list[Cell]], *meanings: str) -> Cell:
    for meaning in meanings:
        for cell in by_meaning.get(meaning, []):
            if not is_missing(cell):
                return cell
    return None


def _read_names(by_meaning: dict[str, list[Cell]], line: Line, way: Ways) -> sexes.Sex | None:
    hint: sexes.Sex | None = None
    whole = _first(by_meaning, *FULL_NAMES)
    family = [part for cell in by_meaning.get("family_name", []) if (part := names.tidy(cell))]
    given = [part for cell in by_meaning.get("given_names", []) if (part := names.tidy(cell))]
    if whole is not None and not family and not given:
        name = names.split(whole, way.name_order, way.families)
        line.family_name, line.given_names, hint = name.family, name.given, name.sex
    elif len(family) == 1 and not given and "," in family[0]:
        name = names.split(family[0], "family_first")
        line.family_name, line.given_names, hint = name.family, name.given, name.sex
    else:
        family_name, hint_family = names.without_title(" ".join(dict.fromkeys(family)))
        given_names, hint_given = names.without_title(" ".join(given))
        line.family_name, line.given_names, hint = family_name or None, given_names or None, hint_given or hint_family
    line.family_name = (line.family_name or "")[:LONGEST_NAME] or None
    line.given_names = (line.given_names or "")[:LONGEST_NAME] or None
    return hint


def _read_age(by_meaning: dict[str, list[Cell]], line: Line, troubles: list[str]) -> None:
    cell = _first(by_meaning, "age", "sex_and_age")
    if cell is None:
        _read_months(_first(by_meaning, "age_months"), line, troubles)
        return
    is_beside_sex = "age" not in by_meaning
    if is_beside_sex:
        cell = sexes.with_age(cell)[1]
    found = ages.age(cell)
    if is_beside_sex and not found and not re.search(r"\d", flat(cell)):
        return
    if found:
        line.age = found.years
    elif dates.written(flat(cell)) is None:
        troubles.append("age_unreadable")
    else:
        # A date among the ages: read as a birth below.
        by_meaning.setdefault("birth_date", []).append(cell)


def _read_months(cell: Cell, line: Line, troubles: list[str]) -> None:
    """A column of months: 18 is one year; *2 ans* in it says its own unit."""
    found = None if cell is None else ages.age(cell)
    if found is not None and found.years is not None:
        line.age = found.years if found.has_unit else found.years // 12
    elif cell is not None:
        troubles.append("age_unreadable")


def _read_birth(by_meaning: dict[str, list[Cell]], line: Line, troubles: list[str], way: Ways) -> None:
    cell = _first(by_meaning, *BIRTHS)
    if cell is None:
        parts = [_first(by_meaning, f"birth_{part}") for part in ("day", "month", "year")]
        if all(part is None for part in parts):
            return
        text = " ".join("00" if part is None else flat(part) for part in parts)
        # Two numbers and a year, or a word for the month: day comes first in any case.
        said = dates.birth(text, "day_first", way.today, line.age)
        if parts[0] is None and parts[1] is None:
            said = dates.Said(None, "birth_year_only")
    else:
        lone_age = ages.age(cell)
        if lone_age and (lone_age.has_unit or (way.is_ages_in_birth and re.fullmatch(r"\d{1,3}", flat(cell)))):
            line.age = lone_age.years if line.age is None else line.age
            return
        if way.birth_certainty == "mixed" and dates.is_open(cell):
            troubles.append("birth_order_mixed")
            return
        said = dates.birth(cell, way.birth_order, way.today, line.age, way.counts_from_1904)
    line.birth_date = said.day.isoformat() if said.day else None
    if said.trouble:
        troubles.append(said.trouble)


def _read_sex(
    by_meaning: dict[str, list[Cell]], line: Line, troubles: list[str], way: Ways, hint: sexes.Sex | None
) -> None:
    cell = _first(by_meaning, "sex", "sex_and_age")
    if cell is not None and "sex" not in by_meaning:
        cell = sexes.with_age(cell)[0] or None
    if cell is None:
        if mark := _marked(by_meaning):
            line.sex = mark
            return
        title = _first(by_meaning, "title")
        line.sex = (sexes.of_title(flat(title)) if title is not None else None) or hint or "unknown"
        return
    said = way.sex_legend.get(fold(flat(cell))) or sexes.sex(cell, way.m_is_woman, way.h_is_woman)
    line.sex = said or "unknown"
    if said is None:
        troubles.append("sex_m_open" if fold(flat(cell)) == "m" else "sex_unreadable")


def _marked(by_meaning: dict[str, list[Cell]]) -> sexes.Sex | None:
    """A cross below F or below M; both, or a no, is no answer."""
    marks = [code for code in ("is_female", "is_male") if fold(flat(_first(by_meaning, code))) not in _NO]
    return ("female" if marks == ["is_female"] else "male") if len(marks) == 1 else None


def _read_nationality(by_meaning: dict[str, list[Cell]], line: Line, troubles: list[str]) -> None:
    cell = _first(by_meaning, "nationality")
    if cell is None or fold(flat(cell)) in ("xxx", "zzz"):
        return
    found = nations(flat(cell))
    line.nationality = found[0] if found else None
    if len(found) != 1:
        troubles.append("two_nationalities" if found else "nationality_unknown")


def _read_document(by_meaning: dict[str, list[Cell]], line: Line, troubles: list[str]) -> None:
    for cell in by_meaning.get("document_number", []):
        text = flat(cell).lstrip("'`´’ ").strip()
        text = _KIND_OF_PAPER.sub("", text)
        text = re.sub(r"^(?:n[°º]|n[or]?\.|n[or] |#)[ .:]*(?=\w*\d)", "", text, flags=re.I)
        if _DAMAGED_NUMBER.match(text) and "+" in text:
            troubles.append("document_damaged")
            continue
        # Without any digit it is a word about the document: lost, none, pending.
        if is_missing(cell) or not any(sign.isdigit() for sign in text) or set(text) <= set("0-. "):
            continue
        line.document_number = _number_alone(text)[:LONGEST_WORD]
        return


def _number_alone(text: str) -> str:
    """*PP123 (faux)*, *HT55 deporte*, *AB1 / volé*: what stands behind the number is a remark."""
    text = _REMARK_BEHIND.sub("", text)
    words = text.split()
    first = next((place for place, word in enumerate(words) if _has_digit(word)), 0)
    # HT before it belongs to it, and so does a single capital behind it.
    start = first - 1 if first and len(words[first - 1]) < _LONGEST_PREFIX else first
    end = first + 1
    while end < len(words) and (_has_digit(words[end]) or re.fullmatch(r"[A-Z]|[-–]", words[end])):
        end += 1
    return " ".join(words[start:end]).strip(" -–/,;:.")


def _has_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def says_something(line: Line) -> bool:
    """Whether a line without a name still tells of a person."""
    return line.sex != "unknown" or bool(line.birth_date or line.age is not None or line.nationality)
