"""Answers as a table: the columns that a user of ODK expects, and no cell that a spreadsheet would run."""

import io
from datetime import UTC, datetime

import openpyxl

from akeyi.screening.forms.columns import Column
from akeyi.screening.forms.export import Row, as_csv, as_xlsx, safe, table, together

COLUMNS = [Column("tonight/sleeps"), Column("speaks", ("ht", "es"))]


def row(**answers: str) -> Row:
    at = datetime(2021, 9, 19, 14, 5, tzinfo=UTC)
    return Row(
        "a-key", at, 2, "ht", "nobody", "41829375", {key.replace("__", "/"): said for key, said in answers.items()}
    )


def test_one_column_a_question_groups_before_a_slash_and_choices_split():
    head, first, second = table(COLUMNS, [row(tonight__sleeps="family", speaks="ht"), row()])
    assert head == [
        "SubmissionDate", "tonight/sleeps", "speaks", "speaks/ht", "speaks/es",
        "_language", "_interpreter", "_card", "KEY", "FormVersion",
    ]  # fmt: skip
    assert first[:5] == ["2021-09-19T14:05:00Z", "family", "ht", "1", "0"]
    assert first[5:] == ["ht", "nobody", "41829375", "a-key", "2"]
    assert second[1:5] == ["", "", "", ""]


def test_an_older_version_adds_what_the_newer_no_longer_asks():
    older = [Column("gone"), Column("speaks", ("ht", "fr"))]
    assert together([COLUMNS, older]) == [
        Column("tonight/sleeps"),
        Column("speaks", ("ht", "es", "fr")),
        Column("gone"),
    ]


def test_no_cell_is_a_formula():
    for said in ("=1+1", "+509 3700", "@SUM(A1)", "-cmd", "\t=1", "\r=1"):
        assert safe(said) == f"'{said}"
    for said in ("-5", "+5", "12.50", "wi", ""):
        assert safe(said) == said


def test_the_same_table_as_csv_and_as_a_workbook():
    rows = list(table(COLUMNS, [row(tonight__sleeps="=HYPERLINK(1)", speaks="ht es")]))
    text = "".join(as_csv(rows))
    assert text.startswith("\ufeffSubmissionDate,") and ",'=HYPERLINK(1)," in text
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(rows)))["data"]
    assert [[cell or "" for cell in cells] for cells in sheet.iter_rows(values_only=True)] == rows
    assert sheet["B2"].data_type == "s"
    assert as_xlsx(rows) == as_xlsx(rows)
