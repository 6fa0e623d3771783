"""Every text of the office pages exists in Haitian Creole, French and Spanish."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Engine
from django.template.base import Node
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from akeyi.office import catalogues

ROOT = Path(catalogues.__file__).resolve().parents[1]
CALLS = {"_", "_lazy", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}
REFUSING = {"ValidationError", "add_error", "error"}
PLACE = re.compile(r"%\((\w+)\)s")


def texts_of_templates() -> Iterator[tuple[str, str]]:
    engine = Engine.get_default()
    for file in sorted(ROOT.glob("*/templates/**/*.html")):
        source = file.read_text(encoding="utf-8")
        for node in _nodes(engine.from_string(source).nodelist):
            if isinstance(node, TranslateNode):
                yield str(node.filter_expression.var.literal), file.name
            elif isinstance(node, BlockTranslateNode):
                yield node.render_token_list(node.singular)[0], file.name
                if node.plural:
                    yield node.render_token_list(node.plural)[0], file.name
        for text in re.findall(r'_\("([^"]+)"\)', source):
            yield text, file.name


def _nodes(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        for name in (*node.child_nodelists, "nodelist"):
            inner = getattr(node, name, None)
            if inner is not None:
                yield from _nodes(inner)
        for _condition, inner in getattr(node, "conditions_nodelists", []):
            yield from _nodes(inner)


def texts_of_programs() -> Iterator[tuple[str, str]]:
    for file in sorted(ROOT.rglob("*.py")):
        if "tests" in file.parts:
            continue
        source = file.read_text(encoding="utf-8")
        if "django.utils.translation" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield argument.value, f"{file.parent.name}/{file.name}"


def texts() -> dict[str, str]:
    return dict([*texts_of_templates(), *texts_of_programs()])


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_every_text_is_translated(language):
    known = {id for message in catalogues.messages(language) for id in (message.id, message.plural) if id}
    missing = [f"{where}: {text}" for text, where in texts().items() if text not in known]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_no_translation_is_left_of_a_text_that_is_gone(language):
    known = texts()
    # What Django itself says stands in a file of its own.
    gone = [one for one in catalogues.messages(language) if one.id not in known and one.file != "django.po"]
    assert not gone, "\n".join(f"{one.file} line {one.line}: {one.id}" for one in gone)


def test_what_a_page_refuses_is_said_by_the_catalogue_of_errors():
    """A sentence of one's own beside a field, or above a page, would have no number and no next step."""
    found = []
    for file in sorted(ROOT.rglob("*.py")):
        if {"tests", "testing"} & set(file.parts):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in REFUSING:
                own = [
                    one
                    for argument in node.args
                    for one in ast.walk(argument)
                    if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in CALLS
                ]
                found += [f"{file.relative_to(ROOT)} line {one.lineno}" for one in own]
    assert found == []


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_a_translation_names_what_its_text_names(language):
    wrong = []
    for message in catalogues.messages(language):
        named = {*PLACE.findall(message.id), *PLACE.findall(message.plural or "")}
        for said in message.strings:
            found = set(PLACE.findall(said))
            # One of something may be said without its number, and Django names what it shows where we need not.
            is_free = message.plural is not None or message.file == "django.po"
            if found - named or (named - found and not is_free):
                wrong.append(f"{message.file} line {message.line}: {message.id}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_one_text_is_translated_in_one_way(language):
    said = {}
    for message in catalogues.messages(language):
        assert said.setdefault(message.id, message.strings) == message.strings, f"{message.file}: {message.id}"
        assert all(message.strings), f"{message.file} line {message.line}: {message.id}"


def test_no_word_that_hurts_stands_on_a_page():
    said = [text for text, _ in [*texts_of_templates(), *texts_of_programs()]]
    said += [
        string
        for language in catalogues.PLURALS
        for message in catalogues.messages(language)
        for string in message.strings
    ]
    hurts = re.compile(r"deport(ee|ado|é)|illegal|ilegal|illégal|beneficiar|bénéficiaire|!", re.IGNORECASE)
    assert [text for text in said if hurts.search(text)] == []
