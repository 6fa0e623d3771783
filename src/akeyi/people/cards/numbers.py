"""A card's number: eight digits, of which the last one catches a wrong digit or two that changed places."""

LENGTH = 8

# Damm's table: a quasigroup in which no single wrong digit and no swap of two neighbours gives the same last
# digit. It needs no eleventh sign, unlike the check digits of books and accounts, so people only ever say digits.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)

# What people put between the groups, or a phone's keyboard puts there for them.
_BETWEEN = dict.fromkeys(map(ord, " \t\r\n\u00a0\u2007\u2009\u202f.-\u2010\u2011\u2012\u2013\u2014"))

_DIGITS = frozenset("0123456789")


class CardNumberProblem(ValueError):
    """What was typed or scanned is no card number; `name` says which way, for the sentence the worker reads."""

    name = "card_number"


class NothingTyped(CardNumberProblem):
    name = "card_number_empty"


class NotOnlyDigits(CardNumberProblem):
    name = "card_number_not_digits"


class TooFewDigits(CardNumberProblem):
    name = "card_number_too_short"


class TooManyDigits(CardNumberProblem):
    name = "card_number_too_long"


class WrongCheckDigit(CardNumberProblem):
    name = "card_number_mistyped"


def check_digit(payload: str) -> str:
    """The digit that makes `payload` (digits only) a number that proves itself."""
    state = 0
    for digit in payload:
        state = _DAMM[state][int(digit)]
    return str(state)


def check(number: str) -> bool:
    """True if `number` is eight digits and the last one fits."""
    return len(number) == LENGTH and _DIGITS.issuperset(number) and check_digit(number) == "0"


def spoken(number: str) -> str:
    """The number as it is shown and read aloud: two groups of four."""
    return f"{number[:4]} {number[4:]}"


def typed(text: str) -> str:
    """The eight digits of what a person typed; raises the CardNumberProblem that says what is wrong with it."""
    digits = text.translate(_BETWEEN)
    if not digits:
        raise NothingTyped
    if not _DIGITS.issuperset(digits):
        raise NotOnlyDigits
    if len(digits) < LENGTH:
        raise TooFewDigits
    if len(digits) > LENGTH:
        raise TooManyDigits
    if not check(digits):
        raise WrongCheckDigit
    return digits
