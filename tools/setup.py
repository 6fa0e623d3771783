"""Sets Akeyi up in this folder: Python packages, the desk's packages, the desk itself. Does again only what changed."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import debian

PROJECT = Path(__file__).resolve().parents[1]
VENV = PROJECT / ".venv"
DESK = PROJECT / "desk"
NOT_DESK_SOURCE = {"node_modules", "dist", "dev-dist"}
# Kinds of files that compressing makes hardly smaller.
SMALL_ALREADY = ("br", "gz", "mp3", "png", "woff2")


def files_below(folder: Path) -> Iterable[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in NOT_DESK_SOURCE:
                yield from files_below(path)
        else:
            yield path


def digest(files: Iterable[Path], also: str = "") -> str:
    """What the files hold, not when they were touched: a fresh clone has new times and the same content."""
    total = hashlib.sha256(also.encode())
    for file in files:
        total.update(str(file.relative_to(PROJECT)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def step(name: str, inputs: str, stamp: Path, *commands: list[str], folder: Path = PROJECT) -> bool:
    """Run the commands, unless they ran before for the same inputs."""
    if stamp.exists() and stamp.read_text() == inputs:
        return False
    print(f"setup: {name}", flush=True)
    started = time.monotonic()
    for command in commands:
        # What a tool says while it works matters only when it fails.
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            sys.exit(f"{done.stdout}\nsetup: {name} did not work: {' '.join(command)}")
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(inputs)
    print(f"setup: {name} took {time.monotonic() - started:.0f} s", flush=True)
    return True


def can_make_environments() -> bool:
    """Whether this Python can bring pip along; Debian keeps that part in a package of its own."""
    return subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True).returncode == 0


def environment() -> None:
    """The virtual environment; one that an earlier attempt left without pip is made anew."""
    if (VENV / "bin" / "pip").exists():
        return
    if not can_make_environments() and not (debian.install("python3-venv") and can_make_environments()):
        sys.exit(f"setup: {sys.executable} comes without venv. Say `apt install python3-venv` as root, then try again.")
    stamp = VENV / ".made"
    stamp.unlink(missing_ok=True)
    step("virtual environment", "", stamp, [sys.executable, "-m", "venv", "--clear", str(VENV)])


def main() -> None:
    if not shutil.which("npm"):
        sys.exit("setup: Akeyi needs Node 20 with npm to build the desk.")
    environment()
    python = VENV / "bin" / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    lock = PROJECT / "requirements-dev.txt"
    step(
        "Python packages, by their hashes",
        digest([lock]),
        VENV / ".packages",
        # A package that has to be built would fetch tools that no lock holds.
        [*pip, "install", "--require-hashes", "--only-binary", ":all:", "--requirement", lock.name],
    )
    step(
        "the command akeyi",
        # A virtual environment that was moved or copied has the old folder in its scripts.
        digest([PROJECT / "pyproject.toml"], also=str(PROJECT)),
        VENV / ".akeyi",
        [*pip, "install", "--no-deps", "--no-build-isolation", "--editable", "."],
    )
    step(
        "the desk's packages",
        digest([DESK / "package-lock.json"]),
        DESK / "node_modules" / ".installed",
        ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        folder=DESK,
    )
    step(
        "the desk",
        digest(files_below(DESK)),
        DESK / "dist" / ".built",
        ["npm", "run", "build"],
        # A tablet on a crowded Wi-Fi fetches a quarter of the bytes when they are compressed once, here.
        [str(python), "-m", "whitenoise.compress", "--quiet", "dist", *SMALL_ALREADY],
        folder=DESK,
    )


if __name__ == "__main__":
    os.umask(0o022)
    main()
