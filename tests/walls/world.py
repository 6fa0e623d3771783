"""A hall with one fact of every kind, a marker in each field, and everything linked so that pages really show it."""

import base64
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from marks import Marks

from akeyi.access import day_badges, pins
from akeyi.access.facts.organisation import OrganisationRevised
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.models import Device
from akeyi.access.viewer import Viewer
from akeyi.access.walls import ROLES
from akeyi.arrivals import files
from akeyi.feedback.models import Calling
from akeyi.journal.ids import new_id
from akeyi.journal.registry import KINDS
from akeyi.journal.tell import Saying, tell
from akeyi.people.cards.series import Series
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.referrals import links, queries
from akeyi.screening.forms.convert import Ready
from akeyi.screening.forms.ours import feedback
from akeyi.screening.forms.packing import pack, unpack
from akeyi.screening.forms.publish import ready_of
from akeyi.testing.cast import PIN, Tablet, a_worker, an_arrival
from akeyi.testing.office import a_code_app, an_account

# The key of a second holder, who is not here.
INNER = new_id()
SECRET = hashlib.sha256(b"a series of the matrix").digest()


@dataclass
class World:
    """The ids that addresses may name, by what they are."""

    marks: Marks = field(default_factory=Marks)
    site: str = field(default_factory=new_id)
    flight: str = field(default_factory=new_id)
    before: str = ""
    # A flow of people on foot, which goes on.
    on_foot: str = ""
    promise: str = field(default_factory=new_id)
    series: Series = field(default_factory=lambda: Series("", "418", SECRET, 500, 50))
    people: dict[str, str] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)
    told: dict[str, list[str]] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)
    tablet: Tablet | None = None
    waits: str = ""
    # Of day badges, one of which made a volunteer.
    sheet: str = ""
    file: str = field(default_factory=new_id)
    # A list that was sent and not yet kept.
    sent: files.Sent | None = None
    list: str = ""
    # What a receiver was given: what stands in the address, and the code.
    link: str = ""
    code: str = ""

    def gives_the_list(self) -> None:
        """Whoever keeps or drops it does so for good: it lies outside the database."""
        assert self.sent is not None
        files.keep(self.flight, self.file, self.list.encode(), self.sent)

    def says(
        self,
        name: str,
        about: str | None = None,
        /,
        wall: str | None = None,
        arrivals: tuple[str, ...] | None = None,
        at: datetime | None = None,
        **said: Any,
    ) -> str:
        """One fact of a kind with all its fields marked, but those that are `said`; gives its id."""
        kind = KINDS[name]
        body = kind.body.model_validate_json(_json(self.marks.body(kind, **said)))
        where = (self.flight,) if arrivals is None else arrivals
        saying = Saying(
            body,
            site=self.site,
            subject=about,
            arrivals=list(where),
            worker=self.subjects.get("access.worker"),
            at=at,
            wall=wall or (None if kind.wall else "reception"),
        )
        [fact] = tell(saying)
        self.told.setdefault(name, []).append(fact)
        self.subjects.setdefault(name, about or fact)
        return fact

    def gives(self, role: str, worker: str) -> None:
        """What is one person's and no role's is this worker's from now on: what is another's, nobody reads."""
        if role == "focal_point":
            taken = KINDS["feedback.handling"].body(owner=worker)
            tell(Saying(taken, site=self.site, subject=self.subjects["feedback.complaint"]))
        if role == "holder":
            key = KINDS["feedback.holder"].body(holder=worker)
            tell(Saying(key, site=self.site, subject=self.subjects["feedback.holder"]))
            opened = KINDS["feedback.opened"].body(lock="first")
            tell(Saying(opened, site=self.site, subject=self.subjects["feedback.sealed"], worker=worker))
        if role == "phone_desk":
            # They are calling somebody, who said their word; and called somebody else before.
            wish, other = self.told["feedback.call_wish"]
            Calling.objects.create(wish=wish, worker=worker, at=datetime.now(UTC), is_right=True)
            made = KINDS["feedback.call"].body(step="day_7", outcome="nobody")
            self.told["feedback.call"] = tell(Saying(made, site=self.site, subject=other, worker=worker))
        if ROLES[role].state:
            works_for_the_state(self, worker)

    def person(self, name: str) -> str:
        """A reception with a card of the series; nothing is told yet."""
        self.cards[name] = self.series.draw()[len(self.cards)]
        self.people[name] = str(self.series.reception_id(self.cards[name]))
        return self.people[name]


