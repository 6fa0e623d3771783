"""The two tables of a simulated day: who comes when, and who works where; refused with row and column."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from akeyi.errors import AkeyiError
from akeyi.errors.planning import (
    COLUMN_MISSING,
    ENDS_TOO_EARLY,
    NO_TIME,
    NOBODY_WORKS,
    NOT_SO_MANY,
    STATION_UNKNOWN,
    TABLE_EMPTY,
    TABLE_NOT_READ,
    TOO_MANY_PEOPLE,
)

from .stations import STATIONS

ARRIVALS = ("at", "people")
STAFF = ("station", "from", "to", "workers")
# How long people of one arrival step down, where the column over_min is left out.
OVER_MIN = 15
MOST_PEOPLE, MOST_WORKERS, LONGEST_MIN = 200_000, 1000, 24 * 60
LARGEST_FILE = 2**20
_TIME = re.compile(r"(\d{1,2}):([0-5]\d)")


def read_arrivals(path: Path) -> list[tuple[float, int, float]]:
    """`at` (13:10), `people`, and `over_min`, if it is there: (from when, how many, over how long), in seconds."""
    found = []
    for row, line in _lines(path, ARRIVALS):
        at = _time(path, row, line, "at")
        people = _number(path, row, line, "people", 1, MOST_PEOPLE)
        over = _number(path, row, line, "over_min", 0, LONGEST_MIN) if line.get("over_min") else OVER_MIN
        found.append((at, people, over * 60.0))
    if sum(people for _, people, _ in found) > MOST_PEOPLE:
        raise AkeyiError(TOO_MANY_PEOPLE, file=path.name, most=MOST_PEOPLE)
    return sorted(found)


def read_staff(path: Path) -> dict[str, list[tuple[float, float, int]]]:
    """`station`, `from`, `to`, `workers`: by station (since, until, how many). What has no line is not there."""
    found: dict[str, list[tuple[float, float, int]]] = {}
    for row, line in _lines(path, STAFF):
        station = line["station"]
        if station not in STATIONS:
            raise AkeyiError(
                STATION_UNKNOWN, file=path.name, row=row, column="station", value=station, stations=", ".join(STATIONS)
            )
        since, until = _time(path, row, line, "from"), _time(path, row, line, "to")
        if until <= since:
            raise AkeyiError(ENDS_TOO_EARLY, file=path.name, row=row)
        found.setdefault(station, []).append((since, until, _number(path, row, line, "workers", 0, MOST_WORKERS)))
    if not any(workers for shifts in found.values() for _, _, workers in shifts):
        raise AkeyiError(NOBODY_WORKS, file=path.name)
    return found


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """(row as a spreadsheet numbers it, what stands in it)."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST_FILE + 1).decode("utf-8-sig")
        if len(text) > LARGEST_FILE or "\0" in text:
            raise ValueError
        head = text.split("\n", 1)[0]
        rows = list(csv.reader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ","))
    except (OSError, ValueError, csv.Error):
        raise AkeyiError(TABLE_NOT_READ, file=path.name) from None
    names = [name.strip().lower() for name in rows[0]] if rows else []
    told = [(n, row) for n, row in enumerate(rows[1:], 2) if any(cell.strip() for cell in row)]
    if not rows or (not told and set(columns) <= set(names)):
        raise AkeyiError(TABLE_EMPTY, file=path.name)
    for column in columns:
        if column not in names:
            raise AkeyiError(COLUMN_MISSING, file=path.name, column=column, columns=", ".join(columns))
    for n, row in told:
        yield n, dict(zip(names, [cell.strip()[:40] for cell in row] + [""] * len(names), strict=False))


def _time(path: Path, row: int, line: Mapping[str, str], column: str) -> float:
    found = _TIME.fullmatch(line[column])
    # The night after belongs to the day.
    if not found or int(found[1]) >= 48:
        raise AkeyiError(NO_TIME, file=path.name, row=row, column=column, value=line[column])
    return int(found[1]) * 3600.0 + int(found[2]) * 60.0


def _number(path: Path, row: int, line: Mapping[str, str], column: str, least: int, most: int) -> int:
    said = line[column]
    if not (said.isascii() and said.isdigit() and least <= int(said) <= most):
        raise AkeyiError(NOT_SO_MANY, file=path.name, row=row, column=column, value=said, least=least, most=most)
    return int(said)
