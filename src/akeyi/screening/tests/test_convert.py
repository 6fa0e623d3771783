"""An .xlsx becomes a form, or says cell by cell why not."""

import json
import zipfile
from io import BytesIO

import pytest

from akeyi.screening.forms.child import convert_safely
from akeyi.screening.forms.columns import Column, columns_of
from akeyi.screening.forms.convert import convert_here
from akeyi.screening.forms.packing import unpack
from akeyi.screening.forms.problems import NotAForm, Problem
from akeyi.screening.forms.reading import questions_of
from akeyi.screening.forms.sheets import workbook

SURVEY = [
    ["type", "name", "label::Kreyòl (ht)", "label::English (en)", "relevant", "constraint", "calculation"],
    ["begin_group", "tonight", "Aswè a", "Tonight", "", "", ""],
    ["select_one where", "sleeps", "Ki kote w ap dòmi?", "Where do you sleep?", "", "", ""],
    ["end_group", "", "", "", "", "", ""],
    ["integer", "children", "Konbyen timoun?", "How many children?", "${sleeps} = 'nowhere'", ". < 20", ""],
    ["select_multiple where", "knows", "Ki kote ou konnen?", "What places do you know?", "", "", ""],
    ["note", "thanks", "Mèsi", "Thank you", "", "", ""],
    ["calculate", "urgent", "", "", "", "", "if(${children} > 0, 'yes', 'no')"],
]
CHOICES = [
    ["list_name", "name", "label::Kreyòl (ht)", "label::English (en)"],
    ["where", "family", "Lakay fanmi", "With family"],
    ["where", "nowhere", "Okenn kote", "Nowhere"],
]
SETTINGS = [["form_id", "form_title"], ["shelter", "Shelter"]]


def book(survey=None, choices=None, settings=None) -> bytes:
    return workbook({"survey": survey or SURVEY, "choices": choices or CHOICES, "settings": settings or SETTINGS})


def changed(row: int, column: str, value: str) -> list[list[str]]:
    """The survey with one cell otherwise; `row` as a spreadsheet counts."""
    survey = [list(cells) for cells in SURVEY]
    survey[row - 1][SURVEY[0].index(column)] = value
    return survey


def problems_of(data: bytes) -> list[Problem]:
    with pytest.raises(NotAForm) as refused:
        convert_here(data)
    return refused.value.problems


def test_it_becomes_a_page_for_tablets_and_columns_for_the_office():
    ready = convert_here(book())
    assert (ready.form, ready.titles["fr"], ready.silent_in) == ("shelter", "Shelter", ["fr", "es"])
    assert columns_of(unpack(ready.xform)) == [
        Column("tonight/sleeps"),
        Column("children"),
        Column("knows", ("family", "nowhere")),
        Column("urgent"),
    ]
    page = json.loads(unpack(ready.page))
    assert 'name="/data/tonight/sleeps"' in page["form"] and "<children/>" in page["model"]
    # The content policy lets nothing be styled or run in place.
    assert " style=" not in page["form"] and "<script" not in page["form"]


def test_the_same_file_makes_the_same_form_in_a_process_of_its_own():
    assert convert_safely(book()) == convert_here(book())


def test_it_is_read_in_the_language_of_the_page():
    asked = {one.name: one for one in questions_of(unpack(convert_here(book()).xform), "en")}
    assert asked["sleeps"].label == "Where do you sleep?" and asked["sleeps"].choices == ["With family", "Nowhere"]
    assert (asked["children"].asked_if, asked["children"].right_if) == ("sleeps = 'nowhere'", ". < 20")
    assert questions_of(unpack(convert_here(book()).xform), "es")[0].label == "Aswè a"


@pytest.mark.parametrize(
    ("row", "column", "value", "what"),
    [
        (3, "type", "select_one nothing", "no_such_choices"),
        (5, "type", "geopoint", "type_not_asked"),
        (5, "type", "image", "type_not_asked"),
        (5, "type", "", "no_type"),
        (5, "relevant", "${sleeps} = ", "expression_wrong"),
        (5, "constraint", "notlike(., 'a')", "no_such_function"),
        (5, "label::English (en)", "", "not_translated"),
    ],
)
def test_a_problem_is_told_with_sheet_row_and_column(row, column, value, what):
    [problem] = problems_of(book(changed(row, column, value)))
    letter = "ABCDEFG"[SURVEY[0].index(column)]
    assert (problem.what, problem.sheet, problem.row, problem.column, problem.letter) == (
        what,
        "survey",
        row,
        column,
        letter,
    )


def test_all_problems_are_told_at_once():
    survey = changed(5, "type", "barcode")
    survey[2][1] = "sleeps"
    survey[5][0] = "select_multiple elsewhere"
    choices = [*CHOICES[:2], ["where", "nowhere", "", "Nowhere"]]
    told = [(one.sheet, one.row, one.what) for one in problems_of(book(survey, choices))]
    assert told == [
        ("survey", 5, "type_not_asked"),
        ("survey", 6, "no_such_choices"),
        ("choices", 3, "not_translated"),
    ]


@pytest.mark.parametrize(
    ("row", "column", "value", "named"),
    [
        (5, "relevant", "${nobody} = 1", "relevant"),
        (5, "name", "knows", "name"),
        (5, "name", "how many", "name"),
    ],
)
def test_what_pyxform_refuses_has_its_place_too(row, column, value, named):
    [problem] = problems_of(book(changed(row, column, value)))
    assert (problem.what, problem.sheet, problem.column) == ("pyxform", "survey", named)
    assert problem.row in (row, 6) and problem.letter
    assert problem.parameters["words"]


def test_a_form_needs_a_name_and_a_title():
    told = [(one.sheet, one.row, one.column, one.what) for one in problems_of(book(settings=[["form_id"], ["A b"]]))]
    assert told == [("settings", 2, "form_id", "no_form_id"), ("settings", 2, "form_title", "no_title")]


def test_a_language_that_tablets_do_not_speak_is_told():
    survey = [[cell.replace("English (en)", "Deutsch (de)") for cell in row] for row in SURVEY]
    assert ("language_unknown", 1) in [(one.what, one.row) for one in problems_of(book(survey))]


@pytest.mark.parametrize("data", [b"", b"type,name\n", b"PK\x03\x04nothing", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_workbook_is_refused_in_words(data):
    assert [one.what for one in problems_of(data)] == ["no_workbook"]
    with pytest.raises(NotAForm):
        convert_safely(data)


def test_an_archive_that_unpacks_to_a_mountain_is_not_unpacked():
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 60_000_000)
    assert [one.what for one in problems_of(out.getvalue())] == ["too_big"]


def test_a_form_that_no_fact_can_hold_is_refused():
    words = [f"{number} {hash(str(number))}" for number in range(1500)]
    survey = [SURVEY[0], *(["text", f"q{at}", word, word[::-1], "", "", ""] for at, word in enumerate(words))]
    assert [one.what for one in problems_of(book(survey))] == ["too_long"]


def test_a_label_is_text_whatever_it_holds():
    page = json.loads(unpack(convert_here(book(changed(5, "label::English (en)", "<img src=x onerror=a()>"))).page))
    assert "&lt;img src=x" in page["form"] and "<img" not in page["form"]
