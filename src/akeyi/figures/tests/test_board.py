"""The board adds up what tablets told, and says what explains each difference."""

from datetime import UTC, datetime

import pytest

from akeyi.arrivals import manifests
from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.arrivals.facts.sweep import Swept
from akeyi.arrivals.facts.tally import Tallied
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.figures.queries import board
from akeyi.journal.tell import Saying, take_back, tell, timestamp
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.card_replaced import CardWasReplaced
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.facts.roll import RollOpened
from akeyi.testing.cast import Tablet, a_series, a_site, an_arrival, an_item

pytestmark = pytest.mark.django_db


def tally(group="woman", count=1, counting="count"):
    return Tallied(group=group, count=count, counting=counting, door="A", how="tap")


class Hall:
    """One flight with an open roll, and a tablet at it."""

    def __init__(self):
        self.site = a_site()
        self.arrival = an_arrival(self.site)
        self.series = a_series(self.site)
        self.tablet = Tablet(self.site)
        self.open_roll()

    def open_roll(self, number=0):
        self.tablet.tell(RollOpened(number=number, arrival=self.arrival), str(self.series.roll_id(number)))

    def card(self, place):
        number = self.series.draw()[place]
        return number, str(self.series.reception_id(number)), str(self.series.roll_id(self.series.roll_of(number)))

    def register(self, place, **said):
        number, reception, roll = self.card(place)
        self.tablet.tell(ReceptionRevised(card=number, roll=roll, **said), reception)
        return reception

    @property
    def row(self):
        return next(row for row in board(self.site) if row.arrival and row.arrival.subject == self.arrival)


@pytest.fixture
def hall(db):
    return Hall()


def test_an_empty_hall_says_nothing_was_said_rather_than_zero_expected(hall):
    assert hall.row.columns == {
        "expected": None, "on_the_plane": None, "counted": 0, "registered": 0, "served": 0, "inside": 0, "left": 0,
    }  # fmt: skip


def test_the_latest_claim_is_shown_and_who_said_what_stays(hall):
    for said_by, people in (("ONM", 100), ("carrier", 99)):
        claim = ExpectedTold(claim="expected", said_by=said_by, total=people)
        tell(Saying(claim, site=hall.site, subject=hall.arrival))
    assert hall.row.columns["expected"] == 99


def test_two_counters_at_one_door_do_not_count_twice(hall):
    hall.tablet.tell(tally(count=10), hall.arrival)
    Tablet(hall.site, label="Tablet 2").tell(tally(count=9, counting="check"), hall.arrival)
    assert hall.row.columns["counted"] == 10


def test_a_person_without_a_name_counts_as_registered_when_they_chose_so(hall):
    hall.register(0, given_names="Rose")
    hall.register(1, by_card_only=True)
    hall.register(2, sex="female")
    assert hall.row.columns["registered"] == 2
    assert hall.row.columns["inside"] == 3


def test_a_card_that_was_handed_out_and_taken_back_leaves_nobody(hall):
    rose = hall.register(0, sex="female")
    assert hall.row.columns["inside"] == 1
    tell(Saying(ReceptionRevised(card=None, roll=None, sex=None), site=hall.site, subject=rose))
    assert hall.row.columns["inside"] == 0


def test_given_twice_is_served_once_and_left_twice_is_left_once(hall):
    rose, item = hall.register(0, given_names="Rose"), an_item(hall.site)
    for tablet in (hall.tablet, Tablet(hall.site, label="Tablet 2")):
        tablet.tell(HandOutGiven(item=item), rose)
        tablet.tell(Left(how="own_way"), rose)
    assert hall.row.columns["served"] == 1
    assert hall.row.columns["left"] == 1


def test_a_household_counts_with_everybody_on_its_card(hall):
    token = hall.register(0, is_token=True)
    hall.tablet.tell(HouseholdMoved(target=token, why="arrived", groups={"woman": 2, "girl": 3}), token)
    rose = hall.register(1, given_names="Rose")
    hall.tablet.tell(HouseholdMoved(source=token, target=rose, why="registered", groups={"woman": 1}), token)
    hall.tablet.tell(Left(how="own_way", people=3, groups={"girl": 3}), token)
    columns = hall.row.columns
    assert (columns["inside"], columns["left"], columns["registered"]) == (2, 3, 1)


def test_whoever_comes_out_of_a_household_that_was_served_stays_served(hall):
    token, item = hall.register(0, is_token=True), an_item(hall.site)
    hall.tablet.tell(HouseholdMoved(target=token, why="arrived", groups={"woman": 2, "girl": 3}), token)
    marie = hall.register(1, given_names="Marie")
    hall.tablet.tell(HouseholdMoved(source=token, target=marie, why="registered", groups={"woman": 1}), token)
    hall.tablet.tell(HandOutGiven(item=item, quantity=4), token)
    assert hall.row.columns["served"] == 4
    rose = hall.register(2, given_names="Rose")
    hall.tablet.tell(HouseholdMoved(source=token, target=rose, why="registered", groups={"woman": 1}), token)
    assert hall.row.columns["served"] == 4
    assert hall.row.not_served == {marie}


