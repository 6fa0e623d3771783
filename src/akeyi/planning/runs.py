"""A simulation that was asked for at the office: started beside the server, looked at until it is done. One a site."""

import fcntl
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.utils import timezone

from akeyi.access import queries as access
from akeyi.access.viewer import Viewer, need

from . import queries
from .measured import measured
from .stations import FAMILY_OF, STATIONS
from .tables import OVER_MIN

# Whoever asked for a small day sees it at once.
WAITS_S = 2
KEPT_FOR = timedelta(days=7)
_SOURCE = str(Path(__file__).resolve().parents[2])


@dataclass(frozen=True)
class Run:
    """How a simulation stands. `days`: how many it has lived; `found`: what came out, as `child.answer` gives it."""

    state: Literal["none", "under_way", "done", "failed"]
    days: int = 0
    found: dict[str, Any] | None = None
    at: datetime | None = None


def start(viewer: Viewer, plan: queries.Plan) -> None:
    """Begins to simulate a day, unless one of this site is under way; comes back when it is done, or after 2 s."""
    need(viewer, "assistance")
    file = _file(viewer.site, plan.day)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # The child holds the lock as long as it lives, however it ends.
    lock = os.open(file.with_name("lock"), os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _forget(file.parent)
        file.unlink(missing_ok=True)
        file.with_suffix(".days").write_text("0")
        child = subprocess.Popen(
            [sys.executable, "-P", "-s", "-m", "akeyi.planning.child", str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(lock,),
            env={"PYTHONPATH": _SOURCE, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
        )
    except BlockingIOError:
        return
    finally:
        os.close(lock)
    assert child.stdin is not None
    # One that ended at once reads no question: whoever looks is told so.
    with suppress(BrokenPipeError), child.stdin as question:
        question.write(json.dumps(_asked(viewer, plan)).encode())
    try:
        child.wait(WAITS_S)
    except subprocess.TimeoutExpired:
        threading.Thread(target=child.wait, daemon=True).start()


def look(viewer: Viewer, day: date) -> Run:
    """How the simulation of a day stands."""
    need(viewer, "assistance")
    file = _file(viewer.site, day)
    under_way = file.with_suffix(".days")
    # Before the file: it may end in between.
    is_running = _is_held(file.with_name("lock"))
    if file.exists():
        at = datetime.fromtimestamp(file.stat().st_mtime, timezone.get_current_timezone())
        return Run("done", found=json.loads(file.read_text()), at=at)
    if not under_way.exists():
        return Run("none")
    return Run("under_way", days=int(under_way.read_text())) if is_running else Run("failed")


def _is_held(lock: Path) -> bool:
    try:
        tried = os.open(lock, os.O_WRONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(tried, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(tried)
    return False


def _asked(viewer: Viewer, plan: queries.Plan) -> dict[str, Any]:
    """The day as numbers: nobody is in it. Times of visits are those behind walls that everybody who plans reads."""
    zone = access.zone_of(viewer.site)
    midnight = datetime(plan.day.year, plan.day.month, plan.day.day, tzinfo=zone)
    times = measured(viewer.site, midnight, ("reception", "assistance"))
    staff: dict[str, list[tuple[float, float, int]]] = {station: [] for station in STATIONS}
    for shift in plan.shifts:
        for station, workers in shift.staff.items():
            since, until = (max(0.0, (at - midnight).total_seconds()) for at in (shift.since_at, shift.until_at))
            staff[station].append((since, until, workers))
    return {
        "arrivals": arrivals_of(plan, midnight),
        "staff": staff,
        "times": {station: asdict(one) for station, one in times.items()},
        "stations": [one for one in STATIONS if one != "cash" or any(line.needed for line in plan.cash)],
        "family_of": plan.people / plan.families if plan.families else FAMILY_OF,
    }


def arrivals_of(plan: queries.Plan, midnight: datetime) -> Sequence[tuple[float, int, float]]:
    """Who comes when, in seconds of the day; who comes nobody knows when, and how many, is in no simulation."""
    return [
        ((one.at - midnight).total_seconds(), one.total, OVER_MIN * 60.0)
        for one in plan.awaited
        if one.at is not None and one.total
    ]


def _file(site: str, day: date) -> Path:
    return settings.VAR / "plans" / site / f"{day.isoformat()}.json"


def _forget(folder: Path) -> None:
    before = (timezone.now() - KEPT_FOR).timestamp()
    for file in folder.iterdir():
        if file.name != "lock" and file.stat().st_mtime < before:
            file.unlink(missing_ok=True)
