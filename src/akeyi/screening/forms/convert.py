"""An .xlsx becomes a form: checked, converted by pyxform, made ready for tablets."""

import io
import json
import re
import zipfile
from dataclasses import asdict, dataclass
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from pyxform.builder import create_survey_element_from_dict
from pyxform.errors import PyXFormError
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import DefinitionData, get_xlsform

from .checks import LANGUAGES, Book, Language, languages_of, problems
from .packing import MOST, pack
from .page import page_of
from .problems import NotAForm, Problem, in_words_of_pyxform

LARGEST_FILE = 2 * 1024 * 1024
LARGEST_UNPACKED = 40 * 1024 * 1024
SHEETS = ("survey", "choices", "settings")


@dataclass(frozen=True)
class Ready:
    """A form that can be published. `warnings`: what pyxform would do otherwise, and languages it does not speak."""

    form: str
    titles: dict[Language, str]
    xform: str
    page: str
    warnings: list[str]
    silent_in: list[str]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def convert_here(data: bytes) -> Ready:
    """Reads and converts; raises NotAForm with everything that was found wrong."""
    _small_enough(data)
    try:
        found = get_xlsform(data, file_type=".xlsx")
        book = Book({name: getattr(found, name) or [] for name in SHEETS}, _letters(data))
    except MemoryError:
        raise
    except Exception:
        # Zip, XML and openpyxl each stumble in ways of their own over what is no workbook.
        raise NotAForm(Problem("no_workbook")) from None
    if wrong := problems(book):
        raise NotAForm(*wrong)
    settings = dict(found.settings[0]) if found.settings else {}
    warnings: list[str] = []
    try:
        xform = _xform_of(found, warnings)
        page = page_of(xform)
    except PyXFormError as refused:
        raise NotAForm(_placed(in_words_of_pyxform(str(refused)), book)) from None
    except Exception:
        # It stumbles over what it does not expect, and names no place.
        raise NotAForm(Problem("not_converted")) from None
    packed = pack(xform), pack(json.dumps(page, ensure_ascii=False, sort_keys=True))
    if sum(map(len, packed)) > MOST:
        raise NotAForm(Problem("too_long"))
    spoken = languages_of(book)
    return Ready(
        form=settings["form_id"],
        titles={language: settings.get(f"title_{language}") or settings["form_title"] for language in LANGUAGES},
        xform=packed[0],
        page=packed[1],
        warnings=warnings,
        silent_in=[language for language in LANGUAGES if language not in spoken],
    )


def _xform_of(book: DefinitionData, warnings: list[str]) -> str:
    survey = create_survey_element_from_dict(
        workbook_to_json(book, fallback_form_name=book.fallback_form_name, warnings=warnings)
    )
    # Left alone it writes a file into whichever folder the server runs in.
    with TemporaryDirectory() as folder:
        return str(
            survey.print_xform_to_file(path=f"{folder}/form.xml", validate=False, pretty_print=False, warnings=warnings)
        )


def _small_enough(data: bytes) -> None:
    if len(data) > LARGEST_FILE:
        raise NotAForm(Problem("too_big"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        raise NotAForm(Problem("no_workbook")) from None
    if unpacked > LARGEST_UNPACKED:
        raise NotAForm(Problem("too_big"))


def _letters(data: bytes) -> dict[str, dict[str, str]]:
    """Per sheet the letter of each column."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    found: dict[str, dict[str, str]] = {}
    for name in book.sheetnames:
        row = next(book[name].iter_rows(min_row=1, max_row=1, max_col=200, values_only=True), ())
        found[name.lower()] = {
            str(header).strip(): get_column_letter(at) for at, header in enumerate(row, 1) if header is not None
        }
    book.close()
    return found


def _placed(problem: Problem, book: Book) -> Problem:
    """With the letter of the column that pyxform names."""
    columns = book.letters.get(problem.sheet, {})
    called = next((one for one in columns if re.split(r"::", one)[0] == problem.column), "")
    return Problem(
        problem.what, problem.sheet, problem.row, problem.column, columns.get(called, ""), problem.parameters
    )
