"""What a sheet of workers says: columns, roles and languages in four languages, and why a row stays out."""

import pytest
from django.utils.translation import override

from akeyi.access.pages.workers import ROLE_WORDS
from akeyi.access.walls import ROLES as ALL_ROLES
from akeyi.arrivals.readers import Plain
from akeyi.errors import LANGUAGES, AkeyiError
from akeyi.office import workers_words as words
from akeyi.office.workers_sheet import MOST_AT_ONCE, Known, understand

RED_CROSS = {"id": "1", "name": "Red Cross", "kind": "red_cross", "is_active": True}
MIGRATION = {"id": "2", "name": "Migration office", "kind": "state", "is_active": True}
GONE = {"id": "3", "name": "Blue Tent", "kind": "ngo", "is_active": False}
HEADER = ["Name", "Organisation", "Roles", "Languages"]


def read(*rows, people=None, made=None, header=HEADER):
    known = Known(people or {}, [RED_CROSS, MIGRATION, GONE], made or {})
    return understand([Plain("", [header, *[list(row) for row in rows]])], known)


def numbers(row):
    return [one.kind.number for one in row.stops]


def test_every_role_and_language_has_a_word_in_four_languages_that_is_understood():
    assert set(words.ROLES) == set(ALL_ROLES)
    for language in LANGUAGES:
        for role in words.ROLES:
            assert words.roles(words.written(words.ROLES, role, language)) == ([role], [])
            with override(language):
                # As the pages call it: *Volunteer: counting, giving, leaving* holds commas itself.
                assert words.roles(str(ROLE_WORDS[role])) == ([role], [])
        for what in words.HEADERS:
            assert words.column(words.written(words.HEADERS, what, language)) == what
        for code in words.SPOKEN:
            assert words.languages(words.written(words.SPOKEN, code, language)) == ([code], [])


def test_no_word_means_two_things():
    for table in (words.HEADERS, words.ROLES, words.SPOKEN):
        said = [(words.key(word), code) for code, of in table.items() for word in of]
        assert len({word for word, _code in set(said)}) == len(set(said))


def test_a_header_in_two_languages_is_understood():
    found = read(["Guerline", "akèy"], header=["Non / Nom", "Wòl\n(Rôles)"])
    assert [(row.name, row.roles) for row in found.added] == [("Guerline", ["clerk"])]


def test_several_roles_and_languages_stand_in_one_cell():
    found = read(
        ["A", "", "Santé et triage", "ht fr"],
        ["B", "", "clerk;cash\nBénévole", "Kreyòl, Español"],
        ["C", "", "Volunteer: counting, giving, leaving; Cash", "anglais / créole"],
    )
    assert [row.roles for row in found.added] == [
        ["health", "triage"],
        ["clerk", "cash", "volunteer"],
        ["volunteer", "cash"],
    ]
    assert [row.languages for row in found.added] == [["ht", "fr"], ["ht", "es"], ["en", "ht"]]


def test_rows_above_the_header_and_empty_rows_are_nobody_and_rows_keep_their_number():
    found = understand(
        [Plain("", [["Team of the airport"], [], HEADER, ["", "", ""], ["Guerline", "", "clerk", ""]])],
        Known({}, [], {}),
    )
    assert [(row.number, row.name) for row in found.rows] == [(5, "Guerline")]


def test_a_role_that_is_not_known_is_never_guessed():
    [row] = read(["Guerline", "", "clerk, cheff", ""]).rows
    assert numbers(row) == [358] and row.stops[0].parameters == {"words": "cheff"}


def test_a_row_without_name_or_role_stays_out():
    found = read(["", "Red Cross", "clerk", ""], ["Guerline", "Red Cross", "", ""], ["x" * 41, "", "clerk", ""])
    assert [numbers(row) for row in found.rows] == [[353], [359], [354]] and not found.added


def test_a_language_that_akeyi_does_not_speak_is_left_out_and_the_rest_taken():
    [row] = read(["Guerline", "", "clerk", "ht, Portugués"]).added
    assert row.languages == ["ht"] and row.notes[0].parameters == {"words": "Portugués"}


def test_who_works_here_is_known_whatever_the_accents_and_case():
    found = read(["JOSE", "", "clerk", ""], ["Nadia", "", "clerk", ""], people={"jose": True, "nadia": False})
    assert [numbers(row) for row in found.rows] == [[355], [356]]


def test_a_name_twice_in_the_file_is_taken_once():
    found = read(["Nadia", "", "clerk", ""], ["nadia ", "", "cash", ""])
    assert numbers(found.rows[1]) == [357] and found.rows[1].stops[0].parameters == {"row": 2}


@pytest.mark.parametrize("role", [role for role in ALL_ROLES if role != "authority"])
def test_a_state_authority_s_people_hold_its_own_role_alone(role):
    found = read(["Edner", "migration OFFICE", f"{role}, authority", ""], ["Luc", "Migration office", "authority", ""])
    assert [numbers(row) for row in found.rows] == [[342], []]
    assert found.added[0].organisation == "Migration office"


def test_an_organisation_that_is_not_known_keeps_its_rows_out_until_somebody_says_what_it_is():
    rows = (["A", "Police", "clerk", ""], ["B", "POLICE", "authority", ""])
    found = read(*rows)
    assert found.unknown == ["Police"] and [numbers(row) for row in found.rows] == [[360], [360]]
    told = read(*rows, made={"police": "state"})
    assert [numbers(row) for row in told.rows] == [[342], []]
    assert (told.added[0].organisation, told.added[0].is_organisation_new) == ("Police", True)
    assert told.digest != found.digest


def test_an_organisation_that_has_left_gets_nobody_new():
    [row] = read(["A", "blue tent", "clerk", ""]).rows
    assert numbers(row) == [361]


def test_columns_and_sheets_that_are_not_taken_in_are_named():
    sheet = Plain("Team", [[*HEADER, "Phone"], ["A", "", "clerk", "", "3700 1122"]])
    found = understand([Plain("Notes", [["Bring water"]]), sheet], Known({}, [], {}))
    assert (found.columns_left, found.sheets_left) == (["Phone"], ["Notes"])


def test_a_file_without_the_columns_is_refused():
    with pytest.raises(AkeyiError) as refused:
        read(["Guerline", "clerk"], header=["Qui", "Quoi"])
    assert refused.value.kind.number == 351


def test_more_than_can_be_added_at_once_is_refused():
    rows = [[f"Worker {n}", "", "clerk", ""] for n in range(MOST_AT_ONCE + 1)]
    assert len(read(*rows[1:]).added) == MOST_AT_ONCE
    with pytest.raises(AkeyiError) as refused:
        read(*rows)
    assert refused.value.kind.number == 352
