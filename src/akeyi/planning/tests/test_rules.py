"""What awaited people need, reckoned without a database: groups, items, toilets, staff, shifts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akeyi.assistance.programmes import Line as Gives
from akeyi.assistance.programmes import Version
from akeyi.planning import rules
from akeyi.planning.rules import Awaited, OnShift, Wanted
from akeyi.planning.stations import GROUP_SHARES

DAY = date(2021, 9, 19)
NOON = datetime(2021, 9, 19, 12, 0, tzinfo=UTC)


def awaited(total=100, at=NOON, **groups):
    return Awaited("a", "GXA 3301", "flight", at, total, groups or {"man": total})


@given(st.integers(0, 5000), st.dictionaries(st.sampled_from(sorted(GROUP_SHARES)), st.floats(0.01, 1), min_size=1))
def test_people_are_split_into_groups_without_losing_or_adding_one(total, shares):
    found = rules.split(total, shares)
    assert sum(found.values()) == total
    for group, share in shares.items():
        assert abs(found.get(group, 0) - total * share / sum(shares.values())) < 1


def test_what_was_told_goes_before_the_list_the_list_before_earlier_days_and_those_before_other_places():
    told, listed, measured = {"man": 9}, {"woman": 8}, {"boy": 7}
    assert rules.by_group(10, told, listed, measured, GROUP_SHARES) == ({"man": 10}, "told")
    assert rules.by_group(10, {}, listed, measured, GROUP_SHARES) == ({"woman": 10}, "list")
    assert rules.by_group(10, {}, {}, measured, GROUP_SHARES) == ({"boy": 10}, "measured")
    groups, source = rules.by_group(100, {}, {}, {}, GROUP_SHARES)
    assert source == "default" and groups["man"] == 61


def test_those_who_land_within_two_hours_are_there_at_one_time():
    flights = [awaited(100, NOON + timedelta(minutes=after)) for after in (0, 60, 119, 180, 300)]
    assert rules.at_once(flights) == 300
    assert rules.at_once([*flights, awaited(40, None)]) == 340
    assert rules.at_once([]) == 0


def test_an_item_of_no_programme_is_for_each_person_or_each_family():
    assert rules.wanted("soap", "person", [], DAY, awaited(100), 30) == Wanted(100)
    assert rules.wanted("baby", "family", [], DAY, awaited(100), 30) == Wanted(30, is_estimate=True)


def a_version(*gives, **more):
    return Version("p", ("1", "1"), DAY, gives=gives, **more)


def test_a_programme_for_women_gives_to_women_alone():
    kit = a_version(Gives("kit"), sex="female", age_from=18)
    assert rules.wanted("kit", "person", [kit], DAY, awaited(man=60, woman=30, girl=10), 30) == Wanted(30)


def test_of_a_group_that_fits_in_part_as_many_as_years_fit():
    kit = a_version(Gives("kit"), sex="female", age_from=12)
    found = rules.wanted("kit", "person", [kit], DAY, awaited(woman=30, girl=16), 30)
    assert found == Wanted(36, is_estimate=True)


def test_what_a_family_with_a_baby_gets_is_not_more_than_there_are_babies_or_families():
    kit = a_version(Gives("kit", per="family"), age_to=1)
    assert rules.wanted("kit", "family", [kit], DAY, awaited(man=60, baby_girl=2, baby_boy=1), 30).quantity == 3
    assert rules.wanted("kit", "family", [kit], DAY, awaited(baby_girl=9), 4).quantity == 4


def test_cash_is_reckoned_in_hundredths_and_what_needs_a_voucher_is_said_to_be_unknown():
    cash = a_version(Gives("HTG", 250000), age_from=18)
    assert rules.wanted("HTG", None, [cash], DAY, awaited(man=3, boy=2), 2) == Wanted(750000)
    with_voucher = a_version(Gives("HTG", 250000), with_voucher=True)
    assert rules.wanted("HTG", None, [with_voucher], DAY, awaited(man=3), 2) == Wanted(0, by_voucher=True)


def test_a_line_names_the_hour_of_the_first_arrival_that_finds_too_few():
    later = NOON + timedelta(hours=3)
    found = rules.line("soap", [(NOON, Wanted(50)), (later, Wanted(50))], 70)
    assert (found.needed, found.missing, found.act_by) == (110, 40, later)
    assert rules.line("soap", [(NOON, Wanted(50))], 55).missing == 0
    assert rules.line("cash", [(NOON, Wanted(50))], None).missing is None


@pytest.mark.parametrize(("people", "women", "men"), [(0, 0, 0), (40, 1, 1), (126, 2, 1), (300, 5, 1), (400, 6, 2)])
def test_one_toilet_for_fifty_three_of_four_for_women(people, women, men):
    assert rules.toilets(people) == (women, men)


def test_three_litres_and_a_tenth_more():
    assert rules.water_l(100) == 330


def test_ten_clerks_register_two_aircraft_in_two_hours():
    found = rules.staff(300, {})
    assert found["register"] == 12  # ten who are never idle, and some air
    assert rules.staff(0, {})["register"] == 0
    assert rules.staff(300, {"register": 60})["register"] == 3


def test_a_shift_that_ends_while_people_land_does_not_count_after_it():
    early = OnShift(NOON - timedelta(hours=6), NOON + timedelta(hours=1), {"register": 4}, {"ht": 4})
    late = OnShift(NOON + timedelta(hours=1), NOON + timedelta(hours=9), {"register": 2}, {"ht": 2, "es": 1})
    staff, speak = rules.on_shift([early, late], NOON, NOON + timedelta(hours=2))
    assert (staff, speak) == ({"register": 2}, {"ht": 2, "es": 0})
    assert rules.on_shift([early], NOON, NOON + timedelta(minutes=30)) == ({"register": 4}, {"ht": 4})


@pytest.mark.parametrize(("hour", "dark"), [(17, False), (18, True), (2, True), (5, False)])
def test_who_lands_in_the_evening_leaves_in_the_dark(hour, dark):
    assert rules.in_the_dark(NOON.replace(hour=hour)) is dark
