"""Writes the lock files: every Python package that Akeyi needs, with its exact version and hashes (`make lock`)."""

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LOCKS = {
    "requirements.txt": [],
    "requirements-dev.txt": ["--extra", "dev"],
    "requirements-bench.txt": ["--extra", "bench"],
}
MARK = "# made from what pyproject.toml asks for: "


def asked_for() -> str:
    """A hash of the dependencies that pyproject.toml names, so that a stale lock is noticed without a network."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    named = [project["requires-python"], project["dependencies"], project["optional-dependencies"]]
    return hashlib.sha256(repr(named).encode()).hexdigest()[:16]


def stale() -> list[str]:
    """The lock files that do not belong to pyproject.toml as it is now."""
    first_line = MARK + asked_for()
    return [name for name in LOCKS if (PROJECT / name).read_text().splitlines()[:1] != [first_line]]


def write() -> None:
    for name, extra in LOCKS.items():
        command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *extra, "--generate-hashes"]
        command += ["--universal", "--python-version", "3.11", "--no-header", "--no-annotate", "--quiet"]
        # An older lock is kept to where it can be, so that one new package does not move all the others.
        command += ["--output-file", name, *sys.argv[1:]]
        lock = PROJECT / name
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        lock.write_text(f"{MARK}{asked_for()}\n{lock.read_text()}")


if __name__ == "__main__":
    if "--check" in sys.argv:
        old = stale()
        if old:
            sys.exit(f"Stale: {', '.join(old)}. Run make lock.")
    else:
        write()
