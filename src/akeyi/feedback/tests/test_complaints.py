"""A complaint from a tablet to its answer: who reads it, who never does, and what the numbers show."""

import html
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from akeyi.access.facts.organisation import OrganisationRevised
from akeyi.access.facts.read import WasRead
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.models import WrongPins
from akeyi.feedback import rules
from akeyi.feedback.facts.complaint import ComplaintMade
from akeyi.feedback.facts.handling import HandlingRevised
from akeyi.feedback.models import Complaint, Deadline, Handling
from akeyi.journal.ids import new_id
from akeyi.journal.models import Body, Envelope, Verdict
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import Tablet, a_site
from akeyi.testing.office import in_four_languages, signed_in

pytestmark = pytest.mark.django_db

CODE = "418007215530"
TEXT = "He threw the vermilion bag away"
CASES = json.loads((Path(__file__).resolve().parents[4] / "contracts/vectors/complaint_code.json").read_text())


def words(answer) -> str:
    """What a page says, whatever is written as a sign of HTML."""
    return html.unescape(answer.content.decode())


def an_organisation(site: str, name: str) -> str:
    id = new_id()
    tell(Saying(OrganisationRevised(name=name, kind="ngo", is_active=True), site=site, subject=id))
    return id


def moves_to(site: str, worker: str, organisation: str, **said) -> None:
    tell(Saying(WorkerRevised(organisation=organisation, **said), site=site, subject=worker))


class Hall:
    """Two organisations, of each a focal point whom people can find, and a tablet."""

    def __init__(self) -> None:
        self.site = a_site()
        self.ours, self.theirs = an_organisation(self.site, "Ours"), an_organisation(self.site, "Theirs")
        self.magalie, self.paulette = self.focal("Magalie", self.theirs), self.focal("Paulette", self.ours)
        self.tablet = Tablet(self.site)

    def focal(self, name: str, organisation: str):
        client = signed_in(self.site, "focal_point", short_name=name)
        moves_to(self.site, client.worker, organisation)
        client.post("/office/complaints/place", {"where": f"{name}'s door", "is_active": "on"})
        return client

    def somebody(self, *roles: str, organisation: str | None = None):
        client = signed_in(self.site, *roles, short_name="Somebody")
        if organisation:
            moves_to(self.site, client.worker, organisation)
        return client

    def complains(self, to, code: str = CODE, at: date | None = None, **said) -> str:
        told = {"category": "treated", "about": self.ours, "text": TEXT, "language": "ht"} | said
        body = ComplaintMade(focal_point=to.worker, code_hash=rules.code_hash(code, self.site), **told)
        day = at or timezone.localdate()
        return self.tablet.tell(body, at=f"{day.isoformat()}T12:00:00.000Z")

    def asks(self, code: str = CODE):
        return self.tablet.ask("/feedback/answer", {"code": code})


@pytest.fixture
def hall():
    with timezone.override("America/Port-au-Prince"):
        yield Hall()


def test_who_was_picked_reads_it_and_nobody_else(hall):
    complaint = hall.complains(hall.magalie)
    other = hall.focal("Dieuseul", hall.theirs)
    assert "Treated badly" in words(hall.magalie.get("/office/complaints/"))
    assert TEXT in words(hall.magalie.get(f"/office/complaints/{complaint}/"))
    for client in (hall.paulette, other):
        assert "Treated badly" not in words(client.get("/office/complaints/"))
        assert client.get(f"/office/complaints/{complaint}/").status_code == 404
        assert client.post(f"/office/complaints/{complaint}/take").status_code == 404
    manager, holder = hall.somebody("manager", organisation=hall.ours), hall.somebody("holder")
    for client in (manager, holder):
        assert client.get("/office/complaints/").status_code == 403
        assert client.get(f"/office/complaints/{complaint}/").status_code == 403
    assert hall.magalie.get("/office/sealed/").status_code == 403


def test_nobody_of_the_organisation_it_is_about_reads_it_even_if_picked(hall):
    complaint = hall.complains(hall.paulette)
    assert hall.paulette.get(f"/office/complaints/{complaint}/").status_code == 404
    # It is nobody's, so a focal point outside takes it over.
    shown = words(hall.magalie.get("/office/complaints/"))
    assert "Nobody answers these any more" in shown and TEXT not in shown
    hall.magalie.post(f"/office/complaints/{complaint}/take")
    assert TEXT in words(hall.magalie.get(f"/office/complaints/{complaint}/"))


def test_a_focal_point_who_came_to_work_there_loses_it(hall):
    complaint = hall.complains(hall.magalie)
    moves_to(hall.site, hall.magalie.worker, hall.ours)
    assert hall.magalie.get(f"/office/complaints/{complaint}/").status_code == 404
    assert f"/office/complaints/{complaint}/" not in words(hall.magalie.get("/office/complaints/"))


