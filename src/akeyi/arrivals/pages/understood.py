"""What a file of a list says, as the pages show it before anything is kept."""

from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.journal.ids import new_id

from .. import files
from ..files import Sent
from ..forms import UploadForm
from ..readers import NotAList, Reading, read_manifest, sentence
from ..readers.meanings import BY_CODE

SHOWN_LINES = 500
COLUMN, WAS = "column-", "was-"
# What segments of a message tell that no column does.
OF_A_MESSAGE: dict[str, Promise] = {
    "label": _("Name of the arrival"),
    "origin": _("From where"),
    "eta": _("When they will be here"),
    "stated": _("How many, as the list itself says"),
    "never": _("Never taken in: offences, legal status and remarks stay out of Akeyi."),
}


def read(data: bytes, sent: Sent, mapping: dict[str, str]) -> tuple[Reading | None, NotAList | None]:
    """The list, or why it is none."""
    try:
        return read_manifest(data, sent.name, mapping), None
    except NotAList as refused:
        return None, refused


def take(viewer: Viewer, form: UploadForm, arrival: str) -> tuple[str, NotAList | None]:
    """Keeps the file that a form brought for an arrival, under an id of ours; or says why it is no list at all."""
    file, sent = new_id(), form.cleaned_data["file"]
    data = sent.read()
    known = files.Sent(sent.name[:120], form.cleaned_data["said_by"], timezone.now().isoformat(), site=viewer.site)
    _reading, refused = read(data, known, {})
    # Where columns were seen, a person can still say what is what.
    if refused and not refused.columns:
        return file, refused
    files.keep(arrival, file, data, known)
    return file, None


def mapping_of(said: Any) -> dict[str, str]:
    """What a person said otherwise than it was understood: a column's key to its meaning, a sheet's header row."""
    mapping = {}
    for name, value in said.items():
        key = name.removeprefix(COLUMN)
        if not name.startswith(COLUMN) or value == said.get(WAS + key):
            continue
        if value in BY_CODE or (key.endswith(":header_row") and value.isdecimal() and len(value) < 5):
            mapping[key] = value
    return mapping


def shown(reading: Reading | None, refused: NotAList | None, mapping: dict[str, str]) -> dict[str, Any]:
    """What `understood.html` needs."""
    speak = (get_language() or "en").split("-")[0]
    columns = reading.columns if reading else refused.columns if refused else []
    meanings = [(code, one.labels.get(speak, one.labels["en"])) for code, one in BY_CODE.items()]
    words: dict[str, Any] = dict(meanings) | OF_A_MESSAGE
    return {
        "reading": reading,
        "shown_lines": reading.lines[:SHOWN_LINES] if reading else [],
        "more_lines": reading is not None and len(reading.lines) > SHOWN_LINES,
        "refused": in_words(refused) if refused else "",
        "columns": [
            column
            | {
                "choice": mapping.get(column["key"], column["meaning"]),
                "was": "" if column["key"] in mapping else column["meaning"],
            }
            for column in columns
        ],
        "segments": [
            (one["segment"], one["times"], [words[meaning] for meaning in one["meanings"]])
            for one in (reading.segments if reading else [])
        ],
        "has_sheets": len({column["sheet"] for column in columns}) > 1,
        "sheets": [
            (sheet, name, mapping.get(f"{sheet}:header_row", ""))
            for sheet, name in {column["sheet"]: column["sheet_name"] for column in columns}.items()
        ],
        "meanings": meanings,
        "mapping": [(COLUMN + key, meaning) for key, meaning in mapping.items()],
        "problems": [(one["row"], sentence(one["reason"], one["parameters"], speak)) for one in reading.problems]
        if reading
        else [],
    }
