"""Runs every test of Akeyi, layer by layer, and says at the end how long each layer took (`make test`).

`tools/test.py unit desk` runs those layers alone.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
TOOLS = PROJECT / "tools"
PYTEST = [sys.executable, "-m", "pytest", "--quiet"]
TWO_AT_ONCE = ["-n", "2", "--dist", "loadfile"]
ON_SQLCIPHER = ["src/akeyi/journal", "src/akeyi/access", "src/akeyi/operation/tests/test_backup.py"]

# name: (what it proves, commands, folder)
LAYERS: dict[str, tuple[str, list[list[str]], Path]] = {
    "unit": (
        "rules, facts, pages and commands, on SQLite",
        [[*PYTEST, *TWO_AT_ONCE, "-m", "not browser and not walls and not fuzz"]],
        PROJECT,
    ),
    "walls": ("every role at every door, against docs/walls.md", [[*PYTEST, "-m", "walls"]], PROJECT),
    "fuzz": ("a minute of questions and files made at random", [[*PYTEST, *TWO_AT_ONCE, "-m", "fuzz"]], PROJECT),
    "databases": (
        "whatever works on tables once more, on PostgreSQL; journal, access and backup on SQLCipher too",
        [
            [str(TOOLS / "with-postgres"), *PYTEST, *TWO_AT_ONCE, "-m", "database and not browser"],
            ["env", "AKEYI_DATABASE=sqlcipher:", *PYTEST, *TWO_AT_ONCE, "-m", "database", *ON_SQLCIPHER],
        ],
        PROJECT,
    ),
    "desk": ("the tablet's journal and rules", [["npm", "test", "--silent"]], PROJECT / "desk"),
    "browser": (
        "a browser lives a working day",
        [[sys.executable, str(TOOLS / "browser.py")], [*PYTEST, "-m", "browser"]],
        PROJECT,
    ),
}


def run(name: str) -> tuple[bool, float]:
    what, commands, folder = LAYERS[name]
    print(f"\n--- {name}: {what}", flush=True)
    started = time.monotonic()
    passed = all(subprocess.run(command, cwd=folder).returncode == 0 for command in commands)
    return passed, time.monotonic() - started


def main() -> int:
    os.environ.pop("AKEYI_DATABASE", None)
    names = sys.argv[1:] or list(LAYERS)
    unknown = [name for name in names if name not in LAYERS]
    if unknown:
        sys.exit(f"No such layer: {', '.join(unknown)}. There are {', '.join(LAYERS)}.")
    results = {name: run(name) for name in names}
    print("\n--- how long it took")
    for name, (passed, seconds) in results.items():
        print(f"{name:<12}{seconds:7.1f} s  {'passed' if passed else 'FAILED'}")
    print(f"{'all':<12}{sum(seconds for _, seconds in results.values()):7.1f} s")
    return 0 if all(passed for passed, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