def test_a_replaced_card_is_one_person(hall):
    rose = hall.register(0, given_names="Rose")
    old, _, _ = hall.card(0)
    new, new_reception, _ = hall.card(1)
    hall.tablet.tell(CardWasReplaced(old_card=old, new_card=new, new_reception=new_reception), rose)
    hall.tablet.tell(Left(how="own_way"), new_reception)
    assert hall.row.columns["registered"] == 1
    assert hall.row.columns["left"] == 1


def test_a_person_of_a_roll_nobody_heard_of_belongs_to_the_site_until_it_is_opened(hall):
    hall.register(60, given_names="Rose")
    site_row = board(hall.site)[-1]
    assert site_row.arrival is None
    assert site_row.columns["registered"] == 1
    hall.open_roll(1)
    assert [row.arrival.label for row in board(hall.site)] == ["GXA 3301"]
    assert hall.row.columns["registered"] == 1


def test_a_person_can_be_moved_to_another_arrival(hall):
    other = an_arrival(hall.site, "GXA 3303")
    hall.register(0, given_names="Rose", arrival=other)
    assert [row.columns["registered"] for row in board(hall.site)] == [0, 1]


@pytest.fixture
def other(hall):
    """A second flight in the same hall."""
    return an_arrival(hall.site, "GXA 3303")


def inside(hall):
    """Of each flight, and of all together."""
    known = board(hall.site)
    return [row.columns["inside"] for row in known], known.total(known)["inside"]


def sweep(hall, found, *of):
    return hall.tablet.tell(Swept(found=found, of=[hall.arrival, *of]), hall.site)


def test_who_left_unseen_is_no_longer_inside(hall):
    hall.tablet.tell(tally(count=5), hall.arrival)
    sweep(hall, 3)
    assert hall.row.columns["inside"] == 3


def test_of_flights_that_overlap_nobody_guesses_whose_the_missing_are(hall, other):
    hall.tablet.tell(tally(count=40), hall.arrival)
    hall.tablet.tell(tally(count=3), other)
    sweep(hall, 41, other)
    assert inside(hall) == ([40, 3], 41)
    assert (board(hall.site).swept.missing, board(hall.site).swept.of_any) == (2, 2)
    sweep(hall, 1, other)
    # Of the forty at least 39 are not among the one who was found.
    assert inside(hall) == ([1, 1], 1)


def test_an_empty_hall_leaves_nobody_inside_of_any_flight(hall, other):
    hall.tablet.tell(tally(count=4), hall.arrival)
    hall.tablet.tell(tally(count=3), other)
    sweep(hall, 0, other)
    assert inside(hall) == ([0, 0], 0)


def test_a_slip_of_the_finger_is_mended_by_the_next_count(hall):
    hall.tablet.tell(tally(count=43), hall.arrival)
    sweep(hall, 4)
    sweep(hall, 41)
    assert hall.row.columns["inside"] == 41


def test_a_sweep_that_is_taken_back_leaves_the_one_before_it(hall):
    hall.tablet.tell(tally(count=43), hall.arrival)
    sweep(hall, 42)
    take_back([sweep(hall, 4)])
    assert hall.row.columns["inside"] == 42


def test_an_exit_that_an_offline_tablet_tells_later_is_not_subtracted_twice(hall):
    rose = hall.register(0, given_names="Rose")
    hall.register(1, given_names="Jean")
    gone = datetime.now(UTC)
    sweep(hall, 1)
    assert hall.row.columns["inside"] == 1
    Tablet(hall.site, label="Tablet 2").tell(Left(how="own_way"), rose, at=timestamp(gone))
    assert hall.row.columns["inside"] == 1
    assert board(hall.site).swept.missing == 0


def test_who_was_missing_of_a_closed_flight_stays_missing_when_the_next_one_is_swept(hall, other):
    hall.tablet.tell(tally(count=40), hall.arrival)
    sweep(hall, 38)
    hall.tablet.tell(tally(count=97), other)
    hall.tablet.tell(Swept(found=95, of=[other]), hall.site)
    assert inside(hall) == ([38, 95], 133)


def test_differences_with_the_list_are_explained_line_by_line(hall):
    lines = [
        {"number": n, "family_name": "PIERRE", "given_names": name} for n, name in enumerate(("Rose", "Wilner"), 1)
    ]
    manifests.keep(hall.site, hall.arrival, lines, format="csv", stated=2, said_by="carrier")
    listed = sorted(hall.row.lines)
    hall.register(0, given_names="Rose", line=listed[0])
    stranger = hall.register(1, given_names="Nobody's list")
    assert hall.row.not_seen == {listed[1]}
    assert hall.row.not_on_list == {stranger}
    assert hall.row.columns["expected"] == 2


def test_a_later_list_counts_instead_of_the_earlier_one(hall):
    for names in (("Rose", "Wilner"), ("Rose",)):
        lines = [{"number": n, "given_names": name} for n, name in enumerate(names, 1)]
        manifests.keep(hall.site, hall.arrival, lines, format="csv", stated=None, said_by="carrier")
    assert len(hall.row.lines) == 1
    assert hall.row.columns["expected"] == 1


def test_all_rows_add_up(hall):
    hall.tablet.tell(tally(count=5), hall.arrival)
    other = an_arrival(hall.site, "GXA 3303")
    hall.tablet.tell(tally(count=4), other)
    known = board(hall.site)
    assert known.total(known)["counted"] == 9
    assert known.total(known)["expected"] is None
