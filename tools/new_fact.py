"""Writes the skeleton of a new kind of fact: `make new-fact kind=assistance.blanket shape=entry`."""

import re
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ROOMS = Path("src/akeyi")
SHAPES = {"entry": "EntryRow", "revision": "RecordRow"}
BASE = re.compile(r"from akeyi\.journal\.models import ([\w, ]+)")

FACT = {
    "entry": '''"""{sentence}"""

{imports}


@entry("{kind}", version=1, into={row}, wall="reception", keep="person")
class {body}(Fact):
    note: Line

    example = {{"note": "an example"}}
''',
    "revision": '''"""{sentence}"""

{imports}


@revision("{kind}", version=1, into={row}, wall="reception", keep="person")
class {body}(Revision):
    note: Line | None = None

    example = {{"note": "an example"}}
''',
}
ROW = '''

class {row}({base}):
    """{sentence}"""

    note = models.CharField(max_length=200{null})
'''
TEST = '''"""{sentence}"""

import pytest

{imports}

pytestmark = pytest.mark.django_db


def test_it_works():
    tell(Saying({body}(note="an example"), site=a_site(), subject=new_id()))
    assert {row}.objects.get().note == "an example"
'''
TOLD_BY_TESTS = (
    "from akeyi.journal.ids import new_id",
    "from akeyi.journal.tell import Saying, tell",
    "from akeyi.testing.cast import a_site",
)
NEXT = """Now, in this order:
1. {fact}: one sentence that a caseworker understands, the fields, the wall, how long it is kept.
2. The same fields in {models}; then .venv/bin/akeyi makemigrations {room}
3. Its words in src/akeyi/office/history_words.py if it is about a person, in four languages.
4. make contracts, and .venv/bin/pytest {test} src/akeyi/journal/tests/test_every_kind.py"""


def problem(kind: str, shape: str, rooms: set[str], known: set[str]) -> str | None:
    """Why no such kind can begin; None where it can."""
    if shape not in SHAPES:
        return f"A fact is an {' or a '.join(SHAPES)}, not {shape!r}."
    if not re.fullmatch(r"[a-z]+\.[a-z][a-z_]*[a-z]", kind):
        return f"A kind is called room.what_was_told, in small letters; not {kind!r}."
    if kind.split(".")[0] not in rooms:
        return f"No room is called {kind.split('.')[0]}; there are {', '.join(sorted(rooms))}."
    if kind in known:
        return f"{kind} is known already. A kind is changed by a new version with an upcast."
    return None


def skeleton(kind: str, shape: str, models: str) -> dict[str, str]:
    """{path: text} of its fact, of the room's models with its table (`models`: as they are), and of its test."""
    room, name = kind.split(".")
    row = "".join(word.title() for word in name.split("_"))
    said = {
        "kind": kind,
        "room": room,
        "name": name,
        "row": row,
        "body": row + ("Told" if shape == "entry" else "Revised"),
        "base": SHAPES[shape],
        "null": "" if shape == "entry" else ", null=True",
        # Without an end, so that the tests ask for a sentence of somebody who knows what it is.
        "sentence": name.replace("_", " ").capitalize(),
    }
    own = f"from akeyi.{room}.models import {row}"
    declared = f"from akeyi.journal.declare import {'Fact, entry' if shape == 'entry' else 'Revision, revision'}"
    fact = [own, declared, "from akeyi.journal.terms import Line"]
    test = [own, f"from akeyi.{room}.facts.{name} import {said['body']}", *TOLD_BY_TESTS]
    at = ROOMS / room
    return {
        str(at / "facts" / f"{name}.py"): FACT[shape].format(**said, imports="\n".join(sorted(fact))),
        str(at / "models.py"): _importing(SHAPES[shape], models).rstrip() + "\n" + ROW.format(**said),
        str(at / "tests" / f"test_{name}.py"): TEST.format(**said, imports="\n".join(sorted(test))),
    }


def _importing(base: str, models: str) -> str:
    def with_base(line: re.Match[str]) -> str:
        names = sorted({base, *re.split(r",\s*", line[1])})
        return f"from akeyi.journal.models import {', '.join(names)}"

    return BASE.sub(with_base, models, count=1)


def main(kind: str = "", shape: str = "entry") -> int:
    rooms = {path.parent.name for path in (PROJECT / ROOMS).glob("*/facts") if path.parent.name != "journal"}
    known = {f"{path.parents[1].name}.{path.stem}" for path in (PROJECT / ROOMS).glob("*/facts/*.py")}
    wrong = problem(kind, shape, rooms, known)
    if wrong:
        print(wrong, file=sys.stderr)
        return 1
    room = kind.split(".")[0]
    files = skeleton(kind, shape, (PROJECT / ROOMS / room / "models.py").read_text())
    if any((PROJECT / path).exists() for path in files if not path.endswith("models.py")):
        print(f"A file of {kind} is there already.", file=sys.stderr)
        return 1
    for path, text in files.items():
        (PROJECT / path).parent.mkdir(exist_ok=True)
        (PROJECT / path).write_text(text)
    fact, models, test = files
    print(NEXT.format(fact=fact, models=models, test=test, room=room))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