def _json(body: dict[str, Any]) -> str:
    import orjson

    return orjson.dumps(body).decode()


# How a kind is told here where a marker in every field is not enough: what it is about, and what links it to the rest.
TELLING: dict[str, Callable[[World], object]] = {}


def tells(name: str) -> Callable[[Callable[[World], object]], Callable[[World], object]]:
    def keep(telling: Callable[[World], object]) -> Callable[[World], object]:
        TELLING[name] = telling
        return telling

    return keep


@tells("access.site")
def _site(w: World) -> None:
    w.says("access.site", w.site, arrivals=(), timezone="America/Port-au-Prince", country="HTI", lock_s={"child": 45})


@tells("access.organisation")
def _organisation(w: World) -> None:
    w.says("access.organisation", new_id(), arrivals=(), kind="ngo", is_active=True)


@tells("access.worker")
def _worker(w: World) -> None:
    w.says(
        "access.worker", new_id(), arrivals=(),
        works_at=w.site, organisation=w.subjects["access.organisation"], roles=["clerk"], is_active=True,
    )  # fmt: skip


@tells("access.grant")
def _grant(w: World) -> None:
    now = datetime.now(UTC)
    w.says(
        "access.grant", new_id(), arrivals=(), worker=w.subjects["access.worker"], role="triage",
        since_at=now.isoformat(), until_at=(now + timedelta(hours=3)).isoformat(),
    )  # fmt: skip
    _a_day_badge(w)


def _a_day_badge(w: World) -> None:
    """A volunteer of a day with the marker of a worker's name, and a badge that nobody used."""
    name = next(one.text for one in w.marks.made if (one.kind, one.field) == ("access.worker", "short_name"))
    (_, used), _ = day_badges.print_badges(Viewer(new_id(), w.site), 2, 8)
    day_badges.begin_shift(w.site, used.split(":")[2], name, "ht", "738201")
    [one] = day_badges.sheets(w.site)
    w.sheet = one.id


@tells("access.vouched")
def _vouched(w: World) -> None:
    w.says("access.vouched", w.subjects["access.worker"], arrivals=(), way="pin", walls=["triage"], why="second")
    # And one of every role whose PIN and account still wait.
    roles = ("cash", "triage", "health", "child_protection", "protection", "safety", "holder")
    w.waits = a_worker(w.site, "Waits", roles)
    pins.set_pin(w.waits, PIN)
    a_code_app(an_account(w.waits, "waits", opens=()))


@tells("access.device")
def _device(w: World) -> None:
    w.tablet = Tablet(w.site, w.subjects["access.worker"], label=w.marks.word("access.device", "label"))
    w.subjects["access.device"] = w.tablet.device
    for name in ("stands_at", "withdrawn_at"):
        w.marks.unmarked["access.device", name] = {"stands_at": "an id", "withdrawn_at": "a moment"}[name]
    assert Device.objects.filter(subject=w.tablet.device).exists()


@tells("arrivals.arrival")
def _arrival(w: World) -> None:
    w.before = an_arrival(w.site, label="The shift before", status="closed", how="on_foot")
    w.on_foot = an_arrival(w.site, label="This shift", status="met", how="on_foot")
    now = datetime.now(UTC)
    w.says(
        "arrivals.arrival", w.flight, arrivals=(), how="flight", status="met", follows=w.before,
        eta_at=(now - timedelta(minutes=70)).isoformat(), landed_at=(now - timedelta(minutes=60)).isoformat(),
    )  # fmt: skip


@tells("arrivals.expected")
def _expected(w: World) -> None:
    w.says("arrivals.expected", w.flight, claim="expected")


@tells("arrivals.manifest")
def _manifest(w: World) -> None:
    # As many lines as the list has: with more, the rest would count as erased.
    w.says("arrivals.manifest", arrival=w.flight, lines=1)
    name, said_by = (w.marks.word("arrivals.manifest", "of its file") for _ in range(2))
    w.sent = files.Sent(name=f"{name}.csv", said_by=said_by, at=datetime.now(UTC).isoformat(), site=w.site)
    w.list = f"No,Family name,Given names,Sex\n1,{w.marks.word('arrivals.line', 'in its file')},Anon,F\n2,Doe,Jo,M\n"


