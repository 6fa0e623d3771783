"""A file from outside harms nobody: read in a process of its own, within limits, and refused in words."""

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akeyi.arrivals.readers import NotAList, Reading, read_manifest
from akeyi.arrivals.readers.child import read_plain, read_safely
from akeyi.arrivals.readers.limits import LARGEST_FILE, MOST_LINES
from akeyi.arrivals.readers.plain import plain_here
from akeyi.arrivals.readers.reading import read_here

LISTS = Path(__file__).parent / "lists"
SOURCE = Path(__file__).parents[3]
PLAIN = "Nom;Prénom;Sexe\nEstimé;Rose;F\n".encode()


def refusal(data: bytes, name: str = "list.csv", **limits) -> str:
    with pytest.raises(NotAList) as refused:
        read_safely(data, name, **limits)
    return refused.value.code


def test_a_short_list_lowers_no_limit_of_the_whole_program():
    before = csv.field_size_limit()
    read_here(PLAIN, "list.csv")
    assert csv.field_size_limit() >= before


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def with_part(name: str, part: str, content: bytes) -> bytes:
    """A list of the folder with one of its parts replaced."""
    with zipfile.ZipFile(LISTS / name) as old:
        return zipped({one: content if one == part else old.read(one) for one in old.namelist()} | {part: content})


def test_a_list_is_read_in_a_process_of_its_own():
    reading = read_manifest(PLAIN, "list.csv")
    assert reading.lines == read_here(PLAIN, "list.csv").lines
    assert json.loads(json.dumps(reading.as_dict())) == reading.as_dict()


def test_a_person_s_word_about_a_column_reaches_the_child():
    corrected = read_manifest(
        b"Rose,Marie,31\nJean,Pierre,29\n", "a.csv", {"0:0": "given_names", "0:1": "family_name", "0:2": "age"}
    )
    assert [(line["family_name"], line["age"]) for line in corrected.lines] == [("Marie", 31), ("Pierre", 29)]


def test_nobody_can_choose_a_column_of_remarks():
    data = "Nom;Prénom;Remarques\nEstimé;Rose;vol\n".encode()
    reading = read_manifest(data, "a.csv", {"0:2": "document_number"})
    assert reading.lines[0]["document_number"] is None
    assert reading.ignored_columns == ["Remarques"]
    assert reading.columns[2]["samples"] == []


def test_a_meaning_that_does_not_exist_is_refused():
    assert refusal(PLAIN, mapping={"0:0": "religion"}) == "wrong_mapping"


def test_what_a_refused_file_holds_is_not_in_the_error():
    with pytest.raises(NotAList) as refused:
        read_manifest(b"Nom,Age\nSecret,=1+1\n", "list.csv")
    assert "Secret" not in repr(refused.value) + str(refused.value) + refused.value.sentence("fr")


def test_a_file_above_twenty_megabytes_is_refused_before_it_is_read():
    assert refusal(b"a" * (LARGEST_FILE + 1)) == "too_big"


def test_more_than_five_thousand_people_are_refused_and_five_thousand_are_read():
    rows = [f"Nom{number};Rose;{number % 90}" for number in range(MOST_LINES + 1)]
    assert refusal("\n".join(["Nom;Prénom;Âge", *rows]).encode()) == "too_many_lines"
    assert len(read_manifest("\n".join(["Nom;Prénom;Âge", *rows[:-1]]).encode(), "a.csv").lines) == MOST_LINES


def test_a_list_that_takes_too_long_is_ended():
    assert refusal(PLAIN, wall_s=0.001) == "too_long"


def test_a_list_that_needs_too_much_memory_is_ended():
    rows = "\n".join(f"Nom{number};Rose;{number % 90}" for number in range(MOST_LINES))
    code = refusal(("Nom;Prénom;Âge\n" + rows).encode(), memory=32 * 1024 * 1024)
    assert code in ("too_much_memory", "reader_failed")


def test_a_cell_far_out_does_not_fill_the_memory():
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576">'
        b'<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert refusal(with_part("wrong-ending-xlsx-as.csv", "xl/worksheets/sheet1.xml", sheet)) in (
        "too_many_lines",
        "zip_bomb",
    )


def test_an_encoding_that_nobody_knows_is_a_damaged_file():
    content = zipfile.ZipFile(LISTS / "libreoffice.ods").read("content.xml").replace(b"UTF-8", b"UTTF-8", 1)
    assert refusal(with_part("libreoffice.ods", "content.xml", content)) == "damaged"


