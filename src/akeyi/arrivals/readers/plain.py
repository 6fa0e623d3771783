"""The sheets of a file as they are, rows of text, for lists of something else than people who arrive."""

from dataclasses import asdict, dataclass
from typing import Any

from .limits import MOST_PLAIN_COLUMNS, MOST_PLAIN_ROWS, MOST_PLAIN_TEXT
from .lines import Listed
from .reading import content_of
from .refusals import NotAList
from .words import Cell, flat


@dataclass(frozen=True)
class Plain:
    """One sheet that is shown and holds something; the first of `rows` is row 1 of the file."""

    name: str
    rows: list[list[str]]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def plain_here(data: bytes, name: str) -> list[Plain]:
    """Reads sheets in this very process, which `child.read_plain` does for files that nobody knows yet."""
    _reader, content = content_of(data, name)
    if isinstance(content, Listed):
        raise NotAList("not_a_table")
    found = [
        Plain(sheet.name, [[_text(cell) for cell in row] for row in sheet.rows])
        for sheet in content
        if sheet.rows and not sheet.is_hidden
    ]
    if not found:
        raise NotAList("empty")
    rows = [row for sheet in found for row in sheet.rows]
    if len(rows) > MOST_PLAIN_ROWS:
        raise NotAList("sheet_too_long", most=MOST_PLAIN_ROWS)
    if max(map(len, rows)) > MOST_PLAIN_COLUMNS or sum(len(text) for row in rows for text in row) > MOST_PLAIN_TEXT:
        raise NotAList("not_a_table")
    return found


def _text(cell: Cell) -> str:
    """Line breaks within a cell stay: some write one word below the other."""
    return cell if isinstance(cell, str) else flat(cell)
