"""Understands a sheet: where its header stands, what each column means, which rows are people and which are not."""

import re
from datetime import date

from . import contents, totals
from .columns import Column, settle
from .headers import Header
from .heads import Corrections, Head, above, blocks, heads_of, is_header_again, no_headers
from .limits import MOST_LINES
from .lines import Listed, Problem
from .names import looks_like_name
from .refusals import NotAList
from .rows import Ways, read_row, says_something, ways
from .sections import family_heading, is_footer, is_for_one, is_heading, sex_of_heading
from .sheet import Sheet
from .titles import about
from .words import Cell, flat, is_missing

_OF_SEX = ("sex", "title", "sex_and_age")


def understand(sheet: Sheet, number: int, corrections: Corrections, today: date) -> Listed | None:
    """The lines of a sheet; None where it is no list. Raises NotAList where only a person can say what is what."""
    heads = heads_of(sheet, corrections)
    listed = Listed()
    if not heads:
        return _without_header(sheet, number, corrections, today, listed)
    found: list[tuple[int, totals.Total]] = []
    for place, head in enumerate(heads):
        end = heads[place + 1].first if place + 1 < len(heads) else len(sheet.rows)
        for left, right in blocks(head):
            columns = _columns(sheet, head.headers, left, right, head.last + 1, end)
            chosen = {index: meaning for index, meaning in corrections.columns.items() if left <= index < right}
            if place:
                chosen = _carried(listed, columns) | (chosen if head.headers == heads[0].headers else {})
            listed.problems += settle(columns, chosen, head.last + 1)
            heading = above(sheet, head, left, right)
            found += _read(sheet, number, columns, head, end, today, listed, heading)
            _keep_columns(listed, columns, number, sheet.name)
    _settle_totals(sheet, heads[0].first, found, listed)
    titles = [flat(cell) for row in sheet.rows[: heads[0].first] for cell in row if isinstance(cell, str)]
    listed.about = about([sheet.name, *titles], today)
    return None if _is_prose(listed) and not corrections.is_any else listed


def _is_prose(listed: Listed) -> bool:
    """A letter holds the words of a header too: then most names are sentences, or most rows are nobody."""
    if any(says_something(line) or line.document_number for line in listed.lines) or _has_numbers(listed):
        return False
    names = [(line.family_name or "", line.given_names or "") for line in listed.lines]
    sentences = sum(
        max(len(part.split()) for part in name) > 4 or any(map(str.isdigit, "".join(name))) for name in names
    )
    nobody = sum(problem.code == "not_a_person" for problem in listed.problems)
    return bool(names) and (nobody > len(names) or sentences * 3 > len(names))


def _has_numbers(listed: Listed) -> bool:
    return any(
        column["meaning"] == "number" and column["samples"] and all(map(_is_line_number, column["samples"]))
        for column in listed.columns
    )


def _columns(sheet: Sheet, headers: list[Header], left: int, right: int, start: int, end: int) -> list[Column]:
    columns = [Column(index, headers[index]) for index in range(left, min(right, len(headers)))]
    # Repeated headers and rows of totals must not vote on what a column holds.
    for row in range(start, end):
        cells = sheet.rows[row]
        if is_header_again(sheet, row, headers) or sum(cell is not None for cell in cells) < 2 < len(columns):
            continue
        if totals.in_row(cells[left:right]) is not None:
            continue
        for column in columns:
            column.cells.append(cells[column.index] if column.index < len(cells) else None)
    return columns


def _carried(listed: Listed, columns: list[Column]) -> dict[int, str]:
    """What a person corrected in the first table holds for a later one where the header is the same."""
    corrected = {str(column["header"]): str(column["meaning"]) for column in listed.columns if column.get("corrected")}
    return {column.index: corrected[column.header.text] for column in columns if column.header.text in corrected}


