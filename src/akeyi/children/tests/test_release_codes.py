"""Codes that let a child go: printed once, kept only as a hash, noticed when used twice or made by nobody."""

from akeyi.children import rules


def test_a_code_is_hashed_as_the_tablet_does_however_it_is_typed():
    # echo -n ABCDEFGHJKLM | sha256sum
    expected = "3f63d25fcb898ecfd6c2e2322bfdb11f44fe17dd0dc359e70b7246224bb223e9"
    assert rules.hash_of_code("ABCD-EFGH-JKLM") == rules.hash_of_code(" abcd efgh jklm ") == expected


def test_a_code_is_printed_in_groups_that_can_be_read_aloud():
    assert rules.spoken_code("ABCDEFGHJKLM") == "ABCD-EFGH-JKLM"


def test_a_code_used_on_two_tablets_is_found():
    assert rules.used_more_than_once([("a", "1"), ("b", "2"), ("a", "3")]) == {"a": ["1", "3"]}


def test_an_ambulance_goes_at_once_and_is_looked_at_afterwards():
    assert rules.must_be_reviewed("ambulance", None, set(), set()) == "ambulance"


def test_a_death_is_looked_at_afterwards():
    assert rules.must_be_reviewed("nobody", None, set(), set()) == "nobody"


def test_a_code_that_nobody_made_is_looked_at():
    assert rules.must_be_reviewed("adult", "x", {"a"}, set()) == "code_unknown"
    assert rules.must_be_reviewed("adult", "a", {"a"}, {"a"}) == "code_twice"
    assert rules.must_be_reviewed("adult", "a", {"a"}, set()) is None
    assert rules.must_be_reviewed("service", None, {"a"}, set()) is None
