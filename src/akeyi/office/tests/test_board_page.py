"""The live board: numbers with neighbours, what is open, and how old it all is."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.arrivals.facts.sweep import Swept
from akeyi.arrivals.facts.tally import Tallied
from akeyi.arrivals.facts.waiting_outside import OutsideCounted
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_site, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def flight(site):
    """99 expected, 3 counted, one of them registered by card only."""
    arrival = an_arrival(site, status="landed", landed_at=datetime.now(UTC))
    about = {"site": site, "subject": arrival, "arrivals": [arrival]}
    tell(
        Saying(ExpectedTold(claim="expected", said_by="Migration office", total=99), **about),
        Saying(Tallied(group="woman", count=3, counting="count", door="A", how="tap"), **about),
        Saying(
            ReceptionRevised(card="41829375", by_card_only=True, arrival=arrival),
            site=site,
            subject=new_id(),
            arrivals=[arrival],
        ),
    )
    return arrival


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows_of(html: str) -> str:
    found = re.search(r"hx-get=\"/office/\?rows=(\w+)\"", html)
    assert found
    return found[1]


def test_the_board_speaks_four_languages(site, flight):
    in_four_languages(signed_in(site), "/office/")


def test_a_number_stands_beside_what_it_is_measured_by_and_links_to_what_it_counts(site, flight):
    html = page(signed_in(site), "/office/")
    assert "3 of 99 expected" in words(html)
    assert "1 of 3 counted" in words(html)
    assert f'href="/office/arrivals/{flight}/#registered"' in html


def test_it_says_what_is_open(site, flight):
    said = words(page(signed_in(site), "/office/"))
    assert "2 counted, not registered · 1 registered, nothing given yet" in said


def test_an_arrival_to_come_shows_no_zeros_but_when_it_is_due_and_was_due(site):
    soon = datetime.now(UTC) + timedelta(minutes=1)
    arrival = an_arrival(site, "GXA 3305", eta_at=soon - timedelta(hours=1))
    from akeyi.arrivals.facts.arrival import ArrivalRevised

    tell(Saying(ArrivalRevised(eta_at=soon), site=site, subject=arrival))
    html = page(signed_in(site), "/office/")
    assert re.search(r"due .*\(was .*\)", words(html))
    assert '<span class="number">0</span>' not in html


def test_it_says_how_many_tablets_were_heard_and_which_was_not(site):
    heard, silent = Tablet(site, label="Tablet 1"), Tablet(site, label="Tablet 2")
    heard.pull()
    said = words(page(signed_in(site), "/office/"))
    assert "1 of 2 tablets heard" in said and "Tablet 2 not heard yet" in said
    assert silent.device


def test_what_tablets_have_not_sent_is_counted(site):
    tablet = Tablet(site)
    tablet.unsent = [{}, {}, {}]
    tablet.pull()
    assert "3 things said on tablets have not arrived yet" in words(page(signed_in(site), "/office/"))


def test_people_waiting_outside_are_a_count_of_their_own(site, flight):
    tell(Saying(OutsideCounted(people=120), site=site, subject=site))
    assert "Waiting outside: 120" in words(page(signed_in(site), "/office/"))


def test_who_is_missing_when_the_hall_was_counted_again_is_off_the_sum(site, flight):
    other = an_arrival(site, "GXA 3303", status="landed", landed_at=datetime.now(UTC))
    tell(Saying(Tallied(group="man", count=2, counting="count", door="A", how="tap"), site=site, subject=other))
    tell(Saying(Swept(found=4, of=[flight, other]), site=site, subject=site))
    html = page(signed_in(site), "/office/")
    assert "4 found, 1 left unseen" in words(html)
    assert "of which arrival 1 of them are, nobody can say" in words(html)
    assert re.search(r'id="inside-total">\s*<?[^<]*4', html)


def test_people_of_no_arrival_yet_have_a_row(site):
    tell(Saying(ReceptionRevised(card="41829375", given_names="Rose"), site=site, subject=new_id()))
    assert "People of no arrival yet" in page(signed_in(site), "/office/")


def test_an_empty_board_says_what_to_do(site):
    assert "announce them here" in page(signed_in(site), "/office/")


def test_numbers_change_in_place(site, flight):
    client = signed_in(site)
    rows = rows_of(page(client, "/office/"))
    more = Tallied(group="man", count=2, counting="count", door="A", how="tap")
    tell(Saying(more, site=site, subject=flight, arrivals=[flight]))
    numbers = client.get(f"/office/?rows={rows}")
    assert "HX-Retarget" not in numbers and numbers["Akeyi-Board"] == "renewed"
    text = numbers.content.decode()
    assert "<table" not in text and f'id="counted-{flight}" hx-swap-oob="innerHTML"' in text
    assert "5 of 99 expected" in words(text)


def test_a_new_arrival_brings_a_new_table(site, flight):
    client = signed_in(site)
    rows = rows_of(page(client, "/office/"))
    an_arrival(site, "GXA 3303")
    answer = client.get(f"/office/?rows={rows}")
    assert answer["HX-Retarget"] == "#board" and "GXA 3303" in answer.content.decode()


def test_an_arrival_closed_on_an_earlier_day_makes_room(site, flight):
    an_arrival(site, "GXA 1", status="closed", landed_at=datetime.now(UTC) - timedelta(days=3))
    html = page(signed_in(site), "/office/")
    assert "GXA 1<" not in html and "Earlier arrivals" in html


def test_whoever_is_signed_out_is_asked_to_sign_in(client, site):
    answer = client.get("/office/")
    assert answer.status_code == 302 and answer["Location"].startswith("/office/sign-in")