def test_rows_repeated_a_million_times_do_not_fill_the_memory():
    content = zipfile.ZipFile(LISTS / "libreoffice.ods").read("content.xml")
    many = content.replace(b"<table:table-row", b'<table:table-row table:number-rows-repeated="1000000"')
    assert refusal(with_part("libreoffice.ods", "content.xml", many)) in ("too_many_lines", "zip_bomb")


def test_an_entity_in_any_part_is_refused():
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert refusal(with_part("wrong-ending-xlsx-as.csv", "docProps/core.xml", entity)) == "xml_entity"
    assert refusal(with_part("libreoffice.ods", "styles.xml", entity)) == "xml_entity"


def test_a_part_that_lies_about_its_size_is_refused():
    data = bytearray((LISTS / "zip-bomb.xlsx").read_bytes())
    # The directory at the end says 100 bytes where there are millions.
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert refusal(bytes(data)) in ("damaged", "zip_bomb")


def test_an_encrypted_zip_is_refused():
    data = bytearray((LISTS / "wrong-ending-xlsx-as.csv").read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refusal(bytes(data)) == "password"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    # A database that cannot be opened: the command must not need one.
    surroundings = os.environ | {"PYTHONPATH": str(SOURCE), "AKEYI_DATABASE": "postgres://nobody@127.0.0.1:1/none"}
    command = [sys.executable, "-m", "akeyi.program", "manifest", "read", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False)


def test_the_command_prints_exactly_what_a_program_expects():
    done = run(str(LISTS / "totals-that-differ.csv"), "--json")
    said = json.loads(done.stdout)
    assert done.returncode == 0
    assert list(said) == ["lines", "problems", "totals", "ignored_columns"]
    assert said["problems"] == [{"row": 4, "reason": "The list says 3 people, 2 were read."}]
    assert said["totals"] == {"stated": 3, "read": 2}
    assert list(said["lines"][0]) == [
        *("number", "family_name", "given_names", "sex", "birth_date", "age", "nationality", "document_number"),
        "family_group",
    ]


def test_the_command_says_one_sentence_where_there_is_no_list():
    done = run(str(LISTS / "formula.xlsx"), "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The file holds a formula (cell C2).\n"


def test_the_command_says_so_where_there_is_no_file():
    done = run(str(LISTS / "nowhere.csv"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_without_json_the_command_shows_a_table_to_people():
    done = run(str(LISTS / "totals-row.csv"))
    assert "Innocent" in done.stdout and "read 3, stated 3" in done.stdout


STARTS = [
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"UNA:+.? '",
    b"UNB+UNOA:4+",
    b"\xff\xfe",
    b"Nom;Pr\xe9nom\n",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=2_000))
def test_any_bytes_are_a_list_or_are_refused(start, rest):
    try:
        assert isinstance(read_here(start + rest, "x"), Reading)
    except NotAList as refused:
        assert refused.sentence("ht")


BINARY = [path for path in sorted(LISTS.iterdir()) if path.suffix in (".xlsx", ".xls", ".ods", ".edi", ".txt")]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(BINARY), st.data())
def test_a_list_with_damaged_bytes_is_a_list_or_is_refused(path, data):
    content = bytearray(path.read_bytes()[:60_000])
    for _ in range(data.draw(st.integers(1, 8))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(read_here(bytes(content), path.name), Reading)
    except NotAList as refused:
        assert refused.sentence("es")


def test_sheets_are_read_as_they_are_by_the_same_child_within_the_same_limits():
    [sheet] = read_plain(b"Name;Roles\nNadia;cash\n", "team.csv")
    assert sheet.rows == [["Name", "Roles"], ["Nadia", "cash"]]
    assert [one.name for one in read_plain((LISTS / "hidden-sheet.xlsx").read_bytes(), "a.xlsx")] == ["Sheet"]
    for limits, code in (({"wall_s": 0.001}, "too_long"), ({"memory": 32 * 1024 * 1024}, "too_much_memory")):
        with pytest.raises(NotAList) as refused:
            read_plain(b"Name;Roles\n" + b"Nadia;cash\n" * 1000, "team.csv", **limits)
        assert refused.value.code in (code, "reader_failed")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=2_000))
def test_any_bytes_are_sheets_or_are_refused(start, rest):
    try:
        assert plain_here(start + rest, "x")
    except NotAList as refused:
        assert refused.sentence("ht")
