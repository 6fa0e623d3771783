"""What a card's codes say, and what a scanner or a keyboard gives back."""

import re
from dataclasses import dataclass

from akeyi.people.cards.numbers import CardNumberProblem, WrongCheckDigit, check, typed

_FRONT, _BACK = "A1", "A1B"
_CODE = re.compile(r"(A1B?):([0-9]{8}):([A-Z2-7]{8})")


class NotACardCode(CardNumberProblem):
    """A code was scanned, but it is not one of a card."""

    name = "card_code_unknown"


@dataclass(frozen=True)
class CardText:
    """One card as it was read; `front` and `token` are None when the number was typed."""

    number: str
    front: bool | None
    token: str | None


def front_text(number: str, token: str) -> str:
    """What the code on a card's front says. Capitals, digits and colons only: the code stays small."""
    return f"{_FRONT}:{number}:{token}"


def back_text(number: str, token: str) -> str:
    """What the code on a card's back says; another token, so that nobody can turn one code into the other."""
    return f"{_BACK}:{number}:{token}"


def read(text: str) -> CardText:
    """The card behind a scanned code or a typed number; raises a CardNumberProblem."""
    said = text.strip().upper()
    if ":" not in said:
        return CardText(typed(said), front=None, token=None)
    match = _CODE.fullmatch(said)
    if match is None:
        raise NotACardCode
    side, number, token = match.groups()
    if not check(number):
        raise WrongCheckDigit
    return CardText(number, front=side == _FRONT, token=token)
