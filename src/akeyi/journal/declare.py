"""How a kind of fact is said once: its body, its wall, how long it is kept, and the table it adds up to."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from .envelope import WireFact

WALLS = (
    "reception",
    "assistance",
    "cash",
    "triage",
    "health",
    "child",
    "protection",
    "safety",
    "office",
    "sealed",
)
# Bodies behind these walls, and every table they add up to, are sealed at rest (sealing.py).
SEALED_AT_REST = frozenset({"health", "child", "protection", "sealed"})
Shape = Literal["entry", "revision"]
# ledger: figures need it for ever, so it holds no personal field; person: goes with the person.
Keep = Literal["ledger", "person"]

Upcast = Callable[[dict[str, Any]], dict[str, Any]]


class NotUnderstood(Exception):
    """A kind, version or body that this server does not know (yet)."""


class Fact(BaseModel):
    """The body of one fact."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    declared: ClassVar["Kind"]
    example: ClassVar[dict[str, Any]] = {}
    upcasts: ClassVar[dict[int, Upcast]]

    @classmethod
    def upcast(cls, version: int) -> Callable[[Upcast], Upcast]:
        """Declares how a body of `version` becomes one of the next version."""

        def keep(step: Upcast) -> Upcast:
            cls.upcasts[version] = step
            return step

        return keep

    @classmethod
    def understand(cls, version: int, body: str) -> Self:
        """The body as told, in today's version; raises NotUnderstood."""
        try:
            # Strict: the desk takes a body as it stands, so "12" must not become 12 here.
            if version == cls.declared.version:
                return cls.model_validate_json(body, strict=True)
            told = json.loads(body)
            for step in range(version, cls.declared.version):
                told = cls.upcasts[step](told)
            if version > cls.declared.version:
                raise NotUnderstood("newer version")
            return cls.model_validate_json(json.dumps(told), strict=True)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
            raise NotUnderstood(type(wrong).__name__) from None

    def told(self) -> dict[str, Any]:
        """The fields as they are said: what was set, and defaults too, since a neighbour need not know them."""
        plain = self.model_dump(mode="json")
        return {name: value for name, value in plain.items() if value is not None or name in self.model_fields_set}


class Revision(Fact):
    """A body that sets some fields of a record; `saw` names, per field, the facts that this one has seen past."""

    saw: dict[str, list[str]] = Field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """The fields as they are said: those that were set, since the others are not told."""
        return self.model_dump(mode="json", exclude_unset=True)


@dataclass(frozen=True)
class Kind:
    """One kind of fact as declared. `wall` None: behind the wall of the fact it speaks of (envelope decides)."""

    name: str
    version: int
    shape: Shape
    wall: str | None
    keep: Keep
    into: Any
    body: type[Fact]
    # (facts understood) -> {(subject, arrival)}: whom facts of this kind bring into which arrival's streams.
    brings: Callable[[list["Understood"]], set[tuple[str, str]]] | None = None
    # Names of the roles that may say it, and no other; None: whoever writes behind its wall. The journal does not ask.
    told_by: frozenset[str] | None = None

    @cached_property
    def fields(self) -> list[str]:
        """The body's own fields, in their order."""
        return [name for name in self.body.model_fields if name != "saw"]

    @cached_property
    def is_of_the_journal(self) -> bool:
        return self.name.startswith("journal.")


@dataclass(slots=True)
class Understood:
    """An envelope with its kind, and its body as today's version."""

    envelope: WireFact
    kind: Kind
    body: Fact
    # The row of an entry, where it was worked out already.
    row: list[Any] | None = None


def entry(name: str, **options: Any) -> Callable[[type[Fact]], type[Fact]]:
    """Declares an event that is only added: one fact, one row of `into`."""
    return _declare(name, "entry", **options)


def revision(name: str, **options: Any) -> Callable[[type[Fact]], type[Fact]]:
    """Declares fields of a record that lives on: all facts of one subject, one row of `into`."""
    return _declare(name, "revision", **options)


def _declare(
    name: str,
    shape: Shape,
    *,
    version: int,
    into: Any,
    wall: str | None,
    keep: Keep,
    brings: Callable[[list[Understood]], set[tuple[str, str]]] | None = None,
    told_by: tuple[str, ...] | None = None,
) -> Callable[[type[Fact]], type[Fact]]:
    def declare(body: type[Fact]) -> type[Fact]:
        from . import registry

        if wall is not None and wall not in WALLS:
            raise ValueError(f"{name}: no wall is called {wall}")
        if (shape == "revision") != issubclass(body, Revision):
            raise ValueError(f"{name}: a revision, and only a revision, derives from Revision")
        body.upcasts = {}
        body.declared = Kind(
            name, version, shape, wall, keep, into, body, brings, None if told_by is None else frozenset(told_by)
        )
        registry.add(body.declared)
        return body

    return declare
