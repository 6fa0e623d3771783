"""Reads a list that others sent: what was understood, line by line and column by column, before anything is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from .duplicates import once_each
from .formats import Reader, reader_for
from .heads import Corrections
from .limits import LARGEST_FILE, MOST_LINES
from .lines import Line, Listed, Problem
from .meanings import BY_CODE
from .reasons import sentence
from .refusals import NotAList
from .sheet import Sheet
from .table import preview, understand


@dataclass
class Reading:
    """What one file says. `problems` hold codes and parameters: `reasons.sentence` says them in four languages."""

    format: str
    lines: list[dict[str, Any]]
    problems: list[dict[str, Any]]
    totals: dict[str, int | None]
    ignored_columns: list[str]
    columns: list[dict[str, Any]]
    segments: list[dict[str, Any]]
    about: dict[str, str]

    def as_dict(self) -> dict[str, Any]:
        return dict(vars(self))

    def said(self, language: str = "en") -> dict[str, Any]:
        """Lines, problems, totals and ignored columns, the problems as sentences."""
        return {
            "lines": self.lines,
            "problems": [
                {"row": problem["row"], "reason": sentence(problem["reason"], problem["parameters"], language)}
                for problem in self.problems
            ],
            "totals": self.totals,
            "ignored_columns": self.ignored_columns,
        }


def read_here(data: bytes, name: str, mapping: Mapping[str, Any] | None = None, today: date | None = None) -> Reading:
    """Reads a list in this very process, which `child.read_safely` does for files that nobody knows yet. Raises
    NotAList where there is none.

    `mapping` is what a person corrected in the preview: a column's key ("0:2", sheet and column) to a meaning of
    MEANINGS, and "0:header_row" to the row of the header (0: there is none). `today` tells births to come from past.
    """
    today = today or datetime.now(UTC).date()
    reader, content = content_of(data, name)
    if isinstance(content, Listed):
        return _reading(reader.name, [content], [], content.columns)
    return _of_sheets(reader.name, content, _corrections(mapping or {}), today)


def content_of(data: bytes, name: str) -> tuple[Reader, list[Sheet] | Listed]:
    """What is in a file, by whichever reader knows it; raises NotAList."""
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise NotAList("empty")
    if len(data) > LARGEST_FILE:
        raise NotAList("too_big", most=LARGEST_FILE // 2**20)
    reader = reader_for(data, name)
    return reader, reader.read(data)


def _corrections(mapping: Mapping[str, Any]) -> dict[int, Corrections]:
    found: dict[int, Corrections] = {}
    for key, value in mapping.items():
        sheet, _, what = key.partition(":")
        if not sheet.isdecimal() or not (what.isdecimal() or what == "header_row"):
            raise NotAList("wrong_mapping")
        one = found.setdefault(int(sheet), Corrections({}))
        if what == "header_row":
            one.header_row = int(value) if str(value).isdecimal() else None
        elif value in BY_CODE:
            one.columns[int(what)] = value
        else:
            raise NotAList("wrong_mapping")
    return found


def _of_sheets(format_name: str, sheets: list[Sheet], corrections: dict[int, Corrections], today: date) -> Reading:
    found: list[Listed] = []
    skipped: list[Problem] = []
    unsure: list[dict[str, Any]] = []
    filled = [number for number, sheet in enumerate(sheets) if sheet.rows]
    if not filled:
        raise NotAList("empty")
    for number in filled:
        sheet, corrected = sheets[number], corrections.get(number, Corrections({}))
        if sheet.is_hidden and not corrected.is_any:
            skipped.append(Problem(1, "sheet_is_hidden", {"name": sheet.name}, -1))
            continue
        listed = understand(sheet, number, corrected, today)
        if listed is None:
            unsure += preview(sheet, number)
            skipped.append(Problem(1, "sheet_is_no_list", {"name": sheet.name}, -1))
            continue
        for problem in listed.problems:
            problem.sheet = number
        found.append(listed)
    if not found:
        raise NotAList("no_header" if _looks_like_people(unsure) else "no_list", unsure)
    names = [sheet.name for sheet in sheets]
    is_several = len(found) > 1 or bool(skipped)
    return _reading(format_name, found, skipped, [], names if is_several else [])


def _looks_like_people(columns: list[dict[str, Any]]) -> bool:
    return len(columns) > 1


def _reading(
    format_name: str,
    found: list[Listed],
    skipped: list[Problem],
    columns: list[dict[str, Any]],
    sheet_names: list[str] | None = None,
) -> Reading:
    lines: list[Line] = [line for listed in found for line in listed.lines]
    if len(lines) > MOST_LINES:
        raise NotAList("too_many_lines", most=MOST_LINES)
    problems = [problem for listed in found for problem in listed.problems]
    kept, repeated = once_each(lines, _stated(found, len(lines)))
    problems += repeated
    if not lines:
        raise NotAList("no_people", [column for listed in found for column in listed.columns])
    problems += _totals_that_differ(found, kept)
    problems = sorted(problems, key=lambda problem: (problem.sheet, problem.row)) + skipped
    names = sheet_names or []
    return Reading(
        format=format_name,
        lines=[line.as_dict(place) for place, line in enumerate(kept, 1)],
        problems=[_as_dict(problem, names) for problem in _once(problems)],
        totals={"stated": _stated(found, len(kept)), "read": len(kept)},
        ignored_columns=list(dict.fromkeys(title for listed in found for title in listed.ignored)),
        columns=columns or [column for listed in found for column in listed.columns],
        segments=[segment for listed in found for segment in listed.segments],
        about={what: said for listed in reversed(found) for what, said in listed.about.items()},
    )


def _as_dict(problem: Problem, names: list[str]) -> dict[str, Any]:
    parameters = dict(problem.parameters)
    of_sheet = parameters.pop("of_sheet", problem.sheet)
    if names and problem.sheet >= 0:
        parameters["sheet"] = names[problem.sheet]
        if of_sheet != problem.sheet:
            parameters["row"] = f"{parameters['row']} ({names[of_sheet]})"
    return {"row": problem.row, "reason": problem.code, "parameters": parameters}


def _once(problems: list[Problem]) -> list[Problem]:
    seen: set[tuple[int, int, str, str]] = set()
    kept = []
    for problem in problems:
        key = (problem.sheet, problem.row, problem.code, str(problem.parameters))
        if key not in seen:
            seen.add(key)
            kept.append(problem)
    return kept


def _totals_that_differ(found: list[Listed], kept: list[Line]) -> list[Problem]:
    """Each sheet's own total against its own lines; or against all of them where only one sheet has a total."""
    problems = []
    for listed in found:
        if listed.stated is None:
            continue
        own = {id(line) for line in listed.lines}
        read = sum(id(line) in own for line in kept)
        is_alone = sum(other.stated is not None for other in found) == 1
        if listed.stated != read and not (is_alone and listed.stated == len(kept)):
            sheet = listed.lines[0].sheet if listed.lines else 0
            problems.append(Problem(listed.stated_row, "totals_differ", {"stated": listed.stated, "read": read}, sheet))
    return problems


def _stated(found: list[Listed], read: int) -> int | None:
    stated = [listed.stated for listed in found if listed.stated is not None]
    if not stated:
        return None
    if len(stated) == len(found) or sum(stated) == read:
        return sum(stated)
    # A total that speaks of one sheet among several says nothing of them all.
    return stated[0] if len(stated) == 1 and all(listed.stated != len(listed.lines) for listed in found) else None
