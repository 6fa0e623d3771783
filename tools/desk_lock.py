"""Names in the desk's lock file the packages for other kinds of machine, where the registry had none to look at.

Tools such as Biome bring one optional package for each kind of machine. npm leaves out of its lock file those that the
registry in use does not offer, and then refuses to install from it (`npm ci`). Each is named with the version that the
lock file asks for and the machine its name tells, so that it is passed over here. Run it after every `npm install`.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parents[1] / "desk" / "package-lock.json"
SYSTEMS = "aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32"
MACHINE = re.compile(rf"({SYSTEMS})-(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64|wasm32)(?:-([a-z]+))?$")


def missing(packages: dict[str, Any]) -> dict[str, Any]:
    """What optional dependencies name and the lock does not hold."""
    found = {}
    for package in packages.values():
        for name, version in package.get("optionalDependencies", {}).items():
            told = MACHINE.search(name)
            if f"node_modules/{name}" in packages or told is None:
                continue
            system, processor, kind = told.groups()
            entry = {"version": version, "cpu": [processor], "optional": True, "os": [system]}
            if package.get("dev"):
                entry["dev"] = True
            if system == "linux":
                entry["libc"] = ["musl" if kind and kind.startswith("musl") else "glibc"]
            found[f"node_modules/{name}"] = dict(
                sorted(entry.items(), key=lambda item: (item[0] != "version", item[0]))
            )
    return found


def main() -> None:
    lock = json.loads(LOCK.read_text())
    more = missing(lock["packages"])
    if "--check" in sys.argv:
        sys.exit(f"The desk's lock file lacks {', '.join(more)}: run tools/desk_lock.py" if more else 0)
    root = lock["packages"].pop("")
    lock["packages"] = {"": root} | dict(sorted((lock["packages"] | more).items()))
    LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