@tells("arrivals.line")
def _line(w: World) -> None:
    manifest = w.told["arrivals.manifest"][0]
    w.says("arrivals.line", manifest=manifest, arrival=w.flight, sex="female", age=41)


@tells("arrivals.tally")
def _tally(w: World) -> None:
    door = w.marks.word("arrivals.tally", "door")
    for counting, count in (("count", 61), ("check", 60), ("check", 1)):
        w.says("arrivals.tally", w.flight, group="woman", count=count, counting=counting, how="tap", door=door)


@tells("arrivals.sample")
def _sample(w: World) -> None:
    w.says("arrivals.sample", w.flight, people=61, minutes=10)


@tells("arrivals.sweep")
def _sweep(w: World) -> None:
    w.says("arrivals.sweep", w.site, arrivals=(), of=[w.flight])


@tells("arrivals.waiting_outside")
def _outside(w: World) -> None:
    w.says("arrivals.waiting_outside", w.site, arrivals=())


@tells("access.kept_in")
def _kept_in(w: World) -> None:
    w.says("access.kept_in", arrivals=())


@tells("figures.sender_answer")
def _sender_answer(w: World) -> None:
    w.says("figures.sender_answer", arrivals=(), arrival=w.flight, arrived=61, of=62, is_hurt=True)


@tells("people.notice")
def _notice(w: World) -> None:
    w.says("people.notice", arrivals=())


@tells("people.series")
def _series(w: World) -> None:
    secret = w.marks.own("people.series", "secret", base64.b64encode(SECRET).decode())
    w.says("people.series", arrivals=(), prefix="418", secret=secret, count=500, roll_size=50)


@tells("people.roll")
def _roll(w: World) -> None:
    series = w.told["people.series"][0]
    w.says("people.roll", str(w.series.roll_id(0)), series=series, number=0, arrival=w.flight)


def _somebody(w: World, name: str, **said: Any) -> str:
    one = w.person(name)
    card = w.marks.own("people.reception", "card", w.cards[name])
    about = {
        "card": card, "roll": str(w.series.roll_id(0)), "arrival": None, "is_token": False, "sex": "female",
        "age_group": "adult", "age": 31, "is_about": True, "by_card_only": False, "family": None, "line": None,
    }  # fmt: skip
    w.says("people.reception", one, **(about | said))
    return one


@tells("people.reception")
def _reception(w: World) -> None:
    rose = _somebody(w, "rose", arrival=w.flight)
    _somebody(w, "jean", family=rose, age_group="child", age=9, sex="male")
    _somebody(w, "gone")
    _somebody(w, "dead", by_card_only=True)
    _somebody(w, "household", is_token=True)
    # A second answer about one of them, from a tablet that had not seen the first.
    other = w.marks.word("people.reception", "given_names")
    assert w.tablet is not None
    w.tablet.tell(KINDS["people.reception"].body(given_names=other), rose, (w.flight,))


@tells("people.household_move")
def _move(w: World) -> None:
    w.says(
        "people.household_move", w.people["household"], source=None, target=w.people["household"], why="arrived",
        groups={"woman": 2, "girl": 3},
    )  # fmt: skip


@tells("people.card_replaced")
def _replaced(w: World) -> None:
    new = w.person("rose again")
    card = w.marks.own("people.card_replaced", "new_card", w.cards["rose again"])
    w.says(
        "people.card_replaced", w.people["rose"], old_card=w.cards["rose"], new_card=card, new_reception=new
    )  # fmt: skip


@tells("people.card_swapped")
def _swapped(w: World) -> None:
    w.says("people.card_swapped", w.people["gone"], other=w.people["dead"])


@tells("people.came")
def _came(w: World) -> None:
    w.says("people.came", w.people["rose"], how_came="pushed_back")


@tells("children.carer")
def _carer(w: World) -> None:
    w.says("children.carer", w.people["jean"], carer=w.people["rose"])


