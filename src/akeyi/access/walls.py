"""The roles: behind which walls each reads and writes, where in the hall it works, and which duties it has.

This table is the only place that decides. `docs/walls.md` says the same by hand, and a test holds the two together.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from akeyi.journal.declare import WALLS, Kind

# Numbers that name nobody: counts behind no wall of a person, and the same with small cells taken out.
FIGURES, ROUNDED = "figures", "rounded"

# Whoever meets people hands on what they saw, also behind walls they cannot read themselves.
IN_THE_HALL = frozenset({"reception", "assistance", "triage", "health", "child", "protection", "safety"})

# What a PIN and an account open that only the site manager has vouched for; every other wall needs the word of a second
# holder. Numbers are nobody's story.
OPEN_TO_ALL = frozenset({"reception", "assistance", FIGURES, ROUNDED})

PLACES = (
    "arrivals",
    "welcome",
    "count",
    "register",
    "serve",
    "pay",
    "screen",
    "children",
    "forms",
    "leave",
    "trips",
    "households",
    "cards",
    "board",
    "safety",
    "property",
)


def _all_but(*others: str) -> tuple[str, ...]:
    return tuple(place for place in PLACES if place not in others)


HALL_PLACES = _all_but("pay", "screen", "children")
SCREENING_PLACES = _all_but("pay", "children")


@dataclass(frozen=True, slots=True)
class Role:
    """What one role opens.

    `reads`: walls, and FIGURES or ROUNDED. `writes`: walls. `only`: of the kinds behind these walls only those named;
    None: all. `places`: stations of a tablet. `finds`: may search people, and see lists of them, beyond the card in
    front of them. `duties`: `site` runs a site, `access` says who works there and on what, `forms`
    publishes forms, `sender` answers an authority that sends people back, `mission` is told how many need somebody now;
    of what is sealed, `boxes` opens statements, `complaints` reads those that people gave it, and `calls` the numbers
    of whoever agreed to be called. `vouches`: opens its walls to colleagues who hold them too. `state`: a worker of a
    state authority may hold it.
    """

    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    places: tuple[str, ...] = ()
    finds: bool = True
    duties: frozenset[str] = frozenset()
    vouches: bool = True
    state: bool = False


def _hall(*more: str, also_writes: tuple[str, ...] = (), places: tuple[str, ...] = HALL_PLACES) -> Role:
    reads = frozenset({"reception", "assistance", FIGURES, *more})
    return Role(reads=reads, writes=IN_THE_HALL | frozenset(also_writes), places=places)


ROLES: dict[str, Role] = {
    "manager": Role(
        reads=frozenset({"reception", "assistance", "safety", "office", FIGURES}),
        writes=IN_THE_HALL | {"office"},
        # Not what is told of a child: who is with one, and since when nobody is.
        places=_all_but("pay", "screen"),
        duties=frozenset({"site", "access"}),
    ),
    "administrator": Role(reads=frozenset({"office"}), duties=frozenset({"access"})),
    "audit": Role(reads=frozenset({"office", FIGURES}), duties=frozenset({"audit"})),
    "clerk": _hall(),
    "volunteer": Role(
        reads=frozenset({"reception", "assistance"}),
        writes=frozenset({"reception", "assistance", "triage", "protection"}),
        only=frozenset(
            {
                "arrivals.sample",
                "arrivals.tally",
                "arrivals.waiting_outside",
                "assistance.given_to_many",
                "assistance.hand_out",
                "children.hold",
                "onward.exit",
                "people.card_returned",
                "safety.pause",
                "safety.seen",
                "safety.tag",
                "safety.tag_back",
                "screening.last_word",
                "screening.request",
            }
        ),
        places=("welcome", "count", "serve", "leave", "trips", "safety", "property"),
        finds=False,
    ),
    "cash": _hall("cash", also_writes=("cash",), places=_all_but("screen", "children")),
    "triage": _hall("triage", places=SCREENING_PLACES),
    "health": _hall("triage", "health", places=SCREENING_PLACES),
    "child_protection": _hall("triage", "child", places=_all_but("pay")),
    "protection": _hall("triage", "protection", places=SCREENING_PLACES),
    "last_word": _hall("triage", places=("welcome", "leave", "trips", "cards", "board", "safety")),
    "safety": _hall("safety"),
    # Whoever writes forms reads none of their answers.
    "information": Role(
        reads=frozenset({FIGURES}),
        writes=frozenset({"reception", "health", "child", "protection", "office"}),
        only=frozenset(
            {"screening.form", "screening.form_health", "screening.form_child", "screening.form_protection"}
        ),
        duties=frozenset({"forms"}),
    ),
    "statistics": Role(reads=frozenset({FIGURES})),
    # Speaks for the mission: the only one who answers a sender, in a form of which no word can be typed.
    "head_of_mission": Role(reads=frozenset({FIGURES}), duties=frozenset({"sender", "mission"})),
    # Opens sealed statements together with another holder; may live in another country, and works in no hall.
    "holder": Role(reads=frozenset({"sealed"}), duties=frozenset({"boxes"})),
    # Takes the complaints of those who picked them, never one about their own organisation; works in no hall.
    "focal_point": Role(reads=frozenset({"sealed"}), duties=frozenset({"complaints"})),
    # Calls whoever agreed to it; works in no hall. Whoever telephones lets nobody in to statements and complaints.
    "phone_desk": Role(reads=frozenset({"sealed"}), duties=frozenset({"calls"}), vouches=False),
    "authority": Role(
        reads=frozenset({ROUNDED}),
        writes=frozenset({"reception"}),
        only=frozenset({"people.reception"}),
        state=True,
    ),
}

# Whoever cannot be asked for their role (nobody was signed in, or the hub has not heard of them yet) says what anybody
# in the hall may say.
# What is sealed names no teller.
NOBODY_KNOWN = Role(writes=IN_THE_HALL | {"sealed"})


def in_force(roles: Iterable[str], is_of_state: bool = False) -> list[str]:
    """The roles somebody really has: those that exist and that their organisation may hold."""
    return [name for name in roles if name in ROLES and (ROLES[name].state or not is_of_state)]


def reads(roles: Iterable[str]) -> frozenset[str]:
    """All walls that these roles read behind."""
    return frozenset().union(*(ROLES[role].reads for role in roles))


def places(roles: Iterable[str]) -> list[str]:
    """The stations of a tablet that these roles work at, in the order of the hall."""
    found = {place for role in roles for place in ROLES[role].places}
    return [place for place in PLACES if place in found]


def finds(roles: Iterable[str]) -> bool:
    """Whether one of these roles may look for people."""
    return any(ROLES[role].finds and "reception" in ROLES[role].reads for role in roles)


def may_grant(granter: Iterable[str], role: str) -> bool:
    """Whether somebody with these roles may give a colleague this one for a shift.

    What the manager reads too is the manager's to give; other walls are given by whoever reads behind them.
    """
    asked = ROLES[role]
    if asked.duties or asked.state or not asked.places:
        return False
    beyond = asked.reads - ROLES["manager"].reads
    return beyond <= reads(granter) if beyond else is_manager(granter)


def vouched_by_holders(roles: Iterable[str]) -> frozenset[str]:
    """The walls of these roles that holders open to one another; those that the manager reads are the manager's."""
    return may_vouch(roles) - ROLES["manager"].reads - OPEN_TO_ALL


