"""Finds the same person twice on a list: kept once where it is sure, kept twice and said where it is not."""

from .lines import Line, Problem
from .words import fold


def once_each(lines: list[Line], stated: int | None = None) -> tuple[list[Line], list[Problem]]:
    """The lines without repetitions, and a problem for every repetition that names the first row. Where the list itself
    says as many people as it has lines (`stated`), only a document makes two lines one person."""
    is_confirmed = stated == len(lines)
    kept: list[Line] = []
    problems: list[Problem] = []
    by_document: dict[str, Line] = {}
    by_name: dict[str, list[Line]] = {}
    for line in lines:
        document, name = _document(line), _name(line)
        first = by_document.get(document) if document else None
        others = [other for other in by_name.get(name, []) if name]
        if first is None:
            first = None if is_confirmed else next((other for other in others if _is_same(other, line)), None)
            if first is not None:
                problems.append(_problem(line, "same_person", first))
                continue
        elif _one_name(_name(first), name) and not _differ(first.birth_date, line.birth_date):
            problems.append(_problem(line, "same_person", first))
            continue
        else:
            problems.append(_problem(line, "same_document", first))
        doubtful = next((other for other in others if first is None and _may_be_same(other, line)), None)
        if doubtful is not None:
            problems.append(_problem(line, "maybe_same_person", doubtful))
        kept.append(line)
        if document:
            by_document.setdefault(document, line)
        if name:
            by_name.setdefault(name, []).append(line)
    return kept, problems


def _problem(line: Line, code: str, first: Line) -> Problem:
    return Problem(line.row, code, {"row": first.row, "of_sheet": first.sheet}, line.sheet)


def _document(line: Line) -> str:
    return fold(line.document_number or "").replace(" ", "")


def _name(line: Line) -> str:
    """All words of the name in one order: PIERRE Rose and Rose Pierre are one."""
    return " ".join(sorted(fold(f"{line.family_name or ''} {line.given_names or ''}").split()))


def _one_name(one: str, other: str) -> bool:
    return (
        not one
        or not other
        or one == other
        or set(one.split()) <= set(other.split())
        or set(other.split()) <= set(one.split())
    )


def _differ(one: object, other: object) -> bool:
    """Missing is no evidence: only two values can differ."""
    return one is not None and other is not None and one != other


def _sexes_differ(one: Line, other: Line) -> bool:
    return "unknown" not in (one.sex, other.sex) and one.sex != other.sex


def _conflict(one: Line, other: Line) -> bool:
    return (
        _sexes_differ(one, other)
        or _differ(_document(one) or None, _document(other) or None)
        or _differ(one.birth_date, other.birth_date)
        or _differ(one.age, other.age)
    )


def _is_same(one: Line, other: Line) -> bool:
    """A name and an age are shared by many; a name and a day of birth are not."""
    return bool(one.birth_date and other.birth_date) and not _conflict(one, other)


def _may_be_same(one: Line, other: Line) -> bool:
    return not _conflict(one, other)
