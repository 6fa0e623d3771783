"""Questions that are open about a person: two tablets told different things, and somebody must say which is right."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from akeyi.access.viewer import Viewer, need
from akeyi.journal import store
from akeyi.journal.sql import Sql
from akeyi.journal.tell import Saying, tell

from .facts.reception import ReceptionRevised
from .models import Reception
from .queries import everybody, receptions

MATTER = ("given_names", "family_name", "sex", "birth_on", "age", "family", "arrival", "card")
# Two people may hold one number where both of these differ.
WHO = {"given_names", "family_name"}
WHAT = {"sex", "birth_on", "age"}


@dataclass(frozen=True)
class Answer:
    """One answer: the fact that gave it, and who told it where and when."""

    fact: str
    value: Any
    at: datetime | None
    worker: str | None
    device: str | None


@dataclass(frozen=True)
class Question:
    """One field on which answers differ."""

    reception: Reception
    field: str
    answers: list[Answer]


def open_fields(one: Reception) -> list[str]:
    """Fields on which different answers stand. The same thing told twice is no question."""
    return [name for name in MATTER if name in one.answers and len({repr(value) for _, value in one.answers[name]}) > 1]


def questions(viewer: Viewer) -> list[Question]:
    """Every open question of a site, by card."""
    asked = [(one, name) for one in receptions(viewer) for name in open_fields(one)]
    ids = [fact for one, name in asked for fact, _ in one.answers[name]]
    told = {fact.id: fact for fact in store.by_id(Sql(), ids)}
    return [
        Question(
            one,
            name,
            [
                Answer(
                    fact,
                    value,
                    datetime.fromisoformat(told[fact].at) if fact in told else None,
                    told[fact].worker if fact in told else None,
                    told[fact].device if fact in told else None,
                )
                for fact, value in one.answers[name]
            ],
        )
        for one, name in asked
    ]


def one_card_two_people(viewer: Viewer) -> list[Reception]:
    """Receptions whose name and whose sex or age were told differently: perhaps one card was given to two people."""
    return [one for one in receptions(viewer) if (fields := set(open_fields(one))) & WHO and fields & WHAT]


def choose(viewer: Viewer, reception: str, name: str, fact: str, seen: list[str]) -> bool:
    """Says which answer is right, having seen `seen`; False where it stands no longer."""
    need(viewer, "reception")
    one = Reception.objects.filter(site=viewer.site, subject=reception).first()
    answers = dict(one.answers.get(name, [])) if one and name in MATTER else {}
    if one is None or fact not in answers:
        return False
    arrival = everybody(viewer.site).arrival.get(reception)
    # Answers that came while the page was open were not seen, so they stay open.
    saw = {name: [id for id in answers if id in seen]}
    said = ReceptionRevised.model_validate_json(json.dumps({name: answers[fact], "saw": saw}), strict=True)
    tell(
        Saying(
            said,
            site=viewer.site,
            subject=reception,
            arrivals=[arrival] if arrival else [],
            worker=viewer.worker,
        )
    )
    return True
