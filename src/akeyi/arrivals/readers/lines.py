"""One line of a list: what others say about somebody who may come."""

from dataclasses import dataclass, field
from typing import Any

from .sexes import Sex


@dataclass
class Line:
    """`row` and `sheet` stay inside: where the line stood in the file."""

    family_name: str | None = None
    given_names: str | None = None
    sex: Sex = "unknown"
    birth_date: str | None = None
    age: int | None = None
    nationality: str | None = None
    document_number: str | None = None
    family_group: str | None = None
    row: int = 0
    sheet: int = 0

    @property
    def is_somebody(self) -> bool:
        return bool(self.family_name or self.given_names or self.document_number)

    def as_dict(self, place: int) -> dict[str, Any]:
        """The number is the place among the lines: a list's own numbers begin again on every sheet, or have gaps."""
        return {
            "number": place,
            "family_name": self.family_name,
            "given_names": self.given_names,
            "sex": self.sex,
            "birth_date": self.birth_date,
            "age": self.age,
            "nationality": self.nationality,
            "document_number": self.document_number,
            "family_group": self.family_group,
        }


@dataclass
class Problem:
    """A row (counted from 1, as the program that shows the file counts) and why it was not, or not wholly, read."""

    row: int
    code: str
    parameters: dict[str, Any] = field(default_factory=dict)
    sheet: int = 0


@dataclass
class Listed:
    """What one sheet or one message gave."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stated: int | None = None
    stated_row: int = 1
    columns: list[dict[str, Any]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    # Where there are no columns: what was understood from which segments of a message.
    segments: list[dict[str, Any]] = field(default_factory=list)
    # What the list says of the arrival itself: label, how, origin, day, time.
    about: dict[str, str] = field(default_factory=dict)
