"""Where people go: departments and communes by their official codes, found by the names and landmarks people say.

What stands in haiti.csv comes with Akeyi; a site may say more, or the places of another country (`akeyi places load`).
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from akeyi.journal.ids import dashed

FILE = Path(__file__).parent / "haiti.csv"
COLUMNS = ("adm2_pcode", "adm2_name", "adm1_pcode", "adm1_name")
# Other names, and landmarks that people name instead, with a bar between them.
ALSO = "also"
MOST_ALSO = 20


@dataclass(frozen=True)
class Place:
    """A department (`within` None) or a commune of one. `also`: other names and landmarks by which it is found."""

    code: str
    name: str
    within: str | None = None
    also: tuple[str, ...] = ()


class NotPlaces(ValueError):
    """A file holds no list of places; says why, and in which line."""


def read(text: str) -> list[Place]:
    """The places of a CSV file with the columns of COD-AB, each department before its communes; raises NotPlaces."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        raise NotPlaces(f"the first line must name these columns: {', '.join(missing)}")
    found: dict[str, Place] = {}
    for number, row in enumerate(rows, start=2):
        code, name, within, of = ((row[column] or "").strip() for column in COLUMNS)
        if not all((code, name, within, of)) or max(map(len, (code, name, within, of))) > 40:
            raise NotPlaces(f"line {number}: a code or a name is missing, or longer than 40 letters")
        if code in found or code == within:
            raise NotPlaces(f"line {number}: the code {code} stands there twice")
        also = [one.strip()[:40] for one in (row.get(ALSO) or "").split("|") if one.strip()]
        found.setdefault(within, Place(within, of))
        found[code] = Place(code, name, within, tuple(also[:MOST_ALSO]))
    if not found:
        raise NotPlaces("no place stands in this file")
    return list(found.values())


@cache
def built_in() -> dict[str, Place]:
    """The places that come with Akeyi, by code."""
    return {one.code: one for one in read(FILE.read_text(encoding="utf-8"))}


def id_of(site: str, code: str) -> str:
    """The record of a place: whoever says something of the same place at a site says it of the same record."""
    raw = bytearray(sha256(f"place:{site}:{code}".encode()).digest()[:16])
    raw[6] = raw[6] & 0x0F | 0x80  # version 8: made our own way
    raw[8] = raw[8] & 0x3F | 0x80
    return dashed(raw.hex())


def with_said(said: Iterable[Any]) -> dict[str, Place]:
    """The places in use by code: those that come with Akeyi, and what a site said of them and of others."""
    found = dict(built_in())
    for row in said:
        if not row.code:
            continue
        stood = found.pop(row.code, None)
        if row.is_active is False:
            continue
        also = tuple(row.also or ()) if row.also is not None else stood.also if stood else ()
        name = row.name or (stood.name if stood else row.code)
        found[row.code] = Place(row.code, name, row.within or (stood.within if stood else None), also)
    return dict(sorted(found.items()))
