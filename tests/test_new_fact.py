"""`make new-fact` writes a kind that can be told at once, and refuses what can be none."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
MODELS = '''"""What was given."""

from django.db import models

from akeyi.journal.models import EntryRow


class HandOut(EntryRow):
    """One item was given."""

    quantity = models.IntegerField()
'''


@pytest.fixture
def new_fact(monkeypatch):
    monkeypatch.syspath_prepend(PROJECT / "tools")
    import new_fact

    return new_fact


@pytest.mark.parametrize("shape", ["entry", "revision"])
def test_its_files_are_in_the_form_of_the_house(new_fact, shape):
    files = new_fact.skeleton("assistance.warm_blanket", shape, MODELS)
    assert list(files) == [
        "src/akeyi/assistance/facts/warm_blanket.py",
        "src/akeyi/assistance/models.py",
        "src/akeyi/assistance/tests/test_warm_blanket.py",
    ]
    for path, text in files.items():
        for command in (["check", "--stdin-filename", path, "-"], ["format", "--check", "--stdin-filename", path, "-"]):
            ruff = [str(Path(sys.executable).with_name("ruff")), *command]
            done = subprocess.run(ruff, input=text, capture_output=True, text=True, cwd=PROJECT)
            assert done.returncode == 0, (path, done.stdout, done.stderr)


@pytest.mark.parametrize("shape", ["entry", "revision"])
def test_it_is_declared_and_has_a_table_and_a_test(new_fact, shape):
    fact, models, test = new_fact.skeleton("assistance.warm_blanket", shape, MODELS).values()
    assert f'@{shape}("assistance.warm_blanket", version=1, into=WarmBlanket,' in fact
    [_before, row] = [node for node in ast.parse(models).body if isinstance(node, ast.ClassDef)]
    assert (row.name, ast.unparse(row.bases[0])) == ("WarmBlanket", new_fact.SHAPES[shape])
    assert f"import {', '.join(sorted({'EntryRow', new_fact.SHAPES[shape]}))}" in models
    assert "WarmBlanket.objects.get()" in test


def test_the_sentence_is_left_to_whoever_knows_what_it_is(new_fact):
    fact = new_fact.skeleton("assistance.warm_blanket", "entry", MODELS)["src/akeyi/assistance/facts/warm_blanket.py"]
    assert not (ast.get_docstring(ast.parse(fact)) or "").endswith((".", "?"))


@pytest.mark.parametrize(
    ("kind", "shape", "said"),
    [
        ("assistance.blanket", "record", "entry or a revision"),
        ("kitchen.soup", "entry", "No room is called kitchen"),
        ("assistance.hand_out", "entry", "known already"),
        ("assistance.Blanket", "entry", "small letters"),
        ("blanket", "entry", "small letters"),
        ("assistance.blanket.warm", "entry", "small letters"),
    ],
)
def test_what_can_be_no_kind_is_refused(new_fact, kind, shape, said):
    assert said in new_fact.problem(kind, shape, {"assistance"}, {"assistance.hand_out"})


def test_a_kind_that_is_there_is_not_written_over(new_fact, capsys):
    fact = PROJECT / "src" / "akeyi" / "assistance" / "facts" / "hand_out.py"
    before = fact.read_text()
    assert new_fact.main("assistance.hand_out") == 1
    assert "known already" in capsys.readouterr().err and fact.read_text() == before
