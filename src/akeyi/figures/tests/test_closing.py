"""Closing a day: its numbers add up, say where they come from, stay readable, and name what came later."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from akeyi.access.models import DeviceKey
from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.arrivals.facts.sweep import Swept
from akeyi.arrivals.facts.tally import Tallied
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.figures import closing, rules
from akeyi.figures.definitions import definition, in_order
from akeyi.figures.models import Closing
from akeyi.journal.tell import Saying, tell
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import Tablet, a_series, a_site, an_arrival, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

DAY = date(2021, 9, 19)
NOON = datetime(2021, 9, 19, 16, 0, tzinfo=UTC)  # 12:00 in Port-au-Prince


class Day:
    """One flight of five: all counted, three with cards, a household of two; kits for two, one left."""

    def __init__(self):
        self.site = a_site()
        self.flight = an_arrival(self.site, landed_at=NOON, status="landed")
        self.kit = an_item(self.site)
        self.series = a_series(self.site)
        self.tablet = Tablet(self.site, label="Tablet 1")
        told = ExpectedTold(claim="expected", said_by="consulate", total=6)
        tell(Saying(told, site=self.site, subject=self.flight, arrivals=[self.flight]))
        for group, count in (("woman", 2), ("man", 1), ("girl", 2)):
            self.tell(Tallied(group=group, count=count, counting="count", door="A", how="tap"), self.flight)
        self.tell(Tallied(group="woman", count=9, counting="check", door="A", how="tap"), self.flight)
        self.people = [self.person(index, given_names=f"Secret{index}") for index in range(2)]
        self.token = self.person(2, is_token=True)
        self.tell(HouseholdMoved(target=self.token, why="arrived", groups={"woman": 1, "girl": 1}), self.token)
        for one in self.people:
            self.tell(HandOutGiven(item=self.kit), one)
        self.tell(Left(how="collected"), self.people[0])

    def tell(self, body, subject):
        return self.tablet.tell(body, subject, (self.flight,))

    def person(self, index, **said):
        number = self.series.draw()[index]
        subject = str(self.series.reception_id(number))
        self.tell(ReceptionRevised(card=number, roll=str(self.series.roll_id(0)), arrival=self.flight, **said), subject)
        return subject


@pytest.fixture
def day(db):
    with time_machine.travel(NOON, tick=True):
        made = Day()
        made.tablet.pull()
        yield made


EXPECTED = {
    "expected": 6,
    "on_the_plane": None,
    "counted": 5,
    "registered": 2,
    "served": 2,
    "inside": 4,
    "left": 1,
    "left_unseen": 0,
    "group.woman": 2,
    "group.man": 1,
    "group.girl": 2,
    "exit.collected": 1,
}


def test_the_numbers_of_a_day_add_up(day):
    numbers = closing.numbers_now(day.site, DAY)
    assert numbers[day.flight] == EXPECTED | {f"item.{day.kit}": 2}
    assert numbers[closing.SITE] == EXPECTED | {f"item.{day.kit}": 2}


def test_an_arrival_belongs_to_the_day_it_landed_on_at_the_site(day):
    # 23:30 in Port-au-Prince is already the 20th in UTC.
    late = an_arrival(day.site, "GXA 3305", landed_at=datetime(2021, 9, 20, 3, 30, tzinfo=UTC), status="landed")
    assert late in closing.numbers_now(day.site, DAY)
    assert late not in closing.numbers_now(day.site, date(2021, 9, 20))


def test_people_of_no_arrival_yet_stand_in_a_column_of_their_own(day):
    number = day.series.draw()[60]
    subject = str(day.series.reception_id(number))
    said = ReceptionRevised(card=number, roll=str(day.series.roll_id(1)), by_card_only=True)
    tell(Saying(said, site=day.site, subject=subject, at=NOON))
    assert closing.numbers_now(day.site, DAY)[closing.NO_ARRIVAL]["registered"] == 1
    assert closing.NO_ARRIVAL not in closing.numbers_now(day.site, DAY + timedelta(days=1))


def test_a_flight_that_was_cancelled_is_in_no_report(day):
    cancelled = an_arrival(day.site, "GXA 1", status="cancelled", eta_at=NOON)
    assert cancelled not in closing.numbers_now(day.site, DAY)


def test_a_closing_keeps_its_numbers_and_how_far_each_tablet_was_heard(day):
    closing.close(day.site, DAY)
    day.tell(Tallied(group="man", count=3, counting="count", door="A", how="tap"), day.flight)
    [told] = closing.closings(day.site, DAY)
    assert told.numbers[day.flight]["counted"] == 5
    [heard] = told.heard
    assert (heard.label, heard.last_n) == ("Tablet 1", day.tablet.n - 1)
    assert closing.numbers_now(day.site, DAY)[day.flight]["counted"] == 8


def test_what_came_after_a_closing_is_said_at_the_next(day):
    closing.close(day.site, DAY)
    day.tell(Tallied(group="man", count=3, counting="count", door="A", how="tap"), day.flight)
    day.tell(Swept(found=6, of=[day.flight]), day.site)
    tomorrow = DAY + timedelta(days=1)
    with time_machine.travel(NOON + timedelta(days=1), tick=True):
        changes = {(one.day, one.key): (one.was, one.now) for one in closing.changes(day.site, before=tomorrow)}
        [late] = closing.latecomers(day.site, before=tomorrow)
        closing.close(day.site, tomorrow)
    assert changes[DAY, "counted"] == (5, 8) and changes[DAY, "left_unseen"] == (0, 1)
    assert (late.day, late.label, late.facts) == (DAY, "Tablet 1", 2)
    told = Closing.objects.get(day=tomorrow).numbers
    assert told["after.2021-09-19"]["counted"] == 3
    assert "after.2021-09-19" not in closing.closings(day.site, tomorrow)[0].numbers


def test_a_closing_of_many_arrivals_and_tablets_is_told_in_parts(day):
    for number in range(30):
        an_arrival(day.site, f"Truck {number}", landed_at=NOON, how="truck", status="landed")
    for number in range(45):
        Tablet(day.site, label=f"Tablet {number + 2}")
    made = closing.close(day.site, DAY)
    assert Closing.objects.count() > 1
    [told] = closing.closings(day.site, DAY)
    assert told.numbers == made.numbers and len(told.heard) == 46


def test_a_day_closed_twice_keeps_both(day):
    closing.close(day.site, DAY)
    day.tell(Tallied(group="man", count=3, counting="count", door="A", how="tap"), day.flight)
    closing.close(day.site, DAY)
    assert [one.numbers[day.flight]["counted"] for one in closing.closings(day.site, DAY)] == [8, 5]


def test_tablets_heard_together_with_nothing_unsent_are_heard():
    begin = datetime(2021, 9, 19, 4, 0, tzinfo=UTC)
    at = [begin + timedelta(hours=hours) for hours in (13.9, 13.8, 13.9, 9)]
    heard = [(at[0], 0), (at[1], 0), (at[2], 5), (at[3], 0), (None, 0), (begin - timedelta(hours=1), 0)]
    assert rules.heard_together(heard, begin) == ([0, 1], [2, 3, 4, 5])
    assert rules.heard_together([(begin - timedelta(days=1), 0)], begin) == ([], [0])


def test_a_person_who_left_twice_is_counted_once_by_the_latest_word():
    exits = [("a", 1, "own_way"), ("a", 1, "hospital"), ("h", 2, "own_way"), ("h", 1, "collected")]
    assert rules.left_by_kind(exits, {"h": 9}) == {"own_way": 2, "collected": 1, "hospital": 1}


def test_nothing_said_and_none_are_no_difference():
    assert rules.differences({"a": {"counted": None}}, {"a": {"counted": 0}}) == []
    assert rules.differences({"a": {"counted": 1}}, {"b": {"counted": 2}}) == [
        ("a", "counted", 1, None),
        ("b", "counted", None, 2),
    ]


def test_every_number_has_a_definition(day):
    numbers = closing.numbers_now(day.site, DAY)[closing.SITE]
    for key in in_order(set(numbers), {}):
        assert str(definition(key, {}).name) and str(definition(key, {}).says), key


# ---- the page


def test_the_page_speaks_four_languages(day):
    client = signed_in(day.site)
    in_four_languages(client, "/office/closing/2021-09-19/")
    client.post("/office/closing/2021-09-19/close")
    day.tell(Tallied(group="man", count=3, counting="count", door="A", how="tap"), day.flight)
    in_four_languages(client, "/office/closing/2021-09-19/")


def test_the_page_says_from_how_many_tablets_and_up_to_when(day):
    Tablet(day.site, label="Tablet 2")
    DeviceKey.objects.filter(device=day.tablet.device).update(heard_at=datetime(2021, 9, 19, 21, 52, tzinfo=UTC))
    text = page(signed_in(day.site), "/office/closing/2021-09-19/")
    assert "1 of 2 tablets up to 17:52" in text and "Tablet 2" in text


def test_the_newest_day_with_arrivals_is_shown_until_another_is_asked_for(day):
    with time_machine.travel(NOON + timedelta(days=6), tick=False):
        # A session of another week would have ended.
        client = signed_in(day.site)
        an_arrival(day.site, "of next week", eta_at=NOON + timedelta(days=13))
        assert "19 September 2021" in page(client, "/office/closing/")
        assert "18 September 2021" in page(client, "/office/closing/?day=2021-09-18")


def test_only_a_manager_closes(day):
    for role in ("clerk", "statistics", "child_protection"):
        client = signed_in(day.site, role, short_name=role)
        assert "Close the day" not in page(client, "/office/closing/2021-09-19/")
        assert client.post("/office/closing/2021-09-19/close").status_code == 403
    assert Closing.objects.count() == 0


def test_statistics_sees_the_numbers_and_no_names(day):
    client = signed_in(day.site, "statistics")
    text = page(client, "/office/closing/2021-09-19/")
    table = client.post("/office/closing/2021-09-19.csv", {"recipient": "team"}).content.decode()
    assert "Secret" not in text and "Secret" not in table
    assert day.series.draw()[0] not in text + table


def test_how_people_left_is_for_those_who_read_names(day):
    """Of one who was collected, or died, the hall knows who it was."""
    manager, statistics = signed_in(day.site), signed_in(day.site, "statistics", short_name="Counter")
    manager.post("/office/closing/2021-09-19/close")
    day.tell(Left(how="died"), day.people[1])
    next_day = "/office/closing/2021-09-20/"
    for ask in ("/office/closing/2021-09-19/", "/office/closing/2021-09-19/?closing=now", next_day):
        assert re.search("Left: [a-z]", page(manager, ask)), ask
        assert not re.search("Left: [a-z]", page(statistics, ask)), ask
    assert "exit.collected" in manager.post("/office/closing/2021-09-19.csv", {"recipient": "team"}).content.decode()
    for asked in ("", "?closing=now"):
        table = statistics.post(f"/office/closing/2021-09-19.csv{asked}", {"recipient": "team"}).content.decode()
        assert "exit." not in table and ",left," in table


def test_a_closed_day_shows_its_numbers_and_what_changed(day):
    client = signed_in(day.site)
    client.post("/office/closing/2021-09-19/close")
    day.tell(Tallied(group="man", count=3, counting="count", door="A", how="tap"), day.flight)
    text = page(client, "/office/closing/2021-09-19/")
    assert "Changed since this closing" in text and "5 → <strong>8</strong>" in text
    assert "Changed since" not in page(client, "/office/closing/2021-09-19/?closing=now")


def test_a_day_to_come_is_not_closed(day):
    client = signed_in(day.site)
    assert "Close the day" not in page(client, "/office/closing/2021-09-25/")
    assert client.post("/office/closing/2021-09-25/close").status_code == 404
    page(client, "/office/closing/2021-02-31/", status=404)


def test_the_table_file_holds_every_number_with_its_definition(day):
    answer = signed_in(day.site).post("/office/closing/2021-09-19.csv", {"recipient": "team"})
    assert 'filename="closing-2021-09-19.csv"' in answer["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    told = {row["key"]: row["value"] for row in rows if row["arrival_id"] == day.flight}
    said = {key: "" if value is None else str(value) for key, value in EXPECTED.items()}
    assert told == said | {f"item.{day.kit}": "2"}
    assert all(row["definition"] and row["number"] and row["heard_from"] for row in rows)


def test_a_label_cannot_become_a_formula(day):
    an_arrival(day.site, "=cmd|' /C calc'!A0", landed_at=NOON)
    text = signed_in(day.site).post("/office/closing/2021-09-19.csv", {"recipient": "team"}).content.decode("utf-8-sig")
    assert all(not row["arrival"].startswith("=") for row in csv.DictReader(io.StringIO(text)))
