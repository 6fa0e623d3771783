"""Mistakes are taken back, withdrawn tablets are decided about, people are erased; figures survive all three."""

import hashlib

import pytest

from akeyi.arrivals.models import Line, Tally
from akeyi.assistance.models import HandOut
from akeyi.children.models import ReleaseReview
from akeyi.journal import serve
from akeyi.journal.erase import erase
from akeyi.journal.models import Body, Envelope, Stream
from akeyi.journal.record import record
from akeyi.journal.tell import Saying, take_back, tell
from akeyi.journal.verify import rebuild, verify
from akeyi.people.facts.consent import ConsentTold
from akeyi.people.models import Consent, Reception, Roll
from akeyi.testing.facts import ARRIVAL, JEAN, OTHER_ARRIVAL, ROSE, SITE, an_id

from .adding_up import taken_back

pytestmark = pytest.mark.django_db
ROLL = an_id(0x8011)


def in_both_orders(*facts):
    """Records the facts one by one, forwards and then backwards; what is asserted inside holds for both."""
    for order in (facts, facts[::-1]):
        with taken_back():
            for fact in order:
                record([fact])
            yield
            assert (verify(), rebuild()) == (None, [])


# --- voids ------------------------------------------------------------------------------------------------------


def test_a_void_takes_an_entry_back_even_if_it_comes_first(tablet, other_tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL)
    stays = tablet.tells("arrivals.tally", subject=ARRIVAL)
    record([stays])
    for _ in in_both_orders(tap, other_tablet.voids(tap)):
        assert Tally.objects.get().id == stays.id


def test_two_voids_are_one(tablet, other_tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL)
    for _ in in_both_orders(tap, tablet.voids(tap), other_tablet.voids(tap)):
        assert not Tally.objects.exists()


def test_a_void_from_behind_another_wall_takes_nothing_back(tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL)
    for _ in in_both_orders(tap, tablet.voids(tap, wall="assistance")):
        assert Tally.objects.count() == 1


def test_a_void_is_final(tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL)
    void = tablet.voids(tap)
    for _ in in_both_orders(tap, void, tablet.voids(void)):
        assert not Tally.objects.exists()


def test_a_refused_void_takes_nothing_back(tablet, other_tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL)
    void = other_tablet.voids(tap)
    for _ in in_both_orders(tap, void, tablet.decides("refused", void)):
        assert Tally.objects.count() == 1


def test_the_office_takes_back_from_behind_the_right_wall(tablet):
    given = tablet.tells("assistance.hand_out", subject=ROSE)
    record([given])
    take_back([given.id])
    assert not HandOut.objects.exists()


# --- decisions --------------------------------------------------------------------------------------------------


def test_a_refused_fact_counts_nowhere_and_is_kept(tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL)
    for _ in in_both_orders(tap, tablet.decides("refused", tap)):
        assert not Tally.objects.exists()
        assert Body.objects.filter(id=tap.id).exists()


def test_the_later_decision_counts_whichever_came_first(tablet, other_tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL)
    refused = tablet.decides("refused", tap)
    taken_in = other_tablet.decides("taken_in", tap, after_ms=60_000)
    for _ in in_both_orders(tap, refused, taken_in):
        assert Tally.objects.count() == 1
    refused_again = tablet.decides("refused", tap, after_ms=600_000)
    for _ in in_both_orders(tap, refused_again, taken_in, refused):
        assert not Tally.objects.exists()


def test_a_refused_revision_has_seen_nothing(tablet, other_tablet):
    first = tablet.revises("people.reception", ROSE, {"given_names": "Rose"})
    second = other_tablet.revises("people.reception", ROSE, {"given_names": "Rosa"}, first)
    for _ in in_both_orders(first, second, tablet.decides("refused", second)):
        assert Reception.objects.get().given_names == "Rose"


def test_decisions_and_erasures_cannot_be_refused(tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL)
    review = tablet.tells("children.release_review", subject=ROSE)
    refused = tablet.decides("refused", tap)
    erased = tablet.erases(ROSE, "child")
    for _ in in_both_orders(tap, review, refused, erased, tablet.decides("refused", refused, erased)):
        assert not Tally.objects.exists()
        assert not ReleaseReview.objects.exists()


def held(device):
    """What a server makes of a withdrawn tablet's facts: a decision that refuses each."""
    return lambda db, head, new: [device.decides("refused", fact) for fact in new]


def names():
    return {stream.name: stream.count for stream in Stream.objects.all()}


def test_a_withdrawn_tablets_facts_are_held_back_until_taken_in(tablet, other_tablet):
    tap = tablet.tells("arrivals.tally", subject=ARRIVAL, arrivals=[ARRIVAL])
    record([tap], refuse=held(other_tablet))
    stream = f"{SITE}/{ARRIVAL}/reception"
    assert not Tally.objects.exists()
    assert tap.id not in {fact["id"] for fact in serve.pull([stream], {})["facts"]}
    before = serve.pull([stream], {})["facts"][-1]["position"]
    record([other_tablet.decides("taken_in", tap)])
    assert Tally.objects.get().id == tap.id
    # Whoever had read past it when it came gets it now.
    assert tap.id in {fact["id"] for fact in serve.pull([stream], {stream: before})["facts"]}
    assert verify() is None


