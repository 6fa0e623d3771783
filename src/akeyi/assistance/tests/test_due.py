"""What is due and what was given again, where people share a card, split, join and leave."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from akeyi.assistance.programmes import Person
from akeyi.assistance.rules import Given, Known, Moved, due
from akeyi.assistance.rules import again as given_again

ITEMS = (("kit", "person"), ("baby-kit", "family"), ("water", "none"))
NUMBERS = count()
DAY = date(2021, 9, 19)
NOON = datetime(2021, 9, 19, 16, tzinfo=UTC)
PEOPLE = {"token": Person(DAY, is_token=True), "other": Person(DAY, is_token=True)}


def known(told, family_of=None, people=PEOPLE, versions=(), items=ITEMS):
    singles = {one: Person(DAY) for one in ("rose", "wisly")}
    return Known(told, singles | dict(people), family_of or {}, versions, items)


def open_to(card, *told, family_of=None):
    """{item: for how many people it is due}"""
    found = due(known(told, family_of), card, NOON)
    return {item: one.quantity for item, one in found.items() if one.is_due}


def again(item, once_per, *told, family_of=None):
    """The cards to which it was given again."""
    return [one.card for one in given_again(known(told, family_of, items=((item, once_per),)))]


def gives(card, quantity=1, item="kit", minutes=0, **more):
    return Given(f"g{next(NUMBERS)}", card, item, NOON + timedelta(minutes=minutes), quantity, **more)


def comes(target, women):
    return Moved(None, target, {"woman": women})


def goes(source, target, women):
    return Moved(source, target, {"woman": women})


SERVED = (comes("token", 3), gives("token", 3), gives("token", 1, "baby-kit"))


def test_a_person_is_due_everything_once():
    assert open_to("rose") == {"kit": 1, "baby-kit": 1, "water": 1}
    assert open_to("rose", gives("rose"), gives("rose", item="water")) == {"baby-kit": 1, "water": 1}


def test_what_is_for_a_family_is_due_to_none_of_it_once_one_has_it():
    family = {"rose": "f", "wisly": "f"}
    assert "baby-kit" not in open_to("wisly", gives("rose", item="baby-kit"), family_of=family)


def test_who_comes_out_of_a_household_that_was_served_counts_as_served():
    for card, people in (("rose", 1), ("other", 2)):
        told = (*SERVED, goes("token", card, people))
        assert open_to(card, *told) == {"water": people}
        assert open_to("token", *told) == {"water": 3 - people}


def test_who_joins_a_household_that_was_served_is_due_what_is_for_a_person():
    assert open_to("token", *SERVED, comes("token", 2)) == {"kit": 2, "water": 5}


def test_one_card_twice_is_given_again_and_with_a_reason_too():
    assert again("kit", "person", gives("rose"), gives("rose")) == ["rose"]
    assert again("kit", "person", *SERVED, gives("token", 1, is_override=True)) == ["token"]
    assert again("kit", "person", gives("rose"), gives("wisly")) == []


def test_one_family_on_two_cards_is_given_again():
    family = {"rose": "f", "wisly": "f"}
    told = (gives("rose", item="baby-kit"), gives("wisly", item="baby-kit"))
    assert again("baby-kit", "family", *told, family_of=family) == ["wisly"]
    assert again("baby-kit", "family", *told) == []


def test_the_rest_of_a_household_and_those_who_join_are_not_given_again():
    assert again("kit", "person", comes("token", 3), gives("token", 2), gives("token", 1)) == []
    assert again("kit", "person", *SERVED, comes("token", 2), gives("token", 2)) == []
    assert again("kit", "person", *SERVED, gives("token", 3)) == ["token"]


def test_who_came_out_of_a_household_that_was_served_is_given_again():
    assert again("kit", "person", *SERVED, goes("token", "rose", 1), gives("rose")) == ["rose"]
    assert again("baby-kit", "family", *SERVED, goes("token", "rose", 1), gives("rose", item="baby-kit")) == ["rose"]
