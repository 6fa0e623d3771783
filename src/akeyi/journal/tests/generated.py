"""Days that never were: facts of any kind from several wrong clocks, with voids, decisions and erasures among them.

One way to make them, two sources of chance: Hypothesis, which shrinks what fails, and a seed, which writes vectors.
"""

import random
import re
import re._constants as sre  # type: ignore[import-not-found]  # no stubs; public until Python 3.11
import re._parser as sre_parser  # type: ignore[import-not-found]
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from akeyi.journal.declare import Kind
from akeyi.journal.envelope import WireFact
from akeyi.journal.fold import is_erasable
from akeyi.journal.registry import KINDS
from akeyi.testing.facts import Device, an_id, without_body

T = TypeVar("T")
Schema = Mapping[str, Any]
# Accents, quotes, a right-to-left mark, an astral sign: what a name may hold and two languages may count differently.
LETTERS = "aZ09 éÑçł'\"\\/<&-\n\t\u202e\u00a0漢😀"
SITES = [an_id(0x510), an_id(0x511)]
ARRIVALS = [an_id(0xA0), an_id(0xA1), an_id(0xA2)]
SUBJECTS = [an_id(0x10), an_id(0x11), ARRIVALS[0]]
WORKERS = [None, an_id(0x30), an_id(0x31)]
AHEAD_MS = [0, -3 * 3_600_000, 7 * 60_000, 86_400_000]
# How a body of an older version was told, by kind and version, from today's.
OldBodies = Mapping[str, Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]]


class Chance(Protocol):
    """A source of chance."""

    def number(self, least: int, most: int) -> int: ...


class Seeded:
    """Chance that is the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def number(self, least: int, most: int) -> int:
        return self.random.randint(least, most)


class Drawn:
    """Chance drawn by Hypothesis."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self.draw = draw

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))


def pick(chance: Chance, among: Sequence[T]) -> T:
    return among[chance.number(0, len(among) - 1)]


def happens(chance: Chance, times_in_100: int) -> bool:
    return chance.number(1, 100) <= times_in_100


def facts(chance: Chance, about: Sequence[str] = (), old: OldBodies | None = None) -> list[WireFact]:
    """3 to 12 facts told by 3 or 4 devices about few subjects; the kinds of `about` are among them."""
    return Day(chance, about, old or {}).told()


@st.composite
def days(draw: Any, about: Sequence[str] = (), old: OldBodies | None = None) -> list[WireFact]:
    """Days for Hypothesis."""
    return facts(Drawn(draw), about, old)


class Day:
    """What is going on while facts are told."""

    def __init__(self, chance: Chance, about: Sequence[str], old: OldBodies) -> None:
        ordinary = sorted(name for name, kind in KINDS.items() if not kind.is_of_the_journal)
        self.chance = chance
        self.old = old
        # Few kinds and subjects, so that facts meet.
        self.kinds = [*(list(about) or [pick(chance, ordinary)]) * 2, pick(chance, ordinary)]
        self.devices = [Device(number, AHEAD_MS[number]) for number in range(chance.number(3, 4))]
        self.all: list[WireFact] = []
        self.named: list[WireFact] = []

    def told(self) -> list[WireFact]:
        for turn in range(self.chance.number(3, 12)):
            # The first three facts come from three makers.
            device = self.devices[turn] if turn < 3 else pick(self.chance, self.devices)
            if self.all and happens(self.chance, 25):
                device.hears(max(fact.clock for fact in self.all))
            self.all.append(self._one(device, must_tell=turn < 2))
        return self._as_neighbours_have_it()

    def _one(self, device: Device, must_tell: bool) -> WireFact:
        what = 1 if must_tell else self.chance.number(1, 100)
        if what <= 50:
            return self._tell(device)
        if what <= 66:
            return self._void(device)
        if what <= 82:
            return self._decide(device)
        if what <= 92:
            earlier = pick(self.chance, self.all)
            return device.erases(earlier.subject, earlier.wall, **self._when())
        if what <= 96:
            return device.tells("screening.colour", {"colour": "red"}, wall="triage", **self._envelope())
        kind = KINDS[pick(self.chance, self.kinds)]
        return device.tells(kind.name, {"unheard_of": 1}, version=kind.version + 1, **self._envelope())

    def _tell(self, device: Device) -> WireFact:
        kind = KINDS[pick(self.chance, self.kinds)]
        body = a_body(self.chance, kind)
        version = kind.version
        while version > 1 and version - 1 in self.old.get(kind.name, {}) and happens(self.chance, 50):
            version -= 1
            body = self.old[kind.name][version](body)
        envelope = self._envelope()
        if kind.shape == "revision":
            earlier = [fact.id for fact in self.all if (fact.kind, fact.subject) == (kind.name, envelope["subject"])]
            fields = [*body, pick(self.chance, kind.fields)]
            body["saw"] = {
                name: [one for one in earlier if happens(self.chance, 50)]
                for name in fields
                if earlier and happens(self.chance, 70)
            }
        return device.tells(kind.name, body, version=version, **envelope)

    def _void(self, device: Device) -> WireFact:
        target = pick(self.chance, self.all)
        about: dict[str, Any] = {"wall": "assistance" if happens(self.chance, 15) else target.wall}
        if happens(self.chance, 10):  # something nobody has heard of
            return device.tells("journal.void", {"target": an_id(0xFFFF)}, subject=target.subject, **about)
        return device.voids(target, **(about | self._when()))

    def _decide(self, device: Device) -> WireFact:
        # Often about what was decided on before, and others decide otherwise.
        among = self.named if self.named and happens(self.chance, 60) else self.all
        if happens(self.chance, 80):  # decisions about decisions are rarer
            among = [fact for fact in among if not fact.kind.startswith("journal.")] or among
        named = {fact.id: fact for fact in (pick(self.chance, among) for _ in range(self.chance.number(1, 3)))}
        self.named += named.values()
        return device.decides(pick(self.chance, ["refused", "taken_in"]), *named.values(), **self._when())

    def _when(self) -> dict[str, Any]:
        # Often the same millisecond on two devices, so that ids must break the tie.
        return {"after_ms": pick(self.chance, [0, 0, 1, 60_000]), "worker": pick(self.chance, WORKERS)}

    def _envelope(self) -> dict[str, Any]:
        arrivals = [one for one in ARRIVALS if happens(self.chance, 25)]
        subject = pick(self.chance, SUBJECTS)
        return self._when() | {"site": pick(self.chance, SITES), "arrivals": arrivals, "subject": subject}

    def _as_neighbours_have_it(self) -> list[WireFact]:
        """Some hear of an erasure after their neighbour did: what was erased comes without its body."""
        erased = {(fact.subject, fact.wall) for fact in self.all if fact.kind == "journal.erase"}
        if not erased or happens(self.chance, 70):
            return self.all
        gone = [(fact.subject, fact.wall) in erased and is_erasable(fact.kind) for fact in self.all]
        return [without_body(fact) if is_gone else fact for fact, is_gone in zip(self.all, gone, strict=True)]


