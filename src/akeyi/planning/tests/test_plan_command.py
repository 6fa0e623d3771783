"""`akeyi plan simulate`: two tables in, a day out; whatever is wrong in a table is named with row and column."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.errors import AkeyiError
from akeyi.journal.declare import WALLS
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.planning.measured import measured
from akeyi.testing.cast import a_site, a_worker, an_arrival, an_item

pytestmark = pytest.mark.django_db

ARRIVALS = "at,people,over_min\n08:00,60,10\n09:00,60\n"
STAFF = "station,from,to,workers\n" + "".join(
    f"{station},07:00,15:00,{n}\n" for station, n in (("count", 2), ("screen", 3), ("register", 9), ("leave", 2))
)


@pytest.fixture
def simulate(tmp_path):
    def run(*more, arrivals=ARRIVALS, staff=STAFF):
        for name, text in (("arrivals.csv", arrivals), ("staff.csv", staff)):
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        said = StringIO()
        files = ("--arrivals", str(tmp_path / "arrivals.csv"), "--staff", str(tmp_path / "staff.csv"))
        call_command("plan", "simulate", *files, "--replications", "3", *more, stdout=said)
        return said.getvalue()

    return run


def test_it_says_waiting_and_door_to_exit_with_how_far_they_may_be_off(simulate):
    text = simulate()
    assert "full: 120 people, 3 simulated days" in text and "The staff is enough" in text
    assert "door to exit, mean" in text and "±" in text
    assert "nobody could help the urgent" in text
    assert "default (docs/planning.md)" in text


def test_as_json_it_says_the_same_twice_and_names_what_was_assumed(simulate):
    told = json.loads(simulate("--json", "--roster"))
    assert told == json.loads(simulate("--json", "--roster"))
    assert told["proposal"] == "enough" and told["assumed"]["helps_red"] is False
    assert set(told["by_mode"]["full"]["waits"]) == {"count", "screen", "register", "leave"}
    assert told["rosters"]["quick"]["total"] < told["rosters"]["full"]["total"]
    assert told["times"]["register"] == {"mean_s": 240, "spread_s": 120, "shape": "lognormal", "measured_on": 0}


def test_semicolons_a_mark_at_the_beginning_and_the_night_after_are_read(simulate):
    arrivals = "\ufeffat;people\n23:50;10\n"
    staff = "station;from;to;workers\nregister;23:00;26:00;3\n"
    assert json.loads(simulate("--json", arrivals=arrivals, staff=staff))["by_mode"]["full"]["came"] == 10


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"arrivals": ""}, "There is no line in arrivals.csv."),
        ({"arrivals": "at,people\n"}, "There is no line in arrivals.csv."),
        ({"arrivals": "when,people\n08:00,5\n"}, "The column at is missing in arrivals.csv."),
        ({"arrivals": b"\xff\xfe\x00"}, "The file arrivals.csv cannot be read."),
        ({"arrivals": "at,people\n08:00,5\n8 am,5\n"}, "arrivals.csv, row 3, column at: “8 am” is no time."),
        ({"arrivals": "at,people\n08:00,-5\n"}, "arrivals.csv, row 2, column people: “-5” is no possible number."),
        ({"arrivals": "at,people\n08:00\n"}, "arrivals.csv, row 2, column people: “” is no possible number."),
        ({"arrivals": "at,people,over_min\n08:00,5,x\n"}, "row 2, column over_min: “x” is no possible number."),
        ({"arrivals": "at,people\n08:00,150000\n09:00,150000\n"}, "There are more than 200000 people in arrivals.csv."),
        ({"staff": "station,from,to\nregister,07:00,15:00\n"}, "The column workers is missing in staff.csv."),
        ({"staff": "station,from,to,workers\nkitchen,07:00,15:00,2\n"}, "row 2, column station: there is no station"),
        ({"staff": "station,from,to,workers\nregister,15:00,07:00,2\n"}, "staff.csv, row 2: the shift ends before"),
        ({"staff": "station,from,to,workers\nregister,07:00,15:00,0\n"}, "By staff.csv, nobody works anywhere."),
        ({"staff": "station,from,to,workers\nregister,07:00,15:00,2.5\n"}, "“2.5” is no possible number."),
    ],
)
def test_what_is_wrong_in_a_table_is_named(simulate, change, said):
    with pytest.raises(AkeyiError) as refused:
        simulate(**change)
    assert said in refused.value.sentence("en") and refused.value.next("en")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AkeyiError) as refused:
        call_command("plan", "simulate", "--arrivals", str(tmp_path / "none.csv"), "--staff", str(tmp_path / "x.csv"))
    assert "The file none.csv cannot be read." in refused.value.sentence("en")


def a_day_at_a_table(site, begin, seconds, people=40):
    """Everybody is known from the morning on; one worker gives one item after the other."""
    worker, item, arrival = a_worker(site), an_item(site), an_arrival(site)
    ids = [f"0190a5c0-0000-8000-8000-{n:012}" for n in range(people)]
    for n, one in enumerate(ids):
        known = Saying(ReceptionRevised(card=f"4181{n:04}"), site, one, [arrival], worker, begin)
        at = begin + timedelta(hours=1, seconds=seconds * n)
        tell(known, Saying(HandOutGiven(item=item), site, one, [arrival], worker, at))


def test_times_of_earlier_days_take_the_place_of_defaults_behind_the_walls_one_reads(simulate):
    site = a_site()
    yesterday = datetime.now(UTC) - timedelta(days=1)
    a_day_at_a_table(site, yesterday, 75)
    found = measured(site, datetime.now(UTC), WALLS)
    assert found["serve"].mean_s == pytest.approx(75) and found["serve"].measured_on == 39
    assert measured(site, datetime.now(UTC), {"reception"}).keys() == set()
    assert measured(site, yesterday, WALLS) == {}
    staff = STAFF + "serve,07:00,15:00,9\n"
    assert "measured on 39 visits" in simulate(staff=staff)
    assert "measured" not in simulate("--site", "ELSEWHERE", staff=staff)
