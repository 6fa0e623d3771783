"""What lies where: nothing comes from nowhere, what is given is never refused, the oldest goes first."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from hypothesis import given as anything
from hypothesis import strategies as st

from akeyi.assistance.stock import Counted, Enough, Given, Moved, Rate, enough, stock

KIT, SOAP, TOWEL = "kit", "soap", "towel"
TENT, CONTAINER = "tent", "container"
MAY, JUNE = date(2027, 5, 31), date(2027, 6, 30)
NOW = datetime(2021, 9, 19, 14, 5, tzinfo=UTC)


def moved(what, quantity, item=SOAP, store=CONTAINER, **more):
    return Moved(id="", what=what, item=item, store=store, quantity=quantity, **more)


def test_what_came_less_what_went_is_there():
    told = [
        moved("received", 100),
        moved("moved", 40, to=TENT),
        Given(SOAP, TENT, 3),
        moved("lost", 5),
        moved("returned", 1, store=TENT),
        moved("issued", 10),
    ]
    found = stock(told)
    assert (found.on_hand(SOAP, CONTAINER), found.on_hand(SOAP, TENT), found.on_hand(SOAP)) == (45, 38, 83)


def test_what_is_given_without_stock_stands_below_zero_and_is_settled_by_what_comes():
    found = stock([Given(SOAP, TENT, 3), moved("received", 10, store=TENT, lot=(MAY, "A"))])
    assert found.shelves[SOAP, TENT].lots == {(MAY, "A"): 7}
    assert stock([Given(SOAP, TENT, 3)]).on_hand(SOAP) == -3


def test_what_expires_first_goes_first_and_takes_its_lot_along():
    told = [
        moved("received", 10, lot=(JUNE, "B")),
        moved("received", 5),
        moved("received", 10, lot=(MAY, "A")),
        moved("moved", 12, to=TENT),
    ]
    found = stock(told)
    assert found.shelves[SOAP, TENT].lots == {(MAY, "A"): 10, (JUNE, "B"): 2}
    assert found.shelves[SOAP, CONTAINER].lots == {(JUNE, "B"): 8, (None, None): 5}


def test_a_lot_that_is_named_goes_first_and_the_rest_comes_from_the_others():
    told = [moved("received", 10, lot=(MAY, "A")), moved("received", 2, lot=(JUNE, "B"))]
    found = stock([*told, moved("lost", 3, lot=(JUNE, "B"))])
    assert found.shelves[SOAP, CONTAINER].lots == {(MAY, "A"): 9}


def test_a_kit_is_packed_from_its_parts():
    told = [moved("received", 20), moved("received", 10, item=TOWEL)]
    found = stock([*told, moved("packed", 8, item=KIT, parts={SOAP: 2, TOWEL: 1})])
    assert [found.on_hand(item) for item in (KIT, SOAP, TOWEL)] == [8, 4, 2]


def test_what_was_counted_stands_and_the_difference_is_named():
    found = stock([moved("received", 100), moved("counted", 96), moved("lost", 6)])
    assert found.counts == [Counted("", SOAP, CONTAINER, 100, 96)]
    assert found.on_hand(SOAP) == 90
    assert stock([moved("received", 10), moved("counted", 12)]).on_hand(SOAP) == 12


def test_enough_for_so_many_more_until_such_a_time():
    assert enough(30, Rate(20, 20), NOW) == Enough(30, NOW + timedelta(minutes=90))
    assert enough(31, Rate(3, 9), NOW).people == 10
    assert enough(30, Rate(), NOW) == Enough(30, None)
    assert enough(60, Rate(to_many=20), NOW) == Enough(60, NOW + timedelta(hours=3))
    assert enough(-3, Rate(1, 1), NOW) == Enough(0, NOW)


LOTS = st.sampled_from([(None, None), (MAY, "A"), (JUNE, "B"), (None, "C")])
ITEMS, STORES, SO_MANY = st.sampled_from([KIT, SOAP, TOWEL]), st.sampled_from([TENT, CONTAINER]), st.integers(0, 30)
MOVEMENTS = st.one_of(
    st.builds(
        Moved,
        id=st.just(""),
        what=st.sampled_from(["received", "returned", "issued", "lost", "counted"]),
        item=ITEMS,
        store=STORES,
        quantity=SO_MANY,
        lot=LOTS,
    ),
    st.builds(
        Moved, id=st.just(""), what=st.just("moved"), item=ITEMS, store=STORES, quantity=SO_MANY, to=STORES, lot=LOTS
    ),
    st.builds(
        Moved,
        id=st.just(""),
        what=st.just("packed"),
        item=st.just(KIT),
        store=STORES,
        quantity=SO_MANY,
        parts=st.just({SOAP: 2, TOWEL: 1}),
    ),
    st.builds(Given, ITEMS, STORES, SO_MANY),
)


@anything(st.lists(MOVEMENTS, max_size=40))
def test_whatever_is_told_nothing_comes_from_nowhere(told):
    found = stock(told)
    books = Counter()
    for one in told:
        if isinstance(one, Given):
            books[one.item] -= one.quantity
        elif one.what in ("received", "returned", "packed"):
            books[one.item] += one.quantity
            for part, each in one.parts.items():
                books[part] -= each * one.quantity
        elif one.what in ("issued", "lost"):
            books[one.item] -= one.quantity
    for count in found.counts:
        books[count.item] += count.found - count.expected
    assert {item: found.on_hand(item) for item in (KIT, SOAP, TOWEL)} == {
        item: books[item] for item in (KIT, SOAP, TOWEL)
    }
    for shelf in found.shelves.values():
        # Below zero only where nothing is left of any lot.
        assert all(part > 0 for part in shelf.lots.values()) or set(shelf.lots) == {(None, None)}
