"""The house stays as its plan says: the map is whole, rooms ask each other at the door, locks hold what is imported."""

import ast
import os
import re
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
SOURCE = PROJECT / "src" / "akeyi"
# Furniture that every room has, and folders that hold one thing each: the map explains them once.
FURNITURE = {
    "facts",
    "pages",
    "templates",
    "templatetags",
    "static",
    "migrations",
    "management",
    "tests",
    "testing",
    "locale",
}
HOLD_ONE_THING_EACH = {
    "contracts/examples",
    "desk/public",
    "desk/src/stations",
    "tests/journeys",
    "tests/bench",
    "src/akeyi/locale",
}
DOMAIN_ROOMS = {
    "arrivals",
    "people",
    "children",
    "screening",
    "assistance",
    "referrals",
    "onward",
    "safety",
    "feedback",
}
# What a room says to others: its queries, and the words its facts and pages are made of.
# `cards`: numbers that prove themselves, and paper.
DOORS = {"queries", "groups", "wording", "consents", "papers", "cards"}


CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache")
# What was installed, built or kept here, wherever it lies; and what only lies at the top.
MADE_HERE = {"node_modules", "dist", "dev-dist", "__pycache__", *CACHES}
MADE_AT_THE_TOP = {".git", ".venv", "var", "build"}


@cache
def files() -> list[Path]:
    """What is the project's own, asked of the folders: a copy without git, or of another owner, is tested too."""
    found = []
    for folder, inside, names in os.walk(PROJECT):
        here = Path(folder).relative_to(PROJECT)
        inside[:] = [
            name
            for name in inside
            if name not in MADE_HERE and not name.endswith(".egg-info") and (here.parts or name not in MADE_AT_THE_TOP)
        ]
        found += [here / name for name in names if here.parts or name not in MADE_AT_THE_TOP]
    return sorted(found)


def is_furniture(folder: Path) -> bool:
    inside_room = folder.parts[:2] == ("src", "akeyi") and bool(FURNITURE & set(folder.parts[3:]))
    inside_desk = folder.parts[:2] == ("desk", "src") and "testing" in folder.parts[3:]
    return inside_room or inside_desk or any(str(folder).startswith(f"{whole}/") for whole in HOLD_ONE_THING_EACH)


def test_the_map_names_every_folder_and_no_other():
    there = {parent for file in files() for parent in file.parents if parent.parts}
    shown = set(re.findall(r"^\| `([^`]+)` \| \S", (PROJECT / "docs" / "map.md").read_text(), re.MULTILINE))
    needed = {str(folder) for folder in there if not is_furniture(folder)} - {"src"}
    assert sorted(needed - shown) == [], "folders that docs/map.md does not name"
    assert sorted(shown - needed) == [], "folders that docs/map.md names and that are not there"


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(), str(file))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def modules() -> list[Path]:
    return [PROJECT / file for file in files() if file.suffix == ".py"]


def test_a_room_asks_another_through_its_queries_alone():
    past_the_door = []
    for file in modules():
        parts = file.relative_to(PROJECT).parts
        if parts[:2] != ("src", "akeyi") or parts[2] not in DOMAIN_ROOMS or "tests" in parts:
            continue
        for name in imports(file):
            words = name.split(".")
            is_other_room = words[0] == "akeyi" and len(words) > 2 and words[1] in DOMAIN_ROOMS - {parts[2]}
            if is_other_room and words[2] not in DOORS:
                past_the_door.append(f"{file.relative_to(PROJECT)} imports {name}")
    assert past_the_door == []


def test_no_page_reads_a_table_past_the_queries():
    """Queries take a viewer and ask what they may read; a page that reads a table itself forgets it one day."""
    past = []
    for file in modules():
        parts = file.relative_to(PROJECT).parts
        # Sites, workers and accounts are access's own, and access is who decides.
        if parts[:2] != ("src", "akeyi") or "pages" not in parts or "tests" in parts or parts[2] == "access":
            continue
        for node in ast.walk(ast.parse(file.read_text(), str(file))):
            if isinstance(node, ast.Attribute) and node.attr == "objects":
                past.append(f"{file.relative_to(PROJECT)} line {node.lineno}")
    assert past == []


# How a package is imported where it is not called the same.
CALLED = {
    "PIL": "pillow",
    "allauth": "django-allauth",
    "axes": "django-axes",
    "argon2": "argon2-cffi",
    "zxingcpp": "zxing-cpp",
}


