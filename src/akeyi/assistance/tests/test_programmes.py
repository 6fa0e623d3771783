"""Whom programmes are for, which version holds on a day, and what is due by them and why."""

from datetime import UTC, date, datetime, timedelta

from akeyi.assistance.programmes import AGES, Line, Person, Version, ages_seen, amount_of, hundredths, sex_seen
from akeyi.assistance.rules import Given, Known, Moved, again, due

DAY = date(2021, 9, 19)
NOON = datetime(2021, 9, 19, 16, tzinfo=UTC)
ITEMS = (("kit", "person"), ("water", "none"))


def version(*gives, programme="p", since=DAY, told="a", **who):
    return Version(programme, (told, told), since, gives=gives or (Line("kit"),), **who)


def a_person(sex="female", age=30, **more):
    return Person(more.pop("day", DAY), sex, more.pop("ages", ((age, age),)), **more)


def rose_is_due(person, *versions, told=(), now=NOON, what="kit", family_of=None, **others):
    people = {"rose": person} | others
    return due(Known(told, people, family_of or {}, versions, ITEMS), "rose", now)[what]


def why(*args, **more):
    found = rose_is_due(*args, **more)
    return (found.quantity if found.is_due else 0, found.why)


def gives(id, hours=0, quantity=1, card="rose", item="kit", **more):
    return Given(id, card, item, NOON + timedelta(hours=hours), quantity, **more)


def test_what_no_programme_names_is_for_everybody():
    assert why(a_person()) == (1, "everybody")
    assert why(a_person(), version(Line("water"), sex="male")) == (1, "everybody")


def test_it_is_for_whom_it_says_and_says_why_not_for_others():
    women = version(sex="female", age_from=12, age_to=49)
    assert why(a_person(), women) == (1, "programme")
    assert why(a_person("male"), women) == (0, "sex")
    assert why(a_person(age=11), women) == (0, "age")
    assert why(a_person(age=50), women) == (0, "age")
    assert [why(a_person(age=years), women)[0] for years in (12, 49)] == [1, 1]
    by_bus = version(hows=("bus_convoy", "truck"))
    assert why(a_person(how="flight"), by_bus) == (0, "arrival")
    assert why(a_person(how="truck"), by_bus) == (1, "programme")


def test_what_is_not_known_of_somebody_excludes_nobody():
    women = version(sex="female", age_from=12, age_to=49)
    assert why(a_person(sex=None), women) == (1, "in_doubt")
    assert why(a_person(ages=(AGES["adult"],)), women) == (1, "in_doubt")
    assert why(a_person(ages=(AGES["baby"],)), women) == (0, "age")
    # Of an age in dispute one answer is enough.
    assert why(a_person(ages=((11, 11), (13, 13))), women) == (1, "in_doubt")
    assert why(a_person(), version(hows=("truck",))) == (1, "in_doubt")


def test_an_age_that_was_said_goes_before_one_that_was_seen():
    assert ages_seen([date(2004, 9, 20)], [40], ["adult"], DAY) == ((16, 16), (40, 40))
    assert ages_seen([None], [None], ["child"], DAY) == ((2, 17),)
    assert ages_seen([None], [None], [None], DAY) == ((0, 130),)
    assert (sex_seen(["female"]), sex_seen(["female", "male"]), sex_seen(["unknown"])) == ("female", None, None)


def test_a_voucher_is_asked_and_no_reason_for_it_is_known():
    shoes = version(with_voucher=True)
    assert why(a_person(), shoes) == (0, "voucher")
    assert why(a_person(vouchers=frozenset({"p"})), shoes) == (1, "voucher")
    assert why(a_person(vouchers=frozenset({"other"})), shoes) == (0, "voucher")


def test_each_is_served_by_the_version_of_their_day():
    first = version(Line("kit", 1), until=date(2021, 9, 30))
    second = version(Line("kit", 2), since=date(2021, 9, 20), told="b")
    for versions in ((first, second), (second, first)):
        assert why(a_person(), *versions) == (1, "programme")
        assert why(a_person(day=date(2021, 9, 20)), *versions) == (2, "programme")
        # Before it began the item is everybody's; after it has ended, nobody's.
        assert why(a_person(day=date(2021, 9, 18)), *versions) == (1, "everybody")
    ended = Version("p", ("c", "c"), date(2021, 9, 21))
    assert why(a_person(day=date(2021, 9, 21)), first, second, ended) == (0, "dates")
    assert why(a_person(day=date(2021, 10, 1)), first) == (0, "dates")


def test_of_two_that_begin_on_one_day_the_later_stands():
    one, other = version(Line("kit", 1), told="a"), version(Line("kit", 3), told="b")
    assert why(a_person(), other, one) == why(a_person(), one, other) == (3, "programme")


