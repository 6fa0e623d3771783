"""Asks every address and reads every kind of file at random, for a while, each time from another seed (`make fuzz`).

Ends with one line: the goals and what was reached. `AKEYI_FUZZ_SEED` repeats a run.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ASKED = re.compile(r"fuzz: (\d+) questions")
READ = re.compile(r"fuzz: (\d+) files as .*, (\d+) MB at most")


def main() -> int:
    seed = os.environ.setdefault("AKEYI_FUZZ_SEED", str(int(time.time()) % 100_000))
    os.environ.setdefault("AKEYI_FUZZ_S", "600")
    os.environ.setdefault("AKEYI_FUZZ_CASES", "4000")
    command = [sys.executable, "-m", "pytest", "--quiet", "-s", "-m", "fuzz", "tests/fuzz"]
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(done.stdout)
    asked = sum(int(found) for found in ASKED.findall(done.stdout))
    read = [(int(files), int(most)) for files, most in READ.findall(done.stdout)]
    print(
        f"{'missed' if done.returncode else 'reached'} (seed {seed}): {asked} questions, none answered with 5xx or out "
        f"of its shape; {sum(files for files, _ in read)} files by {len(read)} of 5 readers, each read or refused "
        f"within 2 s of work (goal 2) and {max((most for _, most in read), default=0)} MB (goal 512)"
    )
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
