"""Prints how fast a real server stores and gives facts, on SQLite, SQLCipher and PostgreSQL (`make bench-journal`).

The facts are those of a reception day, in its mix of kinds. The last line names every goal with its figure; the exit
status is 1 where one is missed. The line before it says what encrypting the whole file costs. `--only SQLCipher --only
SQLite` measures these two. `--quick` makes short rounds, to see that everything works.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.bench.mix import EVERY_NTH, EVERYBODY, ROLES

PROJECT = Path(__file__).resolve().parents[2]
CLIENTS = 10
ROUNDS = 3
TO_READ = 100_000
# (what, unit, goal on SQLite, goal on PostgreSQL, higher is better)
GOALS = [
    ("single", "single saves/s", 550, 370, True),
    ("p95", "ms p95 of a single save", 25, 40, False),
    ("200", "facts/s in batches of 200", 20_000, 12_000, True),
    ("read", f"s to read {TO_READ:,} facts", 2, 2, False),
]
SLOW_DISK = "SQLite, 5 ms slower sync"
DATABASES = ("SQLite", "SQLCipher", "PostgreSQL", SLOW_DISK)
SLOW_DISK_GOALS = [("single", "single saves/s", 100, 100, True)]


# --- the parent: databases and servers --------------------------------------------------------------------------


@contextmanager
def databases(var: Path, wanted: Sequence[str]) -> Iterator[dict[str, str]]:
    """The databases as production has them, by name."""
    sys.path.insert(0, str(PROJECT / "tools"))
    from postgres import programs, running

    addresses = {
        "SQLite": f"sqlite:{var}/akeyi.sqlite3",
        "SQLCipher": f"sqlcipher:{var}/encrypted.sqlite3",
        SLOW_DISK: f"sqlite:{var}/slow.sqlite3",
    }
    with ExitStack() as stack:
        if "PostgreSQL" in wanted:
            addresses["PostgreSQL"] = stack.enter_context(running(durable=True))
            print(f"PostgreSQL of {programs(for_figures=True)}")
        yield {name: addresses[name] for name in DATABASES if name in wanted}


def slow_sync(var: Path) -> Path:
    """The library that makes each sync of the disk slower, built from its ten lines."""
    from debian import install

    if not shutil.which("cc"):
        install("gcc", "libc6-dev")
    library = var / "slow_sync.so"
    source = Path(__file__).with_name("slow_sync.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    return library


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--only", choices=DATABASES, action="append", default=[])
    options.add_argument("--port", type=int, help=argparse.SUPPRESS)
    options.add_argument("--taps", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.port:
        return measure(asked.port, asked.quick, asked.taps)
    from akeyi.testing.server import Server

    found: dict[str, dict[str, float]] = {}
    wanted = asked.only or DATABASES
    with tempfile.TemporaryDirectory(prefix="akeyi-bench-") as place, databases(Path(place), wanted) as addresses:
        for name, address in addresses.items():
            print(f"\n{name}; {os.cpu_count()} cores, load of the machine before: {os.getloadavg()[0]:.1f}", flush=True)
            server = Server(Path(place), "--workers", "2", database=address)
            plain = dict(server.environment)
            if name == SLOW_DISK:
                server.environment["LD_PRELOAD"] = str(slow_sync(Path(place)))
            with server:
                # Production keeps nothing that tests need, so the tablets are enrolled beside the server.
                words = [sys.executable, "-m", "tests.bench.journal", "--port", str(server.port)]
                done = subprocess.run(
                    [*words, *(["--quick"] if asked.quick else []), *(["--taps"] if name == SLOW_DISK else [])],
                    cwd=PROJECT, env=plain,
                    stdout=subprocess.PIPE, text=True,
                )  # fmt: skip
                *said, last = done.stdout.splitlines() or ["no answer"]
                print("\n".join(said))
                if done.returncode:
                    print(last, server.said[-2000:])
                    return 1
                found[name] = json.loads(last)
    return judge(found)


def judge(found: dict[str, dict[str, float]]) -> int:
    """The last line: each goal, its figure, and whether it was met."""
    if {"SQLite", "SQLCipher"} <= set(found):
        plain, encrypted = found["SQLite"], found["SQLCipher"]
        said = [
            f"{unit}: SQLite {plain[key]:,.4g}, SQLCipher {encrypted[key]:,.4g} ({encrypted[key] / plain[key]:.0%})"
            for key, unit, *_ in GOALS
        ]
        print("\nThe file encrypted as a whole. " + "; ".join(said))
    lines, missed = [], 0
    for name, figures in found.items():
        if name == "SQLCipher":  # its goal is what it costs, in the line above
            continue
        for key, unit, on_sqlite, on_postgresql, higher in SLOW_DISK_GOALS if name == SLOW_DISK else GOALS:
            goal = on_postgresql if name == "PostgreSQL" else on_sqlite
            is_met = figures[key] >= goal if higher else figures[key] <= goal
            missed += not is_met
            lines.append(f"{name} {figures[key]:,.4g} {unit} (goal {goal:,}: {'met' if is_met else 'MISSED'})")
    print("\n" + "; ".join(lines))
    return 1 if missed else 0


# --- the child: ten tablets -------------------------------------------------------------------------------------


def measure(port: int, is_quick: bool, only_taps: bool) -> int:
    """Sends and reads as ten tablets do; prints a line a figure, and all figures as JSON."""
    import django

    django.setup()
    day = BenchDay()
    before = stored_bytes()
    seconds = 0.7 if is_quick else 3.0
    figures: dict[str, float] = {}
    told = 0
    for size, name in ((1, "single"),) if only_taps else ((1, "single"), (20, "20")):
        rates, times = [], []
        for _ in range(ROUNDS):
            batches = [day.requests(client, size, round(seconds * 1200 / CLIENTS) + 1) for client in range(CLIENTS)]
            sent, took, each = at_once(port, day.tokens, batches, seconds)
            rates.append(sent * size / took)
            told += sent * size
            times += each
        figures[name] = statistics.median(rates)
        p95 = statistics.quantiles(times, n=20)[-1] * 1000
        if size == 1:
            figures["p95"] = p95
        shown = ", ".join(f"{rate:,.0f}" for rate in sorted(rates))
        print(f"batches of {size:>3}: {figures[name]:>8,.0f} facts/s ({shown}); p95 {p95:.1f} ms", flush=True)
    if only_taps:
        print(json.dumps(figures))
        return 0
    rates, left = [], (6_000 if is_quick else TO_READ)
    while left > 0:
        many = min(left, 34_000) // (200 * CLIENTS) + 1
        batches = [day.requests(client, 200, many) for client in range(CLIENTS)]
        sent, took, _ = at_once(port, day.tokens, batches, 600)
        rates.append(sent * 200 / took)
        told += sent * 200
        left -= sent * 200
    figures["200"] = statistics.median(rates)
    shown = ", ".join(f"{rate:,.0f}" for rate in sorted(rates))
    print(f"batches of 200: {figures['200']:>8,.0f} facts/s ({shown})", flush=True)
    figures["bytes"] = (stored_bytes() - before) / told
    print(f"{figures['bytes']:,.0f} bytes a fact, of {told:,}")
    facts, took = read_all(port, day.tokens[0], day.opened_by[0])
    figures["read"] = took * TO_READ / facts
    print(f"{facts:,} facts read by cursor in {took:.2f} s")
    print(json.dumps(figures))
    return 0


class BenchDay:
    """Ten tablets on which somebody signed in, three arrivals, and people who keep coming."""

    def __init__(self) -> None:
        from akeyi.access import devices, queries
        from akeyi.access.sealing_as_tablets import Sealing
        from akeyi.arrivals.facts.arrival import ArrivalRevised
        from akeyi.journal.ids import new_id
        from akeyi.journal.tell import Saying, tell
        from akeyi.testing.cast import a_site, a_worker
        from akeyi.testing.facts import Device

        self.site = a_site()
        self.arrivals = [new_id() for _ in range(3)]
        for arrival in self.arrivals:
            tell(Saying(ArrivalRevised(how="flight", label="GXA 3301"), site=self.site, subject=arrival))
        enrolled = [devices.enrol(devices.offer_enrolment(self.site, f"Tablet {n}")) for n in range(CLIENTS)]
        # A tablet is sent what those with a ring on it read; each fact is judged by the roles of its worker.
        self.workers = [a_worker(self.site, f"Worker {n}", ROLES) for n in range(CLIENTS)]
        for one, worker in zip(enrolled, self.workers, strict=True):
            devices.open_ring(one["device"], worker, queries.ring_walls(worker))
        self.opened_by = [
            {"worker": worker, "key": devices.pull_key(one["device"], worker)}
            for one, worker in zip(enrolled, self.workers, strict=True)
        ]
        self.tokens = [one["token"] for one in enrolled]
        self.sealings = [Sealing(one["hub_key"]) for one in enrolled]
        self.devices = [Device(n, now_ms=time.time_ns() // 1_000_000 - 3_600_000) for n in range(CLIENTS)]
        self.people = 0
        # (client, kind, subject): the last revision
        self.last: dict[tuple[int, str, str], str] = {}
        self.waiting: list[list[tuple[int, bytes]]] = [[] for _ in range(CLIENTS)]

    def requests(self, client: int, size: int, many: int) -> list[bytes]:
        """`many` requests of `size` facts each, sealed as one tablet sends them."""
        waiting = self.waiting[client]
        while len(waiting) < size * many:
            waiting += self.facts_of_a_person(client)
        sent, self.waiting[client] = waiting[: size * many], waiting[size * many :]
        batches = [sent[start : start + size] for start in range(0, len(sent), size)]
        return [self.sealings[client].batch(*batch) for batch in batches]

    def facts_of_a_person(self, client: int) -> list[tuple[int, bytes]]:
        import orjson

        from akeyi.journal.ids import new_id
        from akeyi.journal.registry import KINDS
        from akeyi.journal.serve import as_json

        device = self.devices[client]
        self.people += 1
        person, arrival = new_id(), self.arrivals[self.people % 3]
        envelope: dict[str, Any] = {
            "site": self.site,
            "arrivals": [arrival],
            "after_ms": 50,
            "worker": self.workers[client],
        }
        facts = []
        for kind in [*EVERYBODY, *(kind for kind, nth in EVERY_NTH.items() if self.people % nth == 0)]:
            if kind == "journal.void":
                facts.append(device.voids(facts[0], **envelope))
                continue
            is_of_arrival = kind.startswith("arrivals.") and kind != "arrivals.line"
            subject = arrival if is_of_arrival else person
            if kind.startswith("access."):
                subject = self.site
            body = dict(KINDS[kind].body.example)
            if KINDS[kind].shape == "revision":
                # A tablet names what it knows: each revision has seen the one before.
                seen = self.last.get((client, kind, subject))
                body["saw"] = {name: [seen] for name in body} if seen else {}
            fact = device.tells(kind, body, subject=subject, **envelope)
            self.last[client, kind, subject] = fact.id
            facts.append(fact)
        sealing = self.sealings[client]
        return [sealing.told(fact.id, fact.n, fact.wall, orjson.dumps(as_json(fact))) for fact in facts]


def at_once(port: int, tokens: list[str], batches: list[list[bytes]], seconds: float) -> tuple[int, float, list[float]]:
    """Every tablet sends its requests one after the other, for so long; gives how many went, in how long, and each's
    time."""
    times: list[float] = []
    failures: list[str] = []
    start = threading.Barrier(len(tokens) + 1)

    def send(token: str, mine: list[bytes]) -> None:
        ask = asking(port, token)
        ask("/journal/pull", b'{"streams":{},"limit":1}')
        start.wait()
        until = time.monotonic() + seconds
        for data in mine:
            began = time.monotonic()
            if began > until:
                return
            answer = ask("/journal/facts", data)
            times.append(time.monotonic() - began)
            if b'"set aside"' in answer or b'"answers"' not in answer:
                failures.append(answer[:300].decode())

    threads = [threading.Thread(target=send, args=one) for one in zip(tokens, batches, strict=True)]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.monotonic()
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    if failures:
        sys.exit(f"not stored: {failures[0]}")
    return len(times), took, times


def asking(port: int, token: str) -> Callable[[str, bytes], bytes]:
    """One tablet's connection, kept open."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def ask(path: str, data: bytes) -> bytes:
        connection.request("POST", path, data, headers)
        return connection.getresponse().read()

    return ask


def read_all(port: int, token: str, opened_by: dict[str, str]) -> tuple[int, float]:
    """Reads all streams of a tablet from the beginning; gives how many facts, in how many seconds."""
    import orjson

    ask = asking(port, token)
    epoch, cursors, facts, began = None, {}, 0, time.monotonic()
    asked: dict[str, Any] = {"limit": 2000, "opened_by": opened_by}
    while True:
        page = orjson.loads(ask("/journal/pull", orjson.dumps(asked | {"epoch": epoch, "streams": cursors})))
        epoch = page["epoch"]
        for fact in page["facts"]:
            cursors[fact["stream"]] = fact["position"]
        facts += len(page["facts"])
        if not page["more"]:
            return facts, time.monotonic() - began


def stored_bytes() -> int:
    """What the database takes on disk."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
        name = str(connection.settings_dict["NAME"])
    files = [Path(name + end) for end in ("", "-wal")]
    return sum(file.stat().st_size for file in files if file.exists())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akeyi.settings")
    sys.exit(main())
