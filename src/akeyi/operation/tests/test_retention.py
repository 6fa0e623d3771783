"""What was said about people goes when it was kept long enough: by wall, on tablets too, and figures survive it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command

from akeyi.arrivals.facts.arrival import ArrivalRevised
from akeyi.arrivals.facts.tally import Tallied
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.assistance.models import HandOut
from akeyi.feedback.facts.complaint import ComplaintMade
from akeyi.feedback.facts.handling import HandlingRevised
from akeyi.feedback.facts.opened import LockOpened
from akeyi.feedback.facts.sealed import BoxSealed
from akeyi.feedback.facts.sealed_piece import PieceSealed
from akeyi.feedback.models import Complaint, HandedOver, Handling, Sealed, SealedPiece
from akeyi.journal import verify
from akeyi.journal.models import Body, Envelope
from akeyi.journal.tell import Saying, tell
from akeyi.operation import retention
from akeyi.operation.models import Period
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.facts.roll import RollOpened
from akeyi.people.models import Reception, Series
from akeyi.screening.facts.health_need import HealthNeedSeen
from akeyi.screening.models import HealthNeed
from akeyi.testing.cast import Tablet, a_series, a_site, a_worker, an_arrival, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db

THAT_DAY = datetime(2021, 9, 19, 16, tzinfo=UTC)
IN_30_DAYS, IN_90_DAYS = date(2021, 10, 19), date(2021, 12, 18)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR = tmp_path


@pytest.fixture
def site():
    return a_site()


def an_arrival_of(site, status="closed"):
    arrival = an_arrival(site)
    tell(Saying(ArrivalRevised(status=status), site=site, subject=arrival, at=THAT_DAY))
    return arrival


def rose_of(site, arrival, at=THAT_DAY):
    """Somebody registered, with a health need and a kit; gives her id."""
    series = a_series(site)
    card = series.draw()[0]
    rose = str(series.reception_id(card))
    named = ReceptionRevised(card=card, arrival=arrival, given_names="Rosenom", family_name="Siyati")
    for body in (named, HealthNeedSeen(**HealthNeedSeen.example), HandOutGiven(item=an_item(site))):
        tell(Saying(body, site=site, subject=rose, arrivals=[arrival], at=at))
    return rose


def walls_due(site, day):
    return {one.wall for one in retention.due(site, day)}


def test_health_goes_after_30_days_and_who_somebody_is_after_90(site):
    rose = rose_of(site, an_arrival_of(site))
    assert walls_due(site, IN_30_DAYS - timedelta(days=1)) == set()
    assert walls_due(site, IN_30_DAYS) == {"health"}
    assert retention.erase_due(IN_30_DAYS) == 1
    assert not HealthNeed.objects.exists() and Reception.objects.filter(subject=rose).exists()
    assert retention.erase_due(IN_90_DAYS - timedelta(days=1)) == 0
    assert retention.erase_due(IN_90_DAYS) == 1
    assert not Reception.objects.filter(subject=rose).exists()
    assert not Body.objects.filter(text__contains="Rosenom").exists()


def test_a_box_goes_a_year_after_its_day_or_its_last_opening_and_is_in_no_count(site):
    [closed], [opened] = (tell(Saying(BoxSealed(**BoxSealed.example), site=site, at=THAT_DAY)) for _ in range(2))
    later = THAT_DAY + timedelta(days=100)
    tell(Saying(LockOpened(lock="first"), site=site, subject=opened, at=later))
    HandedOver.objects.create(box=opened, first=closed, outer=closed, inner=opened, key="bGVmdA==")
    HandedOver.objects.update(at=later)
    in_a_year = THAT_DAY.date() + timedelta(days=365)
    assert retention.preview(site, in_a_year) == retention.Preview({}, {}, 0)
    assert retention.erase_due(in_a_year - timedelta(days=1)) == 0
    assert Sealed.objects.count() == 2 and not HandedOver.objects.exists()
    assert retention.erase_due(in_a_year) == 0
    assert list(Sealed.objects.values_list("id", flat=True)) == [opened]
    retention.erase_due(in_a_year + timedelta(days=100))
    assert not Sealed.objects.exists() and not Body.objects.filter(id__in=[closed, opened]).exists()
    assert verify.verify() is None


def test_a_piece_goes_with_the_last_box_of_its_day(site):
    [box], _, [piece], [other] = (
        tell(Saying(said, site=site, at=at))
        for said, at in (
            (BoxSealed(**BoxSealed.example), THAT_DAY),
            (BoxSealed(**BoxSealed.example), THAT_DAY),
            (PieceSealed(**PieceSealed.example), THAT_DAY),
            (PieceSealed(**PieceSealed.example), THAT_DAY + timedelta(days=1)),
        )
    )
    tell(Saying(LockOpened(lock="first"), site=site, subject=box, at=THAT_DAY + timedelta(days=100)))
    in_a_year = THAT_DAY.date() + timedelta(days=365)
    retention.erase_due(in_a_year + timedelta(days=1))
    assert list(SealedPiece.objects.values_list("id", flat=True)) == [piece]
    retention.erase_due(in_a_year + timedelta(days=100))
    assert not SealedPiece.objects.exists() and not Body.objects.filter(id__in=[piece, other]).exists()


def test_a_complaint_goes_90_days_after_it_was_closed_and_after_a_year_where_nobody_closed_it(site):
    told = ComplaintMade(**ComplaintMade.example)
    [open_one], [closed] = (tell(Saying(told, site=site, at=THAT_DAY)) for _ in range(2))
    answered = HandlingRevised(answer="Put right.", is_closed=True)
    tell(Saying(answered, site=site, subject=closed, at=THAT_DAY + timedelta(days=10)))
    in_100_days = THAT_DAY.date() + timedelta(days=100)
    retention.erase_due(in_100_days - timedelta(days=1))
    assert Complaint.objects.count() == 2
    assert retention.erase_due(in_100_days) == 0
    assert list(Complaint.objects.values_list("id", flat=True)) == [open_one] and not Handling.objects.exists()
    retention.erase_due(THAT_DAY.date() + timedelta(days=365))
    assert not Complaint.objects.exists()


def test_nobody_at_the_site_shortens_how_long_what_is_sealed_is_kept(site):
    manager = signed_in(site)
    said = {"of": "sealed", "days": "1", "owner": a_worker(site, "Owner")}
    assert manager.post("/office/retention/", said).status_code == 200
    assert not Period.objects.exists()


def test_figures_stay_and_the_journal_still_verifies(site):
    rose = rose_of(site, an_arrival_of(site))
    retention.erase_due(IN_90_DAYS)
    assert HandOut.objects.filter(subject=rose).count() == 1
    assert verify.verify() is None


def test_nothing_goes_while_the_arrival_is_open_and_the_page_says_so(site):
    rose_of(site, an_arrival_of(site, status="met"))
    assert walls_due(site, IN_90_DAYS) == set()
    assert retention.preview(site, IN_90_DAYS).held_open == 1
    assert "1 person stays only because" in page(signed_in(site), "/office/retention/")


def test_who_is_still_helped_keeps_card_and_name_but_not_what_health_wrote(site):
    arrival = an_arrival_of(site)
    rose = rose_of(site, arrival)
    later = HandOutGiven(item=an_item(site, "Cash card"))
    tell(Saying(later, site=site, subject=rose, arrivals=[arrival], at=THAT_DAY + timedelta(days=60)))
    assert walls_due(site, IN_90_DAYS) == {"health"}
    assert walls_due(site, IN_90_DAYS + timedelta(days=60)) == {"health", "reception"}


def test_what_a_clock_that_was_ahead_said_is_kept_no_longer(site):
    rose_of(site, an_arrival_of(site), at=datetime.now(UTC) + timedelta(days=5000))
    assert "health" in walls_due(site, datetime.now(UTC).date() + timedelta(days=31))


def test_what_is_given_out_of_a_tally_names_nobody_and_stays(site):
    arrival = an_arrival_of(site)
    body = Tallied(**Tallied.example)
    tell(Saying(body, site=site, subject=arrival, arrivals=[arrival], at=THAT_DAY))
    assert walls_due(site, IN_90_DAYS + timedelta(days=4000)) == set()


def test_the_secret_of_a_series_goes_after_its_last_card(site):
    arrival = an_arrival_of(site)
    series = a_series(site, count=50, roll_size=50)
    [of] = Series.objects.filter(site=site).values_list("subject", flat=True)
    tell(
        Saying(RollOpened(series=of, number=0, arrival=arrival), site=site, subject=str(series.roll_id(0)), at=THAT_DAY)
    )
    rose = str(series.reception_id(series.draw()[0]))
    said = ReceptionRevised(card=series.draw()[0], roll=str(series.roll_id(0)))
    tell(Saying(said, site=site, subject=rose, at=THAT_DAY))
    retention.erase_due(IN_90_DAYS)
    assert not Reception.objects.exists() and Series.objects.exists()
    retention.erase_due(IN_90_DAYS)
    assert not Series.objects.exists()


def test_a_tablet_hears_of_it_at_its_next_sync(site):
    """An arrival that was opened again: the tablet holds it, and what is due of a person who is in it no more."""
    arrival = an_arrival_of(site, status="met")
    rose = rose_of(site, arrival)
    tablet = Tablet(site, a_worker(site, roles=("health",)))
    assert rose in {fact["subject"] for fact in tablet.pull()}
    tell(Saying(ArrivalRevised(status="closed"), site=site, subject=arrival, at=THAT_DAY))
    retention.erase_due(IN_90_DAYS)
    told = Envelope.objects.filter(kind="journal.erase", subject=rose)
    assert {one.wall for one in told} == {"health", "reception"}
    # Closed: its streams are the tablet's no more, and it drops all of them.
    answer = tablet.ask("/journal/pull", {"epoch": tablet.epoch, "streams": tablet.cursors}).json()
    assert not any(arrival in stream for stream in answer["streams"])
    # Open again: the erasure comes with it, and no body does.
    tell(Saying(ArrivalRevised(status="met"), site=site, subject=arrival))
    heard = [fact for fact in tablet.pull() if fact["subject"] == rose]
    assert {fact["kind"] for fact in heard} >= {"journal.erase"}
    assert {fact["wall"] for fact in heard if fact["kind"] == "journal.erase"} == {"health", "reception"}


def test_a_tablet_that_told_late_of_somebody_erased_brings_nothing_back(site):
    arrival = an_arrival_of(site)
    rose = rose_of(site, arrival)
    tablet = Tablet(site, a_worker(site))
    late = tablet.keep(ReceptionRevised(given_names="Rosenom"), rose, (arrival,))
    retention.erase_due(IN_90_DAYS)
    tablet.send()
    assert Envelope.objects.filter(id=late["id"]).exists()
    assert not Reception.objects.filter(subject=rose).exists()


def test_periods_are_said_on_the_page_and_every_earlier_one_is_kept(site):
    manager = signed_in(site)
    owner = a_worker(site, "Ownerine")
    for days in (20, 10):
        manager.post("/office/retention/", {"of": "health", "days": days, "owner": owner})
    shown = page(manager, "/office/retention/")
    assert shown.count("Ownerine") >= 3 and "20 days" in shown and "10 days" in shown
    rose_of(site, an_arrival_of(site))
    assert walls_due(site, date(2021, 9, 29)) == {"health"}
    for wrong in ({"of": "office", "days": 3, "owner": owner}, {"of": "health", "days": 0, "owner": owner}):
        assert b"wrong" in manager.post("/office/retention/", wrong).content


def test_the_page_shows_by_numbers_what_goes_tonight(site):
    rose_of(site, an_arrival_of(site))
    shown = page(signed_in(site), "/office/retention/")
    assert "about 1 person" in shown and "Health need seen 1" in shown and "Rosenom" not in shown


def test_the_officer_reads_it_and_says_nothing(site):
    officer = signed_in(site, "audit", short_name="Officer")
    assert "Another period" not in page(officer, "/office/retention/")
    assert officer.post("/office/retention/", {"of": "health", "days": 9, "owner": officer.worker}).status_code == 403
    assert signed_in(site, "clerk", short_name="Clerk").get("/office/retention/").status_code == 403


def test_it_speaks_four_languages(site):
    rose_of(site, an_arrival_of(site))
    in_four_languages(signed_in(site), "/office/retention/")


def test_the_command_shows_what_would_go_by_a_day_and_erases_nothing(site, capsys):
    rose_of(site, an_arrival_of(site))
    call_command("retention", "--as-of", "2021-10-19")
    said = capsys.readouterr().out
    assert "health: 1 facts about 1 people" in said and "screening.health_need: 1" in said
    assert HealthNeed.objects.exists()
    with pytest.raises(CommandError, match="is no day"):
        call_command("retention", "--as-of", "tomorrow")


def test_a_day_that_has_not_come_erases_in_a_demo_alone(site, settings, capsys):
    rose_of(site, an_arrival_of(site))
    settings.MODE = "hub"
    with pytest.raises(CommandError, match="People are kept here"):
        call_command("retention", "--as-of", "2021-10-19", "--erase")
    assert HealthNeed.objects.exists()
    settings.MODE = "demo"
    call_command("retention", "--as-of", "2021-10-19", "--erase")
    assert not HealthNeed.objects.exists() and Reception.objects.exists()


def test_every_hour_it_erases_what_is_due_today(site, capsys):
    rose = rose_of(site, an_arrival_of(site))
    call_command("retention")
    assert "Erased 2 facts about people" in capsys.readouterr().out
    assert not Reception.objects.filter(subject=rose).exists()


def test_the_days_of_the_rule_begin_at_midnight_of_the_site(site):
    """16:00 in Greenwich is noon at the site: both are the 19th. 03:00 of the 20th there is still the 19th here."""
    rose_of(site, an_arrival_of(site), at=datetime(2021, 9, 20, 3, tzinfo=UTC))
    assert "health" in walls_due(site, IN_30_DAYS)
