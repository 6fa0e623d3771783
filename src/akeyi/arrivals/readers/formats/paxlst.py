"""Passenger lists of airlines: UN/EDIFACT PAXLST, also split over several messages and with separators of its own."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from pydifact.control import Characters
from pydifact.exceptions import EDISyntaxError
from pydifact.token import Token
from pydifact.tokenizer import Tokenizer

from .. import dates, names
from ..limits import MOST_LINES
from ..lines import Line, Listed, Problem
from ..nations import nation
from ..refusals import NotAList
from ..words import clean_text, flat
from . import Reader
from .text import decoded, looks_like_text

# A segment: elements, each with its components. The first element is the segment's name.
Segment = list[list[str]]

# The last sign of UNA ends every segment; with some senders it is the end of the line.
_BEGIN = re.compile(
    r"(?:^|[\s'\x01\x02])(UNA[^\r\n]{5}(?:[^\r\n]|\r?\n)\s*UN[BGH]|UNB[^\w\s]UNO[A-Z]|UNH[^\w\s][^\r\n]{1,40}PAXLST)"
)
_CREW, _TRANSIT, _PASSENGERS = {"FM", "DDT"}, {"DDU"}, {"FL", "FX"}
# Papers in the order in which they name a person best; visas and the like do not.
_PAPERS = ("P", "PT", "PP", "PR", "PS", "PD", "PO", "I", "IP", "ID", "A", "C", "AC", "IN", "F", "M", "T", "TD")
_HOW = {"1": "boat", "3": "bus_convoy", "4": "flight"}
# What is read from which segments; the rest says nothing that a reception needs.
_MEANINGS: dict[str, tuple[str, ...]] = {
    "TDT+20": ("label",),
    "LOC+125": ("origin",),
    "DTM+232": ("eta",),
    "DTM+132": ("eta",),
    "NAD+FL": ("family_name", "given_names"),
    "NAD+FX": ("family_name", "given_names"),
    "NAD+DDU": ("family_name", "given_names"),
    "ATT+2": ("sex",),
    "DTM+329": ("birth_date",),
    "NAT+2": ("nationality",),
    "DOC": ("document_number",),
    "CNT+42": ("stated",),
    "FTX": ("never",),
}
_SEXES = {"M": "male", "F": "female"}


def sniff(head: bytes, name: str) -> bool:
    return looks_like_text(head) and _BEGIN.search(decoded(head)[:4096]) is not None


def read(data: bytes) -> Listed:
    text = decoded(data)
    begins = _BEGIN.search(text)
    if begins is None:
        raise NotAList("unknown_format")
    segments = segments_of(text[begins.start(1) :])
    if not any(
        "PAXLST" in element for segment in segments for element in segment[1:3] if segment[0][0] in ("UNH", "UNG")
    ) and not any(
        "PAXLST" in part
        for segment in segments
        if segment[0][0] in ("UNH", "UNG")
        for element in segment
        for part in element
    ):
        raise NotAList("no_list")
    # UNA is a row of its own only where it stands on a line of its own.
    has_own_row = re.match(r"UNA[^\r\n]{5}(?:[^\r\n][ \t]*)?[\r\n]", text[begins.start(1) :]) is not None
    return _Messages(first_row=2 if has_own_row else 1).read(segments)


def segments_of(text: str) -> list[Segment]:
    """The segments, by the separators that UNA names."""
    marks = Characters()
    if text.startswith("UNA"):
        marks = Characters.from_str(text[:9])
        # A blank says that nothing releases a separator.
        marks.escape_character = "\x00" if text[6] == " " else text[6]
        text = text[9:]
    if marks.segment_terminator not in "\r\n":
        # Lines are broken for printing only, also within a segment; a break between two segments is no sign at all.
        text = re.sub(r"[\r\n]+", "", text)
        marks.line_terminators = [" ", "\t"]
    else:
        text = text.replace("\r\n", "\n")
        marks.line_terminators = ["\r", "\n", " "]
        marks.segment_terminator = "\n"
    text = clean_end(text.strip(" \t"), marks.segment_terminator)
    segments: list[Segment] = []
    current: Segment = [[""]]
    persons = 0
    try:
        for token in Tokenizer().get_tokens(text, marks):
            if token.type == Token.Type.TERMINATOR:
                if current != [[""]]:
                    current[0][0] = current[0][0].strip()
                    segments.append(current)
                    persons += current[0][0] == "NAD"
                current = [[""]]
            elif token.type == Token.Type.DATA_SEPARATOR:
                current.append([""])
            elif token.type == Token.Type.COMPONENT_SEPARATOR:
                current[-1].append("")
            else:
                current[-1][-1] += token.value
            if persons > MOST_LINES + 100:
                raise NotAList("too_many_lines", most=MOST_LINES)
    except (EDISyntaxError, TypeError, AssertionError) as cause:
        raise NotAList("damaged") from cause
    return segments


def clean_end(text: str, terminator: str) -> str:
    """A message that was cut off still gives the segments before the cut."""
    return text if text.rstrip().endswith(terminator) else text + terminator


@dataclass
class _Message:
    key: str = ""
    part: str = ""
    first_row: int = 1
    stated: int | None = None
    stated_row: int = 1
    people: int = 0
    is_ended: bool = False
    is_crew: bool = False
    segments: int = 0


@dataclass
class _Messages:
    """Goes down the segments; `row` is the number of the segment, which is the line where each has its own."""

    listed: Listed = field(default_factory=Listed)
    messages: list[_Message] = field(default_factory=list)
    person: Line | None = None
    paper_rank: int = 99
    first_row: int = 1
    today: date = field(default_factory=lambda: datetime.now(UTC).date())
    understood: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)

    def read(self, segments: list[Segment]) -> Listed:
        for row, segment in enumerate(segments, self.first_row):
            self._segment(segment[0][0].upper(), segment, row)
        self._keep()
        self._check(segments)
        self.listed.segments = [
            {"segment": segment, "meanings": list(meanings), "times": times}
            for (segment, meanings), times in self.understood.items()
        ]
        return self.listed

    def _segment(self, name: str, segment: Segment, row: int) -> None:
        if self.messages and not self.messages[-1].is_ended:
            self.messages[-1].segments += 1
        said = _at(segment, 1)
        for label, meanings in _MEANINGS.items():
            if label == name or label == f"{name}+{said}":
                self.understood[label, meanings] += 1
        if name == "UNH":
            self._keep()
            # key and part stand behind the name of the message: UNH+1+PAXLST:D:02B:UN:IATA+key+01:C
            self.messages.append(_Message(_at(segment, 3), _at(segment, 4), row, segments=1))
            self.messages[-1].part = ":".join(segment[4]) if len(segment) > 4 else ""
        elif name == "BGM" and self.messages:
            self.messages[-1].is_crew = _at(segment, 1) in ("250", "251")
        elif name == "NAD":
            self._keep()
            self._name(segment, row)
        elif name == "CNT" and _at(segment, 1).lstrip("0") in ("42", "41"):
            self._keep()
            number = _at(segment, 1, 1)
            if self.messages and number.isdecimal() and _at(segment, 1).lstrip("0") == "42":
                self.messages[-1].stated, self.messages[-1].stated_row = int(number), row
        elif name in ("UNT", "UNE", "UNZ"):
            self._keep()
            if self.messages and name == "UNT":
                self._end(self.messages[-1], _at(segment, 1), row)
        elif name == "FTX" and name not in self.listed.ignored:
            # Free text is where remarks would stand: never looked at.
            self.listed.ignored.append(name)
        elif self.person:
            self._detail(name, segment)
        else:
            self._arrival(name, segment)

    def _arrival(self, name: str, segment: Segment) -> None:
        """What stands before the people: which flight, from where, when it is due (in the time of the place)."""
        about, said = self.listed.about, _at(segment, 1)
        if name == "TDT" and said == "20" and (number := _at(segment, 2)):
            found = re.fullmatch(r"([A-Z]{2,3}|[A-Z]\d|\d[A-Z])[ -]?(\d{1,4}[A-Z]?)", number.upper())
            about.setdefault("label", f"{found[1]} {found[2]}" if found else number[:40])
            about.setdefault("how", _HOW.get(_at(segment, 3), "flight"))
        elif name == "LOC" and said == "125" and (place := _at(segment, 2)):
            about.setdefault("origin", place[:40])
        elif name == "DTM" and said in ("232", "132"):
            digits = _at(segment, 1, 1)
            digits = digits if len(digits) in (8, 12) else f"20{digits}"
            if digits.isdecimal() and len(digits) in (8, 12) and _is_day(digits[:8]):
                about.setdefault("day", f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}")
                if len(digits) == 12 and digits[8:10] < "24" and digits[10:] < "60":
                    about.setdefault("time", f"{digits[8:10]}:{digits[10:]}")

    def _end(self, message: _Message, said: str, row: int) -> None:
        message.is_ended = True
        if said.isdecimal() and int(said) != message.segments:
            self.listed.problems.append(
                Problem(row, "segments_differ", {"stated": int(said), "read": message.segments})
            )

    def _name(self, segment: Segment, row: int) -> None:
        role = _at(segment, 1)
        if role not in _PASSENGERS | _CREW | _TRANSIT:
            return
        is_crew = role in _CREW or (bool(self.messages) and self.messages[-1].is_crew)
        if is_crew:
            self.listed.problems.append(Problem(row, "crew"))
            return
        if not self.messages:
            self.messages.append(_Message(first_row=row))
        self.messages[-1].people += 1
        if role in _TRANSIT:
            self.listed.problems.append(Problem(row, "in_transit"))
        self.person, self.paper_rank = Line(row=row), 99
        parts = [clean_text(part) for part in (segment[4] if len(segment) > 4 else [])]
        # Some senders put the name into one of the elements beside it.
        parts = (
            parts
            if any(parts)
            else next(([clean_text(part) for part in element] for element in segment[2:] if any(element)), [])
        )
        family, *given = parts or [""]
        if family and not any(given):
            whole = names.split(family, "family_first")
            self.person.family_name, self.person.given_names = whole.family, whole.given
            self.person.sex = whole.sex or "unknown"
        else:
            given_names, sex = names.without_title(" ".join(part for part in map(names.tidy, given) if part))
            self.person.family_name, self.person.given_names = names.tidy(family), given_names or None
            self.person.sex = sex or "unknown"

    def _detail(self, name: str, segment: Segment) -> None:
        person = self.person
        assert person is not None
        if name == "ATT" and _at(segment, 1) == "2":
            person.sex = _SEXES.get((_at(segment, 3) or _at(segment, 2)).upper()[:1], "unknown")  # type: ignore[assignment]
        elif name == "DTM" and _at(segment, 1) == "329":
            self._birth(_at(segment, 1, 1), _at(segment, 1, 2))
        elif name == "NAT" and person.nationality is None:
            said = _at(segment, 2)
            person.nationality = nation(said)
            if said and said.upper() not in ("XXX", "ZZZ") and person.nationality is None:
                self.listed.problems.append(Problem(person.row, "nationality_unknown"))
        elif name == "DOC":
            kind, number = _at(segment, 1).upper(), _at(segment, 2).strip()
            rank = _PAPERS.index(kind) if kind in _PAPERS else 98 if kind != "V" else 99
            if number and rank < self.paper_rank and any(sign.isdigit() for sign in number):
                person.document_number, self.paper_rank = number[:40], rank

    def _birth(self, digits: str, form: str) -> None:
        person = self.person
        assert person is not None
        if not digits.strip("0 "):
            return
        trouble: str | None = "birth_unreadable"
        if digits.isdecimal() and len(digits) in (6, 8):
            year = int(digits[:-4])
            year = dates.full_year(year, self.today) if len(digits) == 6 else year
            said = dates.birth(f"{year:04}-{digits[-4:-2]}-{digits[-2:]}", "day_first", self.today)
            person.birth_date, trouble = said.day.isoformat() if said.day else None, said.trouble
        if trouble:
            self.listed.problems.append(Problem(person.row, trouble))

    def _keep(self) -> None:
        person, self.person = self.person, None
        if person is None:
            return
        if person.is_somebody:
            self.listed.lines.append(person)
        else:
            self.listed.problems.append(Problem(person.row, "no_name"))

    def _check(self, segments: list[Segment]) -> None:
        passengers = [message for message in self.messages if not message.is_crew]
        self.listed.stated, self.listed.stated_row = _stated(passengers)
        if self.messages and not self.messages[-1].is_ended:
            self.listed.problems.append(Problem(len(segments) + self.first_row - 1, "cut_short"))
        for key in dict.fromkeys(message.key for message in passengers):
            parts = [message for message in passengers if message.key == key and message.part]
            numbers = {int(found[0]) for message in parts if (found := re.match(r"\d+", message.part))}
            is_final = any(message.part.upper().endswith("F") for message in parts)
            if parts and (not is_final or numbers != set(range(1, max(numbers, default=0) + 1))):
                self.listed.problems.append(Problem(parts[-1].first_row, "part_missing"))


def _stated(messages: list[_Message]) -> tuple[int | None, int]:
    """The control total. In split messages some senders count the message, others all of them."""
    counted = [message for message in messages if message.stated is not None]
    if not counted:
        return None, 1
    people = sum(message.people for message in messages)
    added = sum(message.stated or 0 for message in counted)
    row = counted[-1].stated_row
    same = {message.stated for message in counted}
    if len(same) == 1 and len(counted) > 1 and len({message.key for message in messages}) == 1:
        one = same.pop() or 0
        return (one if abs(one - people) < abs(added - people) else added), row
    return added, row


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _at(segment: Segment, element: int, component: int = 0) -> str:
    if element >= len(segment) or component >= len(segment[element]):
        return ""
    return flat(clean_text(segment[element][component]))


READER = Reader("paxlst", sniff, read)
