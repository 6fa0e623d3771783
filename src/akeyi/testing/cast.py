"""The small, known cast of every test: a site, its workers, an arrival, a series of cards, people, tablets.

All invented. Builders have defaults; name only what the test is about.
"""

import base64
import json
import os
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from django.test import Client

from akeyi.access import devices, pins, queries
from akeyi.access.facts.site import SiteRevised
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.sealing_as_tablets import Sealing
from akeyi.access.streams import TABLET_WALLS
from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.assistance.facts.item import ItemRevised
from akeyi.journal import clock, serve
from akeyi.journal.declare import Fact
from akeyi.journal.ids import new_id
from akeyi.journal.saying import as_fact
from akeyi.journal.tell import Saying, tell
from akeyi.people.cards.series import Series
from akeyi.people.facts.series import SeriesAllocated

PIN = "246810"


def a_site(
    code: str = "PAP", name: str = "Port-au-Prince", place: Literal["airport", "land_crossing", "port"] = "airport"
) -> str:
    """A site; gives its id."""
    site = new_id()
    said = SiteRevised(code=code, name=name, timezone="America/Port-au-Prince", country="HTI", place=place)
    tell(Saying(said, site=site, subject=site))
    return site


def a_worker(site: str, short_name: str = "Guerline", roles: tuple[str, ...] = ("clerk",), pin: str = PIN) -> str:
    """A worker of a site with a PIN that opens all of their walls; gives their id."""
    worker = new_id()
    said = WorkerRevised(
        short_name=short_name, works_at=site, roles=list(roles), languages=["ht", "fr"], is_active=True
    )
    tell(Saying(said, site=site, subject=worker))
    pins.set_pin(worker, pin, opens=TABLET_WALLS)
    return worker


def an_arrival(site: str, label: str = "GXA 3301", **said: Any) -> str:
    """An announced flight; gives its id."""
    arrival = new_id()
    body = ArrivalRevised(**({"how": "flight", "label": label, "status": "announced"} | said))
    tell(Saying(body, site=site, subject=arrival))
    return arrival


def an_item(
    site: str,
    name: str = "Hygiene kit",
    once_per: Literal["person", "family", "none"] = "person",
    *,
    is_service: bool = False,
) -> str:
    """Something to give; gives its id."""
    item = new_id()
    names: dict[Literal["ht", "fr", "es", "en"], str] = {"ht": name, "fr": name, "es": name, "en": name}
    said = ItemRevised(names=names, once_per=once_per, icon="kit", is_active=True, is_service=is_service)
    tell(Saying(said, site=site, subject=item))
    return item


def a_series(site: str, name: str = "PAP-7", prefix: str = "418", count: int = 500, roll_size: int = 50) -> Series:
    """A series of cards, allocated and known to every tablet of the site."""
    secret = bytes(range(32)) if prefix == "418" else os.urandom(32)
    said = SeriesAllocated(
        name=name, prefix=prefix, secret=base64.b64encode(secret).decode(), count=count, roll_size=roll_size
    )
    tell(Saying(said, site=site))
    return Series(name=name, prefix=prefix, secret=secret, count=count, roll_size=roll_size)


@dataclass
class Tablet:
    """An enrolled tablet that tells facts over HTTP as a real one does; `keep` holds them back as if offline."""

    site: str
    worker: str | None = None
    label: str = "Tablet 1"
    token: str = ""
    device: str = ""
    n: int = 0
    last: str = clock.ZERO
    unsent: list[dict[str, Any]] = field(default_factory=list)
    cursors: dict[str, int] = field(default_factory=dict)
    epoch: str | None = None
    # Whose ring was opened last; None: nobody's since the tablet was started.
    opened_by: dict[str, str] | None = None
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        enrolled = devices.enrol(devices.offer_enrolment(self.site, self.label))
        self.token, self.device = enrolled["token"], enrolled["device"]
        if self.worker:
            devices.open_ring(self.device, self.worker, queries.ring_walls(self.worker))
            self.opened_by = {"worker": self.worker, "key": devices.pull_key(self.device, self.worker)}
        self.sealing = Sealing(enrolled["hub_key"])

    def ask(self, path: str, body: Any = None) -> Any:
        """One request as the tablet makes it; gives Django's response."""
        if path == "/journal/pull" and isinstance(body, dict):
            body = {"opened_by": self.opened_by} | body
        answer = self._ask(path, body)
        if path == "/access/sign-in" and answer.status_code == 200:
            self.opened_by = {"worker": body["worker"], "key": answer.json()["pull_key"]}
        return answer

    def _ask(self, path: str, body: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"}
        if body is None:
            return self.client.get(path, headers=headers)
        if isinstance(body, bytes):
            return self.client.post(path, body, content_type="application/octet-stream", headers=headers)
        return self.client.post(path, json.dumps(body), content_type="application/json", headers=headers)

    def keep(
        self,
        body: Fact,
        subject: str | None = None,
        arrivals: tuple[str, ...] = (),
        wall: str | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        """Says something without sending it; gives the fact as it travels."""
        self.n += 1
        now_ms = time.time_ns() // 1_000_000
        self.last = clock.tick(self.last, now_ms)
        said = Saying(body, self.site, subject, list(arrivals), self.worker, wall=wall)
        made = as_fact(
            said, id=new_id(), device=self.device, n=self.n, clock=self.last, salt=os.urandom(16), now=datetime.now(UTC)
        )
        fact = serve.as_json(made) | more
        self.unsent.append(fact)
        return fact

    def send(self) -> list[dict[str, Any]]:
        """Sends what was kept; gives the hub's answers."""
        told = [self.sealing.told(one["id"], one["n"], one["wall"], json.dumps(one).encode()) for one in self.unsent]
        answer = self.ask("/journal/facts", self.sealing.batch(*told))
        assert answer.status_code == 200, answer.content
        self.unsent = []
        return answer.json()["answers"]

    def tell(self, body: Fact, subject: str | None = None, arrivals: tuple[str, ...] = (), **more: Any) -> str:
        """Says and sends one thing; gives the fact's id."""
        fact = self.keep(body, subject, arrivals, **more)
        self.send()
        return fact["id"]

    def pull(self) -> list[dict[str, Any]]:
        """Everything new in this tablet's streams."""
        found: list[dict[str, Any]] = []
        while True:
            asked = {"epoch": self.epoch, "streams": self.cursors, "unsent": len(self.unsent), "last_n": self.n}
            answer = self.ask("/journal/pull", asked).json()
            if answer["epoch"] != self.epoch:
                self.epoch, self.cursors = answer["epoch"], {}
            for fact in answer["facts"]:
                self.cursors[fact["stream"]] = fact["position"]
            found += answer["facts"]
            if not answer["more"]:
                return found


__all__ = ["PIN", "Tablet", "a_series", "a_site", "a_worker", "an_arrival", "an_item"]
