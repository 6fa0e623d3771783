"""Compares a later list of the same arrival with the one before: who was added, dropped, changed."""

from typing import Any

from .words import fold

FIELDS = (
    *("family_name", "given_names", "sex", "birth_date", "age", "nationality", "document_number", "family_group"),
)
Line = dict[str, Any]


def compare(old_lines: list[Line], new_lines: list[Line]) -> dict[str, list[Any]]:
    """`added` and `dropped` are lines; `changed` has `old`, `new` and the `fields` that differ, each with both values."""
    left = list(old_lines)
    changed: list[dict[str, Any]] = []
    added: list[Line] = []
    pairs: dict[int, Line] = {}
    # The surest ties first, over the whole list: a document, then name and birth, then the name alone.
    for key in (_document, _name_and_birth, _name_and_age, _name):
        for place, new in enumerate(new_lines):
            wanted = key(new)
            if place in pairs or wanted is None:
                continue
            same = [old for old in left if key(old) == wanted]
            # A name that several share ties nobody.
            if len(same) == 1 or (same and key is not _name):
                pairs[place] = same[0]
                left.remove(same[0])
    for place, new in enumerate(new_lines):
        found = pairs.get(place)
        if found is None:
            added.append(new)
            continue
        fields = {name: [found.get(name), new.get(name)] for name in FIELDS if found.get(name) != new.get(name)}
        if fields:
            changed.append({"old": found, "new": new, "fields": fields})
    return {"added": added, "dropped": left, "changed": changed}


def _folded_name(line: Line) -> str:
    return " ".join(sorted(fold(f"{line.get('family_name') or ''} {line.get('given_names') or ''}").split()))


def _document(line: Line) -> object:
    return fold(line.get("document_number") or "").replace(" ", "") or None


def _name_and_birth(line: Line) -> object:
    return (_folded_name(line), line["birth_date"]) if _folded_name(line) and line.get("birth_date") else None


def _name_and_age(line: Line) -> object:
    return (_folded_name(line), line["age"]) if _folded_name(line) and line.get("age") is not None else None


def _name(line: Line) -> object:
    return _folded_name(line) or None
