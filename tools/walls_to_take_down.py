"""The walls that `make mutate-walls` takes down, one line each, and the test that should see it first.

Where a wall stands twice, since a page asks for what its query asks for again, taking down one of the two lets nobody see
more: those are not in this list. `docs/security/mutate-walls.md` says which.
"""

from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SERVER = "src/akeyi/"


@dataclass(frozen=True)
class Seen:
    """A test, and the doors of the matrix at which it looks; none named: all."""

    test: str
    doors: str = ""

    @property
    def is_journey(self) -> bool:
        return self.test.startswith("tests/journeys")


@dataclass(frozen=True)
class Wall:
    """One line and what stands there instead. `near`: in which part of the file, parts being two empty lines apart."""

    file: str
    near: str
    was: str
    now: str
    seen_by: Seen

    @property
    def name(self) -> str:
        return f"{self.file.removeprefix(SERVER)} {self.near}"

    def __str__(self) -> str:
        return f"{self.name}: {self.was} -> {self.now or '(nothing)'}"

    def lines(self, code: Path) -> list[int]:
        """Where it stands: in one place, as long as the code is what this list says."""
        found, at = [], 0
        for part in (code / self.file).read_text().split("\n\n\n"):
            lines = part.split("\n")
            if self.near in part:
                found += [at + number for number, line in enumerate(lines) if self.was in line]
            at += len(lines) + 2
        return found

    def take_down(self, code: Path) -> None:
        [at] = self.lines(code)
        lines = (code / self.file).read_text().split("\n")
        lines[at] = lines[at].replace(self.was, self.now)
        (code / self.file).write_text("\n".join(lines))


def test(name: str, doors: str = "") -> Seen:
    return Seen(f"tests/walls/test_walls.py::test_{name}", doors)


def at_the_doors(role: str, doors: str) -> Seen:
    return test(f"nothing_leaves_to_a_role_that_may_not_read_it[{role}]", doors)


def elsewhere(doors: str) -> Seen:
    return test("nothing_leaves_to_another_site_and_nothing_of_it_is_changed_from_there", doors)


def telling(role: str) -> Seen:
    return test(f"what_a_tablet_tells_is_folded_or_waits_as_its_role_says[{role}]")


RECEIVER = test("the_receiver_of_a_link_learns_what_was_disclosed_and_nothing_else")
BREAKS = test("what_breaks_names_nobody")
LENT = test("nobody_lends_a_role_that_opens_more_than_their_own[protection]")
NEW_PIN = test("a_pin_that_was_set_anew_opens_two_walls")
NEW_ACCOUNT = test("an_account_that_nobody_vouched_for_opens_what_a_clerk_reads")
WITHDRAWN = test("a_tablet_that_was_withdrawn_is_answered_nothing_and_what_it_tells_waits")
RECIPIENTS = test("a_file_holds_nothing_that_is_not_for_its_recipient")
IN_CLEAR = test("what_is_sealed_at_rest_lies_in_no_table_in_clear")


def journey(test: str) -> Seen:
    return Seen(f"tests/journeys/{test}")


def of(file: str, near: str, was: str, now: str, seen_by: Seen) -> Wall:
    return Wall(SERVER + file, near, was, now, seen_by)


