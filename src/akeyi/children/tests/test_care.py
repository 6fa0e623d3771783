"""Which child is alone, who is with them, and who ends it: by rule, whatever is recorded beside."""

from datetime import UTC, datetime, timedelta

import pytest

from akeyi.children import care, queries
from akeyi.children.care import Said
from akeyi.children.facts.ask_first import AskFirstSaid
from akeyi.children.facts.carer import CarerRecorded
from akeyi.children.facts.hold import ChildHeld
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.card_replaced import CardWasReplaced
from akeyi.testing.cast import Tablet, a_site, a_worker

NAIMA = "0190a5c0-0000-8000-8000-00000000000b"
ROSE = "0190a5c0-0000-8000-8000-00000000000a"
WISLY = "0190a5c0-0000-8000-8000-00000000000c"
AT = datetime(2021, 9, 19, 13, 0, tzinfo=UTC)


def situation(relation=None, is_refused=False, tags=(), carers=0, is_child=True):
    return care.situation(is_child, relation, is_refused, tags, carers)


def test_unaccompanied_and_separated_as_the_field_defines_them():
    assert situation("nobody") == situation("no_relative") == "unaccompanied"
    assert situation("relative") == "separated"
    assert {situation(one) for one in ("parent", "guardian", "usual_carer")} == {"accompanied"}


def test_joining_a_family_makes_nobody_less_alone():
    assert situation(tags={"alone"}, carers=1) == "unaccompanied"
    assert situation(tags={"with_other_relatives"}, carers=1) == "separated"


def test_a_parent_who_refuses_is_no_family():
    assert situation("parent", is_refused=True) == "unaccompanied"
    assert situation("relative", is_refused=True) == "separated"


def test_a_child_with_two_answers_about_who_cares_is_in_question():
    assert situation("parent", carers=2) == "in_question"


def test_of_a_child_registered_alone_nothing_is_known_until_somebody_says_it():
    assert situation() == "not_known"


@pytest.mark.parametrize(
    ("ages", "groups", "is_disputed", "is_child"),
    [([19], ["adult"], True, True), ([19, 17], ["adult"], False, True), ([19], ["child"], False, False)],
)
def test_an_age_in_dispute_is_a_child(ages, groups, is_disputed, is_child):
    assert care.counts_as_child(ages, groups, is_disputed) == is_child


def test_whoever_was_with_a_child_still_is_until_the_next_takes_over_with_their_pin():
    first = Said(AT, "wilson", "wilson", "hall")
    given = Said(AT, "wilson", "evens", "space")
    assert care.care([first, given]).holder == "wilson"
    taken = Said(AT + timedelta(minutes=3), "wilson", "evens", "space", by_pin=True)
    now = care.care([first, given, taken])
    assert (now.holder, now.place, now.since) == ("evens", "space", AT + timedelta(minutes=3))


def test_nobody_is_with_a_child_whose_worker_has_left_and_after_five_minutes_it_is_said():
    now = care.care([Said(AT, "wilson", "wilson", "hall")])
    assert care.unheld_since(now, ["wilson"]) is None
    since = care.unheld_since(now, ["evens"])
    assert since == AT
    assert not care.is_alarm(since, AT + timedelta(minutes=4, seconds=59))
    assert care.is_alarm(since, AT + timedelta(minutes=5))


def test_only_child_protection_ends_it_and_it_can_begin_again():
    first, over = Said(AT, "wilson", "wilson"), Said(AT, "evens", is_asked=False)
    assert not care.care([first, over]).is_held
    assert care.care([first, over, Said(AT, "nadia")]).is_held


def test_brothers_and_sisters_who_are_held_stay_together():
    families = {"naima": "f", "kervens": "f", "lovely": "g"}
    assert care.held_together("naima", families, ["kervens", "lovely"]) == ["kervens", "naima"]


def test_of_nobody_is_a_photo_taken_but_of_a_child_alone_who_cannot_say_their_name():
    assert care.may_photograph("unaccompanied", False, "yes")
    assert not care.may_photograph("unaccompanied", None, "yes")
    assert not care.may_photograph("separated", False, "yes")


@pytest.mark.parametrize("answer", [None, "no", "withdrawn"])
def test_no_photo_is_taken_without_a_yes(answer):
    assert not care.may_photograph("unaccompanied", False, answer)


@pytest.fixture
def site():
    return a_site()


@pytest.mark.django_db
def test_who_is_with_a_child_is_seen_through_a_replaced_card(site):
    wilson = a_worker(site, "Wilson")
    body = {"old_card": "41800009", "new_card": "41800017", "new_reception": ROSE}
    tell(
        Saying(ChildHeld(holder=wilson), site=site, subject=ROSE, worker=wilson),
        Saying(CardWasReplaced(**body), site=site, subject=NAIMA),
    )
    assert queries.care_of_each(site)[NAIMA].holder == wilson


@pytest.mark.django_db
def test_a_clerk_ends_nothing_by_saying_that_nobody_needs_to_ask(site):
    """What only child protection may say waits for the manager when another says it."""
    tell(Saying(AskFirstSaid(is_asked=True), site=site, subject=NAIMA))
    clerk = Tablet(site, a_worker(site, "Wilson"))
    clerk.tell(AskFirstSaid(is_asked=False), NAIMA)
    assert queries.asked_first(site) == {NAIMA}


@pytest.mark.django_db
def test_two_answers_on_custody_are_asked_about_first(site):
    for adult in (ROSE, WISLY):
        Tablet(site, label=adult[-1]).tell(CarerRecorded(carer=adult), NAIMA)
    assert queries.asked_first(site) == {NAIMA}
