"""Finds what a list says of itself: how many people are on it, in a row of totals or above the header."""

# ruff: noqa: E501 - tables of words and patterns read better in long lines

import re
from dataclasses import dataclass

from .words import Cell, flat, fold, is_missing

_PEOPLE = (
    r"(?:passagers?|passengers?|pasajeros?|passageiros?|pasaje|moun|pax|personnes?|persons?|personas?|pessoas?|people"
    r"|migrants?|migrantes?|migran|rapatries?|repatriad[oa]s?|retornad[oa]s?|returnees?|voyageurs?|vwayaje|travell?ers?"
    r"|individus|individuals|names|noms|nombres)"
)
_TOTAL = re.compile(
    r"(?:^|\b)(?:sub ?|sous ?|s |grand |gran |som )?(?:total|totals|totaux|totale|totales|totais|totalite|tot|suma|somme|effectif)\b"
    rf"|\b(?:nombre|number|numero|no|kantite|cantidad|quantidade|count|kont|efectivo)(?: total)?(?: (?:de|des|of|d))? {_PEOPLE}\b"
)
_PART = re.compile(
    r"\b(?:sub|sous|s t|subtotal|parcial|partiel|partial|pasyel|page|pagina|paj|famille|family|familia|fanmi|familles|families"
    r"|familias|groupe|group|grupo|gwoup|sheet|feuille|hoja|hommes?|femmes?|men|man|women|woman|males?|females?|boys?|girls?"
    r"|garcons?|filles?|enfants?|children|child|adultes?|adults?|mineurs?|minors?|hombres?|mujeres|mujer|nin[oa]s?|adult[oa]s?"
    r"|menores|gason|fanm|timoun|granmoun|ti fi|bebes?|babies|infants?|masculins?|feminins?|masculinos?|femeninos?|uasc|crew"
    r"|equipage|tripulantes?|bags?|bagages?|kg|weight|poids)\b"
)
_COUNTED = re.compile(
    rf"\b(\d{{1,5}}) {_PEOPLE}\b|\b{_PEOPLE} (?:total |a bord |on board |a bordo |list )?(\d{{1,5}})\b"
)
_NUMBER = re.compile(r"(?<![\d/.:-])\d{1,5}(?![\d/:-]|\.\d)")
_LABELS = re.compile(
    r"^(?:m|f|h|g|fi|et|and|y|ak|general|generale|jeneral|of|de|des|people|a bord|on board|all|tous|todos)$"
)


# What a sum below it counts: not people.
_OF_THINGS = re.compile(
    r"\b(?:bags?|baggage|luggage|bagages?|bagaj|valises?|valiz|malet|maletas?|equipaje|bagagem|weight|poids|peso|pwa|kg"
    r"|amount|montant|monto|cash|phones?|pieces|colis)\b"
)


@dataclass(frozen=True)
class Total:
    """`is_part`: of a page, a family or one sex, so it says nothing about the whole. `number` may be missing."""

    number: int | None
    is_part: bool = False
    is_grand: bool = False


def counts_things(header: str) -> bool:
    """Whether numbers below this header are of bags, weight or money."""
    return bool(_OF_THINGS.search(fold(header)))


def in_row(cells: list[Cell]) -> Total | None:
    """The total that a row below the people states; None where the row is something else."""
    filled = [cell for cell in cells if not is_missing(cell)]
    label = next((flat(cell) for cell in filled if isinstance(cell, str) and _TOTAL.search(_plain(cell))), None)
    if label is None:
        return _counted_alone(filled)
    numbers = _numbers(label)
    for cell in filled:
        text = flat(cell)
        if text == label:
            continue
        plain = _plain(text)
        if isinstance(cell, int | float) or _NUMBER.fullmatch(text):
            numbers.append(int(float(text)))
        elif _TOTAL.search(plain) or _PART.search(plain) or _LABELS.match(plain) or re.search(_PEOPLE, plain):
            numbers += _numbers(text)
        else:
            return None
    plain = _plain(label)
    return Total(
        max(numbers, default=None),
        bool(_PART.search(_before_numbers(plain))),
        bool(re.search(r"\bgra?nd?\b|general", plain)),
    )


def in_title(cells: list[Cell]) -> int | None:
    """The number of people that a row above the header states."""
    for place, cell in enumerate(cells):
        if not isinstance(cell, str):
            continue
        plain = _plain(cell)
        if found := _COUNTED.search(plain):
            return int(found[1] or found[2])
        if _TOTAL.search(plain) and not _PART.search(_before_numbers(plain)):
            numbers = _numbers(cell)
            after = next((flat(other) for other in cells[place + 1 :] if not is_missing(other)), "")
            if not numbers and re.fullmatch(r"\d{1,5}", after):
                numbers = [int(after)]
            if numbers:
                return max(numbers)
    return None


def is_breakdown(cells: list[Cell]) -> bool:
    """*Hommes 60*, below the people: a part of the whole, and nobody's name."""
    filled = [cell for cell in cells if not is_missing(cell)]
    texts = [_plain(cell) for cell in filled if isinstance(cell, str) and not _NUMBER.fullmatch(flat(cell))]
    has_number = any(isinstance(cell, int | float) or _NUMBER.search(flat(cell)) for cell in filled)
    # A number before the label is a line number, and the label a sex.
    if not filled or not isinstance(filled[0], str) or _NUMBER.fullmatch(flat(filled[0])):
        return False
    return bool(texts) and has_number and all(_PART.match(text) or _LABELS.match(text) for text in texts)


def whole(totals: list[tuple[int, Total]], read: int) -> tuple[int, int] | None:
    """Of all totals of a sheet (with their rows) the one that speaks of everybody."""
    known = [
        (row, total.number, total.is_grand) for row, total in totals if total.number is not None and not total.is_part
    ]
    if not known:
        return None
    grand = [(row, number) for row, number, is_grand in known if is_grand]
    if grand:
        return grand[-1]
    row, last, _ = known[-1]
    added = sum(number for _, number, _ in known)
    return (row, added) if len(known) > 1 and added == read else (row, last)


def _counted_alone(filled: list[Cell]) -> Total | None:
    if len(filled) != 1 or not isinstance(filled[0], str):
        return None
    plain = _plain(filled[0])
    found = _COUNTED.search(plain)
    return Total(int(found[1] or found[2])) if found and len(plain.split()) <= 5 else None


def _plain(cell: Cell) -> str:
    return fold(flat(cell))


def _before_numbers(plain: str) -> str:
    """Only what stands before the first number: *total 102 (60 hommes)* is a total of everybody."""
    return re.split(r"\d", plain, maxsplit=1)[0]


def _numbers(text: str) -> list[int]:
    joined = re.sub(r"(?<!\d)(\d{1,2})[ .,](\d{3})(?!\d)", r"\1\2", text)
    return [int(found) for found in _NUMBER.findall(joined)]