def test_two_programmes_that_give_one_thing_give_the_larger_quantity_once():
    one, other = version(Line("kit", 1)), version(Line("kit", 2), programme="q", sex="female")
    assert why(a_person(), one, other) == (2, "programme")
    assert why(a_person("male"), one, other) == (1, "programme")


def test_every_few_hours_it_is_due_again_and_says_when():
    every_four = version(Line("kit", often="hours", hours=4))
    told = (gives("g0"),)
    found = rose_is_due(a_person(), every_four, told=told, now=NOON + timedelta(hours=3))
    assert (found.is_due, found.why, found.at) == (False, "not_yet", NOON + timedelta(hours=4))
    assert why(a_person(), every_four, told=told, now=NOON + timedelta(hours=4)) == (1, "again")


def test_what_was_given_stays_given_where_somebody_turns_out_to_be_another():
    women = version(Line("kit", 2), sex="female")
    told = (gives("g0", quantity=1),)
    assert why(a_person(), women, told=told) == (1, "rest")
    found = rose_is_due(a_person("male"), women, told=told)
    assert (found.is_due, found.why, found.given) == (False, "sex", ("g0",))


def test_what_is_for_a_family_is_due_while_somebody_of_it_is_meant():
    baby_kit = version(Line("kit", per="family"), age_to=1)
    family = {"rose": "f", "kervens": "f"}
    baby = a_person("male", 1)
    assert why(a_person(), baby_kit, family_of=family, kervens=baby) == (1, "programme")
    assert why(a_person(), baby_kit, kervens=baby) == (0, "age")
    told = (gives("g0", card="kervens"),)
    assert why(a_person(), baby_kit, told=told, family_of=family, kervens=baby) == (0, "had_it")


def test_once_per_arrival_each_part_of_a_family_gets_its_own():
    family = {"rose": "f", "wisly": "f"}
    told = (gives("g0", card="wisly"),)
    wisly = a_person("male", arrival="monday")
    for often, due_to_rose in (("once", 0), ("arrival", 1)):
        given = version(Line("kit", per="family", often=often))
        assert why(a_person(arrival="thursday"), given, told=told, family_of=family, wisly=wisly)[0] == due_to_rose


def test_of_a_household_only_those_who_are_meant_are_counted():
    women = version(Line("kit", 2), sex="female", age_from=12)
    token = Person(DAY, is_token=True)
    came = Moved(None, "rose", {"woman": 2, "man": 1, "girl": 1})
    found = rose_is_due(token, women, told=(came,))
    # The girl may be twelve.
    assert (found.quantity, found.why) == (6, "in_doubt")
    told = (came, gives("g0", quantity=6), Moved("rose", "wisly", {"man": 1}))
    assert why(token, women, told=told) == (0, "had_it")
    told = (*told, Moved("rose", "naima", {"girl": 1}))
    people = {"rose": token, "naima": a_person(age=13)}
    assert due(Known(told, people, {}, (women,), ITEMS), "naima", NOON)["kit"].why == "had_it"


def test_per_head_is_for_households_alone():
    biscuits = version(Line("kit", per="head"))
    assert why(a_person(), biscuits) == (0, "household")
    assert why(Person(DAY, is_token=True), biscuits, told=(Moved(None, "rose", {"boy": 4}),)) == (4, "programme")


def test_cash_is_due_in_hundredths_for_everybody_of_a_household():
    grant = version(Line("HTG", hundredths("10000.5")))
    assert amount_of(rose_is_due(a_person(), grant, what="HTG").quantity) == "10000.50"
    found = rose_is_due(Person(DAY, is_token=True), grant, told=(Moved(None, "rose", {"man": 3}),), what="HTG")
    assert amount_of(found.quantity) == "30001.50"


def test_given_again_is_what_was_not_due_when_it_was_given():
    every_four = version(Line("kit", often="hours", hours=4))
    people = {"rose": a_person()}

    def found(*told, versions=(every_four,)):
        return [(one.card, one.given) for one in again(Known(told, people, {}, versions, ITEMS))]

    assert found(gives("g0"), gives("g1", 4), gives("g2", 8)) == []
    assert found(gives("g0"), gives("g1", 3)) == [("rose", ["g0", "g1"])]
    assert found(gives("g0"), gives("g1"), versions=(version(Line("kit", 2)),)) == []
    assert found(gives("g0", quantity=2), gives("g1"), versions=(version(Line("kit", 2)),)) == [("rose", ["g0", "g1"])]
    # Given to somebody it was not for, and again.
    assert found(gives("g0", is_override=True), gives("g1"), versions=(version(sex="male"),)) == [
        ("rose", ["g0", "g1"])
    ]
    # What has no limit is never given again.
    assert found(gives("g0", item="water"), gives("g1", item="water")) == []
