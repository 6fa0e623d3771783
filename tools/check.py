"""Looks at the code without running it: form, lint, types, who imports whom, stale generated files (`make check`)."""

import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTHON = ["src", "tests", "tools", "conftest.py"]

CHECKS: dict[str, tuple[list[str], Path]] = {
    "format": ([str(BIN / "ruff"), "format", "--check", "--quiet", *PYTHON], PROJECT),
    "lint": ([str(BIN / "ruff"), "check", "--quiet", *PYTHON], PROJECT),
    "types": ([str(BIN / "mypy"), "--no-error-summary"], PROJECT),
    "imports": ([str(BIN / "lint-imports")], PROJECT),
    "templates": ([str(BIN / "djlint"), "src", "--lint", "--quiet"], PROJECT),
    "migrations": ([str(BIN / "akeyi"), "makemigrations", "--check", "--dry-run"], PROJECT),
    "contracts": ([str(BIN / "akeyi"), "contracts", "--check"], PROJECT),
    "vectors": ([sys.executable, "-m", "akeyi.journal.tests.vectors", "--check"], PROJECT),
    "lock": ([sys.executable, "tools/lock.py", "--check"], PROJECT),
    "desk lock": ([sys.executable, "tools/desk_lock.py", "--check"], PROJECT),
    "desk": (["npm", "run", "--silent", "check"], PROJECT / "desk"),
}


def main() -> int:
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
