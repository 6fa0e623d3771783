"""Days on which four tablets tell what they see, made at random: what tests and shared cases are made of."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from akeyi.access.viewer import Viewer
from akeyi.assistance import queries
from akeyi.journal.envelope import WireFact
from akeyi.testing.facts import ARRIVAL, SITE, Device, an_id

CARDS = [an_id(0x100 + n) for n in range(4)]
TOKEN, NEW = an_id(0x200), an_id(0x300)
KIT, WATER = an_id(0x401), an_id(0x402)
TENT, CONTAINER = an_id(0x601), an_id(0x602)
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
    tent = {"name": "Tent", "is_giving": True, "is_active": True}
    return [
        office.tells("access.site", site, subject=SITE),
        office.tells("assistance.store", tent, subject=TENT),
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
    if draw(st.booleans()):
        body["store"] = CONTAINER
    return tablet.tells("assistance.hand_out", body, subject=draw(st.sampled_from([*CARDS, TOKEN, NEW])))


def takes_back(draw: Draw, tablet: Device, told: list[WireFact]) -> WireFact:
    voidable = (
        *("assistance.hand_out", "assistance.given_to_many", "assistance.movement", "assistance.voucher"),
        *("people.household_move", "people.card_replaced"),
    )
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


def gives_to_many(draw: Draw, tablet: Device, _told: list[WireFact]) -> WireFact:
    body = {"item": draw(st.sampled_from([KIT, WATER])), "quantity": draw(st.sampled_from([1, 12])), "how": "tap"}
    return tablet.tells("assistance.given_to_many", body, subject=ARRIVAL, arrivals=[ARRIVAL])


def moves_stock(draw: Draw, tablet: Device, _told: list[WireFact]) -> WireFact:
    what = draw(st.sampled_from(["received", "returned", "moved", "packed", "issued", "lost", "counted"]))
    body = {"what": what, "quantity": draw(st.integers(0, 30)), "store": draw(st.sampled_from([TENT, CONTAINER]))}
    body["item"] = KIT if what == "packed" else draw(st.sampled_from([KIT, WATER]))
    more: dict[str, dict[str, Any]] = {"moved": {"to": CONTAINER}, "packed": {"parts": {WATER: 2}}}
    return tablet.tells("assistance.movement", body | more.get(what, {}))


def publishes_for_once(draw: Draw, tablet: Device, _told: list[WireFact]) -> WireFact:
    line = {"item": KIT, "quantity": draw(st.integers(1, 2))} | ONCE
    who = draw(st.sampled_from([{}, {"sex": "female"}, {"age_to": 17}, {"with_voucher": True}]))
    body = {"names": NAMES, "since": "2021-09-18", "items": [line]} | who
    return tablet.tells("assistance.programme", body, subject=draw(st.sampled_from([FIRST, SECOND])))


EVERYTHING = (
    *(gives, gives, gives, gives_to_many, takes_back, learns, learns),
    *(moves, replaces, vouches, publishes, publishes, moves_stock, moves_stock),
)


@st.composite
def days(draw: Draw, *ways: Any) -> list[WireFact]:
    """A beginning, and 4 to 16 things that four tablets tell, one of them with a wrong clock."""
    office = Device(9)
    told = [*beginning(office), *people(office)]
    tablets = [Device(number, ahead_ms=(0, 0, 0, 200_000)[number]) for number in range(4)]
    for _ in range(draw(st.integers(4, 16))):
        tablet = draw(st.sampled_from(tablets))
        if draw(st.booleans()):
            tablet.hears(max(one.clock for one in told))
        told.append(draw(st.sampled_from(ways))(draw, tablet, told))
    return told


def all_that_is_due() -> dict[str, Any]:
    """What the server says is due to each card in the evening."""
    return {card: queries.due(VIEWER, card, EVENING) for card in (*CARDS, TOKEN, NEW)}
