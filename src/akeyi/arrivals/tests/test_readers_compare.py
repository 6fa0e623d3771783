"""A later list for the same arrival shows who was added, dropped and changed."""

from akeyi.arrivals.readers.compare import compare


def line(family_name, given_names, **others):
    blank = dict.fromkeys(("birth_date", "age", "nationality", "document_number", "family_group"))
    return {"number": 1, "family_name": family_name, "given_names": given_names, "sex": "unknown"} | blank | others


def names(lines):
    return [one["given_names"] for one in lines]


def test_who_is_new_is_added_and_who_is_gone_is_dropped():
    told = compare(
        [line("Désir", "Ruth", age=30), line("Désir", "Yves", age=3)],
        [line("Désir", "Ruth", age=30), line("Noël", "Ana")],
    )
    assert (names(told["added"]), names(told["dropped"]), told["changed"]) == (["Ana"], ["Yves"], [])


def test_a_document_ties_two_lines_though_the_name_is_written_otherwise():
    told = compare([line("Desir", "Rut", document_number="R-1")], [line("Désir", "Ruth", document_number="r 1")])
    assert told["changed"][0]["fields"]["given_names"] == ["Rut", "Ruth"]
    assert not told["added"] and not told["dropped"]


def test_a_name_and_a_birth_tie_without_accents_and_in_any_order():
    told = compare(
        [line("DESIR", "RUTH", birth_date="1990-01-02")],
        [line("Désir", "Ruth", birth_date="1990-01-02", document_number="R1")],
    )
    assert told["changed"][0]["fields"]["document_number"] == [None, "R1"]


def test_two_people_of_one_name_are_told_apart_by_their_births():
    old = [line("Jean", "Pierre", birth_date="1990-01-02"), line("Jean", "Pierre", birth_date="1961-05-05")]
    told = compare(old, [old[1]])
    assert (told["added"], told["changed"]) == ([], [])
    assert told["dropped"] == [old[0]]


def test_a_name_that_several_share_ties_nobody_without_a_birth():
    told = compare([line("Jean", "Pierre", age=30), line("Jean", "Pierre", age=60)], [line("Jean", "Pierre")])
    assert len(told["added"]) == 1 and len(told["dropped"]) == 2


def test_a_list_beside_itself_says_nothing():
    lines = [line("Désir", "Ruth"), line("Désir", "Ruth"), line("Noël", "Ana", age=4)]
    assert compare(lines, lines) == {"added": [], "dropped": [], "changed": []}
