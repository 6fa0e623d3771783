"""What a sheet of workers says, row by row: who would be added, and who would not and why."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from akeyi.access.facts.organisation import OrganisationKind
from akeyi.access.pages.workers import ROLE_WORDS
from akeyi.access.walls import in_force
from akeyi.arrivals.readers import Plain
from akeyi.errors import AkeyiError, Kind
from akeyi.errors import workers as why
from akeyi.errors.office import ROLE_NOT_FOR_STATE

from .workers_words import column, key, languages, roles

# Every new one gets a PIN, and making one takes a tenth of a second by intention.
MOST_AT_ONCE = 200
LONGEST_NAME, LONGEST_ORGANISATION = 40, 100
_LAST_HEADER_ROW = 40


@dataclass
class Row:
    """One row of the file. `stops`: why it is not taken in; `notes`: what of it is left out."""

    number: int
    sheet: str
    name: str
    organisation: str
    roles: list[str]
    languages: list[str]
    is_organisation_new: bool = False
    stops: list[AkeyiError] = field(default_factory=list)
    notes: list[AkeyiError] = field(default_factory=list)


@dataclass
class Understood:
    """`unknown`: organisations that are not known yet, as the file writes them, in its order."""

    rows: list[Row] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    columns_left: list[str] = field(default_factory=list)
    sheets_left: list[str] = field(default_factory=list)

    @property
    def added(self) -> list[Row]:
        return [row for row in self.rows if not row.stops]

    @property
    def digest(self) -> str:
        """Changes with whatever would be added."""
        said = [[row.name, row.organisation, row.is_organisation_new, row.roles, row.languages] for row in self.added]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@dataclass
class Known:
    """Who works at the site, and whose people. `people`: by key of their name, whether they still work here.

    `organisations`: as the queries give them. `made`: by key of its name, what an unknown organisation is.
    """

    people: Mapping[str, bool]
    organisations: list[dict[str, Any]]
    made: Mapping[str, OrganisationKind]


def understand(sheets: list[Plain], known: Known) -> Understood:
    """Raises AkeyiError where no sheet has the columns, or where too many would be added."""
    found = Understood()
    of = {key(one["name"]): one for one in known.organisations}
    seen: dict[str, int] = {}
    for sheet in sheets:
        header = _header(sheet)
        if header is None:
            found.sheets_left.append(sheet.name)
            continue
        at, columns = header
        titles = sheet.rows[at]
        found.columns_left += [" ".join(title.split()) for title in titles if title.strip() and not column(title)]
        for number, cells in enumerate(sheet.rows[at + 1 :], at + 2):
            if not any(cell.strip() for cell in cells):
                continue
            said = {what: cells[place] if place < len(cells) else "" for what, place in columns.items()}
            found.rows.append(_row(number, sheet.name, said, known, of, seen, found.unknown))
    if len(found.sheets_left) == len(sheets):
        raise AkeyiError(why.NO_COLUMNS_OF_WORKERS)
    if len(found.added) > MOST_AT_ONCE:
        raise AkeyiError(why.TOO_MANY_WORKERS, most=MOST_AT_ONCE)
    return found


def _header(sheet: Plain) -> tuple[int, dict[str, int]] | None:
    for at, row in enumerate(sheet.rows[:_LAST_HEADER_ROW]):
        columns: dict[str, int] = {}
        for place, title in enumerate(row):
            if what := column(title):
                columns.setdefault(what, place)
        if {"name", "roles"} <= set(columns):
            return at, columns
    return None


def _row(
    number: int,
    sheet: str,
    said: Mapping[str, str],
    known: Known,
    of: Mapping[str, dict[str, Any]],
    seen: dict[str, int],
    unknown: list[str],
) -> Row:
    name, organisation = (" ".join(said.get(what, "").split()) for what in ("name", "organisation"))
    held, strange = roles(said.get("roles", ""))
    spoken, foreign = languages(said.get("languages", ""))
    row = Row(number, sheet, name, organisation, held, spoken)
    row.stops += _about_the_name(name, number, known, seen)
    row.stops += [AkeyiError(why.ROLE_UNKNOWN, words=", ".join(strange))] if strange else []
    row.stops += [] if held or strange else [AkeyiError(why.NO_ROLE)]
    kind = _kind(row, known, of, unknown)
    if kind == "state" and (refused := set(held) - set(in_force(held, is_of_state=True))):
        words = ", ".join(str(ROLE_WORDS[role]) for role in held if role in refused)
        row.stops.append(AkeyiError(ROLE_NOT_FOR_STATE, roles=words))
    row.notes += [AkeyiError(why.LANGUAGE_UNKNOWN, words=", ".join(foreign))] if foreign else []
    return row


def _about_the_name(name: str, number: int, known: Known, seen: dict[str, int]) -> list[AkeyiError]:
    if not name:
        return [AkeyiError(why.WORKER_WITHOUT_NAME)]
    if len(name) > LONGEST_NAME:
        return [AkeyiError(why.NAME_TOO_LONG, most=LONGEST_NAME)]
    if (same := key(name)) in known.people:
        kind: Kind = why.WORKS_HERE_ALREADY if known.people[same] else why.WORKED_HERE_BEFORE
        return [AkeyiError(kind)]
    if same in seen:
        return [AkeyiError(why.TWICE_IN_THE_FILE, row=seen[same])]
    seen[same] = number
    return []


def _kind(row: Row, known: Known, of: Mapping[str, dict[str, Any]], unknown: list[str]) -> str | None:
    """What a row's organisation is; one that is known is called as it is called here."""
    if not row.organisation:
        return None
    if len(row.organisation) > LONGEST_ORGANISATION:
        row.stops.append(AkeyiError(why.NAME_TOO_LONG, most=LONGEST_ORGANISATION))
        return None
    same = key(row.organisation)
    if one := of.get(same):
        row.organisation = one["name"]
        if not one["is_active"]:
            row.stops.append(AkeyiError(why.ORGANISATION_HAS_LEFT))
        return str(one["kind"])
    first = next((name for name in unknown if key(name) == same), None)
    if first is None:
        unknown.append(row.organisation)
    row.organisation = first or row.organisation
    row.is_organisation_new = True
    if same not in known.made:
        row.stops.append(AkeyiError(why.ORGANISATION_UNKNOWN))
    return known.made.get(same)
