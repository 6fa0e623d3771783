"""Finds where the headers of a sheet stand, in one row or two, and which of its columns are never taken in."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from . import totals
from .headers import Header, below, header
from .never import could_be_never, is_only_never
from .sections import is_heading
from .sheet import Sheet
from .words import flat, fold

HEADER_WITHIN = 80
_header = lru_cache(20_000)(header)


@dataclass
class Corrections:
    """What a person changed in the preview of one sheet."""

    columns: dict[int, str]
    header_row: int | None = None

    @property
    def is_any(self) -> bool:
        return bool(self.columns) or self.header_row is not None


@dataclass
class Head:
    """A header of one or two rows, and what each column says by it."""

    first: int
    last: int
    headers: list[Header]

    @property
    def score(self) -> int:
        return len({found.meaning for found in self.headers if found.is_of_a_line})

    @property
    def is_naming(self) -> bool:
        return any(found.is_naming or found.meaning in ("kin", "document_number", "id") for found in self.headers)


def heads_of(sheet: Sheet, corrections: Corrections) -> list[Head]:
    """Every header of the sheet: the first, and later ones that say something else."""
    if corrections.header_row is None:
        return _found(sheet)
    if not corrections.header_row:
        return []
    row = min(corrections.header_row, len(sheet.rows)) - 1
    chosen = _after(sheet, _head_at(sheet, row) or _single(sheet, row))
    # What the list itself calls a column of remarks stays one, whatever row a person says holds the headers.
    automatic = _found(sheet)
    for place, head in enumerate(chosen):
        end = chosen[place + 1].first if place + 1 < len(chosen) else len(sheet.rows)
        never = _never(sheet, automatic, head.first, end)
        head.headers = [never.get(index, found) for index, found in enumerate(head.headers)]
    return chosen


def no_headers(sheet: Sheet) -> list[Header]:
    """Headers for a sheet that is read without any: empty, but for columns that are never taken in."""
    never = _never(sheet, _found(sheet), 0, len(sheet.rows))
    return [never.get(index, Header("")) for index in range(sheet.width)]


def _never(sheet: Sheet, automatic: list[Head], start: int, end: int) -> dict[int, Header]:
    """Columns between two rows that are never taken in, by the headers that the sheet itself has."""
    heads = automatic or _looser_heads(sheet)
    ends = [*(head.first for head in heads[1:]), len(sheet.rows)] if heads else []
    return {
        index: found
        for head, last in zip(heads, ends, strict=True)
        if head.last < end and last > start
        for index, found in enumerate(_without_sent(head.headers))
        if found.never
    }


def _without_sent(headers: list[Header]) -> list[Header]:
    """*Déporté* beside columns of names says what was done to somebody."""
    is_named = any(found.is_naming and found.meaning != "sent" for found in headers)
    return [
        replace(found, never=True, meaning=None) if found.meaning == "sent" and is_named else found for found in headers
    ]


def _looser_heads(sheet: Sheet) -> list[Head]:
    """Rows of headers that name nobody, so that no table begins there, but say that a column holds remarks."""
    found = []
    for row, cells in enumerate(sheet.rows):
        texts = [cell for cell in cells if isinstance(cell, str)]
        if len(texts) < sum(cell is not None for cell in cells) or not any(map(could_be_never, texts)):
            continue
        # Courtney and F are somebody.
        known = [one for text in texts if (one := _header(text)).is_known and not one.is_mark]
        others = sum(not one.never for one in known)
        is_first = not any(cell is not None for above in sheet.rows[:row] for cell in above)
        is_nothing_else = is_first and all(map(is_only_never, texts))
        is_all = len(known) == len(texts) and (others > 0 or is_nothing_else)
        if (2 * len(known) >= len(texts) and others > 1) or is_all:
            found.append(_single(sheet, row))
    return found


def _found(sheet: Sheet) -> list[Head]:
    """The headers that tell themselves."""
    candidates = [head for row in range(min(HEADER_WITHIN, len(sheet.rows))) if (head := _head_at(sheet, row))]
    # A lone word such as "Pasajeros" above the table proper is its title.
    first = next((head for head in candidates if head.score > 1), candidates[0] if candidates else None)
    return _after(sheet, first) if first else []


def _after(sheet: Sheet, first: Head) -> list[Head]:
    """This header, and those below that say something else."""
    heads, words = [first], [_folded(sheet, row) for row in range(first.first, first.last + 1)]
    row = first.last + 1
    while row < len(sheet.rows):
        again = _head_at(sheet, row) if _folded(sheet, row) not in words else None
        # Non and F are a header's words, and somebody called Non who is a woman.
        if again and again.score - len({found.meaning for found in again.headers if found.is_mark}) > 1:
            if again.headers != heads[-1].headers:
                heads.append(again)
                words += [_folded(sheet, at) for at in range(again.first, again.last + 1)]
            row = again.last
        row += 1
    return heads


def _folded(sheet: Sheet, row: int) -> tuple[str, ...]:
    return tuple(fold(flat(cell)) for cell in sheet.rows[row] if cell is not None)


def _single(sheet: Sheet, row: int) -> Head:
    def at(column: int) -> Header:
        cell = sheet.cell(row, column)
        return _header(str(sheet.spans.get((row, column)) or "") if cell is None else str(cell))

    return Head(row, row, [at(column) for column in range(sheet.width)])


def _head_at(sheet: Sheet, row: int) -> Head | None:
    """The header that begins at this row, in one row or two."""
    cells = sheet.rows[row] if row < len(sheet.rows) else []
    filled = [cell for cell in cells if cell is not None]
    if not filled or any(not isinstance(cell, str) for cell in filled):
        return None
    # One cell over the whole width is a title, and so is a row that already says how many there are.
    is_title = len(filled) == 1 < sheet.width and sum(place[0] == row for place in sheet.spans) > 1
    if is_title or totals.in_title(cells) is not None:
        return None
    known = sum(_header(cell).is_known for cell in filled if isinstance(cell, str))
    if not known:
        return None
    one = _single(sheet, row)
    two = _double(sheet, one)
    head = two if two and (two.score > one.score or _says_never_below(one, two)) else one
    names_alone = head.score == 1 and len(filled) <= 4 and all(_header(str(cell)).is_known for cell in filled)
    unknown = sum(1 for found in head.headers if found.text and not found.is_known)
    if head.is_naming and (names_alone or (head.score >= 2 and unknown <= 3 * known)):
        return head
    return None


def _double(sheet: Sheet, upper: Head) -> Head | None:
    row = upper.first + 1
    under = [cell for cell in sheet.rows[row] if cell is not None] if row < len(sheet.rows) else []
    if len(under) < 2 or any(not isinstance(cell, str) or re.fullmatch(r"\W*\d[\d\W]*", cell) for cell in under):
        return None
    lower = _single_own(sheet, row)
    own = [_header(cell) for cell in sheet.rows[upper.first] if isinstance(cell, str)]
    # Somebody above a header that is printed again is no part of it: F alone is a header's word.
    is_of_headers = 2 * sum(found.is_known and not found.is_mark for found in own) >= len(own)
    if not is_of_headers or _stands_above(sheet, upper, lower):
        return None
    together = [below(parent, child) for parent, child in zip(upper.headers, lower, strict=True)]
    understood = sum(
        1 for found, child in zip(together, lower, strict=True) if child.text and (child.is_known or found.never)
    )
    return Head(upper.first, row, together) if understood >= 0.6 * len(under) else None


def _says_never_below(one: Head, two: Head) -> bool:
    """*Situation* over *Sexe* and *Judiciaire*: what the second row alone calls a remark is one."""
    blank = [lower for upper, lower in zip(one.headers, two.headers, strict=True) if lower.text and not upper.text]
    known = [found for found in blank if found.is_known and not found.is_mark]
    return two.score >= one.score and len(known) == len(blank) and any(found.never for found in known)


def _stands_above(sheet: Sheet, upper: Head, lower: list[Header]) -> bool:
    """A title, or *Femmes*, over the header of a table: a row of its own, and no part of that header."""
    own = [(column, cell) for column, cell in enumerate(sheet.rows[upper.first]) if cell is not None]
    if all(is_heading(flat(cell)) for _, cell in own):
        return True
    first = next((column for column, found in enumerate(lower) if found.text), 0)
    return len(own) == 1 and own[0][0] <= first and lower[first].is_known


def _single_own(sheet: Sheet, row: int) -> list[Header]:
    return [_header(str(sheet.cell(row, column) or "")) for column in range(sheet.width)]


def blocks(head: Head) -> list[tuple[int, int]]:
    """Two lists side by side have the same headers twice: columns from, to."""
    # Nom and Noms say the same; a second surname is no second list.
    texts = [f"{found.meaning or fold(found.text)} {found.is_second}" if found.text else "" for found in head.headers]
    width = len(texts)
    while width and not texts[width - 1]:
        width -= 1
    for size in range(2, width // 2 + 2):
        starts = list(range(0, width, size))
        blocks = [texts[at : at + size] for at in starts]
        core = [text for text in blocks[0] if text]
        if len(blocks) < 2 or len(core) < 2 or not any(found.is_naming for found in head.headers[:size]):
            continue
        if all([text for text in block if text] == core for block in blocks):
            return [(at, at + size if at != starts[-1] else len(texts)) for at in starts]
    return [(0, len(texts))]


def above(sheet: Sheet, head: Head, left: int, right: int) -> str | None:
    """What stands alone above a header, or above one of two lists side by side: *Femmes*, *Famille 3*."""
    row = head.first - 1
    while row >= 0 and not any(cell is not None for cell in sheet.rows[row]):
        row -= 1
    # Never further down than the row of the last person above.
    texts = [flat(cell) for cell in sheet.rows[row][left:right] if cell is not None] if row >= 0 else []
    return texts[0] if len(texts) == 1 else None


def is_header_again(sheet: Sheet, row: int, headers: list[Header]) -> bool:
    """The header printed again on every page, wholly or one of its two rows."""
    filled = same = 0
    for index, cell in enumerate(sheet.rows[row]):
        if cell is None:
            continue
        filled += 1
        text = fold(flat(cell))
        known = index < len(headers) and text and text in fold(headers[index].text)
        same += bool(known and (len(text) > 1 or text == fold(headers[index].text)))
    return (filled > 1 and same == filled) or (filled > 2 and same >= 0.8 * filled)
