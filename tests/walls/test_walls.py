"""Every role, at every door, against docs/walls.md: no byte leaves to whoever may not read it, and none is told."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
import table
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone
from doors import Left, Office, a_tablet, ids_for, is_tried, log_lines, path_of, routes, somebody, text_of
from forms import forms
from marks import Mark, Net
from world import World, a_world

from akeyi.access import devices, going_out
from akeyi.access.device_api import DOORS
from akeyi.access.models import OfficeAccount
from akeyi.access.walls import ROLES
from akeyi.journal.declare import SEALED_AT_REST
from akeyi.journal.models import Verdict
from akeyi.journal.registry import KINDS
from akeyi.journal.tell import Saying, tell
from akeyi.referrals import reminders
from akeyi.testing.cast import PIN, Tablet, a_site

pytestmark = pytest.mark.django_db

ON_NO_TABLET = ("office", "sealed")

# (role, kind, field, door) that was looked at, and role -> kind -> the doors at which a marker of it was seen.
CHECKED: set[tuple[str, str, str, str]] = set()
SEEN: dict[str, dict[str, set[str]]] = {}
# Doors that somebody came through: neither refused nor told that nothing is there.
OPENED: set[str] = set()
UNMARKED: dict[tuple[str, str], str] = {}


def may_hold(signs: frozenset[str], mark: Mark, door: str) -> bool:
    """Whether what leaves by a door to somebody with these signs may hold a marker."""
    if "R" in signs:
        return True
    if "C" in signs:
        return door in ("/journal/pull", "/access/device")
    return "N" in signs and mark.text.isdigit() and mark.field not in ("card", "old_card", "new_card")


def is_open(answered: set[int]) -> bool:
    return answered - {403, 404, 405} != set()


def is_wrong(answered: set[int], may_open: bool) -> bool:
    """Whether a door, by all that it answered, is open to whoever may not open it, or shut to whoever may."""
    # Where nothing is there to be opened, whoever may open it is not refused.
    return 403 in answered and not is_open(answered) if may_open else is_open(answered)


@dataclass
class Visit:
    """One role sent through all doors: what was wrong."""

    role: str
    w: World
    leaks: set[str] = field(default_factory=set)
    opened: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    seen: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self.net = Net(self.w.marks.made)
        self.fields = {(one.kind, one.field) for one in self.w.marks.made}

    def signs(self, kind: str) -> frozenset[str]:
        return table.cells()[self.role, kind]

    def look(self, left: Left) -> None:
        if left.status >= 500:
            self.leaks.add(f"{left.door} answered {left.status}")
        self.opened[left.door].add(left.status)
        CHECKED.update((self.role, kind, name, left.door) for kind, name in self.fields)
        for mark in self.net.found(left.text):
            self.seen[mark.kind].add("pull" if left.door == "/journal/pull" else left.door)
            if not may_hold(self.signs(mark.kind), mark, left.door):
                self.leaks.add(f"{left.door} gave {mark.kind} {mark.field}")
        for fact in left.facts:
            self.seen[fact["kind"]].add("pull")
            CHECKED.update((self.role, fact["kind"], name, "pull") for name in KINDS[fact["kind"]].fields)
            if not self.signs(fact["kind"]) & {"R", "C"} or fact["wall"] in ON_NO_TABLET:
                self.leaks.add(f"a tablet fetched {fact['kind']} behind {fact['wall']}")
        for wall in left.keys:
            behind = [name for name, kind in KINDS.items() if kind.wall == wall]
            if wall in ON_NO_TABLET or (behind and not any(self.signs(kind) & {"R", "C"} for kind in behind)):
                self.leaks.add(f"a tablet was given the key of {wall}")
        for kind in left.told:
            if not self.signs(kind) & {"W", "T"}:
                self.leaks.add(f"{left.door} told {kind}")


def test_every_kind_role_and_address_has_its_row_and_no_other():
    assert {role for role, _ in table.cells()} == set(ROLES)
    for role in ROLES:
        assert {kind for of, kind in table.cells() if of == role} == set(KINDS), role
    assert set(table.doors()) == {route.name for route in routes()} | set(DOORS)
    assert set(table.seen_at()) == set(KINDS)


@pytest.mark.parametrize("role", ROLES)
def test_nothing_leaves_to_a_role_that_may_not_read_it(role):
    w = a_world()
    UNMARKED.update(w.marks.unmarked)
    worker, client = somebody(w.site, role)
    w.gives(role, worker)
    visit = Visit(role, w)
    office = Office(w, client)
    marked = {one.kind: one.text for one in w.marks.made}
    name = next(one.text for one in w.marks.made if (one.kind, one.field) == ("people.reception", "family_name"))
    looked_for = [text for kind, text in marked.items() if "R" not in visit.signs(kind)]
    with log_lines() as log:
        for left in office.visits(forms(w)):
            visit.look(left)
        for left in [
            *office.searches([*looked_for, name]),
            *office.mistakes(marked["people.reception"]),
        ]:
            visit.look(left)
        for left in a_tablet(w, worker, label="A tablet beside"):
            visit.look(left)
    for mark in visit.net.found(log.getvalue()):
        visit.leaks.add(f"a log line holds {mark.kind} {mark.field}")
    CHECKED.update((role, kind, name, "log") for kind, name in visit.fields)
    assert not visit.leaks, "; ".join(sorted(visit.leaks))
    SEEN[role] = visit.seen
    OPENED.update(door for door, answered in visit.opened.items() if is_open(answered))
    wrong = {
        door
        for door, roles in table.doors().items()
        if roles is not None and is_tried(door) and is_wrong(visit.opened[door], role in roles)
    }
    assert not wrong, f"opened, or refused, against the table of doors: {sorted(wrong)}"


def test_nothing_leaves_to_another_site_and_nothing_of_it_is_changed_from_there():
    """Whoever holds every role elsewhere, and knows every address, finds nothing here but that the site exists."""
    w = a_world()
    theirs = {*w.people.values(), *w.subjects.values(), *(fact for facts in w.told.values() for fact in facts)}
    elsewhere = a_site("CAP", "Cap-Haïtien")
    worker, client = somebody(elsewhere, *(role for role in ROLES if not ROLES[role].state))
    # A child who was there too, and agreed to a photo there, was photographed here: that photo is not theirs.
    agreed = KINDS["people.consent_child"].body(purpose="photo", answer="yes", how="said")
    tell(Saying(agreed, site=elsewhere, subject=w.people["jean"]))
    net, office, wrong = Net([one for one in w.marks.made if one.kind != "access.site"]), Office(w, client), set()
    # What was typed is said back.
    typed = forms(w)["people"]["q"]
    for left in [
        *office.visits(forms(w)),
        *office.searches([one.text for one in w.marks.made]),
        *a_tablet(w, worker, label="A tablet elsewhere", site=elsewhere),
    ]:
        wrong |= {f"{left.door} gave {mark.kind} {mark.field}" for mark in net.found(left.text.replace(typed, ""))}
        wrong |= {f"{left.door} told of {subject}" for subject in left.about & theirs}
        wrong |= {f"a tablet fetched {one['kind']}" for one in left.facts if one["scope"]["site"] == w.site}
        if left.status >= 500:
            wrong.add(f"{left.door} answered {left.status}")
    assert not wrong, "; ".join(sorted(wrong))


def test_a_pin_that_was_set_anew_opens_two_walls():
    w = a_world()
    for left in a_tablet(w, w.waits, label="A tablet of somebody who waits"):
        assert left.keys <= {"reception", "assistance"}
        assert {fact["wall"] for fact in left.facts} <= {"reception", "assistance"}


def test_an_account_that_nobody_vouched_for_opens_what_a_clerk_reads():
    w = a_world()
    client = Client(raise_request_exception=False)
    client.force_login(OfficeAccount.objects.get(worker=w.waits).user)
    net = Net(w.marks.made)
    seen = {
        f"{left.door} gave {mark.kind} {mark.field}"
        for left in Office(w, client).visits(forms(w))
        for mark in net.found(left.text)
        if not may_hold(table.cells()["clerk", mark.kind], mark, left.door)
    }
    assert not seen, "; ".join(sorted(seen))


def test_a_tablet_that_was_withdrawn_is_answered_nothing_and_what_it_tells_waits():
    w = a_world()
    worker, _ = somebody(w.site, "clerk")
    tablet = Tablet(w.site, worker, label="A tablet that was lost")
    devices.withdraw(tablet.device)
    for path, body in (
        ("/access/device", None),
        ("/access/sign-in", {"worker": worker, "pin": PIN}),
        ("/journal/pull", {"epoch": None, "streams": {}}),
    ):
        assert tablet.ask(path, body).status_code == 403, path
    tally = KINDS["arrivals.tally"].body
    fact = tablet.tell(tally(**tally.example), w.flight, (w.flight,))
    assert Verdict.objects.filter(fact=fact, verdict="refused").exists()


@pytest.mark.parametrize(
    "said", [{"recipient": "sender"}, {"recipient": "team", "named": "Embassy"}, {"recipient": "public"}]
)
def test_a_file_holds_nothing_that_is_not_for_its_recipient(said):
    w = a_world()
    _, client = somebody(w.site, "protection")
    net = Net([one for one in w.marks.made if one.kind.startswith(("screening.answer", "people.", "figures."))])
    office = Office(w, client)
    for route in routes():
        for ids in ids_for(route, w) if route.name in going_out.DOORS else ():
            left = office.asks(route.name, "post", path_of(route, ids) + "?closing=now", data=said)
            assert net.found(left.text) == set(), (route.name, said)
            # Of a closing the public gets bands; forms of other walls are not there.
            may = 200 if route.name == "closing-csv" and said["recipient"] == "public" else 403
            assert left.status in (may, 404), (route.name, said)


def test_what_is_sealed_at_rest_lies_in_no_table_in_clear():
    w = a_world()
    net = Net([one for one in w.marks.made if KINDS[one.kind].wall in SEALED_AT_REST])
    clear = set()
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{name}"')
            for row in cursor.fetchall():
                text = " ".join(one.decode("latin-1") if isinstance(one, bytes) else str(one) for one in row)
                clear |= {f"{name} holds {mark.kind} {mark.field}" for mark in net.found(text)}
    assert not clear, "; ".join(sorted(clear))


# Whoever reads behind a wall lends the roles that read no further; what the manager reads too is the manager's to lend.
LENDS = {
    "manager": {"clerk", "volunteer", "safety"},
    "cash": {"cash"},
    "triage": {"triage", "last_word"},
    "last_word": {"triage", "last_word"},
    "health": {"triage", "last_word", "health"},
    "child_protection": {"triage", "last_word", "child_protection"},
    "protection": {"triage", "last_word", "protection"},
}


@pytest.mark.parametrize("role", ROLES)
def test_nobody_lends_a_role_that_opens_more_than_their_own(role):
    answer = somebody(a_site(), role)[1].get("/office/granting/")
    offered = set(re.findall(r'<option value="(\w+)"', answer.content.decode()))
    assert offered & set(ROLES) == LENDS.get(role, set())


def test_the_receiver_of_a_link_learns_what_was_disclosed_and_nothing_else():
    """A door without an account: with the link and its code, and after the person took it back."""
    w = a_world()
    net = Net(w.marks.made)
    [referral] = w.told["referrals.referral_protection"]
    path, receiver = f"/referral/{w.link}/", Client()
    with log_lines() as log:
        assert net.found(text_of(receiver.get(path))) == set(), "before the code"
        assert net.found(text_of(receiver.post(path, {"code": w.code}))) == set()
        shown = net.found(text_of(receiver.get(path)))
        assert {(one.kind, one.field) for one in shown} == {
            ("referrals.referral_protection", "items"),
            ("referrals.referral_protection", "case"),
        }
        for other in (Client(), somebody(w.site, "manager")[1]):
            assert net.found(text_of(other.post(path, {"code": w.code}))) == set(), "another browser"
        for said in ({"step": "rejected"}, {"step": "anything"}, {"code": "1"}):
            assert net.found(text_of(receiver.post(path, said))) <= shown
        _, protection = somebody(w.site, "protection")
        protection.post(f"/office/referrals/{referral}/take-back")
        assert net.found(text_of(receiver.get(path))) == set(), "taken back"
    assert net.found(log.getvalue()) == set()


def test_a_letter_holds_nothing_of_anybody(settings):
    """What goes out by itself: a link that waits, and that it has waited too long."""
    settings.MAIL_FROM = "reception@example.org"
    w = a_world()
    net = Net(w.marks.made)
    at_a_desk = KINDS["referrals.service"].body(email="desk@example.org")
    tell(Saying(at_a_desk, site=w.site, subject=w.subjects["referrals.service"]))
    for wall, role in (("protection", "protection"), ("health", "health"), ("child", "child_protection")):
        [referral] = w.told[f"referrals.referral_{wall}"]
        somebody(w.site, role)[1].post(f"/office/referrals/{referral}/link", {"mail": "1"})
    assert len(mail.outbox) == 3
    assert reminders.send_due(timezone.now() + timedelta(days=60)) == 1
    for letter in mail.outbox:
        assert net.found(letter.subject + letter.body + str(letter.extra_headers)) == set()


def test_what_breaks_names_nobody(monkeypatch):
    w = a_world()
    _, client = somebody(w.site, "manager")
    name = next(one.text for one in w.marks.made if (one.kind, one.field) == ("people.reception", "family_name"))

    def breaks(*_):
        raise ValueError(name)

    monkeypatch.setattr("akeyi.people.pages.list.find_people", breaks)
    with log_lines() as log:
        answer = client.post("/office/people/", {"q": name})
    assert answer.status_code == 500
    assert name not in answer.content.decode() + log.getvalue()
    assert "ValueError" in log.getvalue()


@pytest.mark.parametrize("role", ROLES)
def test_what_a_tablet_tells_is_folded_or_waits_as_its_role_says(role):
    w = a_world()
    worker, _ = somebody(w.site, role)
    tablet = Tablet(w.site, None, label="A tablet that tells")
    tablet.worker = worker
    told = {}
    for name, kind in sorted(KINDS.items(), key=lambda one: one[1].is_of_the_journal):
        body = kind.body.example
        if name == "journal.void":
            body = {"target": told["arrivals.tally"]}
        told[name] = tablet.keep(kind.body(**body), wall=kind.wall or "reception")["id"]
    tablet.send()
    waits = set(Verdict.objects.filter(verdict="refused").values_list("fact", flat=True))
    for name, fact in told.items():
        CHECKED.update((role, name, one, "/journal/facts") for one in KINDS[name].fields)
        assert (fact in waits) == ("W" not in table.cells()[role, name]), (role, name)


def test_what_may_be_read_is_read(capsys):
    """A wall around something that no door shows would prove nothing. Runs last: it asks what the others saw."""
    if len(SEEN) < len(ROLES):
        pytest.fail("the roles have to be sent through the doors first, in the same run")
    shown = defaultdict(set)
    for seen in SEEN.values():
        for kind, doors in seen.items():
            shown[kind] |= doors
    differ = {}
    for kind, doors in table.seen_at().items():
        found = shown[kind] - {"/access/device"}
        if doors == {"every", "page", "pull"} and found:
            continue
        if found != doors:
            differ[kind] = f"not at {sorted(doors - found)}, also at {sorted(found - doors)}"
    with capsys.disabled():
        print(f"\nwalls: {len(CHECKED):,} cells of role × kind × field × door looked at;", end=" ")
        print(f"{len({c[:2] for c in CHECKED})} of role × kind, {len({c[3] for c in CHECKED})} doors;", end=" ")
        print(f"{len(UNMARKED)} fields hold no marker of their own")
    shut = {door for door, roles in table.doors().items() if roles is not None and is_tried(door)} - OPENED
    assert not shut, f"nobody came through, so nothing was looked at: {sorted(shut)}"
    assert not differ, "\n".join(f"{kind}: {what}" for kind, what in differ.items())