# fmt: off
ROLES = "access/walls.py"
# What a role opens.
TABLE = [
    of(ROLES, "ROLES:", '"clerk": _hall(),', '"clerk": _hall("triage"),', at_the_doors("clerk", "tablet")),
    of(ROLES, "ROLES:", '"cash": _hall("cash",', '"cash": _hall("health", "cash",', at_the_doors("cash", "tablet")),
    of(ROLES, "ROLES:", '"triage": _hall(', '"triage": _hall("protection", ', at_the_doors("triage", "referrals")),
    of(ROLES, "ROLES:", '"health": _hall(', '"health": _hall("child", ', at_the_doors("health", "in-care")),
    of(ROLES, "ROLES:", '"child_protection": _hall(', '"child_protection": _hall("health", ', at_the_doors("child_protection", "person")),
    of(ROLES, "ROLES:", '"protection": _hall(', '"protection": _hall("child", ', at_the_doors("protection", "child-photo")),
    of(ROLES, "ROLES:", '"last_word": _hall(', '"last_word": _hall("safety", ', at_the_doors("last_word", "tablet")),
    of(ROLES, "ROLES:", '"safety": _hall("safety")', '"safety": _hall("safety", "triage")', at_the_doors("safety", "waiting")),
    of(ROLES, "ROLES:", '"safety", "office", FIGURES}),', '"safety", "office", "child", FIGURES}),', at_the_doors("manager", "children")),
    of(ROLES, "ROLES:", '"administrator": Role(reads=frozenset({', '"administrator": Role(reads=frozenset({"reception", ', at_the_doors("administrator", "people")),
    of(ROLES, "ROLES:", '"audit": Role(reads=frozenset({', '"audit": Role(reads=frozenset({"reception", ', at_the_doors("audit", "people")),
    of(ROLES, "ROLES:", '"statistics": Role(reads=frozenset({', '"statistics": Role(reads=frozenset({"reception", ', at_the_doors("statistics", "families")),
    of(ROLES, "ROLES:", '"holder": Role(reads=frozenset({', '"holder": Role(reads=frozenset({"protection", ', at_the_doors("holder", "going-out")),
    of(ROLES, "ROLES:", '"focal_point": Role(reads=frozenset({', '"focal_point": Role(reads=frozenset({"protection", ', at_the_doors("focal_point", "going-out")),
    of(ROLES, "ROLES:", "reads=frozenset({ROUNDED}),", "reads=frozenset({ROUNDED, FIGURES}),", at_the_doors("authority", "board arrivals")),
    of(ROLES, "ROLES:", "finds=False,", "finds=True,", at_the_doors("volunteer", "people")),
    of(ROLES, "ROLES:", '"arrivals.tally",', '"arrivals.tally", "people.reception",', telling("volunteer")),
    of(ROLES, "ROLES:", 'only=frozenset({"people.reception"}),', "", telling("authority")),
    of(ROLES, "def in_force(", "(ROLES[name].state or not is_of_state)", "True", at_the_doors("authority", "tablet")),
    of(ROLES, "def may_tell(", "return bool(kind.told_by & set(roles or ()))", "return True", telling("clerk")),
    of(ROLES, "def may_tell(", "wall in role.writes and ", "", telling("statistics")),
    of(ROLES, "def may_tell(", " and (role.only is None or name in role.only)", "", telling("volunteer")),
    of(ROLES, "def may_grant(", "return beyond <= reads(granter) if beyond else is_manager(granter)", "return True", LENT),
    of(ROLES, "OPEN_TO_ALL", '"assistance", FIGURES', '"assistance", "health", FIGURES', NEW_PIN),
]
# Which page opens to whom, and what of it.
PAGES = [
    of("access/viewer.py", "class Viewer", " if table.ROLES[role].finds", "", at_the_doors("volunteer", "people")),
    of("access/viewer.py", "class Viewer", "asked & frozenset(opened), asked", "asked, asked", NEW_ACCOUNT),
    of("access/door.py", "def viewer_with(", "account.opens", "('health', 'protection')", NEW_ACCOUNT),
    of("access/viewer.py", "def need(", "if not viewer.reads(wall):", "if False:", at_the_doors("health", "refer-wish")),
    of("access/door.py", "def office_page(", "if (duty and not viewer.has_duty(duty)) or not all(", "if False and not all(", at_the_doors("clerk", "tablets")),
    of("access/door.py", "def office_page(", "(duty and not viewer.has_duty(duty)) or ", "", at_the_doors("clerk", "workers")),
    of("access/door.py", "def office_page(", " or not all(viewer.reads(wall) for wall in walls)", "", at_the_doors("statistics", "own-people")),
    of("access/pages/tablets.py", "def tablets(", 'duty="access"', "", at_the_doors("clerk", "tablets")),
    of("access/pages/workers.py", "def workers(", 'duty="access"', "", at_the_doors("volunteer", "workers")),
    of("access/pages/workers.py", "def account(", 'duty="access"', "", at_the_doors("safety", "worker-account")),
    of("access/pages/organisations.py", "def organisations(", 'duty="access"', "", at_the_doors("audit", "organisations")),
    of("access/pages/sites.py", "def add(", 'duty="access"', "", at_the_doors("health", "site-new")),
    of("access/pages/going_out.py", "def going_out(", '"protection"', "", at_the_doors("manager", "going-out")),
    of("access/pages/granting.py", "def grants(", "if not viewer.may_vouch:", "if False:", at_the_doors("clerk", "granting")),
    of("access/granting.py", "def end(", "if not viewer.is_manager and one.role not in roles_to_give(viewer):", "if False:", at_the_doors("cash", "grant-end")),
    of("people/pages/badges.py", "def printed_ahead(", 'duty="access"', "", at_the_doors("clerk", "day-badges")),
    of("people/queries.py", "def answers(", "if viewer.reads(wall)", "if True", at_the_doors("safety", "person")),
    of("children/pages/children.py", "def for_those_in_charge(", 'if not viewer.is_manager and not viewer.reads("child"):', "if False:", at_the_doors("clerk", "children")),
    of("screening/pages/forms.py", "def add(", 'duty="forms"', "", at_the_doors("clerk", "form-new")),
    of("screening/pages/answers.py", "def _leaves(", "need(viewer, version.wall)", "pass", at_the_doors("information", "answers-csv")),
    of("screening/queries.py", "def readable(", 'if not viewer.has_duty("forms") and not any(viewer.reads(wall) for wall in FORMS):', "if False:", at_the_doors("statistics", "forms")),
    of("screening/queries.py", "def readable(", ' if viewer.has_duty("forms") or viewer.reads(one.wall)]', "]", at_the_doors("clerk", "forms")),
    of("referrals/queries.py", "def walls_of(", " if viewer.reads(wall)", "", at_the_doors("health", "referrals")),
    of("people/consents.py", "def saying(", "need(viewer, wall)", "pass", at_the_doors("health", "refer-wish")),
    of("referrals/pages/services.py", "def who_tells(", "return bool(set(viewer.roles) & (ServiceRevised.declared.told_by or frozenset()))", "return True", at_the_doors("clerk", "service-new")),
    of("figures/pages/closing.py", "def close(", 'duty="site"', "", at_the_doors("statistics", "closing-close")),
    of("figures/pages/sender.py", "def answers(", 'duty="sender"', "", at_the_doors("manager", "sender")),
    of("figures/pages/rounded.py", "def rounded(", "ROUNDED", "", at_the_doors("holder", "rounded")),
    of("figures/pages/rounded.py", "def rounded(", "bands(_seven(row.columns)).items()", "{n: (v, v) if v else None for n, v in _seven(row.columns).items()}.items()", at_the_doors("authority", "rounded")),
    of("office/pages/lost_tablet.py", "def lost(", 'duty="access"', "", at_the_doors("cash", "tablet-lost")),
    of("office/pages/aside.py", "def aside(", 'duty="site"', "", at_the_doors("child_protection", "aside")),
    of("office/pages/audit.py", "def audit(", 'duty="audit"', "", at_the_doors("manager", "audit")),
    of("office/pages/counts.py", "def ", ', duty="site"', "", at_the_doors("clerk", "count-take-back")),
    of("office/pages/in_care.py", "def _for_those_who_act(", "if not care.may_open(viewer):", "if False:", at_the_doors("health", "in-care")),
    of("office/waits.py", "def opens(", "return any(viewer.reads(wall) for wall in WALLS)", "return True", at_the_doors("clerk", "waiting")),
    of("office/held.py", "def may_erase(", "return viewer.is_manager", "return True", at_the_doors("clerk", "person-erase")),
    of("office/history.py", "def history(", "if viewer.reads(fact.wall) and (", "if (", at_the_doors("clerk", "person")),
    of("office/own.py", "def _own(", "if (fact.kind, fact.worker) == (KIND, viewer.worker) and fact.body:", "if fact.kind == KIND and fact.body:", at_the_doors("authority", "own-people own-person")),
    of("operation/pages/retention.py", "def ", 'if not (viewer.is_manager or viewer.has_duty("audit")):', "if False:", at_the_doors("administrator", "retention")),
    of("operation/pages/retention.py", "def ", 'if request.method == "POST" and not viewer.is_manager:', "if False:", at_the_doors("audit", "retention")),
]
# What a tablet is given, and what it may say.
TABLETS = [
    of("access/streams.py", "TABLET_WALLS", 'not in ("office", "sealed")', 'not in ("sealed",)', at_the_doors("manager", "tablet")),
    of("access/streams.py", "def tablet_streams(", " if wall in held]", "]", at_the_doors("clerk", "tablet")),
    of("access/queries.py", "def ring_walls(", " if wall in opened]", "]", at_the_doors("clerk", "tablet")),
    of("access/queries.py", "def walls_on(", "*opened_walls(here).values()", "TABLET_WALLS", at_the_doors("statistics", "tablet")),
    of("access/queries.py", "def opened_walls(", "opens.get(id, ())", "TABLET_WALLS", NEW_PIN),
    of("access/device_api.py", "def pull(", "serve.pull(readable, after,", "serve.pull([*readable, *after], after,", at_the_doors("safety", "tablet")),
    of("access/device_api.py", "def in_service(", "if device.is_withdrawn:", "if False:", WITHDRAWN),
    of("access/refusals.py", "def record_from(", "{fact.id for fact in told} if device.is_withdrawn else _beyond_roles(told)", "_beyond_roles(told)", WITHDRAWN),
    of("access/refusals.py", "def _beyond_roles(", "if not may_tell(", "if False and not may_tell(", telling("statistics")),
]
# One site does not see another.
SITES = [
    of("people/queries.py", "def reception(", "site=viewer.site, ", "", elsewhere("person")),
    of("children/queries.py", "def photos(", "Photo.objects.filter(site=viewer.site)", "Photo.objects.all()", elsewhere("child-photo")),
    of("children/queries.py", "def codes(", "ReleaseCode.objects.filter(site=site)", "ReleaseCode.objects.all()", elsewhere("children")),
    of("referrals/queries.py", "def _behind(", "filter(site=site)", "all()", elsewhere("referrals")),
    of("referrals/queries.py", "def service(", "site=viewer.site, ", "", elsewhere("service")),
    of("screening/queries.py", "def versions(", "filter(site=site)", "all()", elsewhere("forms")),
    of("screening/queries.py", "def _of_each(", "filter(site=viewer.site)", "all()", elsewhere("waiting")),
    of("arrivals/queries.py", "def arrivals(", "Arrival.objects.filter(site=site)", "Arrival.objects.all()", elsewhere("arrivals people")),
    of("arrivals/queries.py", "def arrival(", "site=site, ", "", elsewhere("arrival-change")),
    of("assistance/queries.py", "def items(", "Item.objects.filter(site=site)", "Item.objects.all()", elsewhere("items")),
    of("feedback/queries.py", "def keys(", "Holder.objects.filter(site=viewer.site)", "Holder.objects.all()", elsewhere("sealed")),
    of("access/queries.py", "def organisations(", "Organisation.objects.filter(site=site_id)", "Organisation.objects.all()", elsewhere("organisations")),
    of("access/queries.py", "def workers(", "works_at=site_id, ", "", elsewhere("tablet")),
    of("access/pages/workers.py", "def _worker(", ", works_at=viewer.site", "", elsewhere("worker")),
    of("access/pages/tablets.py", "def withdraw(", "site=viewer.site, ", "", elsewhere("tablet-withdraw")),
    of("access/pages/going_out.py", "def going_out(", "filter(site=viewer.site)", "all()", elsewhere("going-out")),
    of("access/granting.py", "def end(", "Grant.objects.get(subject=id, site=viewer.site)", "Grant.objects.get(subject=id)", elsewhere("grant-end")),
    of("office/lost_tablet.py", "def lost_tablet(", ", site=viewer.site", "", elsewhere("tablet-lost")),
    of("office/queries.py", "def handover(", "site=viewer.site, ", "", elsewhere("handover-told")),
    of("office/audit.py", "def _looks(", "site=site, ", "", elsewhere("audit")),
    of("figures/closing.py", "def closings(", "site=site, ", "", elsewhere("closing")),
]
# What leaves to somebody without an account, in a file or a log, and what a stolen disk would hold.
OUTSIDE = [
    of("referrals/rules.py", "def state(", "if not is_agreed:", "if False:", RECEIVER),
    of("referrals/pages/received.py", "def received(", 'if links.is_of(link, request.COOKIES.get(COOKIE, "")):', "if True:", RECEIVER),
    of("referrals/links.py", "def is_of(", "return bool(link.browser_hash) and secrets", "return bool(link.browser_hash) or secrets", RECEIVER),
    of("access/going_out.py", "def may_have(", "SENDERS.search(named) or ", "", RECIPIENTS),
    of("access/going_out.py", "def may_have(", " or not asked.needs <= allowed", "", RECIPIENTS),
    of("access/going_out.py", "RECIPIENTS", '"public": frozenset({"rounded"}),', '"public": frozenset({"rounded", "answers"}),', RECIPIENTS),
    of("operation/logs.py", "class AllowList", 'said["exception"] = record.exc_info[0].__name__', 'said["exception"] = str(record.exc_info[1])', BREAKS),
    of("journal/store.py", "SEALED_AT_REST", "if fact.wall in SEALED_AT_REST:", "if False:", IN_CLEAR),
]
# On the tablet itself: who may look for people, what is left when a worker leaves, what a sealed statement says beside itself.
TABLET = [
    Wall("desk/src/reading/finding.ts", "mayFind", "return useState().worker?.finds === true;", "return useState().worker !== undefined;", journey("test_a_day_badge.py::test_a_volunteer_works_by_a_day_badge_for_one_shift")),
    Wall("desk/src/journal/journal.ts", "function leave", "replace(emptyTables());", "", journey("test_changing_the_worker.py::test_no_name_is_left_in_memory_and_what_was_begun_comes_back")),
    Wall("desk/src/apart/place.ts", "idOfDay", "newId(dayBegan(now, timeZone), random);", "newId(timeZone ? now : dayBegan(now, timeZone), random);", journey("test_a_sealed_statement.py::test_from_the_tablet_to_both_locks_and_nowhere_else")),
]
WALLS = [*TABLE, *PAGES, *TABLETS, *SITES, *OUTSIDE, *TABLET]
