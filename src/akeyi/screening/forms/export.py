"""Answers as a table, as users of ODK expect them: one column a question, groups before a slash, choices split."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from .columns import Column
from .sheets import workbook


@dataclass(frozen=True)
class Row:
    """What one person answered."""

    key: str
    at: datetime
    number: int
    language: str
    interpreter: str
    card: str
    answers: dict[str, str]


def together(of_each_version: Iterable[list[Column]]) -> list[Column]:
    """The columns of several versions, the newest first: an older one adds what the newer no longer asks."""
    found: dict[str, Column] = {}
    for columns in of_each_version:
        for column in columns:
            before = found.get(column.path)
            choices = before.choices if before else ()
            more = tuple(one for one in column.choices if one not in choices)
            found[column.path] = Column(column.path, choices + more)
    return list(found.values())


def table(columns: list[Column], rows: Iterable[Row]) -> Iterator[list[str]]:
    """Head and rows. Of several choices the answer as it was given, then 1 or 0 per choice."""
    head = ["SubmissionDate"]
    for column in columns:
        head += [column.path, *(f"{column.path}/{choice}" for choice in column.choices)]
    yield [*head, "_language", "_interpreter", "_card", "KEY", "FormVersion"]
    for row in rows:
        cells = [row.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")]
        for column in columns:
            said = row.answers.get(column.path, "")
            chosen = said.split()
            cells += [said, *("" if not said else "1" if one in chosen else "0" for one in column.choices)]
        yield [safe(cell) for cell in [*cells, row.language, row.interpreter, row.card, row.key, str(row.number)]]


def safe(cell: str) -> str:
    """What a spreadsheet would take for a formula begins with a quote; a number stays one."""
    if not cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def as_csv(rows: Iterable[list[str]]) -> Iterator[str]:
    """Line by line, so that a long table begins at once."""
    # Without this mark Excel reads accents wrongly.
    yield "\ufeff"
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow(row)
        yield line.getvalue()


def as_xlsx(rows: Iterable[list[str]]) -> bytes:
    return workbook({"data": rows})
