"""Takes down one wall at a time in a copy of the code, and looks whether a test notices (`make mutate-walls`).

`tools/walls_to_take_down.py` is the list: one line each, and the test of the matrix or the journey that should see it
first. With each the program must still start and the demo still answer, so that it is a program and no wreck. Then that
test runs; where it sees nothing, the whole matrix (not with --first). Words after the command choose walls by their
name. `docs/security/mutate-walls.md` says what it means. Ends with one line: how many, and which nobody saw.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from walls_to_take_down import PROJECT, WALLS, Wall

GOAL = 60
PYTHON = str(PROJECT / ".venv/bin/python")
COPIED = ("src", "tests", "docs", "contracts", "tools", "pyproject.toml", "conftest.py", "README.md")
DESK, BUILT = "desk", "desk/dist"
# In memory where there is room: nothing here has to survive, and a disk is what a small machine has least of.
PLACE = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
MATRIX = "tests/walls"
AT_ONCE = int(os.environ.get("AKEYI_AT_ONCE", "0")) or os.cpu_count() or 1
SEEN = ("matrix", "journey")


class Copy:
    """A copy of the code with data of its own, in which one wall may be down."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.folder, self.code, self.var = folder, folder / "akeyi", folder / "var"
        for name in COPIED:
            (shutil.copytree if (source / name).is_dir() else shutil.copy2)(source / name, self._new(name))

    def _new(self, name: str) -> Path:
        (self.code / name).parent.mkdir(parents=True, exist_ok=True)
        return self.code / name

    def takes_the_desk(self, source: Path, is_changed: bool) -> None:
        """The desk as it was built; where the wall that is down is the desk's, what it is built from."""
        if is_changed:
            shutil.copytree(source / DESK, self.code / DESK, ignore=shutil.ignore_patterns("node_modules", "dist"))
            (self.code / DESK / "node_modules").symlink_to(source / DESK / "node_modules")
        else:
            self._new(BUILT).symlink_to(source / BUILT)

    def run(self, *words: str, folder: str = "", doors: str = "") -> subprocess.CompletedProcess[str]:
        around = {name: value for name, value in os.environ.items() if not name.startswith("AKEYI_")}
        around |= {
            "AKEYI_MODE": "demo",
            "AKEYI_VAR": str(self.var),
            "AKEYI_TEST_PLACE": str(self.var),
            "AKEYI_WALLS_DOORS": doors,
            "PYTHONPATH": str(self.code / "src"),
            # Python knows what it compiled before by time and size, which a changed line may leave as they were.
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return subprocess.run(words, cwd=self.code / folder, env=around, capture_output=True, text=True)

    def tests(self, tables: Path, words: str, doors: str = "") -> tuple[str, str]:
        """Runs tests on tables that are there already: `passed`, `saw` or `broke`, and what was seen."""
        report = self.folder / "report.xml"
        # The tables of a run are named by its process, which `exec` leaves as it is.
        begin = 'cp "$1" "$AKEYI_VAR/test-$$.sqlite3" && shift && exec "$@"'
        pytest = [PYTHON, "-m", "pytest", "-q", "-x", "-vv", "--reuse-db", f"--junitxml={report}"]
        without = ["-p", "no:cacheprovider", "-p", "no:schemathesis"]
        done = self.run("sh", "-c", begin, "sh", str(tables), *pytest, *without, words, doors=doors)
        if done.returncode == 0:
            return "passed", ""
        failed = list(ElementTree.parse(report).iter("failure")) if report.exists() else []
        said = [one.get("message", "") for one in failed] or [done.stdout[-1000:] + done.stderr[-1000:]]
        if done.returncode == 1 and failed and is_about_a_wall(said[0]):
            return "saw", first_line(said[0])[:200]
        return "broke", said[0]


def is_about_a_wall(message: str) -> bool:
    """Whether a failure is an assertion, and says more than that pages answered with an error."""
    is_asserted = message.startswith(("AssertionError", "assert "))
    return is_asserted and not all(" answered 5" in said for said in first_line(message).split("; "))


def first_line(message: str) -> str:
    return message.removeprefix("AssertionError: ").splitlines()[0]


DEMO_ANSWERS = r"""
import os, re
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "akeyi.settings"
import django

django.setup()
import akeyi
from django.core.management import call_command
from django.test import Client

assert Path(akeyi.__path__[0]).is_relative_to(os.environ["PYTHONPATH"]), "another code was asked"
call_command("check")
greeting = (Path(os.environ["AKEYI_VAR"]) / "greeting.txt").read_text()
name, password = re.search(r"^ +(\S+) +password (\S+) +\(manager", greeting, re.M).groups()
client = Client()
assert client.post("/office/sign-in", {"login": name, "password": password}).status_code == 302, "nobody comes in"
board = client.get("/office/", follow=True)
assert board.status_code == 200 and "GXA" in board.content.decode(), "the board does not show the day"
"""


@contextmanager
def prepared() -> Iterator[Path]:
    """A folder with what every copy begins with: the code as it is now, empty tables for tests, the demo's day."""
    with tempfile.TemporaryDirectory(dir=PLACE, prefix="akeyi-walls-") as folder:
        ready = Path(folder)
        whole = Copy(ready, PROJECT)
        made = whole.run(PYTHON, "-m", "pytest", "-q", "--create-db", "--reuse-db", MATRIX, "-k", "has_its_row")
        # Of a matrix that fails by itself nothing could be learned.
        if made.returncode:
            sys.exit(made.stdout + made.stderr)
        [tables] = whole.var.glob("test-*.sqlite3")
        tables.rename(ready / "tables.sqlite3")
        shutil.rmtree(whole.var)
        made = whole.run(PYTHON, "-m", "akeyi.program", "demo", "--no-serve")
        if made.returncode:
            sys.exit(made.stdout + made.stderr)
        whole.var.rename(ready / "day")
        yield ready


def outcome(wall: Wall, ready: Path, has_more: bool) -> tuple[str, str, float]:
    """Who saw that a wall is down, what was seen, and after how many seconds."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(dir=ready) as folder:
        who, said = _who_sees(wall, ready, Copy(Path(folder), ready / "akeyi"), has_more)
    return who, said, time.monotonic() - started


def _who_sees(wall: Wall, ready: Path, copy: Copy, has_more: bool) -> tuple[str, str]:
    """`matrix`, `journey` or `nobody`; or why that cannot be said."""
    is_of_the_desk = wall.file.startswith(DESK)
    copy.takes_the_desk(PROJECT, is_changed=is_of_the_desk)
    wall.take_down(copy.code)
    if is_of_the_desk and (built := copy.run("npm", "run", "build", folder=DESK)).returncode:
        return "is not built", built.stdout[-1000:] + built.stderr[-1000:]
    shutil.copytree(ready / "day", copy.var)
    demo = copy.run(PYTHON, "-c", DEMO_ANSWERS)
    if demo.returncode:
        return "the demo breaks", demo.stderr[-1000:]
    shutil.rmtree(copy.var)
    copy.var.mkdir()
    tries = [(wall.seen_by.test, wall.seen_by.doors)]
    if has_more and not wall.seen_by.is_journey:
        tries.append((MATRIX, ""))
    for words, doors in tries:
        result, said = copy.tests(ready / "tables.sqlite3", words, doors)
        if result == "saw":
            return ("journey" if wall.seen_by.is_journey else "matrix"), said
        if result == "broke":
            return "the test breaks", said
    return "nobody", ""


def main() -> int:
    words = sys.argv[1:]
    asked = [word for word in words if word != "--first"]
    chosen = [wall for wall in WALLS if not asked or any(word in wall.name for word in asked)]
    found: dict[str, list[Wall]] = {}
    began = time.monotonic()
    with prepared() as ready, ThreadPoolExecutor(AT_ONCE) as pool:
        for wall, (who, said, seconds) in zip(
            chosen, pool.map(lambda wall: outcome(wall, ready, "--first" not in words), chosen), strict=True
        ):
            found.setdefault(who, []).append(wall)
            print(f"{who:<10}{seconds:5.0f} s  {wall}\n{'':18}{said}", flush=True)
    by = {who: len(found.get(who, [])) for who in SEEN}
    caught = sum(by.values())
    others = [f"{who}: {wall}" for who, walls in found.items() if who not in SEEN for wall in walls]
    is_reached = not others and (bool(asked) or caught >= GOAL)
    for other in others:
        print(other)
    minutes = (time.monotonic() - began) / 60
    print(
        f"{'reached' if is_reached else 'missed'}: {caught} of {len(chosen)} wall removals caught; "
        f"goal at least {GOAL}, all ({by['matrix']} by the matrix, {by['journey']} by a journey, in {minutes:.0f} min)"
    )
    return 0 if is_reached else 1


if __name__ == "__main__":
    sys.exit(main())
