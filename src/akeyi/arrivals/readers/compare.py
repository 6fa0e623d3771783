"""Compares a later list of the same arrival with the one before: who was added, dropped, changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from .words import fold

FIELDS = (
    *("family_name", "given_names", "sex", "birth_date", "age", "nationality", "document_number", "family_group"),
)
Line = Mapping[str, Any]


def pair(old_lines: Sequence[Line], new_lines: Sequence[Line]) -> dict[int, int]:
    """{place of a new line: place of the old line that surely means the same person}."""
    pairs: dict[int, int] = {}
    left = dict(enumerate(old_lines))
    # The surest ties first, over the whole list: all alike, a document, name and birth, the name alone.
    for key in (_whole, _document, _name_and_birth, _name_and_age, _name):
        by_key: dict[object, list[int]] = defaultdict(list)
        for place, old in left.items():
            by_key[key(old)].append(place)
        for place, new in enumerate(new_lines):
            wanted = None if place in pairs else key(new)
            same = by_key[wanted] if wanted is not None else []
            # A name that several share ties nobody.
            if len(same) == 1 or (same and key is not _name):
                pairs[place] = same.pop(0)
                del left[pairs[place]]
    return pairs


def compare(old_lines: Sequence[Line], new_lines: Sequence[Line]) -> dict[str, list[Any]]:
    """`added` and `dropped` are lines; `changed` has `old`, `new`, and `fields` that differ with both values."""
    pairs = pair(old_lines, new_lines)
    changed: list[dict[str, Any]] = []
    for place, found in sorted(pairs.items()):
        old, new = old_lines[found], new_lines[place]
        fields = {name: [old.get(name), new.get(name)] for name in FIELDS if old.get(name) != new.get(name)}
        if fields:
            changed.append({"old": old, "new": new, "fields": fields})
    kept = set(pairs.values())
    return {
        "added": [new for place, new in enumerate(new_lines) if place not in pairs],
        "dropped": [old for place, old in enumerate(old_lines) if place not in kept],
        "changed": changed,
    }


def _folded_name(line: Line) -> str:
    return " ".join(sorted(fold(f"{line.get('family_name') or ''} {line.get('given_names') or ''}").split()))


def _whole(line: Line) -> object:
    return tuple(line.get(name) for name in FIELDS)


def _document(line: Line) -> object:
    return fold(line.get("document_number") or "").replace(" ", "") or None


def _name_and_birth(line: Line) -> object:
    return (_folded_name(line), line["birth_date"]) if _folded_name(line) and line.get("birth_date") else None


def _name_and_age(line: Line) -> object:
    return (_folded_name(line), line["age"]) if _folded_name(line) and line.get("age") is not None else None


def _name(line: Line) -> object:
    return _folded_name(line) or None