@tells("children.hold")
def _hold(w: World) -> None:
    w.says("children.hold", w.people["jean"], holder=w.subjects["access.worker"], place="space", by_pin=True)


@tells("children.situation")
def _situation(w: World) -> None:
    w.says("children.situation", w.people["jean"], relation="nobody", says_name=False)


@tells("children.came_for")
def _came_for(w: World) -> None:
    w.says("children.came_for", w.people["jean"], outcome="turned_away")


@tells("children.photo")
def _photo(w: World) -> None:
    jpeg = w.marks.own("children.photo", "jpeg", "/9j/" + base64.b64encode(b"a photo of the matrix!!!").decode())
    w.says("children.photo", w.people["jean"], jpeg=jpeg)
    # Without a yes nobody is shown one.
    agreed = {"purpose": "photo", "answer": "yes", "how": "said", "withdraws": None, "service": None, "items": None}
    w.says("people.consent_child", w.people["jean"], **agreed)


@tells("children.release")
def _release(w: World) -> None:
    # Of a code that nobody made, so that somebody has to look at it; and one that was looked at.
    for number in (1, 2):
        code = w.marks.own("children.release", "code_hash", hashlib.sha256(bytes([number])).hexdigest())
        w.says(
            "children.release", w.people["jean"], to="service", code_hash=code,
            second_worker=w.subjects["access.worker"],
        )  # fmt: skip


@tells("children.release_code")
def _code(w: World) -> None:
    code = w.marks.own("children.release_code", "code_hash", hashlib.sha256(b"a code").hexdigest())
    w.says("children.release_code", arrivals=(), code_hash=code)


@tells("children.release_review")
def _review(w: World) -> None:
    w.says("children.release_review", w.people["jean"], release=w.told["children.release"][1])


@tells("assistance.item")
def _item(w: World) -> None:
    w.says(
        "assistance.item", new_id(), arrivals=(),
        once_per="person", is_active=True, is_service=False, parts=None, reorder_at=4,
    )  # fmt: skip


@tells("assistance.store")
def _store(w: World) -> None:
    w.says("assistance.store", new_id(), arrivals=(), is_giving=True, is_active=True)


@tells("assistance.movement")
def _movement(w: World) -> None:
    at = w.subjects["assistance.store"]
    item = w.subjects["assistance.item"]
    w.says(
        "assistance.movement", arrivals=(), what="received", item=item, store=at, quantity=4300, to=None, parts=None,
        expires_on="2021-09-20", reason=None,
    )  # fmt: skip


@tells("assistance.hand_out")
def _hand_out(w: World) -> None:
    for override in (None, "lost"):
        w.says(
            "assistance.hand_out", w.people["rose"], item=w.subjects["assistance.item"], quantity=43, override=override
        )


@tells("assistance.given_to_many")
def _given_to_many(w: World) -> None:
    w.says("assistance.given_to_many", w.flight, item=w.subjects["assistance.item"], quantity=48)


@tells("assistance.programme")
def _programme(w: World) -> None:
    given = {"per": "person", "often": "once", "every_hours": None}
    w.says(
        "assistance.programme", new_id(), arrivals=(), until=None, hows=["flight"], with_voucher=True,
        items=[{"item": w.subjects["assistance.item"], "quantity": 2} | given],
        cash=[{"amount": "250.50", "currency": "HTG"} | given],
    )  # fmt: skip


@tells("assistance.promise")
def _promise(w: World) -> None:
    code = w.marks.own("assistance.promise", "code", "407122350417")
    w.says(
        "assistance.promise", w.people["rose"], arrivals=(), promise=w.promise, amount="10000.00", currency="HTG",
        code=code, programme=w.subjects["assistance.programme"], owner=w.subjects["access.worker"],
    )  # fmt: skip


@tells("assistance.payment")
def _payment(w: World) -> None:
    w.says(
        "assistance.payment", w.people["rose"], arrivals=(), promise=w.promise, amount="4000.00", currency="HTG",
        how="voucher", float=None,
    )  # fmt: skip


@tells("assistance.float")
def _float(w: World) -> None:
    w.says(
        "assistance.float", new_id(), arrivals=(), what="opened", currency="HTG", amount="20000.00",
        second=w.subjects["access.worker"], to=None, reason=None,
    )  # fmt: skip


