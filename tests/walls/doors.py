"""Every way out of the server, tried by one worker: pages, parts of pages, files, the tablet's questions, mistakes."""

import contextlib
import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from world import World

from akeyi.access.device_api import DOORS
from akeyi.access.queries import zone_of
from akeyi.journal.models import Envelope
from akeyi.operation import openapi
from akeyi.testing.cast import PIN, Tablet
from akeyi.testing.office import Browser, signed_in

# These alone, for whoever looks again and again (make mutate-walls): names in urls.py, `search` and `tablet`.
ONLY = frozenset(os.environ.get("AKEYI_WALLS_DOORS", "").split())
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


@dataclass(frozen=True)
class Route:
    """One address of the office. `name`: as urls.py calls it."""

    name: str
    pattern: str


def routes() -> Iterator[Route]:
    """Every address that Django knows."""
    return (Route(name, pattern) for name, pattern in openapi.routes())


def is_tried(door: str) -> bool:
    return not ONLY or door in ONLY


@dataclass
class Left:
    """What left by one door: which door, and all of its bytes as text."""

    door: str
    text: str
    status: int = 200
    facts: list[dict[str, Any]] = field(default_factory=list)
    # Kinds that the asking told in the worker's name, and of whom or what it told.
    told: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    # The walls whose private keys a tablet was given.
    keys: set[str] = field(default_factory=set)


def ids_for(route: Route, w: World) -> list[dict[str, str]]:
    """What the address may name: every id of the kind it speaks of, and one that is of something else."""
    w_of = {
        "people": [*w.people.values(), w.flight],
        "arrivals": [w.flight, w.before, w.people["rose"]],
        "workers": [w.subjects["access.worker"], w.flight],
        "tablets": [w.subjects["access.device"], w.flight],
        "sites": [w.site, w.flight],
        "roads": [w.subjects["onward.route"], w.flight],
        "trips": [w.subjects["onward.trip"], w.flight],
        "items": [w.subjects["assistance.item"], w.flight],
        "programmes": [w.subjects["assistance.programme"], w.flight],
        "stock": [*w.told["assistance.movement"], w.subjects["assistance.store"], w.flight],
        "children": [*w.told["children.release"], w.people["jean"]],
        "care": [w.people["jean"], w.people["rose"]],
        "own": [w.people["rose"]],
        "granting": [w.waits if route.name in ("pin-open", "account-open") else w.subjects["access.grant"]],
        "sender": w.told["figures.sender_answer"],
        "forms": [
            fact for name, facts in sorted(w.told.items()) if name.startswith("screening.form") for fact in facts
        ],
        "services": [w.subjects["referrals.service"], w.flight],
        "referrals": [
            fact for name, facts in sorted(w.told.items()) if name.startswith("referrals.referral") for fact in facts
        ],
        "handover": [*w.told["office.handover"], w.site],
        "plan": [*w.told["planning.shift"], w.flight],
        "calls": w.told["feedback.call" if route.name == "call-put-right" else "feedback.call_wish"],
        "complaints": [*w.told["feedback.complaint"], w.flight],
        "sealed": [w.subjects["feedback.holder" if "key" in route.pattern else "feedback.sealed"], w.flight],
    }
    names = re.findall(r"<(\w+):(\w+)>", route.pattern)
    if not names:
        return [{}]
    today = datetime.now(zone_of(w.site)).date().isoformat()
    place = route.pattern.split("/")[1].removesuffix(".csv")
    if route.name == "received":
        # A role has no link; whoever finds one in somebody's letter has no code.
        return [{"token": w.link}]
    own = {
        "arrival-next-shift": w.on_foot,
        "complaint-take": w.told["feedback.complaint"][1],
        "day-badges-cancel": w.sheet,
        "organisation": w.subjects["access.organisation"],
    }
    if route.name in own:
        return [{name: own[route.name] for _, name in names}]
    found: list[dict[str, str]] = []
    for one in w_of.get(place, [w.flight, w.people["rose"], w.subjects["access.worker"]]):
        found.append(
            {
                name: today if of == "day" else w.file if name == "file" else "1" if of == "int" else one
                for of, name in names
            }
        )
        if all(of in ("day", "int") for of, _ in names):
            break
    return found


def path_of(route: Route, ids: dict[str, str]) -> str:
    return "/" + re.sub(r"<\w+:(\w+)>", lambda found: ids[found[1]], route.pattern)


