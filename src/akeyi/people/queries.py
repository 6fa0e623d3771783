"""What other rooms and pages may ask about receptions, families and household tokens."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from akeyi.access.viewer import Viewer, need

from . import rules
from .departments import place_name as place_name
from .departments import to_choose as to_choose
from .models import (
    Answer,
    CardReplaced,
    CardReturned,
    Consent,
    ConsentChild,
    ConsentHealth,
    ConsentProtection,
    HouseholdMove,
    Notice,
    Reception,
    Roll,
    Series,
)
from .models import Place as PlaceRow
from .places import Place, with_said

CONSENTS: dict[str, type[Answer]] = {
    "reception": Consent,
    "health": ConsentHealth,
    "child": ConsentChild,
    "protection": ConsentProtection,
}

# The purpose that calls rest on.
CALL_LATER = "follow_up_call"


@dataclass
class Everybody:
    """All receptions of a site, cards that were replaced seen through, by arrival; ids and numbers only."""

    # reception id -> arrival id, or None while its card's roll is not known
    arrival: dict[str, str | None] = field(default_factory=dict)
    tokens: dict[str, dict[str, int]] = field(default_factory=dict)
    registered: set[str] = field(default_factory=set)
    line: dict[str, str] = field(default_factory=dict)
    replaced: dict[str, set[str]] = field(default_factory=dict)
    # When each was first told of, and every move of people between cards: (when, source, target, groups).
    met: dict[str, datetime] = field(default_factory=dict)
    moves: list[tuple[datetime, str | None, str, dict[str, int]]] = field(default_factory=list)

    def resolve(self, reception: str) -> str:
        return rules.resolve(reception, self.replaced)

    def people_known(self, arrival: str | None) -> int:
        """People with a card of their own, and people in household tokens."""
        of_arrival = [one for one, where in self.arrival.items() if where == arrival]
        persons = sum(one not in self.tokens for one in of_arrival)
        return persons + sum(sum(self.tokens[one].values()) for one in of_arrival if one in self.tokens)

    def known_at(self, receptions: Iterable[str], moment: datetime) -> int:
        """How many of these were known at a moment, with everybody in household tokens."""
        households = self.households_at(moment)
        met = [one for one in receptions if self.met[one] <= moment]
        return sum(households.get(one, 1) for one in met)

    def households_at(self, moment: datetime) -> dict[str, int]:
        """How many people had come with each household token by a moment."""
        moves = [move[1:] for move in self.moves if move[0] <= moment]
        return {one: sum(rules.household(moves, one).values()) for one in self.tokens}

    def of_arrival(self, arrival: str | None) -> list[str]:
        return [one for one, where in self.arrival.items() if where == arrival]


def everybody(site: str) -> Everybody:
    """Who is known at a site."""
    found = Everybody(replaced=replacements(site))
    rolls = dict(Roll.objects.filter(site=site).values_list("subject", "arrival"))
    # Cards seen through: a tablet that has not heard of a new card told of its household as of another one.
    found.moves = [
        (at, found.resolve(source) if source else None, found.resolve(target), groups)
        for at, source, target, groups in HouseholdMove.objects.filter(site=site).values_list(
            "at", "source", "target", "groups"
        )
    ]
    moves = [move[1:] for move in found.moves]
    told = Reception.objects.filter(site=site).values_list(
        "subject",
        "roll",
        "arrival",
        "is_token",
        "by_card_only",
        "family_name",
        "given_names",
        "line",
        "first_at",
        "card",
    )
    # The old card's reception comes last, so that what it says of the arrival wins over the new card's.
    for subject, roll, override, is_token, by_card_only, family_name, given_names, line, first_at, card in sorted(
        told, key=lambda row: found.resolve(row[0]) == row[0]
    ):
        is_registered = rules.is_registered(is_token, by_card_only, family_name, given_names)
        if not rules.is_somebody(card, is_token, is_registered):
            continue
        one = found.resolve(subject)
        arrival = rules.arrival_of(override, rolls.get(roll) if roll else None)
        found.arrival[one] = arrival or found.arrival.get(one)
        found.met[one] = min(first_at, found.met.get(one, first_at))
        if is_token:
            found.tokens[one] = rules.household(moves, one)
        if is_registered:
            found.registered.add(one)
        if line:
            found.line[one] = line
    return found


def moves(site: str, known: Everybody) -> list[tuple[str, str, str | None, str, dict[str, int]]]:
    """(clock, id, source, target, groups) of households: who came, joined, was split off or registered out."""
    return [
        (clock, id, known.resolve(source) if source else None, known.resolve(target), groups)
        for clock, id, source, target, groups in HouseholdMove.objects.filter(site=site).values_list(
            "clock", "id", "source", "target", "groups"
        )
    ]


def family_of_each(site: str, known: Everybody) -> dict[str, str]:
    """Per reception its family; cards seen through, as in the families they name."""
    told = Reception.objects.filter(site=site).values_list("subject", "family")
    return {one: known.resolve(rules.family_of(one, family)) for one, family in told if known.resolve(one) == one}


@dataclass(frozen=True)
class Seen:
    """What is known of a card's holder but their name: every answer about their sex and age, the latest first."""

    sexes: list[str | None]
    births: list[date | None]
    ages: list[int | None]
    groups: list[str | None]
    is_token: bool
    first_at: datetime