def test_what_is_held_back_stays_back_when_its_subject_enters_an_arrival(tablet, other_tablet):
    hand_out = tablet.tells("assistance.hand_out", subject=ROSE)
    record([hand_out], refuse=held(other_tablet))
    record([other_tablet.tells("people.reception", subject=ROSE, arrivals=[ARRIVAL])])
    served = serve.pull([f"{SITE}/{ARRIVAL}/assistance"], {})["facts"]
    assert hand_out.id not in {fact["id"] for fact in served}


def test_people_go_back_to_the_arrival_that_stands_after_a_decision(tablet, other_tablet):
    right = tablet.revises("people.roll", ROLL, {"arrival": ARRIVAL})
    wrong = other_tablet.revises("people.roll", ROLL, {"arrival": OTHER_ARRIVAL}, right)
    record([right, wrong])
    record([tablet.revises("people.reception", ROSE, {"roll": ROLL})])
    assert f"{SITE}/{ARRIVAL}/reception" not in names()
    record([tablet.decides("refused", wrong)])
    assert Roll.objects.get().arrival == ARRIVAL
    assert names()[f"{SITE}/{ARRIVAL}/reception"] == 1


# --- erasure ----------------------------------------------------------------------------------------------------


def test_an_erased_persons_words_go_and_the_ledger_stays(tablet):
    name = tablet.revises("people.reception", ROSE, {"given_names": "Rose"})
    consent = tablet.tells("people.consent", subject=ROSE)
    moved = tablet.tells(
        "people.household_move", {"target": ROSE, "why": "arrived", "groups": {"woman": 1}}, subject=ROSE
    )
    given = tablet.tells("assistance.hand_out", subject=ROSE)
    jean = tablet.revises("people.reception", JEAN, {"given_names": "Jean"})
    for _ in in_both_orders(name, consent, moved, given, jean, tablet.erases(ROSE, "reception")):
        assert set(Body.objects.values_list("id", flat=True)) >= {moved.id, given.id, jean.id}
        assert not Body.objects.filter(id__in=[name.id, consent.id]).exists()
        assert (Reception.objects.get().subject, Consent.objects.count(), HandOut.objects.count()) == (JEAN, 0, 1)
        assert Envelope.objects.count() == 6


def test_a_late_fact_about_an_erased_person_comes_without_its_body(tablet):
    record([tablet.erases(ROSE, "child")])
    late = tablet.tells("children.release_review", {"release": JEAN, "note": "secret"}, subject=ROSE)
    assert [answer.answer for answer in record([late])] == ["stored"]
    assert not ReleaseReview.objects.exists()
    assert not Body.objects.filter(id=late.id).exists()
    served = serve.pull([f"{SITE}/-/child"], {})["facts"][-1]
    assert (served["id"], served["body"], served["salt"]) == (late.id, None, None)
    assert (verify(), rebuild()) == (None, [])


def test_erasure_and_erased_in_one_batch_leave_nothing(tablet):
    review = tablet.tells("children.release_review", subject=ROSE)
    for batch in ([tablet.erases(ROSE, "child"), review], [review, tablet.erases(ROSE, "child")]):
        with taken_back():
            record(batch)
            assert not ReleaseReview.objects.exists()
            assert not Body.objects.filter(id=review.id).exists()


def test_erasing_behind_one_wall_leaves_what_is_behind_another(tablet):
    came = tablet.tells("people.came", subject=ROSE)
    name = tablet.revises("people.reception", ROSE, {"given_names": "Rose"})
    for _ in in_both_orders(came, name, tablet.erases(ROSE, "protection")):
        assert Reception.objects.get().given_names == "Rose"
        assert not Body.objects.filter(id=came.id).exists()


def test_nobody_can_guess_back_what_was_erased(tablet):
    """The digest stays in the envelope; without its salt no list of likely bodies leads back to it."""
    came = tablet.tells("people.came", {"how_came": "deported"}, subject=ROSE)
    record([came, tablet.erases(ROSE, "protection")])
    digest = bytes(Envelope.objects.get(id=came.id).digest)
    assert digest != hashlib.sha256(came.body.encode()).digest()
    assert not Body.objects.filter(id=came.id).exists()


def test_a_kind_nobody_here_knows_is_erased_too(tablet):
    colour = tablet.tells("screening.colour", {"colour": "red"}, subject=ROSE, wall="triage")
    for _ in in_both_orders(colour, tablet.erases(ROSE, "triage")):
        assert not Body.objects.filter(id=colour.id).exists()


def test_the_server_erases_by_subject_and_wall():
    tell(
        Saying(ConsentTold(purpose="follow_up_call", answer="yes", how="said", language="ht"), site=SITE, subject=ROSE)
    )
    erase(ROSE, SITE, ["reception", "protection"], "asked for by the person", [])
    assert not Consent.objects.exists()
    assert verify() is None


def test_lines_of_a_list_are_erased_one_by_one(tablet):
    lines = [tablet.tells("arrivals.line") for _ in range(3)]
    for _ in in_both_orders(*lines, tablet.erases(lines[1].subject, "reception")):
        assert set(Line.objects.values_list("id", flat=True)) == {lines[0].id, lines[2].id}
