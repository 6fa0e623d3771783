"""A marker for every field of every kind: something nobody says by chance, found again wherever it leaves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from akeyi.journal.declare import Kind

LETTERS = "bcdfghjkmnpqrtvw"
WORD = "Xzq"


@dataclass(frozen=True)
class Mark:
    """What stands in one field of one kind."""

    kind: str
    field: str
    text: str

    @property
    def pattern(self) -> str:
        if self.text.isdigit() and len(self.text) == 8:
            return rf"\b{self.text[:4]} ?{self.text[4:]}\b"  # the number of a card, as it is printed or kept
        if self.text.isdigit() and len(self.text) == 12:
            return rf"\b{self.text[:4]} ?{self.text[4:8]} ?{self.text[8:]}\b"  # the code of a receipt
        return rf"\b{re.escape(self.text)}\b" if self.text.isdigit() else re.escape(self.text)


@dataclass
class Marks:
    """All markers of one site, and what could not be marked: (kind, field) -> why."""

    made: list[Mark] = field(default_factory=list)
    unmarked: dict[tuple[str, str], str] = field(default_factory=dict)

    def word(self, kind: str, name: str) -> str:
        """Seven letters that are part of no word and of no other marker, capital first."""
        number, text = len(self.made), ""
        for _ in range(4):
            number, rest = divmod(number, len(LETTERS))
            text = LETTERS[rest] + text
        return self._made(kind, name, f"{WORD}{text}")

    def number(self, kind: str, name: str) -> int:
        """Six digits; rounded to fives they are another number."""
        return int(self._made(kind, name, str(700_002 + 790 * len(self.made))))

    def day(self, kind: str, name: str) -> date:
        days = sum(one.text.endswith("-07-19") for one in self.made)
        return date.fromisoformat(self._made(kind, name, date(1890 + days, 7, 19).isoformat()))

    def own(self, kind: str, name: str, text: str) -> str:
        """A value that is its own marker, since there is no other like it: a card, a hash, a secret."""
        return self._made(kind, name, text)

    def _made(self, kind: str, name: str, text: str) -> str:
        self.made.append(Mark(kind, name, text))
        return text

    def body(self, kind: Kind, /, **said: Any) -> dict[str, Any]:
        """A body of this kind with every field filled: as `said`, else with a marker wherever its type has room.

        A value in `said` is a marker too where it was made by one of the methods above.
        """
        schema = kind.body.model_json_schema()
        body = {}
        for name in kind.fields:
            if name in said:
                if not any(one.kind == kind.name and one.field == name for one in self.made):
                    self.unmarked.setdefault((kind.name, name), _why(schema["properties"][name], schema))
                body[name] = said[name]
            else:
                body[name] = self._value(kind.name, name, schema["properties"][name], schema.get("$defs", {}))
        return {name: value for name, value in body.items() if value is not None}

    def _value(self, kind: str, name: str, piece: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:
        piece = _plain(piece, defs)
        why = _why(piece, {"$defs": defs})
        match piece.get("type"):
            case "string" if "enum" not in piece and "const" not in piece:
                if piece.get("format") == "date":
                    return self.day(kind, name).isoformat()
                if "format" not in piece and "pattern" not in piece:
                    return self.word(kind, name)
            case "integer" if int(piece.get("maximum", 10**6)) >= 10**6:
                return self.number(kind, name)
            case "array":
                one = self._value(kind, name, piece["items"], defs)
                return [] if one is None else [one]
            case "object":
                return self._object(kind, name, piece, defs)
            case None if "enum" not in piece and "const" not in piece:
                return self.word(kind, name)
        self.unmarked.setdefault((kind, name), why)
        return _any(piece)

    def _object(self, kind: str, name: str, piece: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:
        if "properties" in piece:
            return {key: self._value(kind, name, one, defs) for key, one in piece["properties"].items()}
        keys = piece.get("propertyNames", {}).get("enum") or [self.word(kind, name)]
        values = piece.get("additionalProperties")
        return {key: self._value(kind, name, values if isinstance(values, dict) else {}, defs) for key in keys}


def _plain(piece: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    if "anyOf" in piece:
        piece = next(one for one in piece["anyOf"] if one.get("type") != "null")
    return _plain(defs[piece["$ref"].rsplit("/", 1)[1]], defs) if "$ref" in piece else piece


def _why(piece: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Why a field holds no marker of its own."""
    piece = _plain(piece, schema.get("$defs", {}))
    if "enum" in piece or "const" in piece:
        return "one of a few words"
    if piece.get("type") == "boolean":
        return "yes or no"
    if piece.get("type") == "integer":
        return "a small number"
    if piece.get("format") == "date-time":
        return "a moment"
    if str(piece.get("pattern", "")).startswith("^[0-9a-f]{8}-"):
        return "an id"
    if piece.get("type") == "array":
        return _why(piece["items"], schema)
    if piece.get("type") == "object":
        return "numbers by group"
    return "a word that must be a certain one"


def _any(piece: Mapping[str, Any]) -> Any:
    """Some value of a type that has no room for a marker."""
    if "enum" in piece or "const" in piece:
        return piece.get("const") or piece["enum"][0]
    match piece.get("type"):
        case "boolean":
            return True
        case "integer":
            return min(int(piece.get("maximum", 7)), max(int(piece.get("minimum", 7)), 7))
    return None


class Net:
    """Finds all markers in bytes at once."""

    def __init__(self, marks: list[Mark]) -> None:
        self._by_text = {one.text.casefold(): one for one in marks}
        # All words at once: one by one they would cost more than the pages.
        others = [one.pattern for one in marks if not one.text.startswith(WORD)]
        self._pattern = re.compile("|".join([f"{WORD}[{LETTERS}]{{4}}", *others]), re.IGNORECASE)

    def found(self, text: str) -> set[Mark]:
        hits = (hit.replace(" ", "").casefold() for hit in self._pattern.findall(text))
        return {self._by_text[hit] for hit in hits if hit in self._by_text}
