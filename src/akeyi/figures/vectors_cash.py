"""Cases of the rules about money: what is still owed, what lies in a float, and when it may be paid."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from akeyi.assistance import cash
from akeyi.people.cards.numbers import check_digit

START = datetime(2021, 9, 19, 12, tzinfo=UTC)
CURRENCIES = ("HTG", "XAF", "TND")
WORKERS = ("carline", "wilson", "nadia")


def cases(chance: random.Random) -> dict[str, list[dict[str, Any]]]:
    """The same cases for the same chance."""
    return {
        "amounts": [
            {"amount": amount, "currency": currency, "units": cash.units(amount, currency)}
            for amount in ("10000", "1250.5", "0.05", "7.125", "0", "999999999.99")
            for currency in CURRENCIES
        ],
        "due_units": [
            {"hundredths": n, "currency": currency, "units": (due := cash.units_due(n, currency)),
             "amount": cash.amount_of(due, currency), "back": cash.hundredths_of(due, currency)}
            for n in (1_000_000, 125_050, 7, 0)
            for currency in CURRENCIES
        ],
        "receipt_codes": [_code(chance, n) for n in range(24)],
        "owed": [_owed(chance) for _ in range(60)],
        "floats": [_floats(chance) for _ in range(120)],
    }  # fmt: skip


def _code(chance: random.Random, n: int) -> dict[str, Any]:
    drawn = f"{chance.randrange(10**11):011}"
    right = drawn + check_digit(drawn)
    typed = (
        right,
        f" {right[:4]} {right[4:8]}-{right[8:]}.",
        right[:-1],
        right[:-1] + str((int(right[-1]) + 1) % 10),
        right[1] + right[0] + right[2:],
        f"{right[:-1]}O",
    )[n % 6]
    return {"typed": typed, "code": cash.code_of(typed)}


def _payments(chance: random.Random, named: list[str]) -> list[cash.Payment]:
    return [
        cash.Payment(
            chance.choice(("p0", "p1", "p2", "unheard of")),
            chance.choice((50, 100, 500)),
            chance.choice(("HTG", "HTG", "USD")),
            chance.choice((None, *named)),
        )
        for _ in range(chance.randint(0, 6))
    ]


def _owed(chance: random.Random) -> dict[str, Any]:
    promises = [cash.Promise(f"p{n}", chance.choice((100, 500, 1000)), "HTG") for n in range(3)]
    payments = _payments(chance, [])
    return {
        "promises": [vars(one) for one in promises],
        "payments": [vars(one) for one in payments],
        "owed": [vars(one) | {"left": one.left, "state": one.state} for one in cash.owed(promises, payments)],
    }


def _floats(chance: random.Random) -> dict[str, Any]:
    moves = []
    at = START
    for _ in range(chance.randint(1, 8)):
        at += timedelta(minutes=chance.choice((1, 90, 300)))
        what = chance.choice((*cash.BY_TWO, "opened", "alone"))
        moves.append(
            cash.Move(
                float=chance.choice(("f0", "f1")),
                what=what,
                currency="HTG",
                amount=chance.choice((0, 500, 2000)),
                worker=chance.choice(WORKERS),
                at=at,
                second=None if what == "alone" else chance.choice(WORKERS),
                to=chance.choice(("f0", "f1", "f2")) if what == "handed" else None,
                reason="unknown" if what == "closed" else None,
            )
        )
    payments = _payments(chance, ["f0", "f1", "f2"])
    now = at + timedelta(hours=chance.choice((0, 7, 9)))
    return {
        "moves": [vars(one) | {"at": _text(one.at)} for one in moves],
        "payments": [vars(one) for one in payments],
        "now": _text(now),
        "floats": [
            {
                "float": one.float,
                "cashier": one.cashier,
                "balance": one.balance,
                "difference": one.difference,
                "is_open": one.closed_at is None,
                "may_pay": [worker for worker in WORKERS if one.may_pay(worker, now)],
            }
            for _, one in sorted(cash.floats(moves, payments).items())
        ],
    }


def _text(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
