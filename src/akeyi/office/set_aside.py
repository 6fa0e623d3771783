"""Facts set aside, in one list: what this server could not take as it came, and what a manager can do about it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from akeyi.access import queries as access
from akeyi.access.device_states import DeviceState, device_states
from akeyi.access.held_back import HeldBack
from akeyi.access.held_back import held_back as what_is_held_back
from akeyi.access.models import DeviceKey
from akeyi.access.viewer import Viewer
from akeyi.assistance import queries as assistance
from akeyi.children import queries as children
from akeyi.journal.models import Aside, Envelope, Suspect, Unreadable
from akeyi.people import known_cards, questions
from akeyi.people import queries as people
from akeyi.people.models import Reception


@dataclass(frozen=True)
class OfTablet:
    """One fact, or some bytes, with the tablet they came from."""

    reason: str
    tablet: str
    at: datetime
    kind: str = ""
    version: int = 0
    size: int = 0


@dataclass
class SetAside:
    """Everything that waits for a manager, each kind of it a list that may be empty."""

    not_understood: list[OfTablet] = field(default_factory=list)
    unreadable: list[OfTablet] = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)
    suspects: list[OfTablet] = field(default_factory=list)
    holes: list[DeviceState] = field(default_factory=list)
    clones: list[DeviceState] = field(default_factory=list)
    two_answers: list[Reception] = field(default_factory=list)
    two_people: list[Reception] = field(default_factory=list)
    two_carers: int = 0
    given_twice: int = 0
    codes_twice: list[str] = field(default_factory=list)
    no_series: list[Reception] = field(default_factory=list)

    @property
    def facts(self) -> int:
        """How many facts are not yet part of any number."""
        return len(self.not_understood) + len(self.unreadable) + sum(len(one.facts) for one in self.held_back)

    @property
    def to_look_at(self) -> int:
        """How many things beside those somebody should look at."""
        return (
            len(self.suspects)
            + len(self.holes)
            + len(self.clones)
            + len(self.two_answers)
            + self.two_carers
            + self.given_twice
            + len(self.codes_twice)
            + len(self.no_series)
        )


def set_aside(viewer: Viewer) -> SetAside:
    """What waits at a site now."""
    site = viewer.site
    labels = {one["id"]: one["label"] for one in access.devices(site)}
    all_tablets = device_states(site)
    known = people.everybody(site)
    receptions = people.receptions(viewer)
    return SetAside(
        not_understood=_marked(Aside, site, labels),
        unreadable=_unreadable(site, labels),
        held_back=what_is_held_back(site),
        suspects=_marked(Suspect, site, labels),
        holes=[one for one in all_tablets if one.missing],
        clones=[one for one in all_tablets if one.twice],
        two_answers=[one for one in receptions if questions.open_fields(one)],
        two_people=questions.one_card_two_people(viewer),
        two_carers=len(children.carers_in_question(viewer)),
        given_twice=len(assistance.given_twice(site, known)),
        codes_twice=children.codes_used_twice(site),
        no_series=known_cards.of_no_series(site, receptions),
    )


def _marked(table: Any, site: str, labels: dict[str, str]) -> list[OfTablet]:
    reasons = dict(table.objects.values_list("fact", "reason"))
    envelopes = Envelope.objects.filter(site=site, id__in=table.objects.values("fact")).order_by("clock", "id")
    return [
        OfTablet(
            reason=reasons.get(one.id, ""),
            tablet=labels.get(one.device, ""),
            at=datetime.fromisoformat(one.at),
            kind=one.kind,
            version=one.version,
        )
        for one in envelopes
    ]


def _unreadable(site: str, labels: dict[str, str]) -> list[OfTablet]:
    """Bytes of this site's tablets; those that no tablet of ours sent are shown at every site."""
    elsewhere = set(DeviceKey.objects.exclude(site=site).values_list("device", flat=True))
    return [
        OfTablet(one.reason, labels.get(one.came_from or "", ""), one.received_at, size=len(bytes(one.bytes)))
        for one in Unreadable.objects.order_by("received_at", "id")
        if one.came_from not in elsewhere
    ]
