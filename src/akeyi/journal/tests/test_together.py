"""Tablets that wait at the same moment are written together, and each hears what became of its own facts."""

import threading

import pytest
from django.db import transaction

from akeyi.journal.together import FACTS_AT_ONCE, Together

pytestmark = pytest.mark.django_db(transaction=True)


class Disk:
    """Writes what it is given; the first time it waits until everybody else stands in line."""

    def __init__(self, fails=False):
        self.written, self.fails = [], fails
        self.is_busy, self.may_go_on = threading.Event(), threading.Event()

    def write(self, facts):
        self.is_busy.set()
        assert self.may_go_on.wait(timeout=30)
        self.written.append(sorted(facts))
        if self.fails and len(self.written) > 1:
            raise OSError
        return {fact: f"{fact} stored" for fact in facts}


def in_line(disk, jobs):
    """The first job holds the disk while the others come; gives what each heard, in their order."""
    together, heard = Together(disk.write), {}

    def ask(number, facts):
        try:
            heard[number] = together.take_in({fact: fact for fact in facts})
        except OSError as failed:
            heard[number] = failed

    threads = [threading.Thread(target=ask, args=one) for one in enumerate(jobs)]
    threads[0].start()
    assert disk.is_busy.wait(timeout=30)
    for thread in threads[1:]:
        thread.start()
    while len(together._waiting) < len(jobs) - 1:
        threading.Event().wait(0.001)
    disk.may_go_on.set()
    for thread in threads:
        thread.join(timeout=30)
    return [heard[number] for number in range(len(jobs))]


def test_those_who_wait_are_written_in_one_go_and_each_hears_of_its_own():
    disk = Disk()
    heard = in_line(disk, [["a"], ["b", "c"], ["d"]])
    assert disk.written == [["a"], ["b", "c", "d"]]
    assert heard == [{"a": "a stored"}, {"b": "b stored", "c": "c stored"}, {"d": "d stored"}]


def test_the_same_fact_sent_by_two_is_never_in_one_go():
    disk = Disk()
    heard = in_line(disk, [["a"], ["b"], ["b"]])
    assert disk.written == [["a"], ["b"], ["b"]]
    assert heard[1] == heard[2] == {"b": "b stored"}


def test_what_is_too_much_for_one_go_waits_for_the_next():
    disk, many = Disk(), [f"{n:04}" for n in range(FACTS_AT_ONCE)]
    in_line(disk, [["a"], many, ["b"]])
    assert sorted(map(len, disk.written)) == [1, 1, FACTS_AT_ONCE]


def test_where_nothing_could_be_kept_everybody_in_it_hears_so():
    heard = in_line(Disk(fails=True), [["a"], ["b"], ["c"]])
    assert heard[0] == {"a": "a stored"}
    assert all(isinstance(one, OSError) for one in heard[1:])


def test_inside_a_transaction_nobody_elses_facts_are_taken_along():

    disk = Disk()
    disk.may_go_on.set()
    together = Together(disk.write)
    with transaction.atomic():
        assert together.take_in({"a": "a"}) == {"a": "a stored"}
    assert together._waiting == []