def seen(site: str, known: Everybody, receptions: Iterable[str] | None = None) -> dict[str, Seen]:
    """Per reception what is known of its holder; of some, or of everybody."""
    rows = Reception.objects.filter(site=site)
    if receptions is not None:
        rows = rows.filter(subject__in=list(receptions))
    found = {}
    fields = ("subject", "sex", "birth_on", "age", "age_group", "is_token", "first_at", "answers")
    for subject, sex, birth_on, age, group, is_token, first_at, answers in rows.values_list(*fields):
        if known.resolve(subject) != subject:
            continue

        def all_of(field: str, one: Any, answers: Any = answers) -> list[Any]:
            return [value for _, value in answers[field]] if field in answers else [one]

        births = all_of("birth_on", birth_on)
        found[subject] = Seen(
            sexes=all_of("sex", sex),
            births=[date.fromisoformat(one) if isinstance(one, str) else one for one in births],
            ages=all_of("age", age),
            groups=all_of("age_group", group),
            is_token=bool(is_token),
            first_at=first_at,
        )
    return found


def replacements(site: str) -> dict[str, set[str]]:
    """New card's id -> the receptions it stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    for subject, new in CardReplaced.objects.filter(site=site).values_list("subject", "new_reception"):
        if subject != new:
            found[new].add(subject)
    return found


def resolve(reception: str, replaced: dict[str, set[str]]) -> str:
    """The reception that a card stands for now, after every replaced card (replacements)."""
    return rules.resolve(reception, replaced)


def receptions(viewer: Viewer, arrival: str | None = None, search: str = "") -> list[Reception]:
    """Receptions of a site, by card; of one arrival where named."""
    need(viewer, "reception")
    known = everybody(viewer.site)
    found = [
        one
        for one in Reception.objects.filter(site=viewer.site).order_by("card")
        if known.resolve(one.subject) == one.subject
        and one.subject in known.arrival
        and (arrival is None or known.arrival[one.subject] == arrival)
    ]
    words = search.casefold().split()
    return [
        one
        for one in found
        if all(word in f"{one.card or ''} {one.family_name or ''} {one.given_names or ''}".casefold() for word in words)
    ]


def reception(viewer: Viewer, subject: str) -> Reception | None:
    """One reception, seen through replaced cards."""
    need(viewer, "reception")
    return Reception.objects.filter(site=viewer.site, subject=everybody(viewer.site).resolve(subject)).first()


def cards(viewer: Viewer) -> dict[str, str]:
    """The number on each reception's card."""
    need(viewer, "reception")
    told = Reception.objects.filter(site=viewer.site).exclude(card=None).exclude(card="")
    return dict(told.values_list("subject", "card"))


def is_somebodys(viewer: Viewer, subject: str) -> bool:
    """Whether a card's reception was told of, at this site or, since cards are carried, at another."""
    need(viewer, "reception")
    return is_told_of(subject)


def is_told_of(subject: str) -> bool:
    """Whether anybody said anything of a card's reception; not what."""
    return Reception.objects.filter(subject=subject).exists()


def families(viewer: Viewer) -> list[list[Reception]]:
    """Families of two or more, each in the order of cards."""
    need(viewer, "reception")
    by_family: dict[str, list[Reception]] = defaultdict(list)
    for one in receptions(viewer):
        by_family[rules.family_of(one.subject, one.family)].append(one)
    return [members for members in by_family.values() if len(members) > 1]


def to_review(viewer: Viewer) -> list[Reception]:
    """Receptions with more than one answer where it matters."""
    return [one for one in receptions(viewer) if rules.answers_open(one.answers)]


def cards_returned(site: str) -> set[str]:
    """Receptions whose card came back."""
    return set(CardReturned.objects.filter(site=site).values_list("subject", flat=True))


def all_series(site: str) -> list[Series]:
    """The series of a site, the oldest first."""
    return list(Series.objects.filter(site=site).order_by("clock", "id"))


def ids_of(site: str, reception: str) -> list[str]:
    """A person's reception and those of every further card of theirs."""
    known = replacements(site)
    return [reception, *(new for new in known if new != reception and rules.resolve(new, known) == reception)]


def cards_replaced(viewer: Viewer, reception: str) -> list[CardReplaced]:
    """The cards that took another's place, of one person, in the order it was told."""
    need(viewer, "reception")
    return list(
        CardReplaced.objects.filter(subject__in=ids_of(viewer.site, reception), site=viewer.site).order_by(
            "clock", "id"
        )
    )


