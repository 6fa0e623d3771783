"""A series of cards: numbers drawn in an order nobody can guess, and the ids that follow from them.

Everything follows from the series' secret, so a tablet that knows it needs no list and no network, and once
the secret is destroyed nothing on paper leads back to a reception.
"""

import base64
import binascii
import hmac
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Literal
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from akeyi.people.cards.numbers import check_digit

DRAWN = 10_000  # four digits between the prefix and the check digit
_SHUFFLE_BYTES = 4 * DRAWN
_TOKEN_BYTES = 5
_STREAM_BYTES = _SHUFFLE_BYTES + 2 * _TOKEN_BYTES * DRAWN
_SECRET_BYTES = 32


class SeriesProblem(ValueError):
    """A series that cannot exist; the text says why."""


@dataclass(frozen=True)
class Series:
    """Cards that share a three-digit prefix and a secret, handed out in rolls of `roll_size`.

    A site has one series more, with an empty prefix and a count of 0: it draws no cards, and its secret makes the
    reception ids of numbers that belong to no series.
    """

    name: str
    prefix: str
    secret: bytes = field(repr=False)
    count: int
    roll_size: int

    def __post_init__(self) -> None:
        if self.prefix and not (len(self.prefix) == 3 and self.prefix.isascii() and self.prefix.isdigit()):
            raise SeriesProblem("a prefix has three digits, or none for the site's own numbers")
        if len(self.secret) != _SECRET_BYTES:
            raise SeriesProblem("a secret has 32 bytes")
        if not (0 <= self.count <= DRAWN):
            raise SeriesProblem("a series has at most 10,000 cards")
        if not self.prefix and self.count:
            raise SeriesProblem("the site's own numbers are never drawn")
        if self.roll_size < 1:
            raise SeriesProblem("a roll has at least one card")

    def draw(self) -> tuple[str, ...]:
        """The series' numbers in the order of its rolls."""
        return self._numbers

    def token(self, index: int) -> str:
        """What the front code of card `index` holds besides its number."""
        return self._token_at(index, back=False)

    def back_token(self, index: int) -> str:
        """What the back code of card `index` holds besides its number."""
        return self._token_at(index, back=True)

    def index_of(self, number: str) -> int | None:
        """Where in the series a card is; None if it was never drawn."""
        return self._places.get(number)

    def roll_of(self, number: str) -> int | None:
        """Which roll a card is of, from 0; None if it was never drawn."""
        index = self.index_of(number)
        return None if index is None else index // self.roll_size

    @property
    def rolls(self) -> range:
        """The numbers of the series' rolls."""
        return range(-(-self.count // self.roll_size))

    def cards_of_roll(self, roll: int) -> range:
        """The places of a roll's cards; the last roll may be shorter."""
        if roll not in self.rolls:
            raise SeriesProblem(f"the series has no roll {roll}")
        return range(roll * self.roll_size, min((roll + 1) * self.roll_size, self.count))

    def side_of(self, number: str, token: str) -> Literal["front", "back"] | None:
        """Which code of this very card holds `token`; None if neither does."""
        index = self.index_of(number)
        if index is None or not token.isascii():
            return None
        if hmac.compare_digest(token, self.token(index)):
            return "front"
        if hmac.compare_digest(token, self.back_token(index)):
            return "back"
        return None

    def reception_id(self, number: str) -> UUID:
        """The reception that begins with this card: the same on every tablet that meets it."""
        return self._id(f"reception:{number}")

    def roll_id(self, roll: int) -> UUID:
        """The id of a roll of this series."""
        return self._id(f"roll:{roll}")

    def _id(self, what: str) -> UUID:
        raw = bytearray(hmac.digest(self.secret, what.encode(), sha256)[:16])
        raw[6] = raw[6] & 0x0F | 0x80  # version 8: made our own way
        raw[8] = raw[8] & 0x3F | 0x80
        return UUID(bytes=bytes(raw))

    @cached_property
    def _stream(self) -> bytes:
        keystream = Cipher(algorithms.AES(self.secret), modes.CTR(bytes(16))).encryptor()
        return keystream.update(bytes(_STREAM_BYTES))

    @cached_property
    def _numbers(self) -> tuple[str, ...]:
        if not self.count:
            return ()
        order = list(range(DRAWN))
        words = memoryview(self._stream)[:_SHUFFLE_BYTES]
        for at, i in enumerate(range(DRAWN - 1, 0, -1)):
            j = int.from_bytes(words[4 * at : 4 * at + 4], "big") % (i + 1)
            order[i], order[j] = order[j], order[i]
        payloads = (f"{self.prefix}{drawn:04}" for drawn in order[: self.count])
        return tuple(payload + check_digit(payload) for payload in payloads)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {number: index for index, number in enumerate(self._numbers)}

    def _token_at(self, index: int, *, back: bool) -> str:
        if not 0 <= index < self.count:
            raise SeriesProblem(f"the series has no card at place {index}")
        start = _SHUFFLE_BYTES + 2 * _TOKEN_BYTES * index + (_TOKEN_BYTES if back else 0)
        return base64.b32encode(self._stream[start : start + _TOKEN_BYTES]).decode()


def secret_from_text(text: str) -> bytes:
    """The secret as a series' fact carries it: base64 of 32 bytes."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise SeriesProblem("a secret is base64 of 32 bytes") from None


def secret_as_text(secret: bytes) -> str:
    """The secret as a series' fact carries it."""
    return base64.b64encode(secret).decode()
