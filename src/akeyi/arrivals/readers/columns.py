"""Settles what each column of a table means: the header first, its neighbours and contents where the header is open."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from . import ages, dates, sexes
from .headers import OPEN, Header
from .lines import Problem
from .meanings import BIRTHS, BY_CODE, FULL_NAMES, NAMES
from .names import looks_like_name
from .nations import nations
from .words import Cell, flat, fold, is_missing

SAMPLES = 3
# A header stands against its column when hardly anything below can be read as it says.
_ENOUGH_TO_JUDGE, _HARDLY = 3, 0.2


@dataclass
class Column:
    """One column: where it stands, its header, what is below, and what it means."""

    index: int
    header: Header
    cells: list[Cell] = field(default_factory=list)
    meaning: str = "ignored"

    @property
    def filled(self) -> list[Cell]:
        return [cell for cell in self.cells if not is_missing(cell)]

    @property
    def title(self) -> str:
        return self.header.text or f"({letters(self.index)})"

    def as_dict(self, sheet: int, sheet_name: str) -> dict[str, object]:
        """For the preview. What is never imported shows no samples either."""
        samples: list[str] = (
            [] if self.header.never else list(dict.fromkeys(flat(cell) for cell in self.filled))[:SAMPLES]
        )
        return {
            "key": f"{sheet}:{self.index}",
            "sheet": sheet,
            "sheet_name": sheet_name,
            "index": self.index,
            "letters": letters(self.index),
            "header": self.header.text,
            "meaning": self.meaning,
            "never": self.header.never,
            "samples": samples,
        }


def letters(index: int) -> str:
    """A for 0, Z for 25, AA for 26: as spreadsheets name columns."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def settle(columns: list[Column], chosen: dict[int, str], header_row: int) -> list[Problem]:
    """Gives every column its meaning. `chosen` is what a person said, by index: it goes before everything else."""
    problems: list[Problem] = []
    _settle_sent(columns)
    for column in columns:
        meaning = column.header.meaning
        column.meaning = meaning if meaning in BY_CODE or meaning in OPEN else "ignored"
        if column.index in chosen and not column.header.never:
            column.meaning = chosen[column.index]
    free = [column for column in columns if column.index not in chosen]
    _spread_names(columns, free)
    _settle_open(columns, free)
    _settle_nac(columns, free)
    _check_contents(free, header_row, problems)
    _settle_names(columns, free)
    _settle_far_apart(columns, free, header_row, problems)
    _once_each(columns, chosen)
    return problems


def _settle_sent(columns: list[Column]) -> None:
    """*Deportado* alone holds names only where no other column does; else it says what was done to somebody."""
    is_named = any(column.header.is_naming and column.header.meaning != "sent" for column in columns)
    for column in columns:
        if column.header.meaning == "sent":
            is_names = not is_named and _share(column, _is_whole_name) > 0.8
            column.header = replace(column.header, meaning="full_name" if is_names else None, never=not is_names)


def _is_whole_name(cell: Cell) -> bool:
    return looks_like_name(cell) and len(flat(cell).split()) > 1


def _spread_names(columns: list[Column], free: list[Column]) -> None:
    """A header *Nom et prénoms* over two columns: the second one has the same header, or none, and holds names too."""
    for left, right in itertools.pairwise(columns):
        if left not in free or right not in free or left.meaning not in (*FULL_NAMES, "name"):
            continue
        same = right.header.text == left.header.text
        if not (same or (not right.header.text and _share(right, looks_like_name) > 0.8)) or not right.filled:
            continue
        if _share(left, lambda cell: "," in flat(cell)) > 0.3 or not _share(right, looks_like_name) > 0.5:
            continue
        has_other = any(column.meaning in ("family_name", "given_names") for column in columns)
        if left.meaning == "name" and has_other:
            continue
        given_first = left.meaning == "full_name_given_first"
        left.meaning, right.meaning = ("given_names", "family_name") if given_first else ("family_name", "given_names")
        return


def _settle_open(columns: list[Column], free: list[Column]) -> None:
    has = {column.meaning for column in columns}
    for column in free:
        if column.meaning == "kin":
            is_of_names = _share(column, _is_word_of_name) > 0.7 and not has & {"family_name", *FULL_NAMES}
            column.meaning = "family_name" if is_of_names else "family_group"
        elif column.meaning == "id":
            is_count = _share(column, lambda cell: bool(re.fullmatch(r"\d{1,4}", flat(cell)))) > 0.9
            taken = "document_number" in has
            column.meaning = (
                "number" if is_count and "number" not in has else "ignored" if is_count or taken else "document_number"
            )
        elif column.meaning == "country":
            column.meaning = "ignored" if "nationality" in has else "nationality"
    has_parts = {"month", "year"} <= {meaning.removeprefix("birth_") for meaning in has} and not has & set(BIRTHS)
    has_birth_part = any(meaning.startswith("birth_") for meaning in has)
    for column in free:
        if column.meaning in ("day", "month", "year"):
            column.meaning = (
                f"birth_{column.meaning}" if has_parts or (has_birth_part and not has & set(BIRTHS)) else "ignored"
            )
    _settle_marks(free, has)


