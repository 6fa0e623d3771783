"""The sheet of workers to fill in: empty columns, and beside them the words for roles, languages and organisations."""

import io
from typing import Any

from django.utils.translation import gettext as _

from akeyi.access.pages.workers import LANGUAGE_WORDS, ROLE_WORDS
from akeyi.screening.forms.sheets import reproducible

from .workers_words import HEADERS, ROLES, written


def template(language: str, organisations: list[str]) -> bytes:
    """In the language of whoever asks; any of the four can be filled in and read."""
    out = io.BytesIO()
    with reproducible(out) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        people = book.add_worksheet(_("Workers")[:31])
        for place, what in enumerate(HEADERS):
            people.write_string(0, place, written(HEADERS, what, language), bold)
            people.set_column(place, place, 28)
        people.freeze_panes(1, 0)
        _words(book.add_worksheet(_("Words")[:31]), language, organisations, bold, wrapped)
    return out.getvalue()


def _words(sheet: Any, language: str, organisations: list[str], bold: Any, wrapped: Any) -> None:
    columns = [
        (_("Word for a role"), [written(ROLES, role, language) for role in ROLE_WORDS], 24),
        (_("What it opens"), [str(word) for word in ROLE_WORDS.values()], 48),
        (_("Word for a language"), [name for _code, name in LANGUAGE_WORDS], 24),
        (_("Organisations that are known"), organisations, 40),
    ]
    for place, (title, words, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, bold)
        for row, word in enumerate(words, 1):
            sheet.write_string(row, place, word, wrapped)
    note = _("Several roles or languages stand in one cell, with commas between them.")
    sheet.write_string(max(len(words) for _title, words, _width in columns) + 2, 0, note, bold)