@tells("assistance.voucher")
def _voucher(w: World) -> None:
    w.says("assistance.voucher", w.people["rose"], programme=w.subjects["assistance.programme"])


@tells("referrals.service")
def _service(w: World) -> None:
    today = datetime.now(UTC).date()
    w.says(
        "referrals.service", new_id(), arrivals=(), needs=["medical", "child_care", "shelter"], languages=["ht"],
        capacity_on=today.isoformat(), is_active=True,
    )  # fmt: skip


def _tells_of_referral(wall: str, need: str, purpose: str) -> None:
    """A referral with the yes that it rests on, and a step of it."""
    referral, consent = f"referrals.referral_{wall}", f"people.consent_{wall}"

    @tells(referral)
    def _referral(w: World) -> None:
        agreed = {"purpose": purpose, "answer": "yes", "how": "said", "withdraws": None, "items": ["name", "need"]}
        yes = w.says(consent, w.people["rose"], **agreed, service=w.subjects["referrals.service"])
        items = {name: w.marks.word(referral, "items") for name in ("name", "need")}
        w.says(
            referral, w.people["rose"], service=w.subjects["referrals.service"], need=need, priority="normal",
            case=w.marks.own(referral, "case", {"health": "QXAHKM", "child": "QXACKM"}.get(wall, "QXAPKM")),
            items=items, consent=yes, go_at=None,
        )  # fmt: skip

    @tells(f"referrals.step_{wall}")
    def _step(w: World) -> None:
        w.says(
            f"referrals.step_{wall}", w.people["rose"], referral=w.told[referral][0], step="sent", by="voice",
            reason=None,
        )  # fmt: skip


for _wall, _need, _purpose in (
    ("health", "medical", "medical_referral"),
    ("child", "child_care", "child_referral"),
    ("protection", "shelter", "service_referral"),
):
    _tells_of_referral(_wall, _need, _purpose)


@tells("people.place")
def _place(w: World) -> None:
    w.says("people.place", new_id(), arrivals=(), within=None, is_active=True)


@tells("onward.route")
def _route(w: World) -> None:
    code = next(one.text for one in w.marks.made if (one.kind, one.field) == ("people.place", "code"))
    destination = w.marks.own("onward.route", "destination", code)
    w.says("onward.route", new_id(), arrivals=(), destination=destination, stops=[], is_active=True)


@tells("onward.route_status")
def _route_status(w: World) -> None:
    w.says("onward.route_status", w.subjects["onward.route"], arrivals=(), status="open", until=None)


@tells("onward.trip")
def _trip(w: World) -> None:
    w.says(
        "onward.trip", new_id(), arrivals=(), route=w.subjects["onward.route"], stops=[], is_cancelled=False, seats=47,
        leaves_at=None, due_at=None,
    )  # fmt: skip


@tells("onward.departure")
def _departure(w: World) -> None:
    w.says("onward.departure", w.subjects["onward.trip"], arrivals=(), second_worker=None)


@tells("onward.contact")
def _contact(w: World) -> None:
    w.says("onward.contact", w.subjects["onward.trip"], arrivals=(), what="on_the_way")


@tells("onward.exit")
def _exit(w: World) -> None:
    w.says("onward.exit", w.people["gone"], how="taken_by_authorities", people=1, groups=None, trip=None)
    w.says("onward.exit", w.people["dead"], how="died", people=1, groups=None, trip=None)


@tells("safety.pause")
def _pause(w: World) -> None:
    w.says("safety.pause", w.site, arrivals=())


@tells("safety.resume")
def _resume(w: World) -> None:
    w.says("safety.resume", w.site, arrivals=(), ends=[])


@tells("safety.seen")
def _seen(w: World) -> None:
    w.says("safety.seen", w.people["rose"], pause=w.told["safety.pause"][0], people=1)


@tells("safety.tag")
def _tag(w: World) -> None:
    w.says("safety.tag", w.people["rose"])


@tells("safety.tag_back")
def _tag_back(w: World) -> None:
    w.says("safety.tag_back", w.people["rose"])


@tells("safety.thing")
def _thing(w: World) -> None:
    w.says("safety.thing", w.people["rose"], what="lost")


