"""What a server does every hour unasked: erase what was kept long enough, note what is read out, remind services."""

import subprocess
import sys
import threading

from . import logs

AN_HOUR_S = 60 * 60
# Commands of the rooms; each ends by itself and may be run again at any time.
COMMANDS = ("retention", "notices", "reminders", "clearsessions")


def start() -> None:
    """Runs the hourly commands now and every hour, as long as this process lives."""
    threading.Thread(target=_every_hour, daemon=True).start()


def run_all() -> list[str]:
    """Runs each command once; gives those that failed. Each in a process of its own: a connection to the database
    that a server's workers inherit would answer each with the other's rows."""
    failed = []
    for command in COMMANDS:
        done = subprocess.run([sys.executable, "-m", "akeyi.program", command], capture_output=True)
        if done.returncode:
            failed.append(command)
            logs.tell(f"hourly.{command.replace('-', '_')}_failed")
    return failed


def _every_hour() -> None:
    pause = threading.Event()
    while True:
        run_all()
        if pause.wait(AN_HOUR_S):
            return
