"""Four tablets tell what they see: in whatever order it comes, the same is due, and nothing is given twice unseen."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akeyi.access.viewer import Viewer
from akeyi.assistance import queries
from akeyi.journal.envelope import WireFact
from akeyi.journal.record import record
from akeyi.journal.tests.adding_up import taken_back
from akeyi.people.queries import everybody
from akeyi.testing.facts import ARRIVAL, SITE, Device, an_id

pytestmark = pytest.mark.django_db
CARDS = [an_id(0x100 + n) for n in range(4)]
TOKEN, NEW = an_id(0x200), an_id(0x300)
KIT, WATER = an_id(0x401), an_id(0x402)
FIRST, SECOND = an_id(0x501), an_id(0x502)
# The evening of the day: nothing in these days takes as long.
EVENING = datetime(2021, 9, 19, 23, tzinfo=UTC)
VIEWER = Viewer("", SITE, ("clerk",), frozenset({"reception", "assistance"}))
NAMES = {"en": "First days"}
ONCE = {"per": "person", "often": "once", "every_hours": None}
GROUPS = ("woman", "man", "girl", "boy")

Draw = Any


def beginning(office: Device) -> list[WireFact]:
    """A site, a flight, two items, and whoever came with it."""
    site = {"code": "PAP", "name": "Port-au-Prince", "timezone": "America/Port-au-Prince"}
    flight = {"how": "flight", "label": "GXA 3301", "status": "landed", "landed_at": "2021-09-19T11:00:00Z"}
    return [
        office.tells("access.site", site, subject=SITE),
        office.tells("arrivals.arrival", flight, subject=ARRIVAL, arrivals=[ARRIVAL]),
        office.tells("assistance.item", {"names": {"en": "Kit"}, "once_per": "person", "is_active": True}, subject=KIT),
        office.tells(
            "assistance.item", {"names": {"en": "Water"}, "once_per": "none", "is_active": True}, subject=WATER
        ),
    ]


def people(office: Device) -> list[WireFact]:
    numbers: list[tuple[str, dict[str, Any]]] = [
        (card, {"card": f"9990000{n}", "arrival": ARRIVAL}) for n, card in enumerate(CARDS)
    ]
    numbers.append((TOKEN, {"card": "99900099", "arrival": ARRIVAL, "is_token": True}))
    told = [office.tells("people.reception", said, subject=card, arrivals=[ARRIVAL]) for card, said in numbers]
    came = {"target": TOKEN, "why": "arrived", "groups": {"woman": 1, "girl": 2}}
    return [*told, office.tells("people.household_move", came, subject=TOKEN, arrivals=[ARRIVAL])]


def gives(draw: Draw, tablet: Device, _told: list[WireFact]) -> WireFact:
    body: dict[str, Any] = {"item": draw(st.sampled_from([KIT, KIT, WATER])), "quantity": draw(st.integers(1, 2))}
    if draw(st.booleans()):
        body["override"] = "lost"
    return tablet.tells("assistance.hand_out", body, subject=draw(st.sampled_from([*CARDS, TOKEN, NEW])))


def takes_back(draw: Draw, tablet: Device, told: list[WireFact]) -> WireFact:
    voidable = ("assistance.hand_out", "people.household_move", "people.card_replaced", "assistance.voucher")
    return tablet.voids(draw(st.sampled_from([one for one in told if one.kind in voidable])))


def learns(draw: Draw, tablet: Device, told: list[WireFact]) -> WireFact:
    card = draw(st.sampled_from(CARDS))
    what = {
        "sex": st.sampled_from(["female", "male", "unknown"]),
        "age": st.integers(0, 60),
        "age_group": st.sampled_from(["adult", "child", "baby"]),
        "family": st.sampled_from(CARDS),
    }
    field = draw(st.sampled_from(sorted(what)))
    earlier = [one.id for one in told if one.kind == "people.reception" and one.subject == card]
    saw = {field: earlier} if draw(st.booleans()) else {}
    return tablet.tells("people.reception", {field: draw(what[field]), "saw": saw}, subject=card)


def moves(draw: Draw, tablet: Device, _told: list[WireFact]) -> WireFact:
    source, target = draw(st.sampled_from([(None, TOKEN), (TOKEN, CARDS[0]), (TOKEN, CARDS[1]), (CARDS[0], TOKEN)]))
    why = "joined" if target == TOKEN else "registered"
    body = {"target": target, "why": why, "groups": {draw(st.sampled_from(GROUPS)): 1}}
    return tablet.tells("people.household_move", body | ({"source": source} if source else {}), subject=TOKEN)


def replaces(_draw: Draw, tablet: Device, _told: list[WireFact]) -> WireFact:
    body = {"old_card": "99900002", "new_card": "99900077", "new_reception": NEW}
    return tablet.tells("people.card_replaced", body, subject=CARDS[2])


def vouches(draw: Draw, tablet: Device, _told: list[WireFact]) -> WireFact:
    body = {"programme": draw(st.sampled_from([FIRST, SECOND]))}
    return tablet.tells("assistance.voucher", body, subject=draw(st.sampled_from([*CARDS, TOKEN])))


def publishes(draw: Draw, tablet: Device, _told: list[WireFact]) -> WireFact:
    often = draw(st.sampled_from([{}, {"often": "arrival"}, {"every_hours": 2}, {"often": "any"}, {"per": "family"}]))
    line = {"item": KIT, "quantity": draw(st.integers(1, 2))} | ONCE | often
    who = draw(
        st.sampled_from([{}, {"sex": "female"}, {"age_to": 17}, {"with_voucher": True}, {"until": "2021-09-18"}])
    )
    body = {"names": NAMES, "since": draw(st.sampled_from(["2021-09-18", "2021-09-19", "2021-09-20"])), "items": [line]}
    return tablet.tells("assistance.programme", body | who, subject=draw(st.sampled_from([FIRST, SECOND])))


@st.composite
def days(draw: Draw, *ways: Any) -> list[WireFact]:
    """A beginning, and 4 to 12 things that four tablets tell, one of them with a wrong clock."""
    office = Device(9)
    told = [*beginning(office), *people(office)]
    tablets = [Device(number, ahead_ms=(0, 0, 0, 200_000)[number]) for number in range(4)]
    for _ in range(draw(st.integers(4, 12))):
        tablet = draw(st.sampled_from(tablets))
        if draw(st.booleans()):
            tablet.hears(max(one.clock for one in told))
        told.append(draw(st.sampled_from(ways))(draw, tablet, told))
    return told


def all_that_is_due() -> dict[str, Any]:
    return {card: queries.due(VIEWER, card, EVENING) for card in (*CARDS, TOKEN, NEW)}


def again() -> list[tuple[str, str, list[str]]]:
    return sorted((card, item, sorted(one.id for one in many)) for card, item, many in given_twice())


def given_twice() -> list[tuple[str, str, list[Any]]]:
    return queries.given_twice(SITE, everybody(SITE))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_same_is_due_whatever_the_order_in_which_it_was_heard(data):
    told = data.draw(
        days(gives, gives, gives, takes_back, learns, learns, moves, replaces, vouches, publishes, publishes)
    )
    with taken_back():
        record(told)
        expected = (all_that_is_due(), again())
    for order in (told[::-1], data.draw(st.permutations(told + told[:2]))):
        with taken_back():
            for fact in order:
                record([fact])
            assert (all_that_is_due(), again()) == expected


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nobody_is_given_a_kit_twice_unseen(data):
    """Counted by hand: whoever holds more kits than one, on any of their cards, stands on the list."""
    told = data.draw(days(gives, gives, gives, takes_back, learns, replaces))
    with taken_back():
        record(told)
        known = everybody(SITE)
        kits, times = Counter[str](), Counter[str]()
        for card, rows in queries.given(SITE).items():
            one = known.resolve(card)
            kits[one] += sum(quantity for item, quantity, _ in rows if item == KIT)
            times[one] += sum(item == KIT for item, _, _ in rows)
        listed = {card for card, item, _ in given_twice() if item == KIT}
        singles = [card for card in kits if card != TOKEN]
        assert {card for card in singles if times[card] > 1} == {card for card in listed if card != TOKEN}
        assert (TOKEN in listed) >= (times[TOKEN] > 1 and kits[TOKEN] > 3)
        # And whoever has one is due no other.
        assert all(not queries.due(VIEWER, card, EVENING)[KIT][0].is_due for card in singles if kits[card])
