"""What every program that reads cards must agree on, written out.

`python -m akeyi.people.cards.vectors` writes contracts/vectors/cards.json, `--check` says whether it is stale.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from akeyi.people.cards.numbers import CardNumberProblem, check, check_digit, spoken
from akeyi.people.cards.series import Series, secret_as_text
from akeyi.people.cards.texts import back_text, front_text, read

FILE = Path(__file__).resolve().parents[4] / "contracts" / "vectors" / "cards.json"
_SHOWN = 20


def _secret(of: str) -> bytes:
    return sha256(f"an invented secret: {of}".encode()).digest()


def _series() -> list[Series]:
    return [
        Series("PAP-7", "418", _secret("PAP-7"), count=500, roll_size=50),
        Series("OUA-1", "007", _secret("OUA-1"), count=10_000, roll_size=126),
        Series("CAP-2", "960", _secret("CAP-2"), count=37, roll_size=25),
    ]


def vectors() -> dict[str, Any]:
    """Every vector; the same on every run."""
    series = _series()
    own = Series("own", "", _secret("own"), count=0, roll_size=1)
    return {
        "check": [{"payload": payload, "digit": check_digit(payload)} for payload in _payloads()],
        "invalid": _invalid(series[0].draw()[:_SHOWN]),
        "series": [_drawn(one) for one in series],
        "own": {"secret": secret_as_text(own.secret), "receptions": _receptions(own, ["99912340", "00000000"])},
        "spoken": [{"number": number, "spoken": spoken(number)} for number in series[1].draw()[:3]],
        "texts": [_read(text) for text in _texts(series[0])],
    }


def _payloads() -> list[str]:
    drawn = [sha256(f"payload {k}".encode()).hexdigest() for k in range(94)]
    return ["0000000", "1111111", "9999999", "0000001", "1234567", "572", *(f"{int(d, 16) % 10**7:07}" for d in drawn)]


def _invalid(numbers: tuple[str, ...]) -> list[str]:
    wrong: set[str] = {"", "1234567", "123456789", "4182937x", "4182 937"}
    for number in numbers:
        for at in range(8):
            wrong.add(number[:at] + str((int(number[at]) + 1 + at) % 10) + number[at + 1 :])
            wrong.add(number[:at] + number[at : at + 2][::-1] + number[at + 2 :])
    return sorted(number for number in wrong - set(numbers) if not check(number))


def _drawn(series: Series) -> dict[str, Any]:
    numbers = series.draw()
    first = numbers[:_SHOWN]
    strange = (
        next(n for n in _of_prefix(series.prefix) if series.index_of(n) is None) if series.count < 10_000 else None
    )
    places = [*first, numbers[series.roll_size - 1], numbers[series.roll_size], numbers[-1]]
    return {
        "name": series.name,
        "prefix": series.prefix,
        "secret": secret_as_text(series.secret),
        "count": series.count,
        "roll_size": series.roll_size,
        "numbers": list(first),
        "last": numbers[-1],
        "last_token": series.token(series.count - 1),
        "last_back_token": series.back_token(series.count - 1),
        "tokens": [series.token(index) for index in range(_SHOWN)],
        "back_tokens": [series.back_token(index) for index in range(_SHOWN)],
        "places": [
            {"number": number, "index": series.index_of(number), "roll": series.roll_of(number)}
            for number in [*places, *([strange] if strange else [])]
        ],
        "receptions": _receptions(series, [*first[:5], numbers[-1], *([strange] if strange else [])]),
        "rolls": [{"number": roll, "id": str(series.roll_id(roll))} for roll in series.rolls[:5]],
    }


def _of_prefix(prefix: str) -> list[str]:
    payloads = [f"{prefix}{drawn:04}" for drawn in range(10_000)]
    return [payload + check_digit(payload) for payload in payloads]


def _receptions(series: Series, numbers: list[str]) -> list[dict[str, str]]:
    return [{"number": number, "id": str(series.reception_id(number))} for number in numbers]


def _texts(series: Series) -> list[str]:
    number = series.draw()[0]
    front = front_text(number, series.token(0))
    back = back_text(number, series.back_token(0))
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    halves = (number[:4], number[4:])
    typed = [separator.join(halves) for separator in ("", " ", "-", ".", "  ", "\u00a0", "\u202f", "\u2013", "\t")]
    broken = [
        *["", " ", "-", number[:7], number + "0", wrong, number[:7] + "O", f"+{number}", f"{halves[0]}/{halves[1]}"],
        *["٤١٨٢٩٣٧٥", "A1", "A1:", f"A1:{number}", f"A1:{number}:", front[:-1], front + "A", front[:-1] + "1"],
        *[front.replace("A1:", "A2:"), front.replace("A1:", "A1R:"), front.replace("A1:", ":"), front + ":"],
        *[front.replace(number, wrong), back.replace(number, wrong), front.replace(number, "4182 9375")],
        *[f"x{front}", "https://example.org/" + number, "WIFI:S:hall;;"],
    ]
    return [front, back, f" {front}\r\n", front.lower(), back.lower(), *typed, f" {number} ", *broken]


def _read(text: str) -> dict[str, Any]:
    try:
        card = read(text)
    except CardNumberProblem as problem:
        return {"text": text, "front": None, "number": None, "token": None, "problem": problem.name}
    return {"text": text, "front": card.front, "number": card.number, "token": card.token, "problem": None}


def text() -> str:
    """The file's content."""
    return json.dumps(vectors(), indent=1, ensure_ascii=True) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if FILE.exists() and FILE.read_text() == text() else "contracts/vectors/cards.json is stale")
    FILE.write_text(text())
