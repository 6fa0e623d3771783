"""A sheet of cells as every format hands it over, with merged cells filled."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from .words import Cell, clean

Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass
class Sheet:
    """Row 0 is row 1 of the file. `spans` holds what a merge covers to the right: it counts for headers alone."""

    name: str
    rows: list[list[Cell]]
    spans: dict[tuple[int, int], Cell] = field(default_factory=dict)
    is_hidden: bool = False
    counts_from_1904: bool = False

    @cached_property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        line = self.rows[row] if 0 <= row < len(self.rows) else []
        return line[column] if column < len(line) else None


def sheet_of(name: str, rows: Iterable[Iterable[object]], merged: Iterable[Range] = ()) -> Sheet:
    """Cleans the cells and fills merges: downwards for everybody, to the right only for headers."""
    cleaned = [[clean(value) for value in row] for row in rows]
    sheet = Sheet(name, cleaned)
    for (top, left), (bottom, right) in merged:
        value = sheet.cell(top, left)
        if value is None:
            continue
        for row in range(top, min(bottom, len(cleaned) - 1) + 1):
            if row > top:
                line = cleaned[row]
                line.extend([None] * (left + 1 - len(line)))
                line[left] = value if line[left] is None else line[left]
            for column in range(left + 1, min(right, left + 60) + 1):
                sheet.spans[row, column] = value
    while cleaned and not any(cell is not None for cell in cleaned[-1]):
        cleaned.pop()
    return sheet