@tells("safety.thing_back")
def _thing_back(w: World) -> None:
    w.says("safety.thing_back", w.people["rose"], thing=w.flight)


@tells("safety.before")
def _before(w: World) -> None:
    w.says("safety.before", w.people["rose"])


@cache
def a_form() -> Ready:
    """One of those that come with Akeyi, converted once."""
    return ready_of(feedback.FORM)


def _tells_of_form(ending: str) -> None:
    """A form that can be shown, with a marker in its title and in a question; and an answer to it."""
    form, answer = f"screening.form{ending}", f"screening.answer{ending}"

    @tells(form)
    def _form(w: World) -> None:
        ready, question = a_form(), w.marks.word(form, "xform")
        packed = {"xform": ready.xform, "page": ready.page}
        asked = {
            name: pack(unpack(text).replace("How were you treated here?", question)) for name, text in packed.items()
        }
        w.says(form, arrivals=(), form=f"feedback{ending}", number=1, is_asked=True, **asked)

    @tells(answer)
    def _answer(w: World) -> None:
        said = {"better": w.marks.word(answer, "answers")}
        w.says(answer, w.people["rose"], version=w.told[form][0], answers=said, language="ht", interpreter="nobody")


for _ending in ("", "_child", "_health", "_protection"):
    _tells_of_form(_ending)


@tells("feedback.holder")
def _holder(w: World) -> None:
    for is_outside in (True, False):
        key = w.marks.own("feedback.holder", "public_key", base64.b64encode(os.urandom(65)).decode())
        w.says(
            "feedback.holder", new_id(), arrivals=(),
            holder=w.subjects["access.worker"], public_key=key, is_outside=is_outside, is_active=True,
        )  # fmt: skip


@tells("feedback.sealed")
def _sealed(w: World) -> None:
    content = w.marks.own("feedback.sealed", "content", base64.b64encode(os.urandom(60)).decode())
    key = w.subjects["feedback.holder"]
    w.says("feedback.sealed", arrivals=(), locks=[{"outer": key, "inner": INNER, "key": "bG9jaw=="}], content=content)


@tells("feedback.sealed_piece")
def _sealed_piece(w: World) -> None:
    content = w.marks.own("feedback.sealed_piece", "content", base64.b64encode(os.urandom(60)).decode())
    w.says("feedback.sealed_piece", arrivals=(), content=content)


@tells("feedback.opened")
def _opened(w: World) -> None:
    w.says("feedback.opened", w.subjects["feedback.sealed"], arrivals=(), lock="first")


@tells("feedback.complaint")
def _complaint(w: World) -> None:
    # About nobody, and given to nobody who is here: whoever is sent through the doors has one and may take the other.
    for secret in (b"a complaint", b"another"):
        code = w.marks.own("feedback.complaint", "code_hash", hashlib.sha256(secret).hexdigest())
        w.says(
            "feedback.complaint", arrivals=(),
            category="place", about=None, focal_point=new_id(), language="ht", code_hash=code,
        )  # fmt: skip


@tells("feedback.handling")
def _handling(w: World) -> None:
    w.says(
        "feedback.handling", w.subjects["feedback.complaint"], arrivals=(),
        owner=None, see=None, due_on=datetime.now(UTC).date().isoformat(), is_closed=False,
    )  # fmt: skip


@tells("feedback.call_wish")
def _call_wish(w: World) -> None:
    """Two people are called today, at whatever hour this runs."""
    week_ago = datetime.now(UTC) - timedelta(days=7)
    for name in ("rose", "dead"):
        agreed = {"purpose": "follow_up_call", "answer": "yes", "how": "said", "withdraws": None}
        w.says("people.consent", w.people[name], **agreed)
        number = w.marks.own("feedback.call_wish", "number", f"+509370{len(w.told):05}{len(name)}")
        w.says(
            "feedback.call_wish", arrivals=(), at=week_ago,
            reception=w.people[name], number=number, hours=["morning", "afternoon", "evening", "night"],
        )  # fmt: skip


@tells("feedback.call")
def _call(w: World) -> None:
    w.says("feedback.call", w.told["feedback.call_wish"][1], arrivals=(), at=datetime.now(UTC) - timedelta(days=2))


