"""What docs/walls.md says, as the test reads it. Whatever is not understood is a mistake in it."""

import re
from functools import cache
from pathlib import Path

WALLS = Path(__file__).resolve().parents[2] / "docs" / "walls.md"
SIGNS = frozenset("RNCOWT–")
HALL = (
    "manager", "clerk", "cash", "last_word", "triage", "health", "child_protection", "protection", "safety"
)  # fmt: skip
GROUPS = {
    "hall": HALL,
    "figures": (*HALL, "audit", "information", "statistics", "head_of_mission"),
    "children": ("manager", "child_protection"),
    "accounts": ("manager", "administrator"),
    "holders": ("manager", "cash", "triage", "health", "child_protection", "protection", "last_word"),
}


@cache
def tables() -> list[list[list[str]]]:
    """Every table of the page: rows of cells, its heading first."""
    found: list[list[list[str]]] = [[]]
    for line in WALLS.read_text().splitlines():
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not set("".join(cells)) <= set("-"):
                found[-1].append(cells)
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


@cache
def cells() -> dict[tuple[str, str], frozenset[str]]:
    """(role, kind) -> its signs; none for `–`."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for table in tables():
        heading, *rows = table
        if heading[0] != "kind" or heading[1:] == ["doors"]:
            continue
        for kind, *signs in rows:
            assert len(signs) == len(heading) - 1, f"{kind}: a cell for every role"
            for role, sign in zip(heading[1:], signs, strict=True):
                assert sign and set(sign) <= SIGNS, f"{kind}, {role}: {sign!r} means nothing"
                assert (role, kind) not in found, f"{kind} has two rows"
                found[role, kind] = frozenset(sign) - {"–"}
    return found


@cache
def doors() -> dict[str, frozenset[str] | None]:
    """Address -> the roles that open it; None: anybody, everybody about themselves, or a tablet."""
    found: dict[str, frozenset[str] | None] = {}
    [table] = [table for table in tables() if table[0] == ["door", "who opens it"]]
    from akeyi.access.walls import ROLES

    for name, who in table[1:]:
        assert name not in found, f"{name} has two rows"
        if who.startswith(("anybody", "an enrolled tablet", "signed in")):
            found[name] = None
            continue
        words = re.findall(r"\w+", re.sub(r", who .*", "", who))
        roles: set[str] = set()
        for word in words:
            if word == "and":
                continue
            assert word in GROUPS or word in ROLES, f"{name}: nobody is called {word}"
            roles |= set(GROUPS.get(word, (word,)))
        found[name] = frozenset(roles)
    return found


@cache
def seen_at() -> dict[str, frozenset[str]]:
    """Kind -> the doors at which it is seen."""
    [table] = [table for table in tables() if table[0] == ["kind", "doors"]]
    return {kind: frozenset(re.findall(r"[\w./-]+", doors)) - {"–"} for kind, doors in table[1:]}
