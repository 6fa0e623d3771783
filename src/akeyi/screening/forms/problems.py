"""What is wrong with an XLSForm, and where: sheet, row, column."""

import re
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `what` names its sentence in errors/forms.py; `column` is a header, `letter` its letter."""

    what: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    letter: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


class NotAForm(Exception):
    """A file that is no form, or not one that can be asked here."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.what for problem in problems))
        self.problems = list(problems)


_ROW = re.compile(r"\[row : (\d+)\]\s*")
_WHERE = re.compile(r"On the '(\w+)' sheet, the '([^']+)' value")
_SHEET = re.compile(r"(?:sheet(?: named)?:? '(\w+)'|the (\w+) sheet)")


def in_words_of_pyxform(message: str) -> Problem:
    """What pyxform refuses, in its own words, at the place that it names."""
    row = _ROW.search(message)
    where = _WHERE.search(message)
    sheet = where[1] if where else next((one[1] or one[2] for one in [_SHEET.search(message)] if one), "")
    words = " ".join(_ROW.sub("", message).split())[:400]
    return Problem(
        "pyxform",
        sheet=sheet or ("survey" if row else ""),
        row=int(row[1]) if row else None,
        column=where[2] if where else "",
        parameters={"words": words},
    )
