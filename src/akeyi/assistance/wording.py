"""The words at the office for programmes: for whom, how often, and who would get nothing."""

from collections.abc import Mapping

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from akeyi.arrivals.groups import ADULT_FROM
from akeyi.arrivals.wording import HOW

from .checks import Who
from .programmes import Version, amount_of
from .rules import Due, is_cash

PER = {
    "person": _("each person"),
    "family": _("each family"),
    "head": _("each person of a household's card"),
}
OFTEN = {"once": _("once"), "arrival": _("once per arrival"), "any": _("as often as needed")}
BOTH = {"child": _("children"), "adult": _("adults"), None: _("people")}
FEMALE = {"child": _("girls"), "adult": _("women"), None: _("women and girls")}
MALE = {"child": _("boys"), "adult": _("men"), None: _("men and boys")}


def named(names: Mapping[str, str]) -> str:
    """A name in the language of this answer, else in another."""
    return names.get((get_language() or "en").split("-")[0]) or next(iter(names.values()), "–")


def who(one: Who) -> str:
    """Some people, as one says it: boys from 12 to 17 years."""
    stage = None
    if one.age_from >= ADULT_FROM:
        stage = "adult"
    elif one.age_to is not None and one.age_to < ADULT_FROM:
        stage = "child"
    words = str({"female": FEMALE, "male": MALE}.get(one.sex or "", BOTH)[stage])
    values = {"who": words, "from": one.age_from, "to": one.age_to}
    if one.age_to is not None and one.age_from == one.age_to:
        said = gettext("%(who)s of %(from)s years") % values
    elif one.age_to is not None and one.age_from > 0:
        said = gettext("%(who)s from %(from)s to %(to)s years") % values
    elif one.age_to is not None:
        said = ngettext("%(who)s up to %(to)s year", "%(who)s up to %(to)s years", one.age_to) % values
    elif one.age_from > 0:
        said = gettext("%(who)s from %(from)s years on") % values
    else:
        said = words
    if one.hows:
        said += " (" + ", ".join(str(HOW[how]) for how in one.hows) + ")"
    return said


def for_whom(version: Version) -> str:
    """For whom a version is."""
    said = who(Who(version.sex, version.age_from or 0, version.age_to, version.hows or None))
    return f"{said}, {gettext('with a voucher')}" if version.with_voucher else said


def gives(version: Version, items: Mapping[str, str]) -> list[str]:
    """What a version gives, one line each."""
    return [
        gettext("%(what)s: %(per)s, %(often)s")
        % {
            "what": thing(line.what, line.quantity, items),
            "per": PER[line.per],
            "often": how_often(line.often, line.hours),
        }
        for line in version.gives
    ]


def how_often(often: str, hours: int | None) -> str:
    """How often something is given."""
    return gettext("every %(n)s hours") % {"n": hours} if often == "hours" else str(OFTEN[often])


def thing(what: str, quantity: int, items: Mapping[str, str]) -> str:
    """So many of an item, or an amount of money."""
    if is_cash(what):
        return f"{amount_of(quantity)} {what}"
    return f"{items.get(what, '–')}{f' × {quantity}' if quantity > 1 else ''}"


def why(one: Due, version: Version | None) -> str:
    """Why something is due to a person, or is not, in one sentence; of what a voucher is for it says nothing."""
    values = {"n": one.hours, "from": version and version.age_from, "to": version and version.age_to}
    said = {
        "everybody": _("for everybody"),
        "programme": _("by a programme"),
        "voucher": _("a colleague gave a voucher for it") if one.is_due else _("only with a voucher from a colleague"),
        "in_doubt": _("age, sex or arrival is not known: if it fits"),
        "rest": _("some of it was given, this is the rest"),
        "again": _("every %(n)s hours, and it is time again"),
        "had_it": _("already received"),
        "not_yet": _("every %(n)s hours, not yet again"),
        "sex": _("for men and boys") if version and version.sex == "male" else _("for women and girls"),
        "age": _("for another age"),
        "household": _("for households with one card"),
        "arrival": _("for people who arrived another way"),
        "dates": _("no programme gives it on the day of this arrival"),
    }[one.why]
    return str(said) % values