def test_what_was_picked_for_somebody_who_left_is_taken_over_by_one_outside(hall):
    complaint = hall.complains(hall.magalie)
    third = hall.focal("Dieuseul", an_organisation(hall.site, "A third"))
    tell(Saying(WorkerRevised(is_active=False), site=hall.site, subject=hall.magalie.worker))
    assert hall.paulette.post(f"/office/complaints/{complaint}/take").status_code == 404
    assert third.post(f"/office/complaints/{complaint}/take").status_code == 302
    assert TEXT in words(third.get(f"/office/complaints/{complaint}/"))


def test_it_is_handed_on_to_somebody_outside_alone(hall):
    complaint = hall.complains(hall.magalie)
    third = hall.focal("Dieuseul", an_organisation(hall.site, "A third"))
    path = f"/office/complaints/{complaint}/hand-on"
    assert hall.magalie.post(path, {"owner": hall.paulette.worker}).status_code == 404
    assert hall.magalie.post(path, {"owner": third.worker}).status_code == 302
    assert hall.magalie.get(f"/office/complaints/{complaint}/").status_code == 404
    assert TEXT in words(third.get(f"/office/complaints/{complaint}/"))


def test_that_it_was_read_is_kept(hall):
    complaint = hall.complains(hall.magalie)
    hall.magalie.get(f"/office/complaints/{complaint}/")
    [read] = Envelope.objects.filter(kind=WasRead.declared.name, subject=complaint)
    assert (read.worker, read.wall) == (hall.magalie.worker, "office")


def test_the_envelope_names_nobody_and_the_body_is_sealed_at_rest(hall):
    complaint = hall.complains(hall.magalie)
    envelope = Envelope.objects.get(id=complaint)
    assert (envelope.subject, envelope.worker, envelope.wall) == (complaint, None, "sealed")
    body = Body.objects.get(id=complaint)
    assert body.text == "" and body.sealed
    assert hall.tablet.pull() == []


def test_one_in_the_name_of_a_worker_waits(hall):
    hall.tablet.worker = hall.somebody("clerk").worker
    told = hall.complains(hall.magalie)
    assert not Complaint.objects.filter(id=told).exists()
    assert Verdict.objects.filter(fact=told, verdict="refused").exists()


def test_a_tablet_answers_no_complaint(hall):
    complaint = hall.complains(hall.magalie)
    for worker in (hall.magalie.worker, None):
        hall.tablet.worker = worker
        hall.tablet.tell(HandlingRevised(answer="No."), complaint)
    assert not Handling.objects.exists()


def test_the_answer_is_read_by_its_numbers_on_a_tablet_and_at_the_table(hall):
    complaint = hall.complains(hall.magalie)
    waiting = {
        "state": "waiting",
        "text": "",
        "see": {"name": "Magalie", "organisation": "Theirs", "where": "Magalie's door"},
    }
    assert hall.asks().json() == waiting
    hall.magalie.post(f"/office/complaints/{complaint}/", {"answer": "He was sent away.", "see": ""})
    assert hall.asks("4180 0721 5530").json() == {"state": "answered", "text": "He was sent away.", "see": None}
    clerk = hall.somebody("clerk")
    assert "He was sent away." in words(clerk.post("/office/complaints/answer", {"code": "418007 215530"}))
    assert hall.somebody("statistics").get("/office/complaints/answer").status_code == 403


def test_of_some_the_answer_is_only_whom_to_see(hall):
    complaint = hall.complains(hall.magalie, category="abuse")
    before = hall.asks().json()
    assert before["state"] == "waiting" and before["text"] == ""
    page = f"/office/complaints/{complaint}/"
    assert "Whom they can see" in words(hall.magalie.get(page)) and 'name="answer"' not in words(hall.magalie.get(page))
    assert hall.magalie.post(page, {"answer": "We know who did it.", "see": ""}).status_code == 200
    hall.magalie.post(page, {"answer": "We know who did it.", "see": hall.magalie.worker})
    see = {"name": "Magalie", "organisation": "Theirs", "where": "Magalie's door"}
    assert hall.asks().json() == {"state": "answered", "text": "", "see": see}
    # Even an answer that came from elsewhere is not given.
    tell(Saying(HandlingRevised(answer="We know who did it."), site=hall.site, subject=complaint))
    assert hall.asks().json() == {"state": "answered", "text": "", "see": see}
    assert Handling.objects.get(subject=complaint).answer == "We know who did it."