def _read(
    sheet: Sheet,
    number: int,
    columns: list[Column],
    head: Head,
    end: int,
    today: date,
    listed: Listed,
    heading: str | None = None,
) -> list[tuple[int, totals.Total]]:
    """Reads the rows below a header into `listed`; gives back the totals that were met."""
    way, problems = ways(columns, today, sheet.counts_from_1904, max(head.last + 1, 1))
    listed.problems += problems
    reader = _Rows(columns, way, listed, number)
    if heading:
        reader.heading(heading)
    for row in range(head.last + 1, end):
        if is_header_again(sheet, row, head.headers):
            continue
        cells = sheet.rows[row]
        reader.row(row + 1, [cells[column.index] if column.index < len(cells) else None for column in columns])
        if len(listed.lines) > 2 * MOST_LINES:
            raise NotAList("too_many_lines", most=MOST_LINES)
        beyond = [cell for cell in cells[columns[-1].index + 1 :] if not is_missing(cell)]
        if beyond and columns[-1].index + 1 == len(head.headers):
            listed.problems.append(Problem(row + 1, "row_shifted"))
    return reader.totals


class _Rows:
    """Goes down a table row by row and keeps what headings said about the rows below them."""

    def __init__(self, columns: list[Column], way: Ways, listed: Listed, sheet: int) -> None:
        self.columns, self.way, self.listed, self.sheet = columns, way, listed, sheet
        self.has_groups = any(column.meaning == "family_group" for column in columns)
        self.has_sexes = any(column.meaning in _OF_SEX for column in columns)
        self.naming = {
            column.index for column in columns if column.meaning.startswith(("full_name", "family_name", "given_n"))
        }
        self.used = [column for column in columns if column.meaning not in ("ignored", "number")]
        self.group: str | None = None
        self.sex_above: str | None = None
        self.totals: list[tuple[int, totals.Total]] = []
        # A form has more numbers than people at its end; between people somebody may be missing.
        self.bare_numbers: list[int] = []

    def row(self, number: int, cells: list[Cell]) -> None:
        filled = [(column, cell) for column, cell in zip(self.columns, cells, strict=True) if not is_missing(cell)]
        if not filled:
            return
        if all(column.meaning == "number" and not re.search(r"[^\W\d_]", flat(cell)) for column, cell in filled):
            # INCONNU beside a number is somebody of whom nothing is known.
            is_said = sum(cell is not None for cell in cells) > len(filled)
            if is_said:
                self.listed.problems.append(Problem(number, "no_name", sheet=self.sheet))
            else:
                self.bare_numbers.append(number)
            return
        texts = [flat(cell) for _, cell in filled]
        if all(re.match(r"#[a-z]", text) for text in texts) or self._is_counting(filled):
            return
        if len(filled) == 1 and self.heading(texts[0]):
            return
        # Who has a number in the list is somebody, or is said not to be understood: never passed over in silence.
        is_numbered = any(column.meaning == "number" and _is_line_number(cell) for column, cell in filled)
        total = totals.in_row([cell for column, cell in filled if not self._is_no_sum_of_people(column, is_numbered)])
        if total and is_numbered and total.number is None:
            self._is_nobody(number)
            return
        if total:
            self.totals.append((number, total))
            return
        # Femme, 30 in the columns of sex and age is somebody without a name, no sum of women.
        if totals.is_breakdown([None if column.meaning in _OF_SEX else cell for column, cell in filled]):
            return
        of_person = [pair for pair in filled if pair[0].meaning != "number"]
        if len(of_person) == 1 and self._is_lone(*of_person[0], number, is_numbered):
            return
        if len(filled) <= 2 and not is_numbered and is_footer(texts[0]):
            return
        self._line(number, {column.index: cell for column, cell in filled})

    def _is_no_sum_of_people(self, column: Column, is_numbered: bool) -> bool:
        """A line's own number, and numbers below bags or weights."""
        return is_numbered if column.meaning == "number" else totals.counts_things(column.header.text)

    def heading(self, text: str) -> bool:
        """*Femmes*, *Famille 3*: holds for the people below. False where the text is no heading."""
        if family := family_heading(text):
            self.group = family
            return True
        if is_heading(text):
            self.group, self.sex_above = None, sex_of_heading(text)
            return True
        return False

    def _is_counting(self, filled: list[tuple[Column, Cell]]) -> bool:
        """The row (1) (2) (3) that some forms have below the header."""
        numbers = [re.sub(r"[()\s.]", "", flat(cell)) for _, cell in filled]
        return (
            len(numbers) > 2 and numbers == [str(at) for at in range(int(numbers[0]), int(numbers[0]) + len(numbers))]
            if (numbers[0].isdecimal() and numbers[0].isascii() and len(numbers[0]) < 4)
            else False
        )

    def _is_lone(self, column: Column, cell: Cell, number: int, is_numbered: bool) -> bool:
        """A cell alone in its row: a heading, a note, or somebody of whom nothing but the name is known."""
        text = flat(cell)
        if is_numbered and is_for_one(text):
            return False
        if is_heading(text) or is_footer(text):
            if is_numbered:
                self._is_nobody(number)
            return True
        # Below the total of everybody stands who signed, not who travelled.
        is_closed = not is_numbered and any(not total.is_part for _, total in self.totals)
        if column.index in self.naming and not is_closed and (looks_like_name(cell) or len(self.used) == 1):
            return False
        if column.meaning == "document_number" and re.search(r"\d{4}", text):
            return False
        if column.meaning == "ignored" and len(self.columns) > 1:
            self._is_nobody(number)
            return True
        if self.naming:
            self._is_nobody(number)
            return True
        return False

    def _is_nobody(self, number: int) -> None:
        self.listed.problems.append(Problem(number, "not_a_person", sheet=self.sheet))

    def _line(self, number: int, cells: dict[int, Cell]) -> None:
        line, troubles = read_row(self.columns, cells, self.way)
        line.row, line.sheet = number, self.sheet
        if not line.is_somebody:
            tells = says_something(line) or bool(troubles)
            self.listed.problems.append(Problem(number, "no_name" if tells else "not_a_person", sheet=self.sheet))
            return
        if self.way.fills_groups:
            line.family_group = self.group = line.family_group or self.group
        if not self.has_groups and self.group:
            line.family_group = self.group
        if not self.has_sexes and self.sex_above and line.sex == "unknown":
            line.sex = self.sex_above  # type: ignore[assignment]
        for bare in self.bare_numbers:
            self._is_nobody(bare)
        self.bare_numbers.clear()
        self.listed.lines.append(line)
        self.listed.problems += [Problem(number, code, sheet=self.sheet) for code in troubles]