def test_whatever_is_imported_is_locked():
    ours = {
        "akeyi",
        "tests",
        *(file.stem for file in modules() if file.relative_to(PROJECT).parts[0] in ("tools", "tests")),
    }
    locks = "".join((PROJECT / name).read_text() for name in ("requirements-dev.txt", "requirements-bench.txt"))
    locked = set(re.findall(r"^([a-z0-9-]+)==", locks, re.MULTILINE))
    used = {name.split(".")[0] for file in modules() for name in imports(file)} - set(sys.stdlib_module_names) - ours
    missing = {name for name in used if CALLED.get(name, name).replace("_", "-").lower() not in locked}
    assert missing == set()


def test_whatever_the_server_imports_is_no_tool_of_developers():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    runtime = {re.split(r"[\[<>=]", wish)[0] for wish in project["dependencies"]}
    server = [
        file
        for file in modules()
        if file.is_relative_to(SOURCE) and not {"tests", "testing"} & set(file.relative_to(SOURCE).parts)
    ]
    used = {name.split(".")[0] for file in server for name in imports(file)} - set(sys.stdlib_module_names) - {"akeyi"}
    assert {name for name in used if CALLED.get(name, name).replace("_", "-").lower() not in runtime} == set()


# Imported by nobody: named in the settings, or data that Python itself looks for.
NAMED_ONLY = {"django-htmx": "none (settings)", "tzdata": "none (data)"}
EVERYWHERE = {"django", "pydantic", "cryptography"}


def test_each_dependency_is_imported_in_the_one_room_that_the_record_names():
    record = (PROJECT / "docs" / "adr" / "0004-dependencies.md").read_text()
    room_of = dict(re.findall(r"^\| ([\w-]+) \| ([^|]+?) \|[^|]+\|[^|]*\|$", record, re.MULTILINE))
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    runtime = {re.split(r"[\[<>=]", wish)[0] for wish in project["dependencies"]}
    rooms: dict[str, set[str]] = {name: set() for name in runtime - EVERYWHERE}
    for file in modules():
        inside = file.relative_to(SOURCE).parts if file.is_relative_to(SOURCE) else ()
        if not inside or {"tests", "testing"} & set(inside):
            continue
        for name in imports(file):
            package = CALLED.get(top := name.split(".")[0], top).replace("_", "-").lower()
            if package in rooms:
                rooms[package].add(inside[0])
    assert {name: " ".join(sorted(found)) or NAMED_ONLY.get(name) for name, found in rooms.items()} == {
        name: room_of.get(name) for name in rooms
    }


LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt", "desk/package-lock.json"]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_registry(name):
    text = (PROJECT / name).read_text()
    assert not re.search(r'"resolved"|--(extra-)?index-url|--find-links|pypi\.|registry\.', text)


def test_every_page_of_the_docs_is_reached_from_another():
    pages = [file for file in files() if file.suffix == ".md" and file.parts[0] not in ("desk", "src", "tests")]
    reached = set()
    for page in pages:
        for link in re.findall(r"\]\(([^)#]+)", (PROJECT / page).read_text()):
            target = (PROJECT / page.parent / link).resolve()
            if not link.startswith(("http:", "https:")):
                reached |= {target, *(target.glob("*.md") if target.is_dir() else ())}
    lonely = [str(page) for page in pages if (PROJECT / page) not in reached]
    assert [page for page in lonely if page not in ("README.md", "CHANGELOG.md")] == []


def test_every_picture_stands_in_a_page():
    pages = "".join((PROJECT / file).read_text() for file in files() if file.suffix == ".md")
    pictures = [file for file in files() if file.suffix == ".png" and file.parts[0] == "docs"]
    assert pictures and [file.name for file in pictures if f"pictures/{file.name})" not in pages] == []


def test_every_command_and_every_setting_stands_in_the_docs():
    docs = "".join((PROJECT / file).read_text() for file in files() if file.parts[0] == "docs" and file.suffix == ".md")
    commands = {file.stem for file in modules() if file.parent.name == "commands" and file.stem != "__init__"}
    settings = set(re.findall(r"AKEYI_[A-Z_]+", (SOURCE / "settings.py").read_text()))
    assert len(commands) > 8 and len(settings) > 4
    assert sorted(name for name in commands if not re.search(rf"`akeyi {name}\b", docs)) == []
    assert sorted(name for name in settings if f"| `{name}` |" not in docs) == []
