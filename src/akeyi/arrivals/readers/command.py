"""`akeyi manifest read FILE [--json]`: shows what a list says, without keeping anything."""

import argparse
import json
import sys
from pathlib import Path

from akeyi.errors import LANGUAGES

from .child import read_safely
from .limits import LARGEST_FILE
from .reading import Reading
from .refusals import NotAList

_SHOWN = (
    "number",
    "family_name",
    "given_names",
    "sex",
    "birth_date",
    "age",
    "nationality",
    "document_number",
    "family_group",
)


def main(argv: list[str]) -> int:
    """0 where the file is a list; 1 and one sentence on standard error where it is none."""
    parser = argparse.ArgumentParser(prog="akeyi manifest read", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="lines, problems, totals and ignored columns as JSON")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    asked = parser.parse_args(argv)
    try:
        with asked.file.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as cause:
        print(f"{asked.file}: {cause.strerror}.", file=sys.stderr)
        return 1
    try:
        reading = read_safely(data, asked.file.name)
    except NotAList as refused:
        print(refused.sentence(asked.language), file=sys.stderr)
        return 1
    if asked.json:
        print(json.dumps(reading.said(asked.language), ensure_ascii=False))
    else:
        _show(reading, asked.language)
    return 0


def _show(reading: Reading, language: str) -> None:
    said = reading.said(language)
    cells = [list(_SHOWN)] + [
        ["" if line[name] is None else str(line[name]) for name in _SHOWN] for line in said["lines"]
    ]
    widths = [max(len(row[at]) for row in cells) for at in range(len(_SHOWN))]
    for row in cells:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
    print()
    for problem in said["problems"]:
        print(f"row {problem['row']}: {problem['reason']}")
    stated = said["totals"]["stated"]
    print(f"read {said['totals']['read']}, stated {'-' if stated is None else stated} ({reading.format})")
    if said["ignored_columns"]:
        print("not taken in: " + ", ".join(said["ignored_columns"]))
