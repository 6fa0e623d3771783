"""Whoever changes the journal or its tables by hand is found, with the place."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from akeyi.arrivals.models import Tally
from akeyi.journal.head import current, new_epoch
from akeyi.journal.models import Aside, Body, Entered, Envelope, Listing, Stream
from akeyi.journal.record import record
from akeyi.journal.verify import rebuild, verify
from akeyi.people.models import Reception
from akeyi.testing.facts import ARRIVAL, ROSE, an_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(tablet):
    """Three taps, a person and a void: positions 1 to 5."""
    facts = [tablet.tells("arrivals.tally", subject=ARRIVAL, arrivals=[ARRIVAL]) for _ in range(3)]
    facts += [tablet.tells("people.reception", subject=ROSE), tablet.voids(facts[2])]
    record(facts)
    assert verify() is None
    return facts


@pytest.fixture
def by_hand():
    """The triggers out of the way, as somebody with the database file could put them."""
    with connection.cursor() as cursor:
        for table, action in (("envelope", "update"), ("envelope", "delete"), ("listing", "update"),
                              ("listing", "delete"), ("body", "update")):  # fmt: skip
            on = f" ON journal_{table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER journal_{table}_no_{action}{on}")


def test_a_changed_body_is_found_with_its_position(told, by_hand):
    Body.objects.filter(id=told[1].id).update(text=told[1].body.replace("1", "2"))
    assert verify() == "position 2: the body was changed"


def test_a_body_taken_away_without_an_erasure_is_found(told):
    Body.objects.filter(id=told[3].id).delete()
    assert verify() == "position 4: the body is gone and nobody erased it"


@pytest.mark.parametrize("change", [{"kind": "x.y"}, {"n": 99}, {"at": "2021-09-20T12:00:00.000Z"}, {"worker": ROSE}])
def test_a_changed_envelope_is_found(told, by_hand, change):
    Envelope.objects.filter(id=told[2].id).update(**change)
    assert verify() == "position 3: the envelope or the listing was changed"


def test_an_envelope_taken_away_is_found(told, by_hand):
    Envelope.objects.filter(id=told[2].id).delete()
    assert verify() == "position 3 is missing, or the fact it lists is gone"


def test_an_envelope_put_in_by_hand_is_found(told, tablet):
    row = Envelope.objects.get(id=told[0].id)
    row.id = an_id(77)
    row.save(force_insert=True)
    assert verify() == f"fact {an_id(77)} is listed nowhere: nobody told it"


def test_a_listing_taken_away_is_found(told, by_hand):
    Listing.objects.filter(position=4).delete()
    assert verify() == "position 4 is missing, or the fact it lists is gone"


def test_the_last_listing_taken_away_is_found(told, by_hand):
    Listing.objects.filter(position=5).delete()
    assert verify() == "position 4: the head says 5"


def test_a_listing_moved_to_another_stream_is_found(told, by_hand):
    other = Stream.objects.exclude(id=Listing.objects.get(position=1).stream).first()
    Listing.objects.filter(position=1).update(stream=other.id)
    assert verify() == "position 1: the envelope or the listing was changed"


def test_a_changed_count_is_found(told):
    stream = Stream.objects.order_by("id").first()
    Stream.objects.filter(id=stream.id).update(count=stream.count + 1)
    assert verify() == f"stream {stream.name}: its count, sum or last position is not that of its listings"


def test_a_stream_that_says_it_ends_sooner_is_found_since_readers_would_skip_the_rest(told):
    stream = Stream.objects.order_by("-last").first()
    Stream.objects.filter(id=stream.id).update(last=stream.last - 1)
    assert verify() == f"stream {stream.name}: its count, sum or last position is not that of its listings"


def test_an_erasure_excuses_no_missing_body_of_the_ledger(told, tablet):
    record([tablet.erases(ARRIVAL, "reception", arrivals=[ARRIVAL])])
    assert verify() is None
    Body.objects.filter(id=told[1].id).delete()
    assert verify() == "position 2: the body is gone and nobody erased it"


def test_an_erased_body_that_is_put_back_is_found(told, tablet):
    kept = Body.objects.get(id=told[3].id)
    record([tablet.erases(ROSE, "reception")])
    assert verify() is None
    kept.save(force_insert=True)
    assert verify() == "position 4: the body was erased, and is there again"


def test_a_body_of_no_fact_is_found(told):
    Body.objects.create(id=an_id(77), salt=b"0" * 16, text="{}")
    assert verify() == f"body {an_id(77)} belongs to no fact: nobody told it"


def test_somebody_taken_out_of_an_arrival_by_hand_is_found(told):
    Entered.objects.all().delete()
    assert verify() == f"subject {ARRIVAL} is listed in an arrival that it never entered"


def test_a_journal_written_anew_does_not_match_the_head_a_neighbour_kept(told):
    position, chain = current().position, bytes(current().chain).hex()
    assert verify((position, chain)) is None
    assert verify((position, "00" * 32)) == f"position {position}: the neighbour kept another head"
    assert verify((9, chain)) == f"position {position}: the neighbour kept a head at 9"


def test_verifying_an_empty_journal_is_no_difference():
    assert verify() is None


# --- rebuild ----------------------------------------------------------------------------------------------------


def test_a_rebuild_of_honest_tables_finds_nothing_and_leaves_them_as_they_were(told):
    before = list(Tally.objects.order_by("id").values())
    assert rebuild() == []
    assert list(Tally.objects.order_by("id").values()) == before


def test_a_row_changed_by_hand_is_found_and_mended(told):
    Tally.objects.filter(id=told[0].id).update(count=40)
    assert rebuild() == [
        f"arrivals_tally: {told[0].id} should not be there",
        f"arrivals_tally: {told[0].id} was missing",
    ]
    assert Tally.objects.get(id=told[0].id).count == 1


def test_a_row_added_by_hand_is_found_and_taken_away(told):
    row = Tally.objects.get(id=told[0].id)
    row.id = an_id(77)
    row.save(force_insert=True)
    assert rebuild() == [f"arrivals_tally: {an_id(77)} should not be there"]
    assert Tally.objects.count() == 2


def test_a_row_deleted_by_hand_is_found_and_put_back(told):
    Reception.objects.all().delete()
    assert rebuild() == [f"people_reception: {ROSE} was missing"]
    assert Reception.objects.get().given_names == "Rose-Laure"


def test_what_is_set_aside_stays_aside_in_a_rebuild(tablet, before_upgrade):
    with before_upgrade("arrivals.sweep"):
        record([tablet.tells("arrivals.sweep", subject=ARRIVAL)])
    assert rebuild() == []
    assert Aside.objects.count() == 1


# --- the commands -----------------------------------------------------------------------------------------------


def test_the_commands_end_with_one_line_each(told, capsys):
    call_command("journal", "verify")
    assert capsys.readouterr().out == f"journal verified, head 5:{bytes(current().chain).hex()}\n"
    call_command("journal", "verify", "--head", f"5:{bytes(current().chain).hex()}")
    capsys.readouterr()
    call_command("journal", "rebuild")
    assert capsys.readouterr().out == "tables rebuilt, every row as it was\n"
    call_command("journal", "retry")
    assert capsys.readouterr().out == "0 facts are understood now\n"


def test_the_commands_fail_where_something_differs(told, by_hand):
    Tally.objects.filter(id=told[0].id).update(count=40)
    with pytest.raises(CommandError, match="2 rows were not what the facts add up to"):
        call_command("journal", "rebuild")
    Body.objects.filter(id=told[1].id).update(text="{}")
    with pytest.raises(CommandError, match="journal differs: position 2: the body was changed"):
        call_command("journal", "verify")


def test_a_restored_server_starts_a_new_epoch(told):
    before = current().epoch
    assert new_epoch() == current().epoch != before


def test_after_a_backup_was_put_back_one_command_begins_a_new_epoch(told, capsys):
    before = current().epoch
    call_command("journal", "restored")
    assert "new epoch" in capsys.readouterr().out
    assert current().epoch != before


def test_a_head_that_is_none_is_said_in_words(told):
    with pytest.raises(CommandError, match="POSITION:CHAIN"):
        call_command("journal", "verify", "--head", "nonsense")