def may_vouch(roles: Iterable[str]) -> frozenset[str]:
    """The walls that whoever has these roles may open to a colleague who has them too."""
    return reads(role for role in roles if ROLES[role].vouches)


def duties_behind(wall: str, roles: Iterable[str]) -> frozenset[str]:
    """The duties that these roles have behind a wall."""
    return frozenset().union(*(ROLES[role].duties for role in roles if role in ROLES and wall in ROLES[role].reads))


def is_manager(roles: Iterable[str]) -> bool:
    """Whether one of these roles runs a site."""
    return any("site" in ROLES[role].duties for role in roles)


def may_tell(kind: Kind | None, wall: str, roles: Iterable[str] | None) -> bool:
    """Whether somebody with these roles may say a fact of this kind behind this wall; None: nobody knows their roles.

    A kind that names its tellers is told by those alone, whatever else they write. One this server does not know is
    judged by its wall; whoever may say a thing may take it back.
    """
    held = [NOBODY_KNOWN] if roles is None else [ROLES[role] for role in roles]
    if kind is not None and kind.told_by is not None:
        return bool(kind.told_by & set(roles or ()))
    name = kind.name if kind else ""
    return any(wall in role.writes and (role.only is None or name in role.only) for role in held)


assert all(wall in (*WALLS, FIGURES, ROUNDED) for role in ROLES.values() for wall in (*role.reads, *role.writes))
