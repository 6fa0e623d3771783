"""The plan of a day on one page of A4, for the wall of an office and for whoever drives, cooks or orders."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from akeyi.people.cards.typesetting import typeset

from .rules import Line

_TEMPLATE = Path(__file__).with_name("plan.typ")


def paper_of(shown: dict[str, Any], site: str, language: str) -> bytes:
    """A PDF of what the page of a plan shows; the same plan gives the same bytes."""
    plan = shown["plan"]
    people = ngettext("%(people)s person awaited", "%(people)s people awaited", plan.people) % {"people": plan.people}
    said = {
        "language": language,
        "head": f"{site} · {plan.day.isoformat()} · {people}",
        "asof": gettext("as of %(at)s") % {"at": timezone.localtime().strftime("%Y-%m-%d %H:%M")},
        "gaps": {
            "head": gettext("What is missing"),
            "lines": [_gap(one) for one in shown["gaps"]] or [gettext("Nothing that Akeyi knows of.")],
        },
        "tables": [
            {
                "columns": [gettext("Arrival"), gettext("When"), gettext("People"), gettext("Sex and age")],
                "rows": [_arrival(row) for row in shown["awaited"]],
            },
            {
                "columns": [gettext("Item"), gettext("Needed"), gettext("There now"), gettext("Missing")],
                "rows": [[str(name), *_numbers(line)] for name, line in shown["items"]],
            },
            {
                "columns": [gettext("Station"), gettext("Needed"), gettext("On shift"), gettext("Missing")],
                "rows": [[str(name), *_numbers(line)] for name, line in shown["staff"]],
            },
        ],
        "facts": [
            [gettext("Water to drink (3 l a person)"), f"{plan.water_l} l"],
            [
                gettext("Toilets, for %(n)s people at one time") % {"n": plan.at_once},
                f"{plan.toilets[0]} + {plan.toilets[1]} {gettext('(women + men)')}",
            ],
            [
                gettext("Buses, if everybody goes by bus"),
                f"{plan.buses} · {gettext('seats on trips written down')} {plan.seats}",
            ],
            [
                gettext("Beds for the night, for who lands late"),
                f"{plan.in_the_dark} · {gettext('people in beds here now')} {plan.in_beds}",
            ],
            *([gettext("Cash"), sum] for sum, _ in shown["cash"]),
            [gettext("Languages needed:"), " · ".join(str(name) for name, _ in shown["languages"])],
        ],
        "foot": gettext(
            "How many toilets and beds there are, and how much cash, is not known here: compare with what you have."
        ),
    }
    return typeset(_TEMPLATE, "plan", said)


def _gap(one: dict[str, Any]) -> str:
    if one["what"] == "item":
        missing = gettext("%(n)s more") % {"n": one["missing"]}
    elif one["what"] == "staff":
        missing = ngettext("%(n)s more worker", "%(n)s more workers", one["missing"]) % {"n": one["missing"]}
    else:
        missing = gettext("nobody on shift speaks it")
    before = f" · {gettext('before %(at)s') % {'at': _clock(one['act_by'])}}" if one["act_by"] else ""
    return f"{one['name']}: {missing}{before}"


def _arrival(row: dict[str, Any]) -> list[str]:
    one = row["one"]
    groups = " · ".join(f"{name} {n}" for name, n in row["groups"])
    when = _clock(one.at) if one.at else gettext("nobody said when")
    people = "?" if one.total is None else str(one.total)
    return [one.label or str(row["how"]), when, people, f"{groups} ({row['source']})" if groups else ""]


def _numbers(line: Line) -> list[str]:
    return ["?" if n is None else str(n) for n in (line.needed, line.there, line.missing)]


def _clock(at: datetime) -> str:
    return timezone.localtime(at).strftime("%H:%M")
