"""Understands a table without headers by what its columns hold, and only where that leaves no doubt."""

import re

from . import dates, names
from .columns import Column
from .nations import nation
from .sexes import looks_like_sex
from .words import Cell, flat, fold

FEWEST_ROWS = 2


def guess(columns: list[Column]) -> dict[int, str] | None:
    """The meaning of each column by its index; None where it could be otherwise."""
    found: dict[int, str] = {}
    texts: list[Column] = []
    for column in columns:
        filled = column.filled
        if not filled:
            continue
        meaning = _meaning(column)
        if meaning == "name":
            texts.append(column)
        elif meaning and meaning not in found.values():
            found[column.index] = meaning
    telling = {"sex", "birth_date", "nationality"} & set(found.values())
    if not telling or max((len(column.filled) for column in columns), default=0) < FEWEST_ROWS:
        return None
    if len(texts) == 1:
        order = names.column_order(texts[0].cells)
        if order is None and any(len(flat(cell).split()) > 1 for cell in texts[0].filled):
            found[texts[0].index] = "full_name"
        else:
            found[texts[0].index] = f"full_name_{order}" if order else "full_name"
        return found
    if len(texts) == 2:
        is_capital = [all(flat(cell) == flat(cell).upper() for cell in column.filled) for column in texts]
        # Family names in capitals beside given names in small letters: no other reading.
        if is_capital[0] != is_capital[1]:
            found[texts[is_capital.index(True)].index] = "family_name"
            found[texts[is_capital.index(False)].index] = "given_names"
            return found
    return None


def _meaning(column: Column) -> str | None:
    filled = column.filled
    if all(looks_like_sex(cell) for cell in filled) and len({fold(flat(cell)) for cell in filled}) <= 4:
        return "sex"
    if all(_is_day(cell) for cell in filled):
        return "birth_date"
    if [flat(cell) for cell in filled[:3]] == ["1", "2", "3"][: len(filled[:3])] and len(filled) > 1:
        return "number"
    if all(re.fullmatch(r"\d{1,3}( ?(ans|years|anos|años|lane|mois|mwa|meses))?", flat(cell)) for cell in filled):
        return None
    if all(isinstance(cell, str) and nation(cell) for cell in filled):
        return "nationality"
    if all(re.fullmatch(r"[A-Z]{0,3}[- ]?\d{5,14}[A-Z]?", flat(cell).upper()) for cell in filled):
        return "document_number"
    if sum(names.looks_like_name(cell) for cell in filled) >= 0.9 * len(filled):
        return "name"
    return None


def _is_day(cell: Cell) -> bool:
    return (not isinstance(cell, str) and cell is not None and not isinstance(cell, int | float)) or (
        isinstance(cell, str) and isinstance(dates.written(cell), dates.Written)
    )