@tells("feedback.deadline")
def _deadline(w: World) -> None:
    w.says("feedback.deadline", w.site, arrivals=(), money=3, place=14, treated=3, favour=3, abuse=1, other=14)


@tells("feedback.focal_point")
def _focal_point(w: World) -> None:
    """Somebody whom tablets name: with the markers of a worker's name, and of their organisation."""
    worker = a_worker(w.site, w.marks.word("access.worker", "short_name"), ("focal_point",))
    organisation = w.subjects["access.organisation"]
    tell(Saying(KINDS["access.worker"].body(organisation=organisation), site=w.site, subject=worker))
    w.says("feedback.focal_point", worker, arrivals=(), is_active=True)


@tells("figures.closing")
def _closing(w: World) -> None:
    from akeyi.figures import closing

    numbers = {"site": {"counted": w.marks.number("figures.closing", "numbers")}, w.flight: {"exit.died": 47}}
    heard = {
        "device": w.subjects["access.device"], "label": w.marks.word("figures.closing", "heard"),
        "last_n": 1, "unsent": 3, "at": None,
    }  # fmt: skip
    day = closing.today(w.site).isoformat()
    w.says("figures.closing", w.site, arrivals=(), day=day, numbers=numbers, heard=[heard])


@tells("planning.shift")
def _shift(w: World) -> None:
    now = datetime.now(UTC)
    # A plan is of people who are still to come.
    an_arrival(w.site, label="To come", eta_at=(now + timedelta(hours=2)).isoformat())
    w.says(
        "planning.shift", w.site, arrivals=(), since_at=now.isoformat(),
        until_at=(now + timedelta(hours=8)).isoformat(), staff={"register": 3}, languages={"ht": 2},
    )  # fmt: skip


@tells("office.handover")
def _handover(w: World) -> None:
    line = {"name": "inside", "about": w.marks.word("office.handover", "lines"), "count": 3}
    w.says(
        "office.handover", w.site, arrivals=(), from_worker=None, to_worker=w.subjects["access.worker"], lines=[line]
    )


@tells("journal.void")
def _void(w: World) -> None:
    w.says("journal.void", w.flight, target=w.told["arrivals.tally"][2])


@tells("journal.decision")
def _decision(w: World) -> None:
    w.says("journal.decision", w.people["gone"], facts=[w.told["onward.exit"][0]], verdict="taken_in")


@tells("journal.erase")
def _erase(w: World) -> None:
    w.says("journal.erase", _somebody(w, "erased"))


FIRST = ("access.site", "access.organisation", "access.worker", "access.device", "arrivals.arrival",
         "arrivals.expected", "arrivals.manifest", "people.series", "people.roll", "people.reception",
         "people.place", "onward.route", "onward.trip")  # fmt: skip
LAST = ("people.card_replaced", "journal.void", "journal.decision", "journal.erase")


def a_world() -> World:
    """Everything that can be told, told. A kind nobody thought of here is told about a person of the arrival."""
    w = World()
    middle = [name for name in sorted(KINDS) if name not in FIRST and name not in LAST]
    # Items before what is handed out, forms before what is answered.
    before = (
        "assistance.item",
        "assistance.store",
        "screening.form",
        "referrals.service",
        "feedback.call_wish",
        "feedback.complaint",
        "feedback.holder",
        "feedback.sealed",
    )
    for name in [*FIRST, *sorted(middle, key=lambda name: not name.startswith(before)), *LAST]:
        if name in TELLING:
            TELLING[name](w)
        else:
            w.says(name, w.people["rose"])
    shown = queries.of_link(w.site, "protection", w.told["referrals.referral_protection"][0])
    assert shown is not None
    w.link, w.code = links.make(shown, w.site, datetime.now(UTC))
    return w


def works_for_the_state(w: World, worker: str) -> None:
    """A worker of a state authority whom a fact gives every role, and who said a word about somebody themselves."""
    of = new_id()
    roles: list[Any] = list(ROLES)
    tell(
        Saying(OrganisationRevised(name="Office of migration", kind="state", is_active=True), site=w.site, subject=of),
        Saying(WorkerRevised(organisation=of, roles=roles), site=w.site, subject=worker),
        Saying(ReceptionRevised(given_names="Their word"), site=w.site, subject=w.people["rose"], worker=worker),
    )
