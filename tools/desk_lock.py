"""Names in the desk's lock file the packages for other kinds of machine, where the registry had none to look at.

Tools such as Biome bring one optional package for each kind of machine. npm leaves out of its lock file those that it
cannot install here, and then refuses to install from it (`npm ci`). Each is named with the version that the lock file
asks for, the machine its name tells, and the hash that the registry gives. Run it after every `npm install`.
"""

import json
import re
import subprocess
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


def without_hash(packages: dict[str, Any]) -> list[str]:
    """Packages that anybody could put another in the place of."""
    return [name for name, package in packages.items() if name and "integrity" not in package]


def hash_of(name: str, version: str) -> str:
    """What the registry says a package's hash is."""
    asked = ["npm", "view", f"{name.removeprefix('node_modules/')}@{version}", "dist.integrity"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    lock = json.loads(LOCK.read_text())
    more = missing(lock["packages"])
    root = lock["packages"].pop("")
    if "--check" in sys.argv:
        wrong = [*more, *without_hash(lock["packages"])]
        sys.exit(f"The desk's lock file lacks {', '.join(wrong)}: run tools/desk_lock.py" if wrong else 0)
    packages = dict(sorted((lock["packages"] | more).items()))
    for name in without_hash(packages):
        packages[name] = {
            "version": packages[name]["version"],
            "integrity": hash_of(name, packages[name]["version"]),
        } | {key: value for key, value in packages[name].items() if key != "version"}
    lock["packages"] = {"": root} | packages
    LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
