"""What can be seen of an XLSForm before it is converted: every problem at once, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from .problems import Problem

# What a tablet asks here. No pictures, voices or places: nobody is photographed, nobody is located.
TYPES = {
    "text", "integer", "decimal", "date", "time", "note", "calculate", "acknowledge", "today",
    "select_one", "select_multiple", "begin_group", "end_group",
}  # fmt: skip
Language = Literal["ht", "fr", "es", "en"]
LANGUAGES: dict[Language, str] = {
    "ht": "Kreyòl (ht)",
    "fr": "Français (fr)",
    "es": "Español (es)",
    "en": "English (en)",
}
TRANSLATED = ("label", "hint", "constraint_message", "required_message")
EXPRESSIONS = ("relevant", "constraint", "calculation", "choice_filter")
# What enketo-core knows: XPath 1.0, and what OpenRosa adds to it.
FUNCTIONS = {
    "true", "false", "not", "if", "coalesce", "selected", "count-selected", "selected-at", "string-length",
    "substr", "substring", "substring-before", "substring-after", "concat", "contains", "starts-with",
    "ends-with", "number", "int", "round", "floor", "ceiling", "sum", "count", "today", "now", "date",
    "format-date", "decimal-date-time", "regex", "jr:choice-name", "once", "position", "last", "current",
    "instance", "pow", "abs", "min", "max", "normalize-space", "translate", "boolean", "boolean-from-string",
    "string", "join", "checklist", "weighted-checklist", "uuid", "text", "node", "and", "or", "mod", "div",
}  # fmt: skip
_TAG = re.compile(r"\((\w+)\)\s*$")
_CALL = re.compile(r"([A-Za-z][\w:.-]*)\s*\(")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


@dataclass(frozen=True)
class Book:
    """The sheets of an XLSForm: per sheet its rows, and the letter of each column."""

    rows: dict[str, list[dict[str, str]]]
    letters: dict[str, dict[str, str]]

    def at(self, what: str, sheet: str, row: int | None, column: str, **parameters: object) -> Problem:
        return Problem(what, sheet, row, column, self.letters.get(sheet, {}).get(column, ""), parameters)


def problems(book: Book) -> list[Problem]:
    """All that is wrong and can be told without converting."""
    if not book.rows.get("survey"):
        return [Problem("no_questions", "survey")]
    return [*_settings(book), *_headers(book), *_survey(book), *_translations(book)]


def languages_of(book: Book) -> set[str]:
    """The languages in which a form asks."""
    tagged = (_TAG.search(header) for header in book.letters.get("survey", {}) if _is_translated(header))
    return {tag[1] for tag in tagged if tag}


def _settings(book: Book) -> Iterator[Problem]:
    row = next(iter(book.rows.get("settings", [])), {})
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", row.get("form_id", "")):
        yield book.at("no_form_id", "settings", 2, "form_id")
    if not row.get("form_title"):
        yield book.at("no_title", "settings", 2, "form_title")


def _headers(book: Book) -> Iterator[Problem]:
    for sheet in ("survey", "choices"):
        for header in book.letters.get(sheet, {}):
            tag = _TAG.search(header)
            if _is_translated(header) and "::" in header and (not tag or tag[1] not in LANGUAGES):
                yield book.at("language_unknown", sheet, 1, header, header=header)


def _survey(book: Book) -> Iterator[Problem]:
    lists = {row.get("list_name", row.get("list name", "")) for row in book.rows.get("choices", [])}
    for number, row in enumerate(book.rows["survey"], 2):
        words = row.get("type", "").split()
        if not words:
            if row:
                yield book.at("no_type", "survey", number, "type")
            continue
        kind = "_".join(words[:2]) if words[0] in ("begin", "end") else words[0]
        if kind not in TYPES:
            yield book.at("type_not_asked", "survey", number, "type", type=row["type"])
        elif kind.startswith("select_"):
            if len(words) != 2:
                yield book.at("type_not_asked", "survey", number, "type", type=row["type"])
            elif words[1] not in lists:
                yield book.at("no_such_choices", "survey", number, "type", list=words[1])
        for column in EXPRESSIONS:
            if row.get(column):
                yield from _expression(book, number, column, row[column])


def _expression(book: Book, number: int, column: str, text: str) -> Iterator[Problem]:
    bare = _QUOTED.sub("''", re.sub(r"\$\{\s*[\w.-]+\s*\}", "/data/q", text))
    for name in _CALL.findall(bare):
        if name not in FUNCTIONS:
            yield book.at("no_such_function", "survey", number, column, name=name)
            return
    try:
        # Prefixes of functions are ours; only the grammar is looked at.
        etree.XPath(bare.replace("jr:", ""))
    except etree.XPathSyntaxError:
        yield book.at("expression_wrong", "survey", number, column, expression=text[:80])


def _translations(book: Book) -> Iterator[Problem]:
    """A text that is said in one language is said in all that the form speaks."""
    spoken = languages_of(book)
    for sheet in ("survey", "choices"):
        headers = [header for header in book.letters.get(sheet, {}) if "::" in header and _is_translated(header)]
        for number, row in enumerate(book.rows.get(sheet, []), 2):
            for what in TRANSLATED:
                columns = {tag[1]: one for one in headers if _what(one) == what and (tag := _TAG.search(one))}
                if not any(row.get(column) for column in columns.values()):
                    continue
                for language in sorted(spoken):
                    column = columns.get(language, what)
                    if not row.get(column):
                        yield book.at("not_translated", sheet, number, column, language=language)


def _what(header: str) -> str:
    return header.split("::")[0].strip()


def _is_translated(header: str) -> bool:
    return _what(header) in TRANSLATED
