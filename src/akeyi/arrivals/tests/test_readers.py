"""Every messy list in `lists/` is read as a person wrote down beside it; a file that is no list says why."""

import json
from pathlib import Path
from typing import Any

import pytest

from akeyi.arrivals.readers.reading import read_here
from akeyi.arrivals.readers.reasons import REASONS, sentence
from akeyi.arrivals.readers.refusals import NotAList
from akeyi.errors import LANGUAGES

LISTS = Path(__file__).parent / "lists"
EXPECTED = ".expected.json"
FILES = sorted(path.name.removesuffix(EXPECTED) for path in LISTS.glob(f"*{EXPECTED}"))


def what_is_read(name: str) -> dict[str, Any]:
    try:
        said = read_here((LISTS / name).read_bytes(), name)
    except NotAList as refused:
        return {"error": refused.code}
    return {
        "lines": said.lines,
        "problems": [{"row": problem["row"], "reason": problem["reason"]} for problem in said.problems],
        "totals": said.totals,
        "ignored_columns": said.ignored_columns,
    }


@pytest.mark.parametrize("name", FILES)
def test_a_messy_list_is_read_as_a_person_would(name):
    assert what_is_read(name) == json.loads((LISTS / (name + EXPECTED)).read_text(encoding="utf-8"))


def test_there_are_sixty_lists_and_more_and_none_without_its_expected_lines():
    lists = {path.name for path in LISTS.iterdir() if path.suffix not in (".py", ".json") or path.name == "data.json"}
    lists -= {"__pycache__"}
    assert lists == set(FILES)
    assert len(FILES) >= 60


@pytest.mark.parametrize("name", FILES)
def test_everything_said_about_a_list_is_said_in_four_languages(name):
    data = (LISTS / name).read_bytes()
    try:
        problems = read_here(data, name).problems
    except NotAList as refused:
        assert len({refused.sentence(language) for language in LANGUAGES}) == 4
        return
    for problem in problems:
        said = {sentence(problem["reason"], problem["parameters"], language) for language in LANGUAGES}
        assert len(said) == 4 and not any("{" in one for one in said)


def test_no_reason_is_without_words():
    assert all(len(words) == len(LANGUAGES) and all(words) for words in REASONS.values())