def _is_line_number(cell: Cell) -> bool:
    return bool(re.fullmatch(r"\W*\d{1,5}\W*", flat(cell)))


def _keep_columns(listed: Listed, columns: list[Column], number: int, name: str) -> None:
    for before, column in zip([None, *columns], columns, strict=False):
        # A header merged over two columns, of which the first holds it all, is read.
        is_covered = before is not None and before.header.text == column.header.text and before.meaning != "ignored"
        if not column.filled and (not column.header.text or is_covered):
            continue
        shown = column.as_dict(number, name)
        if all(known["key"] != shown["key"] or known["header"] != shown["header"] for known in listed.columns):
            listed.columns.append(shown)
        if column.meaning == "ignored" and (column.header.text or column.filled) and column.title not in listed.ignored:
            listed.ignored.append(column.title)


def _settle_totals(sheet: Sheet, header_row: int, found: list[tuple[int, totals.Total]], listed: Listed) -> None:
    read = len(listed.lines)
    said = [(row + 1, number) for row in range(header_row) if (number := totals.in_title(sheet.rows[row])) is not None]
    below_people = totals.whole(found, read)
    stated = below_people or (said[0] if said else None)
    if stated:
        listed.stated_row, listed.stated = stated
    if below_people and said and said[0][1] != below_people[1]:
        listed.problems.append(Problem(said[0][0], "totals_disagree", {"stated": below_people[1], "other": said[0][1]}))


def _without_header(sheet: Sheet, number: int, corrections: Corrections, today: date, listed: Listed) -> Listed | None:
    """No header: the contents decide, or a person did."""
    headers = no_headers(sheet)
    columns = _columns(sheet, headers, 0, sheet.width, 0, len(sheet.rows))
    chosen = dict(corrections.columns) or contents.guess(columns)
    if not chosen:
        return None
    listed.problems += settle(columns, chosen, 1)
    found = _read(sheet, number, columns, Head(-1, -1, headers), len(sheet.rows), today, listed)
    _keep_columns(listed, columns, number, sheet.name)
    _settle_totals(sheet, 0, found, listed)
    return listed


def preview(sheet: Sheet, number: int) -> list[dict[str, object]]:
    """The columns of a sheet that was not understood, so that a person can say what they are."""
    columns = _columns(sheet, no_headers(sheet), 0, sheet.width, 0, min(len(sheet.rows), 50))
    return [column.as_dict(number, sheet.name) for column in columns if column.filled]
