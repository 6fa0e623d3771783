"""Tablets that wait at the same moment are written together: one transaction, one flush of the disk for all of them."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connection

Item = TypeVar("Item")
Answer = TypeVar("Answer")

FACTS_AT_ONCE = 1_000


@dataclass(slots=True, eq=False)
class _Job(Generic[Item, Answer]):
    """What one request wants written, by fact id, and what became of it."""

    facts: Mapping[str, Item]
    answers: dict[str, Answer] | None = None
    failed: BaseException | None = None


class Together(Generic[Item, Answer]):
    """Threads of one process that write: whoever gets the turn writes for those who wait behind, too."""

    def __init__(self, write: Callable[[list[Item]], dict[str, Answer]]) -> None:
        # `write` takes facts in, in a transaction of its own, and gives the answers by fact id.
        self._write = write
        self._waiting: list[_Job[Item, Answer]] = []
        self._list, self._turn = threading.Lock(), threading.Lock()

    def take_in(self, facts: Mapping[str, Item]) -> dict[str, Answer]:
        """Writes these facts, alone or with others' that wait just now; the answers are to these alone."""
        if connection.in_atomic_block:
            # What others told must not depend on how the transaction ends that we are in.
            return self._write(list(facts.values()))
        mine: _Job[Item, Answer] = _Job(facts)
        with self._list:
            self._waiting.append(mine)
        with self._turn:
            if mine.answers is None and mine.failed is None:
                self._write_jobs(self._with_others(mine))
        if mine.failed is not None:
            raise mine.failed
        assert mine.answers is not None
        return mine.answers

    def _with_others(self, mine: _Job[Item, Answer]) -> list[_Job[Item, Answer]]:
        """My job, and others of those that wait as long as they are not too many; none shares a fact with another."""
        with self._list:
            chosen, ids = [mine], set(mine.facts)
            for job in self._waiting:
                fits = len(ids) + len(job.facts) <= FACTS_AT_ONCE
                if job is not mine and fits and ids.isdisjoint(job.facts):
                    chosen.append(job)
                    ids |= set(job.facts)
            self._waiting = [job for job in self._waiting if job not in chosen]
        return chosen

    def _write_jobs(self, jobs: list[_Job[Item, Answer]]) -> None:
        try:
            answers = self._write([fact for job in jobs for fact in job.facts.values()])
        except BaseException as failed:
            # Nothing of it was kept: each tablet hears so, and sends again.
            for job in jobs:
                job.failed = failed
        else:
            for job in jobs:
                job.answers = {id: answers[id] for id in job.facts}
