"""PINs of workers: set by the site manager, checked by the hub; a tablet's rings open by them."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher, Type
from argon2.exceptions import Argon2Error

from akeyi.errors import PIN_TOO_SOON, PIN_WRONG, AkeyiError

from .models import Pin

# 46 MiB is what a tablet with 2 GB bears; measured equal on both sides. Tablets seal their rings at this cost, too.
COST = {"memory_kib": 47_104, "iterations": 3, "parallelism": 1}
_hasher = PasswordHasher(
    time_cost=COST["iterations"], memory_cost=COST["memory_kib"], parallelism=COST["parallelism"], type=Type.ID
)
TRIES_WITHOUT_DELAY = 4


def set_pin(worker: str, pin: str, opens: Iterable[str] = ()) -> None:
    """Gives a worker a PIN of 4 to 8 digits; the old one dies, and with it what it opened."""
    if not (pin.isdecimal() and pin.isascii() and 4 <= len(pin) <= 8):
        raise ValueError("a PIN is 4 to 8 digits")
    Pin.objects.update_or_create(
        worker=worker, defaults={"hash": _hasher.hash(pin), "wrong_tries": 0, "opens": list(opens)}
    )


def check_pin(worker: str | None, pin: str) -> None:
    """Raises PIN_WRONG, or PIN_TOO_SOON where wrong tries follow one another too fast.

    `worker` None: somebody nobody knows; refusing them takes as long.
    """
    found = Pin.objects.filter(worker=worker).first() if worker else None
    now = datetime.now(UTC)
    if found and found.tried_at and found.wrong_tries > TRIES_WITHOUT_DELAY:
        wait = timedelta(seconds=2 ** min(found.wrong_tries - TRIES_WITHOUT_DELAY, 10))
        left = found.tried_at + wait - now
        if left > timedelta(0):
            raise AkeyiError(PIN_TOO_SOON, seconds=int(left.total_seconds()) + 1)
    try:
        _hasher.verify(found.hash if found else _nobody, pin)
    except Argon2Error:
        if found:
            Pin.objects.filter(worker=worker).update(wrong_tries=found.wrong_tries + 1, tried_at=now)
        raise AkeyiError(PIN_WRONG) from None
    if found is None:
        raise AkeyiError(PIN_WRONG)
    if found.wrong_tries:
        Pin.objects.filter(worker=worker).update(wrong_tries=0)


# An unknown worker takes as long as a known one.
_nobody = _hasher.hash(os.urandom(16).hex())
