"""Nothing that was told is dropped, nothing is there twice, and nothing traps a tablet's queue."""

import time

import orjson
import pytest
from django.db import DatabaseError, connection, transaction

from akeyi.arrivals.models import Line, Sweep, Tally
from akeyi.journal import clock, serve
from akeyi.journal.head import current
from akeyi.journal.models import Aside, Envelope, Listing, Stream, Suspect, Unreadable
from akeyi.journal.record import Broken, record, retry_aside
from akeyi.journal.verify import rebuild, verify
from akeyi.people.models import Reception
from akeyi.testing.facts import ARRIVAL, JEAN, ROSE, SITE, Device

pytestmark = pytest.mark.django_db


def said(answers):
    return [answer.answer for answer in answers]


def test_ten_sends_are_one_record(tablet):
    fact = tablet.tells("arrivals.tally", subject=ARRIVAL)
    assert said(record([fact])) == ["stored"]
    assert [said(record([fact])) for _ in range(9)] == [["known"]] * 9
    assert Tally.objects.count() == Listing.objects.count() == current().position == 1


def test_twice_in_one_batch_is_one_record(tablet):
    fact = tablet.tells("arrivals.tally", subject=ARRIVAL)
    assert sorted(said(record([fact, fact]))) == ["known", "stored"]
    assert Tally.objects.count() == 1


def test_another_fact_under_a_known_id_is_kept_beside_and_changes_nothing(tablet):
    fact = tablet.tells("arrivals.tally", subject=ARRIVAL)
    impostor = tablet.tells("arrivals.sweep", subject=ARRIVAL, id=fact.id)
    record([fact])
    for _ in range(2):
        answers = record([impostor])
        assert (answers[0].id, answers[0].answer) == (fact.id, "set aside")
    kept = Unreadable.objects.get()
    assert orjson.loads(bytes(kept.bytes))["body"] == impostor.body
    assert (Tally.objects.count(), Sweep.objects.count(), current().position) == (1, 0, 1)
    assert verify() is None