def members(viewer: Viewer, one: Reception) -> list[Reception]:
    """The others of a person's family, by card."""
    family = rules.family_of(one.subject, one.family)
    return [
        other
        for other in receptions(viewer)
        if other.subject != one.subject and rules.family_of(other.subject, other.family) == family
    ]


def met_first(site: str) -> dict[str, datetime]:
    """When each reception was first told of."""
    return dict(Reception.objects.filter(site=site).values_list("subject", "first_at"))


def household_moves(site: str) -> list[HouseholdMove]:
    """Every move of people between cards, in the order it was told."""
    return list(HouseholdMove.objects.filter(site=site).order_by("clock", "id"))


def lines_found(site: str) -> set[str]:
    """Lines of lists in which somebody was recognised."""
    return {line for line in Reception.objects.filter(site=site).values_list("line", flat=True) if line}


def answers(viewer: Viewer, reception: str) -> list[Answer]:
    """Everything a person answered about what may be passed on, behind the walls that the viewer reads."""
    ids = ids_of(viewer.site, reception)
    return [
        row
        for wall, table in CONSENTS.items()
        if viewer.reads(wall)
        for row in table._default_manager.filter(site=viewer.site, subject__in=ids)
    ]


def agreed(viewer: Viewer, reception: str) -> list[Answer]:
    """Every yes of a person that stands, behind the walls that the viewer reads."""
    return rules.agreed(answers(viewer, reception))


def agreed_behind(wall: str, site: str, receptions: Iterable[str] | None = None) -> dict[str, Answer]:
    """Every yes that stands behind a wall, of some people or of all, by the fact that told it: whether somebody outside
    may still be told does not depend on who looks."""
    rows = CONSENTS[wall]._default_manager.filter(site=site)
    if receptions is not None:
        rows = rows.filter(subject__in=[id for one in receptions for id in ids_of(site, one)])
    of_each: dict[str, list[Answer]] = defaultdict(list)
    known = replacements(site)
    for row in rows:
        of_each[rules.resolve(row.subject, known)].append(row)
    return {one.id: one for answers in of_each.values() for one in rules.agreed(answers)}


def agreed_to_be_called(site: str, today: date) -> set[str]:
    """Adults who agreed to be called and did not take it back: ids and nothing else, whoever looks.

    Whom any answer makes a child is none.
    """
    known = everybody(site)
    agreed = {
        known.resolve(one.subject) for one in agreed_behind("reception", site).values() if one.purpose == CALL_LATER
    }
    return {
        id
        for id, one in seen(site, known, agreed).items()
        if not one.is_token
        and not any(
            rules.is_child(age, group)
            for age in {*one.ages, *(rules.age_on(today, born, None) for born in one.births)}
            for group in one.groups
        )
    }


def is_one_person(site: str, one: str, other: str) -> bool:
    """Whether two cards' receptions are one person's."""
    known = replacements(site)
    return one == other or rules.resolve(one, known) == rules.resolve(other, known)


def standing_consents(viewer: Viewer, reception: str) -> dict[str, Answer]:
    """What a person agreed to and did not take back, by purpose; whatever is not here is a no."""
    now = rules.answers_now(answers(viewer, reception))
    return {purpose: one for purpose, one in now.items() if one.answer == "yes"}


def notices(site: str) -> list[Notice]:
    """Every version of what is read out, in the order in which it came into force."""
    return list(Notice.objects.filter(site=site).order_by("at", "clock", "id"))


def rolls_of_series(site: str) -> list[tuple[Series, list[Roll]]]:
    """Every series of a site with the rolls of it that were opened."""
    opened: dict[str, list[Roll]] = defaultdict(list)
    for roll in Roll.objects.filter(site=site):
        opened[roll.series or ""].append(roll)
    return [(one, opened[one.id]) for one in all_series(site)]


def people_of_rolls(site: str, rolls: list[str]) -> int:
    """How many receptions of these rolls are still known."""
    return Reception.objects.filter(site=site, roll__in=rolls).count()


def languages_spoken(site: str) -> dict[str, int]:
    """How many of those who were registered speak which language; somebody who speaks two counts in both."""
    found: dict[str, int] = defaultdict(int)
    for spoken in Reception.objects.filter(site=site).exclude(languages=None).values_list("languages", flat=True):
        for language in spoken or ():
            found[language] += 1
    return dict(found)


def places(site: str) -> dict[str, Place]:
    """The places where people of a site go, by code."""
    return with_said(PlaceRow.objects.filter(site=site))


def name_of_place(code: str) -> str:
    """What a place is called, whichever site said it: a code is of one place in the world."""
    return place_name(code, with_said(PlaceRow.objects.filter(code=code)))
