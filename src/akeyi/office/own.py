"""What a worker said themselves about people who are still here: their own words, and nothing of what others said."""

import json
from dataclasses import dataclass, field
from typing import Any

from akeyi.access.viewer import Viewer
from akeyi.journal import serve
from akeyi.journal.models import Envelope
from akeyi.onward import queries as onward
from akeyi.people import queries as people

KIND = "people.reception"


@dataclass
class Own:
    """One person as this worker told of them. `saw`: per field, the facts in which they said it."""

    reception: str
    said: dict[str, Any] = field(default_factory=dict)
    saw: dict[str, list[str]] = field(default_factory=dict)


def own_people(viewer: Viewer) -> list[Own]:
    """Those whom this worker registered and who have not left, the latest first."""
    told = Envelope.objects.filter(site=viewer.site, kind=KIND, worker=viewer.worker)
    subjects = dict.fromkeys(told.order_by("-clock", "-id").values_list("subject", flat=True))
    resolve = people.everybody(viewer.site).resolve
    left = {resolve(reception) for reception, *_ in onward.exits(viewer.site)}
    found = [_own(viewer, subject) for subject in subjects if resolve(subject) not in left]
    return [one for one in found if one.said]


def own_person(viewer: Viewer, reception: str) -> Own | None:
    """One of them."""
    return next((one for one in own_people(viewer) if one.reception == reception), None)


def _own(viewer: Viewer, subject: str) -> Own:
    one = Own(subject)
    for fact in serve.history(subject):
        if (fact.kind, fact.worker) == (KIND, viewer.worker) and fact.body:
            body = json.loads(fact.body)
            body.pop("saw", None)
            one.said |= body
            for name in body:
                one.saw.setdefault(name, []).append(fact.id)
    return one
