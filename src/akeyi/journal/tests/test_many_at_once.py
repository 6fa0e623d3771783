"""Several tablets write while others read: nobody skips a fact, and nobody is told to come back later."""

import multiprocessing
from collections import defaultdict
from typing import Any

import pytest
from django.db import connection

from akeyi.arrivals.models import Tally
from akeyi.journal import serve
from akeyi.journal.envelope import id_sum
from akeyi.journal.ids import id_bytes
from akeyi.journal.models import Listing, Stream
from akeyi.journal.record import record
from akeyi.journal.verify import rebuild, verify
from akeyi.testing.facts import ARRIVAL, OTHER_ARRIVAL, SITE, Device

WRITERS, READERS = 4, 2
BATCHES = [1, 1, 1, 20, 1, 1, 50, 1, 1, 1, 7, 1, 100, 1, 1, 1]
STREAMS = [f"{SITE}/{arrival}/reception" for arrival in (ARRIVAL, OTHER_ARRIVAL)]
# Processes of their own, as a server's workers are; the children open their own connections.
PROCESSES = multiprocessing.get_context("fork")


def write(number: int, results: Any) -> None:
    device, answers = Device(number), []
    for size in BATCHES:
        taps = [
            device.tells("arrivals.tally", subject=arrival, arrivals=[arrival])
            for arrival in [ARRIVAL, OTHER_ARRIVAL] * size
        ]
        answers += record(taps[:size])
    results.put(("told", [answer.id for answer in answers if answer.answer == "stored"]))


def read(is_over: Any, results: Any) -> None:
    cursors: dict[str, int] = {}
    held: dict[str, list[str]] = defaultdict(list)
    while True:
        is_last = is_over.is_set()
        page = serve.pull(STREAMS, cursors, limit=60)
        for fact in page["facts"]:
            assert fact["position"] > cursors.get(fact["stream"], 0)
            cursors[fact["stream"]] = fact["position"]
            held[fact["stream"]].append(fact["id"])
        if not page["more"]:
            for name, stream in page["streams"].items():
                total = sum(id_sum(id_bytes(id)) for id in held[name]) % 2**64
                assert stream == {"count": len(held[name]), "hash": f"{total:016x}"}, "count and hash of another moment"
            if is_last:
                break
    results.put(("read", [id for ids in held.values() for id in ids]))


def watched(work: Any, *arguments: Any) -> None:
    """Runs a child's work; what it raises is a result too."""
    try:
        work(*arguments)
    except BaseException as error:
        arguments[-1].put(("raised", f"{type(error).__name__}: {error}"))


@pytest.mark.django_db(transaction=True)
def test_readers_by_cursor_skip_nothing_while_others_write():
    # Children must not share the parent's connection.
    connection.close()
    results, is_over = PROCESSES.Queue(), PROCESSES.Event()
    writers = [PROCESSES.Process(target=watched, args=(write, number, results)) for number in range(1, WRITERS + 1)]
    readers = [PROCESSES.Process(target=watched, args=(read, is_over, results)) for _ in range(READERS)]
    for process in writers + readers:
        process.start()
    told = [results.get(timeout=120) for _ in writers]
    is_over.set()
    seen = [results.get(timeout=120) for _ in readers]
    for process in writers + readers:
        process.join()
    assert {what for what, _ in told} == {"told"}, told
    assert {what for what, _ in seen} == {"read"}, seen
    everything = sorted(id for _, ids in told for id in ids)
    assert len(everything) == WRITERS * sum(BATCHES)
    for _, ids in seen:
        assert sorted(ids) == everything
    assert sorted(Tally.objects.values_list("id", flat=True)) == everything
    positions = list(Listing.objects.order_by("position").values_list("position", flat=True))
    assert positions == list(range(1, len(everything) + 1))
    assert sum(Stream.objects.values_list("count", flat=True)) == len(everything)
    assert verify() is None
    assert rebuild() == []


def send_the_same(facts: list[Any], results: Any) -> None:
    results.put(("answered", [answer.answer for answer in record(facts)]))


@pytest.mark.django_db(transaction=True)
def test_the_same_facts_sent_at_once_by_many_are_stored_once():
    facts = [Device(1).tells("arrivals.tally", subject=ARRIVAL)]
    connection.close()
    results = PROCESSES.Queue()
    senders = [PROCESSES.Process(target=watched, args=(send_the_same, facts, results)) for _ in range(6)]
    for process in senders:
        process.start()
    answers = sorted(str(results.get(timeout=60)) for _ in senders)
    for process in senders:
        process.join()
    assert answers == ["('answered', ['known'])"] * 5 + ["('answered', ['stored'])"]
    assert Tally.objects.count() == 1
