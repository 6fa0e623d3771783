"""The plan of a day: what announced arrivals need, what is there, what is missing until when; on screen and paper."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.arrivals.facts.tally import Tallied
from akeyi.assistance.facts.movement import ItemsMoved
from akeyi.assistance.facts.store import StoreRevised
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.planning.models import Shift
from akeyi.testing.cast import Tablet, a_site, an_arrival, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def manager(site):
    return signed_in(site)


def soon(hours=26):
    return (datetime.now(UTC) + timedelta(hours=hours)).isoformat()


def announced(site, people=100, label="GXA 3301", hours=26, **groups):
    arrival = an_arrival(site, label, eta_at=soon(hours))
    said = ExpectedTold(claim="expected", said_by="ONM", total=people, groups=groups or None)
    tell(Saying(said, site=site, subject=arrival, arrivals=[arrival]))
    return arrival


def in_store(site, item, quantity):
    store = new_id()
    tell(Saying(StoreRevised(name="Tent", is_giving=True, is_active=True), site=site, subject=store))
    tell(Saying(ItemsMoved(what="received", item=item, store=store, quantity=quantity), site=site))


def a_shift(client, day, **staff):
    said = {"since_at": f"{day}T00:00", "until_at": f"{day}T23:59"}
    return client.post("/office/plan/shifts/new/", said | {f"at-{name}": n for name, n in staff.items()})


def day_of(client):
    return client.get("/office/plan/").context["day"].isoformat()


def test_before_anything_is_announced_the_page_says_what_to_do(manager):
    assert "Nobody is awaited" in page(manager, "/office/plan/")
    assert manager.get("/office/plan/plan.pdf").status_code == 302


def test_it_speaks_four_languages(site, manager):
    in_store(site, an_item(site, "Soap"), 40)
    announced(site)
    a_shift(manager, day_of(manager), register=3)
    in_four_languages(manager, "/office/plan/")
    in_four_languages(manager, "/office/plan/shifts/new/")


def test_a_service_is_never_missing(site, manager):
    announced(site, 100)
    an_item(site, "A call", is_service=True)
    assert "A call" not in page(manager, "/office/plan/")


def test_what_is_missing_is_named_with_the_time_left(site, manager):
    in_store(site, an_item(site, "Soap"), 70)
    announced(site, 100)
    text = page(manager, "/office/plan/")
    gaps = text.split('id="gaps"')[1].split("</section>")[0]
    assert "Soap" in gaps and "40 more" in gaps and "h 59 min left" in gaps
    assert "330 l" in text


def test_groups_that_were_told_are_taken_and_else_those_counted_before(site, manager):
    announced(site, 10, man=10)
    before = an_arrival(site, "EARLIER", status="closed")
    Tablet(site).tell(Tallied(group="girl", count=9, counting="count", door="A", how="tap"), before, (before,))
    announced(site, 10, "GXA 3302")
    told, measured = manager.get("/office/plan/").context["awaited"]
    assert (told["one"].groups, told["one"].groups_by) == ({"man": 10}, "told")
    assert (measured["one"].groups, measured["one"].groups_by) == ({"girl": 10}, "measured")


def test_an_arrival_of_which_nobody_said_how_many_is_named_and_not_invented(site, manager):
    announced(site, 50)
    an_arrival(site, "BOAT 7", how="boat", eta_at=soon())
    text = page(manager, "/office/plan/")
    assert "Nobody said how many come with BOAT 7" in text and "50 people awaited" in text


def test_an_arrival_that_landed_or_was_cancelled_is_awaited_no_more(site, manager):
    announced(site, 50)
    an_arrival(site, "GONE 1", status="landed", eta_at=soon())
    an_arrival(site, "GONE 2", status="cancelled", eta_at=soon())
    assert "GONE" not in page(manager, "/office/plan/").split("<main")[1]


def test_staff_on_shift_are_held_against_what_is_needed(site, manager):
    # Around noon of tomorrow, so that people are through on the same day whatever hour it is now.
    announced(site, 300, hours=36 - datetime.now(ZoneInfo("America/Port-au-Prince")).hour)
    lines = {line.what: line for line in manager.get("/office/plan/").context["plan"].staff}
    assert (lines["register"].needed, lines["register"].there) == (12, None)
    answer = a_shift(manager, day_of(manager), register=10, screen=2)
    assert answer.status_code == 302
    lines = {line.what: line for line in manager.get("/office/plan/").context["plan"].staff}
    assert (lines["register"].missing, lines["screen"].missing, lines["leave"].missing) == (2, 0, 1)
    assert "2 more workers" in page(manager, "/office/plan/")


def test_a_shift_is_taken_back(site, manager):
    announced(site, 300)
    a_shift(manager, day_of(manager), register=10)
    manager.post(f"/office/plan/shifts/{Shift.objects.get().id}/take-back")
    assert not Shift.objects.exists()
    assert "Nobody wrote down who works that day." in page(manager, "/office/plan/")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"until_at": "2021-09-19T05:00"}, "The shift would end before it begins."),
        ({"until_at": "2021-09-21T05:00"}, "No shift lasts more than 24 hours."),
        ({"at-register": ""}, "Nobody is in this shift."),
    ],
)
def test_a_shift_that_cannot_be_is_refused_and_nothing_typed_is_lost(site, manager, change, said):
    typed = {"since_at": "2021-09-19T06:00", "until_at": "2021-09-19T14:00", "at-register": "4", "speaks-ht": "3"}
    shown = manager.post("/office/plan/shifts/new/", typed | change).content.decode()
    assert said in shown and 'value="3"' in shown and not Shift.objects.exists()


def test_whoever_runs_no_site_reads_the_plan_and_writes_down_no_shift(site):
    announced(site, 300)
    clerk = signed_in(site, "clerk")
    text = page(clerk, "/office/plan/")
    assert "300 people awaited" in text and "Write down a shift" not in text
    assert clerk.get("/office/plan/shifts/new/").status_code == 403


def test_whoever_reads_no_stock_reads_no_plan(site):
    assert signed_in(site, "statistics").get("/office/plan/").status_code == 403


def test_the_paper_is_one_page_and_says_what_the_screen_says(site, manager):
    in_store(site, an_item(site, "Soap"), 70)
    for n in range(8):
        announced(site, 150, f"GXA 33{n:02}")
    answer = manager.get("/office/plan/plan.pdf")
    assert answer["Content-Type"] == "application/pdf"
    pages = pypdfium2.PdfDocument(answer.content)
    text = pages[0].get_textpage().get_text_bounded()
    assert len(pages) == 1
    assert "1200 people awaited" in text and "GXA 3307" in text and "3960 l" in text and "Soap: 1250 more" in text