@pytest.mark.parametrize(
    "wrong",
    [{"digest": "0" * 64}, {"at": "2021-13-45T00:00:00.000Z"}, {"n": 0}, {"n": 10**30}, {"version": 99_999}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_cannot_be_a_fact_is_answered_kept_beside_and_the_rest_goes_on(tablet, wrong):
    bad = tablet.tells("arrivals.tally", subject=ARRIVAL).model_copy(update=wrong)
    good = tablet.tells("arrivals.tally", subject=ARRIVAL)
    answers = {one.id: one.answer for one in record([bad, good])}
    assert answers == {bad.id: "set aside", good.id: "stored"}
    assert Unreadable.objects.count() == 1
    assert Tally.objects.get().id == good.id


def test_what_is_no_fact_at_all_is_answered_under_the_id_it_came_with(tablet):
    good = tablet.tells("arrivals.tally", subject=ARRIVAL)
    answers = {one.id: one.answer for one in record([good], broken=[Broken(ROSE, "no fact", b"bytes")])}
    assert answers == {good.id: "stored", ROSE: "set aside"}
    assert bytes(Unreadable.objects.get().bytes) == b"bytes"


# --- not understood here ----------------------------------------------------------------------------------------


def streams():
    return {stream.name: stream.count for stream in Stream.objects.all()}


def test_an_unknown_kind_is_stored_numbered_and_listed_for_servers_only(tablet):
    fact = tablet.tells("screening.colour", {"colour": "red"}, subject=ROSE, wall="triage", arrivals=[ARRIVAL])
    answers = record([fact])
    assert (answers[0].answer, answers[0].reason) == ("set aside", "unknown kind")
    assert streams() == {f"{SITE}/{ARRIVAL}/triage/aside": 1}
    assert serve.pull([f"{SITE}/{ARRIVAL}/triage/aside"], {})["facts"][0]["body"] == fact.body
    assert verify() is None


def test_after_an_upgrade_an_unknown_kind_is_folded_and_listed(tablet, before_upgrade):
    fact = tablet.tells("arrivals.sweep", subject=ARRIVAL, arrivals=[ARRIVAL])
    with before_upgrade("arrivals.sweep"):
        record([fact])
        assert not Sweep.objects.exists()
    assert retry_aside() == 1
    assert Sweep.objects.get().id == fact.id
    assert streams()[f"{SITE}/{ARRIVAL}/reception"] == 1
    assert not Aside.objects.exists()
    assert (verify(), rebuild()) == (None, [])


def test_a_newer_version_waits_for_the_upgrade_and_the_rest_of_its_batch_does_not(tablet, from_version_1):
    newer = tablet.tells("arrivals.sweep", {"found": 1, "of": []}, version=2, subject=ARRIVAL)
    today = tablet.tells("arrivals.sweep", subject=ARRIVAL)
    assert said(record([newer, today])) == ["set aside", "stored"]
    assert Sweep.objects.get().id == today.id
    with from_version_1("arrivals.sweep", lambda old: old):
        assert retry_aside() == 1
        assert Sweep.objects.count() == 2


def test_an_old_version_folds_as_if_told_today(tablet, from_version_1):
    old = tablet.tells("arrivals.sweep", {"in_the_hall": 40}, version=1, subject=ARRIVAL)
    with from_version_1("arrivals.sweep", lambda old: {"found": old["in_the_hall"], "of": []}):
        assert said(record([old])) == ["stored"]
        assert (Sweep.objects.get().found, Sweep.objects.get().of) == (40, [])
        assert serve.history(ARRIVAL)[0].body == old.body
        assert rebuild() == []


def test_an_upcast_that_raises_sets_only_that_fact_aside(tablet, from_version_1):
    old = tablet.tells("arrivals.sweep", {"nothing": "of use"}, version=1, subject=ARRIVAL)
    new = tablet.tells("arrivals.sweep", version=2, subject=ARRIVAL)
    with from_version_1("arrivals.sweep", lambda old: {"found": old["in_the_hall"], "of": []}):
        assert said(record([old, new])) == ["set aside", "stored"]


def test_numbers_are_not_read_out_of_texts(tablet):
    """The desk takes a body as it stands, so the server must not be more generous."""
    fact = tablet.tells("arrivals.sweep", {"found": "41", "of": []}, subject=ARRIVAL)
    assert said(record([fact])) == ["set aside"]


def test_a_value_the_database_cannot_hold_sets_only_that_fact_aside(tablet):
    """A NUL is such a value on PostgreSQL; SQLite holds it."""
    lines = [
        tablet.tells("arrivals.line", {"manifest": JEAN, "arrival": ARRIVAL, "number": 1, "family_name": name})
        for name in ("one", "two\0", "three")
    ]
    names = [
        tablet.revises("people.reception", ROSE, body)
        for body in ({"given_names": "Rose"}, {"given_names": "Ro\0se"}, {"family_name": "Pierre"})
    ]
    expected = ["stored"] if connection.vendor == "sqlite" else ["set aside"]
    assert said(record([*lines, *names])) == ["stored", *expected, "stored", "stored", *expected, "stored"]
    assert Line.objects.filter(family_name__in=["one", "three"]).count() == 2
    later = tablet.revises("people.reception", ROSE, {"given_names": "Rose-Laure"}, *names)
    assert said(record([later])) == ["stored"]
    rose = Reception.objects.get(subject=ROSE)
    assert (rose.given_names, rose.family_name) == ("Rose-Laure", "Pierre")
    assert (verify(), rebuild()) == (None, [])


def test_a_decision_about_a_void_that_nobody_understands_is_taken_in(tablet):
    odd = tablet.tells("journal.void", {"target": "the last one"}, subject=ARRIVAL)
    record([odd])
    assert said(record([tablet.decides("refused", odd)])) == ["stored"]


# --- wrong clocks -----------------------------------------------------------------------------------------------


def test_a_wrong_clock_never_stops_anyone_and_is_marked():
    now_ms = time.time_ns() // 1_000_000
    ahead = Device(1, now_ms=now_ms + 6 * 60_000)
    far_ahead = Device(2, now_ms=now_ms + 40 * 365 * 86_400_000)
    behind = Device(3, now_ms=86_400_000)
    facts = [device.tells("arrivals.tally", subject=ARRIVAL) for device in (ahead, far_ahead, behind)]
    assert said(record(facts)) == ["stored"] * 3
    assert Tally.objects.count() == 3
    assert set(Suspect.objects.values_list("fact", flat=True)) == {facts[0].id, facts[1].id}
    assert {fact.clock for fact in serve.history(ARRIVAL)} == {fact.clock for fact in facts}


def test_a_clock_more_than_five_minutes_ahead_is_not_adopted():
    now_ms = time.time_ns() // 1_000_000
    a_little, too_much = Device(1, now_ms=now_ms + 4 * 60_000), Device(2, now_ms=now_ms + 6 * 60_000)
    adopted = a_little.tells("arrivals.tally", subject=ARRIVAL)
    record([adopted, too_much.tells("arrivals.tally", subject=ARRIVAL)])
    assert current().clock == adopted.clock
    # Nor where nothing else comes along with it.
    record([too_much.tells("arrivals.tally", subject=ARRIVAL)])
    assert current().clock == adopted.clock


def test_a_clock_only_goes_on():
    later = clock.tick(clock.reading(1000, 7), 900)
    assert later == clock.reading(1000, 8)
    assert clock.tick(later, 2000) == clock.reading(2000)
    assert clock.hear(later, [clock.reading(500)], 900) == later


# --- holes and clones -------------------------------------------------------------------------------------------


def test_a_missing_number_shows_until_it_comes(tablet):
    facts = [tablet.tells("arrivals.tally", subject=ARRIVAL) for _ in range(6)]
    record([facts[1], facts[4]])
    assert serve.holes(tablet.id) == ([(1, 1), (3, 4)], [])
    assert serve.last_n(tablet.id) == 5
    record(facts)
    assert serve.holes(tablet.id) == ([], [])


def test_two_tablets_restored_from_one_copy_show_by_their_numbers(tablet):
    first = tablet.tells("arrivals.tally", subject=ARRIVAL)
    copy = Device(1, now_ms=tablet.now_ms, n=tablet.n, last=tablet.last)
    record([first, tablet.tells("arrivals.tally"), copy.tells("arrivals.sweep", subject=ARRIVAL)])
    assert serve.holes(tablet.id) == ([], [2])
    assert Envelope.objects.count() == 3


# --- append-only ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_envelope SET kind = 'x.y'",
        "DELETE FROM journal_envelope",
        "UPDATE journal_listing SET stream = 1",
        "DELETE FROM journal_listing",
        "UPDATE journal_body SET text = '{}'",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_told(tablet, statement):
    record([tablet.tells("arrivals.tally", subject=ARRIVAL)])
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
