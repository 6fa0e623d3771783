"""Converts a form in a process of its own, with little memory and time, so that a bad file harms nobody else."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

from .convert import LARGEST_FILE, Ready, convert_here
from .problems import NotAForm, Problem

MEMORY = 512 * 1024 * 1024
CPU_S, WALL_S = 10, 30
_SOURCE = str(Path(__file__).resolve().parents[3])


def convert_safely(data: bytes) -> Ready:
    """As `convert_here`, in a child process."""
    if len(data) > LARGEST_FILE:
        raise NotAForm(Problem("too_big"))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-s", "-m", "akeyi.screening.forms.child"],
            input=data,
            capture_output=True,
            timeout=WALL_S,
            env={"PYTHONPATH": _SOURCE, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotAForm(Problem("too_much_work")) from None
    if done.returncode:
        raise NotAForm(Problem("too_much_work"))
    answer = json.loads(done.stdout)
    if "problems" in answer:
        raise NotAForm(*(Problem(**one) for one in answer["problems"]))
    return Ready(**answer)


def main() -> int:
    """The child: a file on standard input, the form or its problems on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # pyxform writes what it made into a temporary file first.
    resource.setrlimit(resource.RLIMIT_FSIZE, (MEMORY // 16, MEMORY // 16))
    try:
        answer = convert_here(sys.stdin.buffer.read(LARGEST_FILE + 1)).as_dict()
    except NotAForm as refused:
        answer = {"problems": [problem.as_dict() for problem in refused.problems]}
    except Exception:
        # Nothing of the file may reach a log, so not even the trace is told.
        return 4
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