def _settle_nac(columns: list[Column], free: list[Column]) -> None:
    """*Nac.* is *nacimiento* or *nacionalidad*: what stands below tells."""
    if any(column.meaning == "nationality" for column in columns):
        return
    for column in free:
        if column.meaning == "birth_date" and _share(column, lambda cell: bool(nations(flat(cell)))) > 0.8:
            column.meaning = "nationality"
            return


def _settle_marks(free: list[Column], has: set[str]) -> None:
    """A cross below F or below M. H and M side by side are *hombre* and *mujer*."""
    marks = {column.meaning for column in free if column.meaning.startswith("mark_")}
    for column in free:
        if column.meaning.startswith("mark_"):
            is_female = column.meaning == "mark_f" or (column.meaning == "mark_m" and "mark_f" not in marks)
            column.meaning = "ignored" if len(marks) != 2 or "sex" in has else "is_female" if is_female else "is_male"


def _settle_names(columns: list[Column], free: list[Column]) -> None:
    """A plain *name* is whatever its neighbours are not."""
    has = {column.meaning for column in columns}
    plain = [column for column in free if column.meaning == "name"]
    french = [column for column in plain if fold(column.header.text) in ("nom", "noms")]
    if len(plain) == 2 and len(french) == 1 and not has & {"family_name", "given_names"}:
        # Nom beside Nombres, Non or Name: the French word is the one that means the family.
        for column in plain:
            column.meaning = "family_name" if column in french else "given_names"
        return
    for column in [column for column in free if column.meaning == "name"]:
        if "family_name" in has and "given_names" in has:
            column.meaning = "ignored"
        elif "family_name" in has:
            column.meaning = "given_names"
        elif "given_names" in has:
            column.meaning = "family_name"
        else:
            column.meaning = "full_name"
        has = {column.meaning for column in columns}
    # Where family and given names have columns of their own, a whole name beside them says nothing new.
    if {"family_name", "given_names"} <= has:
        for column in free:
            if column.meaning in FULL_NAMES:
                column.meaning = "ignored"
    elif "family_name" in has and not has & {"given_names"} and has & set(FULL_NAMES):
        for column in free:
            if column.meaning == "family_name":
                column.meaning = "ignored"


def _settle_far_apart(columns: list[Column], free: list[Column], header_row: int, problems: list[Problem]) -> None:
    """Given names twice with an age between them are two people: joining them would make one of two."""
    for meaning in ("family_name", "given_names"):
        same = [column for column in columns if column.meaning == meaning]
        for column in same[1:]:
            between = [one for one in columns if same[0].index < one.index < column.index]
            is_apart = any(one.meaning not in (*NAMES, "ignored", "number") for one in between)
            if is_apart and column in free and not column.header.is_second:
                column.meaning = "ignored"
                problems.append(Problem(header_row, "column_twice", {"column": column.title}))


def _check_contents(free: list[Column], header_row: int, problems: list[Problem]) -> None:
    for column in free:
        if column.meaning == "document_number" and column.filled and _share(column, _has_digit) < 0.5:
            # Passport: yes, no, lost.
            column.meaning = "ignored"
            continue
        reads: Callable[[Cell], bool] | None = {
            "age": lambda cell: ages.age(cell) is not None or dates.written(flat(cell)) is not None,
            "birth_date": _is_birth,
            "sex": lambda cell: sexes.sex(cell) is not None or fold(flat(cell)) == "m",
            "nationality": lambda cell: bool(nations(flat(cell))),
            "title": lambda cell: sexes.of_title(flat(cell)) is not None,
        }.get(column.meaning)
        if reads and len(column.filled) >= _ENOUGH_TO_JUDGE and _share(column, reads) < _HARDLY:
            column.meaning = "ignored"
            problems.append(Problem(header_row, "column_not_understood", {"column": column.title}))


def _once_each(columns: list[Column], chosen: dict[int, str]) -> None:
    """Of two columns with one meaning the one that a person chose stands, then the first that holds something."""
    by_preference = sorted(columns, key=lambda column: (column.index not in chosen, not column.filled, column.index))
    seen: set[str] = set()
    for column in by_preference:
        kind = (
            "birth_date"
            if column.meaning in BIRTHS
            else "full_name"
            if column.meaning in FULL_NAMES
            else column.meaning
        )
        if kind in BY_CODE and not BY_CODE[kind].can_repeat:
            if kind in seen:
                column.meaning = "ignored"
            seen.add(kind)


def _share(column: Column, fits: Callable[[Cell], bool]) -> float:
    filled = column.filled
    return sum(fits(cell) for cell in filled) / len(filled) if filled else 0.0


def _is_word_of_name(cell: Cell) -> bool:
    return (
        looks_like_name(cell)
        and not re.match(r"(?:famille|family|familia|fanmi|fam|grp|gr)\b", fold(flat(cell)))
        and len(fold(flat(cell))) > 2
    )


def _has_digit(cell: Cell) -> bool:
    return any(sign.isdigit() for sign in flat(cell))


def _is_birth(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return True
    return (
        bool(re.fullmatch(r"\d{5}([.,]0+)?", cell))
        or dates.written(flat(cell)) is not None
        or ages.age(cell) is not None
    )
