"""docs/security/asvs.md is whole, and what it names is there; and what no other test holds of it."""

import re
from pathlib import Path

import pytest
from django.test import Client

from akeyi.access.devices import key_pair
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import PASSWORD, an_account, page, sign_in, signed_in

PROJECT = Path(__file__).resolve().parents[1]
PAGE = PROJECT / "docs/security/asvs.md"
ROW = re.compile(r"^\| (V[\d.]+) \| ([12]) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`((?:src|tests)/[\w/]+\.py)::(\w+)`")
# How many points of each chapter: those of level 1; and of V6, V7, V8, V14 and V16 also those of level 2.
POINTS = {"V1": 8, "V2": 4, "V3": 8, "V4": 2, "V5": 4, "V6": 35, "V7": 18, "V8": 7, "V9": 4, "V10": 5, "V11": 3}
POINTS |= {"V12": 3, "V13": 1, "V14": 9, "V15": 3, "V16": 16}


def sources(*endings: str) -> dict[str, str]:
    """What runs, without tests: path -> text."""
    found = [file for root in ("src/akeyi", "desk/src") for file in sorted((PROJECT / root).rglob("*"))]
    return {
        str(file.relative_to(PROJECT)): file.read_text()
        for file in found
        if file.suffix in endings and "tests" not in file.parts and "testing" not in file.parts
        if not file.name.endswith(".test.ts")
    }


def lines_with(pattern: str, *endings: str) -> list[str]:
    found = re.compile(pattern)
    return [name for name, text in sources(*endings).items() for line in text.splitlines() if found.search(line)]


def test_every_point_has_an_answer_and_every_test_that_it_names_is_there():
    rows = ROW.findall(PAGE.read_text())
    numbers = [number for number, *_ in rows]
    assert len(numbers) == len(set(numbers))
    chapters = [number.split(".")[0] for number in numbers]
    assert {chapter: chapters.count(chapter) for chapter in chapters} == POINTS
    named = {test for *_, held in rows for test in TEST.findall(held)}
    gone = [
        f"{file}::{test}"
        for file, test in sorted(named)
        if not (PROJECT / file).exists() or f"def {test}(" not in (PROJECT / file).read_text()
    ]
    assert gone == []
    assert sum(1 for *_, held in rows if TEST.search(held)) >= 60
    assert [number for number, _, _, held in rows if not held.strip()] == []


def test_nothing_of_ours_shows_text_as_markup():
    assert lines_with(r"v-html", ".vue", ".ts") == []
    # The page of a published form, made by us out of labels as text.
    assert lines_with(r"innerHTML|insertAdjacentHTML|document\.write", ".vue", ".ts") == [
        "desk/src/stations/forms/enketo/run.ts"
    ]
    assert lines_with(r"\|\s*safe\b|autoescape off|mark_safe|SafeString", ".html", ".py") == []


def test_nothing_of_ours_runs_text_as_a_program():
    assert lines_with(r"(?<![\w.])(eval|exec)\(", ".py") == []
    assert lines_with(r"(?<![\w.])eval\(|new Function\(", ".ts", ".vue") == []


def test_no_program_is_started_through_a_shell():
    assert lines_with(r"shell=True|os\.system|os\.popen", ".py") == []


def test_no_value_is_written_into_sql_outside_the_journal():
    written = lines_with(r"\.raw\(|\.extra\(|RawSQL|execute\(\s*f[\"']", ".py")
    # SQLCipher takes its key and the names of its files in statements that know no parameters.
    ours = ("src/akeyi/journal/", "src/akeyi/operation/sqlcipher/", "src/akeyi/operation/encrypt.py")
    assert [name for name in written if not name.startswith(ours)] == []


def test_only_ciphers_and_hashes_that_count_as_sound_are_used():
    assert lines_with(r"\b(md5|sha1|MD5|SHA1)\b|modes\.(ECB|CBC)|TripleDES|ARC4|PKCS1v15", ".py") == []
    assert lines_with(r"AES-(CBC|ECB)|SHA-1|RSA", ".ts", ".vue") == []


def test_chance_comes_from_the_operating_system():
    """`random` plays a part in invented and simulated days and in test vectors alone."""
    used = set(lines_with(r"^(import random|from random)|Math\.random\(", ".py", ".ts", ".vue"))
    assert all(re.search("/demo/|/vectors|/planning/(hall|times|replay)[.]", name) for name in used), used
    assert key_pair()["private"] != key_pair()["private"]


@pytest.mark.django_db
def test_no_other_origin_may_read_an_answer():
    client = signed_in(a_site())
    for path in ("/office/", "/office/sign-in", "/journal/pull", "/desk/", "/none"):
        answer = client.get(path, headers={"Origin": "https://elsewhere.example"})
        assert not [name for name in answer.headers if name.lower().startswith("access-control-")], path


@pytest.mark.django_db
def test_a_page_says_what_it_is_and_in_which_letters():
    client = signed_in(a_site())
    for path in ("/office/", "/office/people/", "/none", "/office/sign-in"):
        assert client.get(path).headers["Content-Type"] in ("text/html; charset=utf-8", "text/html"), path


@pytest.mark.django_db
def test_what_is_not_meant_to_be_served_is_not_there():
    for path in ("/.git/config", "/.git/HEAD", "/pyproject.toml", "/static/../pyproject.toml"):
        assert Client().get(path).status_code == 404, path


@pytest.mark.django_db
def test_the_page_of_the_door_masks_and_lets_managers_of_passwords_fill_in():
    html = page(Client(), "/office/sign-in")
    [field] = re.findall(r"<input[^>]*type=\"password\"[^>]*>", html)
    assert 'autocomplete="current-password"' in field
    assert "onpaste" not in html


@pytest.mark.django_db
def test_a_long_password_counts_to_its_last_sign():
    user = an_account(a_worker(a_site(), "Wilson"), "wilson-1")
    long = "b" * 79 + " É"
    user.set_password(long)
    user.save()
    for wrong in (long[:-1], long.lower(), long.strip(), long[:64]):
        if wrong != long:
            assert sign_in(Client(), "wilson-1", wrong).status_code == 200
    assert sign_in(Client(), "wilson-1", long).status_code == 302


@pytest.mark.django_db
def test_coming_in_begins_a_new_session():
    an_account(a_worker(a_site(), "Wilson"), "wilson-1")
    client = Client()
    client.get("/office/sign-in")
    sign_in(client, "wilson-1", PASSWORD)
    first = client.cookies["sessionid"].value
    client.post("/office/sign-out")
    sign_in(client, "wilson-1", PASSWORD)
    assert client.cookies["sessionid"].value != first
    assert len(first) >= 32


@pytest.mark.django_db
def test_a_session_that_was_ended_opens_nothing():
    an_account(a_worker(a_site(), "Wilson"), "wilson-1")
    client, thief = Client(), Client()
    sign_in(client, "wilson-1", PASSWORD)
    thief.cookies["sessionid"] = client.cookies["sessionid"].value
    assert thief.get("/office/").status_code == 200
    client.post("/office/sign-out")
    assert thief.get("/office/").status_code == 302


@pytest.mark.django_db
def test_the_way_out_is_on_the_page():
    html = page(signed_in(a_site(), "clerk"), "/office/people/")
    assert 'action="/office/sign-out"' in html