def a_body(chance: Chance, kind: Kind) -> dict[str, Any]:
    """A valid body of a kind: any of its fields, with any value they may have."""
    schema = _schema(kind.name)
    required = set(schema.get("required", []))
    names = [name for name in kind.fields if name in required or happens(chance, 40)]
    return {name: a_value(chance, schema["properties"][name], schema.get("$defs", {})) for name in names}


@cache
def _schema(kind: str) -> Schema:
    return KINDS[kind].body.model_json_schema()


def a_value(chance: Chance, schema: Schema, defs: Mapping[str, Schema]) -> Any:
    """Any value that a JSON Schema, as pydantic writes it, allows."""
    if "$ref" in schema:
        return a_value(chance, defs[schema["$ref"].rsplit("/", 1)[1]], defs)
    if "anyOf" in schema:
        return a_value(chance, pick(chance, schema["anyOf"]), defs)
    if "enum" in schema or "const" in schema:
        return pick(chance, schema.get("enum") or [schema["const"]])
    match schema.get("type"):
        case "null":
            return None
        case "boolean":
            return happens(chance, 50)
        case "integer":
            return _an_integer(chance, schema)
        case "string":
            return _a_text(chance, schema)
        case "array":
            return [a_value(chance, schema["items"], defs) for _ in range(chance.number(schema.get("minItems", 0), 2))]
        case "object":
            return _an_object(chance, schema, defs)
        case None:
            return pick(chance, [None, True, 7, 0.5, "ò", [1, "a"], {"a": {"b": None}}])
    raise NotImplementedError(schema)


def _an_integer(chance: Chance, schema: Schema) -> int:
    least, most = int(schema.get("minimum", -1000)), int(schema.get("maximum", 2**53 - 1))
    return pick(chance, [least, most, min(least + 1, most), chance.number(least, most)])


def _a_text(chance: Chance, schema: Schema) -> str:
    if schema.get("format") == "date":
        return (date(1930, 1, 1) + timedelta(days=chance.number(0, 40_000))).isoformat()
    if schema.get("format") == "date-time":
        day = (date(2021, 9, 19) + timedelta(days=chance.number(0, 30))).isoformat()
        return f"{day}T{chance.number(0, 23):02d}:{chance.number(0, 59):02d}:00{pick(chance, ['', '.250000'])}Z"
    if "pattern" in schema:
        if schema["pattern"].startswith("^[0-9a-f]{8}-"):
            return pick(chance, [*SUBJECTS, *ARRIVALS])
        return _matching(chance, sre_parser.parse(schema["pattern"], re.ASCII))
    length = chance.number(schema.get("minLength", 0), min(schema.get("maxLength", 12), 12))
    if happens(chance, 3):
        length = schema.get("maxLength", 12)
    return "".join(pick(chance, LETTERS) for _ in range(length))


def _an_object(chance: Chance, schema: Schema, defs: Mapping[str, Schema]) -> dict[str, Any]:
    if "properties" in schema:
        return {name: a_value(chance, one, defs) for name, one in schema["properties"].items()}
    names = schema.get("propertyNames", {}).get("enum") or ["site", "a", "ò"]
    values = schema.get("additionalProperties", {})
    for pattern, of in schema.get("patternProperties", {}).items():
        names = list({_a_text(chance, {"pattern": pattern}): True for _ in range(2)})
        values = of
    chosen = [name for name in names if happens(chance, 40)]
    return {name: a_value(chance, values if isinstance(values, dict) else {}, defs) for name in chosen}


def _matching(chance: Chance, pattern: Any) -> str:
    """A text that matches a parsed pattern of the simple kind that bodies use."""
    text = ""
    for what, of in pattern:
        if what is sre.LITERAL:
            text += chr(of)
        elif what is sre.IN:
            text += pick(chance, [sign for part in of for sign in _signs(*part)])
        elif what is sre.MAX_REPEAT:
            least, most, inner = of
            text += "".join(_matching(chance, inner) for _ in range(chance.number(least, min(most, least + 3))))
        elif what is sre.SUBPATTERN:
            text += _matching(chance, of[-1])
        elif what is not sre.AT:
            raise NotImplementedError(what)
    return text


def _signs(what: Any, of: Any) -> str:
    if what is sre.RANGE:
        return "".join(map(chr, range(of[0], of[1] + 1)))
    return "0123456789" if what is sre.CATEGORY else chr(of)
