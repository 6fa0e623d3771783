"""Reads a file in a process of its own, with little memory and time, so that a bad file harms nobody else."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .formats import readers
from .limits import CPU_S, LARGEST_FILE, MEMORY, MOST_ANSWER, WALL_S
from .plain import Plain, plain_here
from .reading import Reading, read_here
from .refusals import NotAList

_SOURCE = str(Path(__file__).resolve().parents[3])


def read_safely(
    data: bytes,
    name: str,
    mapping: Mapping[str, Any] | None = None,
    memory: int = MEMORY,
    cpu_s: int = CPU_S,
    wall_s: float = WALL_S,
) -> Reading:
    """Reads a list as `read_here` does, in a child process. Raises NotAList where there is none, or limits end it."""
    asked = {"task": "list", "name": name, "mapping": dict(mapping or {}), "memory": memory, "cpu_s": cpu_s}
    return Reading(**_answer(asked, data, wall_s))


def read_plain(data: bytes, name: str, memory: int = MEMORY, cpu_s: int = CPU_S, wall_s: float = WALL_S) -> list[Plain]:
    """Reads sheets as `plain_here` does, in a child process. Raises NotAList where there are none, or limits end it."""
    asked = {"task": "plain", "name": name, "memory": memory, "cpu_s": cpu_s}
    return [Plain(**sheet) for sheet in _answer(asked, data, wall_s)["sheets"]]


def _answer(asked: dict[str, Any], data: bytes, wall_s: float) -> dict[str, Any]:
    if len(data) > LARGEST_FILE:
        raise NotAList("too_big", most=LARGEST_FILE // 2**20)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-s", "-m", "akeyi.arrivals.readers.child"],
            input=json.dumps(asked).encode() + b"\n" + data,
            capture_output=True,
            timeout=wall_s,
            env={"PYTHONPATH": _SOURCE, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "RUST_BACKTRACE": "0"},
            check=False,
        )
    except subprocess.TimeoutExpired as cause:
        raise NotAList("too_long") from cause
    if done.returncode:
        raise NotAList(_why(done.returncode))
    answer: dict[str, Any] = json.loads(done.stdout[:MOST_ANSWER])
    if "error" in answer:
        raise NotAList(answer["error"], answer["columns"], **answer["parameters"])
    return answer


def _why(code: int) -> str:
    """By how the child ended: XCPU (24) and KILL (9) for time, ABRT (6) and SEGV (11) where memory was refused."""
    return {-24: "too_long", -9: "too_long", -6: "too_much_memory", -11: "too_much_memory", 3: "too_much_memory"}.get(
        code, "reader_failed"
    )


def _limit(memory: int, cpu_s: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # It writes no file and starts nothing.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))


def _do(asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    if asked["task"] == "plain":
        return {"sheets": [sheet.as_dict() for sheet in plain_here(data, asked["name"])]}
    return read_here(data, asked["name"], asked["mapping"]).as_dict()


def main() -> int:
    """The child: asked on standard input, answers on standard output, says nothing else."""
    asked = json.loads(sys.stdin.buffer.readline())
    # Every format is at hand before memory gets scarce: what fails below fails for the file's sake.
    readers()
    _limit(asked["memory"], asked["cpu_s"])
    try:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        answer = _do(asked, data)
    except NotAList as refused:
        answer = refused.as_dict()
    except MemoryError:
        return 3
    except Exception:
        # Nothing of the file may reach a log, so not even the trace is told.
        return 4
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
