"""What people at a table fill in, by address: sent by every role, so that what a page tells is held to the rule."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from world import INNER, World, a_form

from akeyi.access import queries
from akeyi.arrivals.readers import read_plain
from akeyi.assistance.pages.programmes import SALT as PROGRAMME
from akeyi.office.workers_sheet import Known, understand
from akeyi.people.cards.numbers import spoken
from akeyi.screening.forms.ours import feedback
from akeyi.screening.pages.forms import SALT
from akeyi.testing.cast import PIN

TEAM = b"Name,Role\nAnother,clerk\n"


def a_team(w: World) -> dict[str, Any]:
    """A team from a spreadsheet, as the page that was looked at sends it."""
    sheets = read_plain(TEAM, "workers.csv")
    seen = understand(sheets, Known({}, queries.organisations(w.site), {})).digest
    carried = signing.dumps([asdict(one) for one in sheets], salt=f"workers from a sheet {w.site}", compress=True)
    return {"sheets": carried, "seen": seen, "answer": "add"}


def a_programme(w: World) -> dict[str, Any]:
    """A programme that gives the item to everybody from the day after tomorrow on."""
    since = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    names = {f"name_{one}": "Another programme" for one in ("ht", "fr", "es", "en")}
    how = {"quantity": "1", "per": "person", "often": "once"}
    lines = {f"line{n}-{name}": value for n in range(4) for name, value in how.items()}
    cash = {f"cash-{name}": value for name, value in how.items()} | {"cash-currency": "HTG"}
    return names | lines | cash | {"since": since, "line0-item": w.subjects["assistance.item"]}


def a_looked_at_programme(w: World) -> dict[str, Any]:
    """The same, as the page that was looked at sends it."""
    names = dict.fromkeys(("ht", "fr", "es", "en"), "Another programme")
    since = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    said = {"names": names, "since": since, "cash": [{"amount": "5", "currency": "HTG"}]}
    return {"signed": signing.dumps({"id": w.flight, "site": w.site, "said": said}, salt=PROGRAMME, compress=True)}


def forms(w: World) -> dict[str, dict[str, Any]]:
    """One filled form for each address that tells something."""
    worker = w.subjects["access.worker"]
    arrival = {"how": "flight", "label": "Another flight", "origin": "Laredo"}
    return {
        "arrival-now": {"how": "bus_convoy"},
        "arrival-new": arrival | {"claim": "expected", "said_by": "The carrier", "total": "40"},
        "arrival-change": arrival,
        "arrival-expect": {"claim": "expected", "said_by": "The carrier", "total": "41"},
        "arrival-status": {"status": "closed"},
        "from-list-preview": arrival,
        "list-keep": {"answer": "yes"},
        "count-take-back": {"facts": w.told["arrivals.tally"][0]},
        "people": {"q": spoken(w.cards["rose"])},
        "person-correct": {"given_names": "Somebody else", "saw": "{}"},
        "card-replace": {"new_card": spoken(w.series.draw()[90])},
        "answers-csv": {"recipient": "team"},
        "answers-xlsx": {"recipient": "team"},
        "closing-csv": {"recipient": "team"},
        "complaints-place": {"where": "At the gate", "is_active": "on"},
        "complaints-numbers": {"money": 4, "place": 14, "treated": 3, "favour": 3, "abuse": 1, "other": 14},
        "complaint": {"answer": "It was put right.", "see": ""},
        "complaint-due": {"due_on": "2030-01-01"},
        "complaint-hand-on": {"owner": w.subjects["feedback.focal_point"]},
        "complaint-take": {"x": "1"},
        "sealed-hand-over": {"outer": w.subjects["feedback.holder"], "inner": INNER, "key": "bGVmdA=="},
        "complaint-answer": {"code": "000000000000"},
        "call-number": {"x": "1"},
        "call-word": {"word": "none"},
        "call-outcome": {"outcome": "nobody"},
        "call-put-right": {"x": "1"},
        "sender": {"arrival": w.flight, "hurt": "no"},
        "person-held": {"card": spoken(w.cards["rose"])},
        "retention": {"of": "health", "days": "20", "owner": worker},
        "card-undo": {"fact": w.told["people.card_replaced"][0]},
        "children-codes": {"label": "night", "count": "1"},
        "children-review": {"note": "Looked at."},
        "item-new": {f"name_{one}": "Soap" for one in ("ht", "fr", "es", "en")} | {"once_per": "person", "icon": "kit"},
        "item-switch": {"x": "1"},
        "programme-new": a_programme(w),
        "programme": a_programme(w),
        "programme-publish": a_looked_at_programme(w),
        "programme-end": {"x": "1"},
        "item-kit": {"reorder_at": "5"},
        "stock-move": {
            "what": "received",
            "item": w.subjects["assistance.item"],
            "store": w.subjects["assistance.store"],
            "quantity": "5",
        },
        "stock-count": {f"n-{w.subjects['assistance.item']}": "5", f"why-{w.subjects['assistance.item']}": "unknown"},
        "stock-take-back": {"x": "1"},
        "store-new": {"name": "Another store"},
        "store": {"name": "Renamed"},
        "road-new": {"destination": "HT03", "via": "By boat", "is_active": "on"},
        "road-change": {"destination": "HT05", "via": "By plane", "is_active": "on"},
        "road": {"status": "closed", "said_by": "The radio"},
        "trip-new": {"route": w.subjects["onward.route"], "vehicle": "Another bus", "seats": "20"},
        "trip-change": {"route": w.subjects["onward.route"], "vehicle": "Renamed", "seats": "21"},
        "trip-depart": {"x": "1"},
        "trip-not-left": {"x": "1"},
        "trip-heard": {"what": "arrived"},
        "trip-cancel": {"x": "1"},
        "service-new": {"name": "Another", "needs": "shelter", "place": "A gate"},
        "service": {"name": "Renamed", "needs": "shelter", "place": "A gate"},
        "service-switch": {"x": "1"},
        "referral-link": {"x": "1"},
        "referral-paper": {"x": "1"},
        "referral-step": {"step": "acknowledged"},
        "referral-take-back": {"x": "1"},
        "refer": {
            "to": f"protection {w.subjects['referrals.service']} shelter",
            "priority": "urgent",
            "tell": "need",
            "item_need": "A bed",
            "language": "ht",
            "how": "said",
        },
        "refer-wish": {"purpose": "legal_help"},
        "closing-close": {"x": "1"},
        "shift-new": {"since_at": "2021-09-19T06:00", "until_at": "2021-09-19T14:00", "at-register": "4"},
        "shift-take-back": {"x": "1"},
        "plan-simulate": {"day": "2021-09-19"},
        "handover": {"worker": getattr(w, "taker", worker), "pin": PIN},
        "own-people": {"card": spoken(w.series.draw()[91]), "given_names": "Their own"},
        "worker-new": {"short_name": "New", "roles": "clerk", "languages": "ht"},
        "worker-switch": {"x": "1"},
        "day-badges": {"count": "1", "hours": "8"},
        "workers-from-sheet": {"file": SimpleUploadedFile("workers.csv", TEAM)},
        "workers-add": a_team(w),
        "form-new": {"file": SimpleUploadedFile("form.xlsx", feedback.FORM.workbook()), "wall": "reception"},
        "form-publish": {"signed": signing.dumps({"wall": "reception", "ready": a_form().as_dict()}, salt=SALT)},
        "organisation-new": {"name": "Another one", "kind": "ngo"},
        "tablet-new": {"label": "Tablet 9"},
        "tablet-withdraw": {"x": "1"},
        "site-new": {
            "name": "Elsewhere",
            "code": "ELS",
            "place": "port",
            "country": "HTI",
            "timezone": "UTC",
            "manager": "Ann",
        },  # fmt: skip
    }