def text_of(answer: HttpResponse) -> str:
    """All bytes of an answer: its body, whatever it is made of, and its headers."""
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    body = TOKEN.sub(b"", body)
    kind = answer.headers.get("Content-Type", "")
    if "spreadsheetml" in kind:
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            shown = "".join(book.read(name).decode() for name in book.namelist())
    elif "pdf" in kind:
        import pypdfium2

        shown = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(body))
    else:
        shown = body.decode("utf-8", "replace")
    cookies = [str(one) for name, one in answer.cookies.items() if name not in ("csrftoken", "sessionid")]
    return "\n".join([shown, *(f"{name}: {value}" for name, value in answer.headers.items()), *cookies])


@dataclass
class Office:
    """One worker at the office's table, or nobody."""

    w: World
    client: Client

    def visits(self, forms: dict[str, dict[str, Any]]) -> Iterator[Left]:
        """Every address, asked for, asked for by htmx, and sent to; nothing stays told."""
        for route in filter(lambda one: is_tried(one.name), routes()):
            for first, ids in zip([True, *[False] * 99], ids_for(route, self.w), strict=False):
                path = path_of(route, ids)
                self.w.gives_the_list()
                yield self.asks(route.name, "get", path)
                if first:
                    yield self.asks(route.name, "get", path + "?rows=x&closing=now", {"HX-Request": "true"})
                    yield self.asks(route.name, "post", path)
                # What was answered stands behind as many walls as there are forms.
                if route.name in forms and (first or route.name.startswith("answers-")):
                    yield self.asks(route.name, "post", path, data=forms[route.name])
                if first and route.name == "closing-csv":
                    yield self.asks(route.name, "post", path + "?closing=now", data=forms[route.name])

    def asks(
        self, door: str, how: str, path: str, headers: dict[str, str] | None = None, data: dict[str, Any] | None = None
    ) -> Left:
        with undone():
            kept = self.client.cookies.copy()
            send = self.client.post if how == "post" else self.client.get
            answer = send(path, data or {}, headers=headers or {})
            left = Left(door, text_of(answer), answer.status_code)
            for kind, subject in self._told():
                left.told.add(kind)
                left.about.add(subject)
            self.client.cookies = kept
        return left

    def _told(self) -> list[tuple[str, str]]:
        worker = getattr(self.client, "worker", None)
        return list(Envelope.objects.filter(worker=worker).values_list("kind", "subject")) if worker else []

    def searches(self, words: list[str]) -> Iterator[Left]:
        for one in words if is_tried("search") else ():
            left = self.asks("people", "post", "/office/people/", data={"q": one})
            # What was typed is said back; whatever it found is not.
            yield Left("search", left.text.replace(one, ""), left.status)

    def mistakes(self, words: str) -> Iterator[Left]:
        for path in (f"/office/people/{words}/", f"/office/closing/{words}.csv", f"/{words}", f"/desk/{words}"):
            yield Left("error page", self.asks("error", "get", path).text.replace(words, ""))


@contextlib.contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def a_tablet(
    w: World, worker: str | None, label: str = "Tablet of the matrix", site: str | None = None
) -> Iterator[Left]:
    """A tablet on which only this worker has signed in: everything a hub answers to it."""
    if not is_tried("tablet"):
        return
    tablet = Tablet(site or w.site, None, label=label)
    tablet.worker = worker
    if worker:
        answer = tablet.ask("/access/sign-in", {"worker": worker, "pin": PIN})
        yield Left("/access/sign-in", text_of(answer), answer.status_code, keys=set(answer.json()["walls"]))
    yield Left("/access/device", text_of(tablet.ask("/access/device")))
    # With cursors of its own, and with those of streams that are not its.
    walls = ("reception", "assistance", "cash", "triage", "health", "child", "protection", "safety", "office")
    streams = {f"{w.site}/{scope}/{wall}": 0 for scope in ("-", w.flight) for wall in walls}
    answer = tablet.ask("/journal/pull", {"epoch": None, "streams": streams}).json()
    again = tablet.ask("/journal/pull", {"epoch": answer["epoch"], "streams": streams}).json()
    for one in (answer, again):
        assert not one["more"]
        yield Left("/journal/pull", json.dumps(one, ensure_ascii=False), facts=one["facts"])
    for path in DOORS:
        for body in ({"facts": "none"}, {"code": "none", "worker": w.subjects["access.worker"], "pin": "1"}, []):
            yield Left(path, text_of(tablet.ask(path, body)))


@contextlib.contextmanager
def log_lines() -> Iterator[io.StringIO]:
    with contextlib.redirect_stderr(io.StringIO()) as said:
        yield said


def somebody(site: str, *roles: str) -> tuple[str, Browser]:
    """A fresh worker with these roles, who has told nothing, and their browser, with every proof they need."""
    client = signed_in(site, *roles, short_name="Fresh")
    client.raise_request_exception = False
    return client.worker, client