def test_nobody_of_the_accused_is_named_as_whom_to_see(hall):
    complaint = hall.complains(hall.magalie, category="abuse")
    page = f"/office/complaints/{complaint}/"
    assert "Paulette" not in words(hall.magalie.get(page))
    assert hall.magalie.post(page, {"see": hall.paulette.worker}).status_code == 200
    assert not Handling.objects.exists()


def test_wrong_numbers_say_so_and_slow_down(hall):
    hall.complains(hall.magalie)
    assert hall.asks("000000000000").json()["error"]["number"] == 115
    assert hall.asks("418").json()["error"]["number"] == 115
    for _ in range(4):
        last = hall.asks("000000000000").json()
    assert last["error"]["number"] == 116 and last["error"]["parameters"]["seconds"] > 0
    assert hall.asks().status_code == 429
    WrongPins.objects.all().delete()
    assert hall.asks().status_code == 200
    assert not WrongPins.objects.exists(), "right numbers begin anew"
    elsewhere = Tablet(a_site("CAP", "Cap-Haïtien"))
    assert elsewhere.ask("/feedback/answer", {"code": CODE}).status_code == 404


def test_a_tablet_that_nobody_signed_in_on_knows_whom_to_name(hall):
    quiet = signed_in(hall.site, "focal_point", short_name="Quiet")
    said = hall.tablet.ask("/access/device").json()["settings"]["complaints"]
    assert {one["name"] for one in said["organisations"]} == {"Ours", "Theirs"}
    assert {(one["name"], one["organisation"], one["where"]) for one in said["focal_points"]} == {
        ("Magalie", hall.theirs, "Magalie's door"),
        ("Paulette", hall.ours, "Paulette's door"),
    }
    assert quiet.worker not in json.dumps(said)
    hall.paulette.post("/office/complaints/place", {"where": "Away"})
    said = hall.tablet.ask("/access/device").json()["settings"]["complaints"]
    assert [one["name"] for one in said["focal_points"]] == ["Magalie"]


def test_due_days_are_the_sites_or_those_of_the_owner(hall):
    today = timezone.localdate()
    late = hall.complains(hall.magalie, at=today - timedelta(days=4))
    hall.complains(hall.magalie, "111122223333", category="place", at=today - timedelta(days=4))
    shown = words(hall.magalie.get("/office/complaints/"))
    assert shown.index("Treated badly") < shown.index("The place") and shown.count("Overdue") == 1
    manager = hall.somebody("manager")
    days = {"money": 3, "place": 14, "treated": 5, "favour": 3, "abuse": 1, "other": 14}
    assert manager.post("/office/complaints/numbers", days).status_code == 302
    assert (Deadline.objects.get().treated, Deadline.objects.get().place) == (5, None)
    assert "Overdue" not in words(hall.magalie.get("/office/complaints/"))
    hall.magalie.post(f"/office/complaints/{late}/due", {"due_on": (today - timedelta(days=1)).isoformat()})
    assert "Overdue" in words(hall.magalie.get("/office/complaints/"))
    assert hall.magalie.post(f"/office/complaints/{late}/due", {"due_on": "soon"}, follow=True).status_code == 200


def test_the_numbers_name_nobody_and_count_the_gravest_among_others(hall):
    hall.complains(hall.magalie)
    complaint = hall.complains(hall.magalie, "111122223333", category="abuse")
    hall.magalie.post(f"/office/complaints/{complaint}/", {"see": hall.magalie.worker})
    shown = words(hall.somebody("manager").get("/office/complaints/numbers"))
    assert "1 waits for its answer." in shown and "1 was answered." in shown
    assert '<span class="number">2</span>' in shown
    assert "Ours" not in shown.split("<main")[1] and "Magalie" not in shown.split("<main")[1]
    table = shown.split("<table")[1].split("</table")[0]
    assert "Touched" not in table
    assert hall.somebody("clerk").get("/office/complaints/numbers").status_code == 403
    focal = hall.magalie.post("/office/complaints/numbers", {"abuse": 60})
    assert focal.status_code == 200 and not Deadline.objects.exists()


def test_the_pages_speak_four_languages(hall):
    complaint = hall.complains(hall.magalie)
    for path in ("", "place", "numbers", f"{complaint}/"):
        in_four_languages(hall.magalie, f"/office/complaints/{path}")
    in_four_languages(hall.somebody("clerk"), "/office/complaints/answer")
    in_four_languages(hall.somebody("manager"), "/office/complaints/numbers")


@pytest.mark.parametrize("case", CASES)
def test_what_is_kept_of_a_code_is_what_the_tablet_makes_of_it(case):
    assert rules.code_of(case["typed"]) == case["code"]
    if case["code"]:
        assert rules.code_hash(case["code"], case["site"]) == case["hash"]
