"""Finds what is ill-formed, undocumented, untranslated, unwalled or stale, in the time of a coffee (`make check`)."""

import os
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTHON = ["src", "tests", "tools", "conftest.py"]

# Tests of what has to be said about every text, error, folder, kind, role and page: whoever adds one hears of it here.
SAID = [
    "tests/test_house.py",
    "tests/test_errors.py",
    "src/akeyi/office/tests/test_texts.py",
    "src/akeyi/office/tests/test_every_page_is_guarded.py",
    "tests/walls/test_walls.py::test_every_kind_role_and_address_has_its_row_and_no_other",
    "src/akeyi/journal/tests/test_every_kind.py::test_it_begins_with_a_sentence_and_shows_an_example",
    "src/akeyi/journal/tests/test_every_kind.py::test_no_kind_that_outlives_a_person_says_anything_about_them",
]

CHECKS: dict[str, tuple[list[str], Path]] = {
    "format": ([str(BIN / "ruff"), "format", "--check", "--quiet", *PYTHON], PROJECT),
    "lint": ([str(BIN / "ruff"), "check", "--quiet", *PYTHON], PROJECT),
    "types": ([str(BIN / "mypy"), "--no-error-summary"], PROJECT),
    "imports": ([str(BIN / "lint-imports")], PROJECT),
    "templates": ([str(BIN / "djlint"), "src", "--lint", "--quiet"], PROJECT),
    "migrations": ([str(BIN / "akeyi"), "makemigrations", "--check", "--dry-run"], PROJECT),
    "contracts": ([str(BIN / "akeyi"), "contracts", "--check"], PROJECT),
    "openapi": ([str(BIN / "akeyi"), "openapi", "--check"], PROJECT),
    "fold": ([sys.executable, "-m", "akeyi.journal.tests.vectors", "--check"], PROJECT),
    "days": ([sys.executable, "-m", "akeyi.assistance.tests.vectors", "--check"], PROJECT),
    "rules": ([sys.executable, "-m", "akeyi.figures.vectors", "--check"], PROJECT),
    "cards": ([sys.executable, "-m", "akeyi.people.cards.vectors", "--check"], PROJECT),
    "read out": ([sys.executable, "-m", "akeyi.people.read_out", "--check"], PROJECT),
    "places": ([sys.executable, "-m", "akeyi.people.places", "--check"], PROJECT),
    "said": ([sys.executable, "-m", "pytest", "--quiet", *SAID], PROJECT),
    "lock": ([sys.executable, "tools/lock.py", "--check"], PROJECT),
    "desk lock": ([sys.executable, "tools/desk_lock.py", "--check"], PROJECT),
    "desk": (["npm", "run", "--silent", "check"], PROJECT / "desk"),
}


def main() -> int:
    os.environ.setdefault("AKEYI_MODE", "demo")
    failed = []
    for name in sys.argv[1:] or list(CHECKS):
        command, folder = CHECKS[name]
        started = time.monotonic()
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        print(f"{name:<12}{time.monotonic() - started:6.1f} s  {'FAILED' if done.returncode else 'ok'}", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout, flush=True)
    if failed:
        print(f"To mend: {', '.join(failed)}. To run one alone: {Path(sys.executable)} tools/check.py {failed[0]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
