"""PINs of workers: set by the site manager, checked by the hub; a tablet's rings open by them."""

import logging
import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher, Type
from argon2.exceptions import Argon2Error
from django.db import transaction

from akeyi.errors import PIN_TOO_SOON, PIN_WRONG, AkeyiError, Kind

from . import rings
from .models import Pin, WrongPins
from .noted import note
from .pin_cost import COST

_hasher = PasswordHasher(
    time_cost=COST["iterations"], memory_cost=COST["memory_kib"], parallelism=COST["parallelism"], type=Type.ID
)
TRIES_WITHOUT_DELAY = 4
LONGEST_WAIT = 2**10
OFFICE = "office"


def set_pin(worker: str, pin: str, opens: Iterable[str] = ()) -> None:
    """Gives a worker a PIN of 4 to 8 digits; the old one dies, and with it what it opened, on every tablet too."""
    if not (pin.isdecimal() and pin.isascii() and 4 <= len(pin) <= 8):
        raise ValueError("a PIN is 4 to 8 digits")
    Pin.objects.update_or_create(worker=worker, defaults={"hash": _hasher.hash(pin), "opens": list(opens)})
    WrongPins.objects.filter(worker=worker).delete()
    rings.end("pin", worker=worker)


def check_pin(worker: str | None, pin: str, where: str = OFFICE) -> None:
    """Raises PIN_WRONG, or PIN_TOO_SOON where wrong tries follow one another too fast.

    `worker` None: somebody nobody knows; refusing them takes as long. `where`: the tablet on which it was typed. Tries
    are counted for each by itself, so that whoever guesses on a stolen tablet keeps nobody from working on another.
    """
    found = Pin.objects.filter(worker=worker).first() if worker else None
    if found:
        take_a_try(found.worker, where)
    try:
        _hasher.verify(found.hash if found else _nobody, pin)
        fits = found is not None
    except Argon2Error:
        fits = False
    if found is None or not fits:
        note("pin.wrong", logging.WARNING, PIN_WRONG.number)
        raise AkeyiError(PIN_WRONG)
    forget_tries(found.worker, where)


def forget_tries(of: str, where: str) -> None:
    """What was tried was right."""
    WrongPins.objects.filter(worker=of, where=where).delete()


def take_a_try(of: str, where: str, too_soon: Kind = PIN_TOO_SOON) -> None:
    """Raises `too_soon` where wrong tries follow one another too fast. `of`: whose PIN it is, or the site of a code.

    Counted before the PIN is looked at: a hundred guesses at the same moment are a hundred tries.
    """
    now = datetime.now(UTC)
    with transaction.atomic():
        WrongPins.objects.get_or_create(worker=of, where=where, defaults={"tries": 0, "tried_at": now})
        so_far = WrongPins.objects.select_for_update().get(worker=of, where=where)
        if so_far.tries > TRIES_WITHOUT_DELAY:
            wait = timedelta(seconds=min(2 ** (so_far.tries - TRIES_WITHOUT_DELAY), LONGEST_WAIT))
            left = so_far.tried_at + wait - now
            # A clock that was set back makes nobody wait for longer than that.
            if timedelta(0) < left <= wait:
                raise AkeyiError(too_soon, seconds=int(left.total_seconds()) + 1)
        so_far.tries, so_far.tried_at = min(so_far.tries + 1, 1000), now
        so_far.save()


# An unknown worker takes as long as a known one.
_nobody = _hasher.hash(os.urandom(16).hex())
