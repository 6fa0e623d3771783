"""Accounts of workers at the office, and PINs: made here, shown once, kept by nobody."""

import re
import secrets
import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from akeyi.journal.declare import WALLS
from akeyi.journal.tell import Saying, tell

from .entrance import factors, first_codes, throttle
from .facts.let_in import WasLetIn, WhyLetIn
from .models import OfficeAccount, Worker
from .pins import set_pin
from .walls import OPEN_TO_ALL

PIN_DIGITS = 6


def new_pin(worker: str, opens: Iterable[str] = ()) -> str:
    """Gives a worker a PIN nobody could guess from the last; the old one dies.

    `opens`: walls of a second holder's, where nobody has to be asked: at the machine itself, and in a demo.
    """
    while True:
        pin = f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"
        if is_hard_to_guess(pin):
            set_pin(worker, pin, opens)
            return pin


def is_hard_to_guess(pin: str) -> bool:
    """Six digits, and none of those that anybody tries first, like 111111 and 123456."""
    is_pin = len(pin) == PIN_DIGITS and pin.isascii() and pin.isdecimal()
    return is_pin and len(set(pin)) > 2 and pin not in "01234567890" and pin not in "09876543210"


def in_two(pin: str) -> str:
    """`418 293`, as it is read aloud."""
    return f"{pin[: PIN_DIGITS // 2]} {pin[PIN_DIGITS // 2 :]}"


def username_of(worker: str) -> str | None:
    """The name under which a worker signs in at the office; None where they have no account."""
    account = OfficeAccount.objects.filter(worker=worker).select_related("user").first()
    return account.user.username if account else None


def has_second_proof(worker: str) -> bool:
    """Whether this worker has set a passkey or a code app."""
    account = OfficeAccount.objects.filter(worker=worker).select_related("user").first()
    return account is not None and factors.has_second_proof(account.user)


def proves_themselves(worker: str) -> bool:
    """Whether this worker comes in at the office with a second proof of their own; a demo's people need none."""
    account = OfficeAccount.objects.filter(worker=worker, user__is_active=True).select_related("user").first()
    return account is not None and (factors.has_second_proof(account.user) or factors.is_exempt(account.user))


@transaction.atomic
def open_account(
    worker: Worker,
    lives: timedelta = first_codes.A_SHIFT,
    *,
    told_by: str | None = None,
    opens: Iterable[str] = (),
) -> tuple[str, str]:
    """Opens a worker's office account, or lets them in again with another password: (name, one-time code).

    The code is readable this once. A second proof that is set stays: it is asked for after the code, so what a second
    holder opened stays open too. `opens`: as for a PIN.
    """
    user, is_new = _without_password(worker)
    _keep_open(worker, opens)
    _let_in(worker, "begins" if is_new else "forgot", told_by)
    return user.username, first_codes.offer(user, lives)


@transaction.atomic
def begin_anew(
    worker: Worker,
    lives: timedelta = first_codes.A_SHIFT,
    *,
    told_by: str | None = None,
    opens: Iterable[str] = (),
) -> tuple[str, str]:
    """For whoever lost their second proof: all of it is forgotten, the password too. (name, one-time code)."""
    user, _is_new = _without_password(worker)
    factors.forget(user)
    _keep_open(worker, opens)
    _let_in(worker, "lost", told_by)
    return user.username, first_codes.offer(user, lives)


@transaction.atomic
def invent_account(worker: Worker) -> tuple[str, str]:
    """An account of somebody invented, in a demo alone: (name, password). Such an account needs no second proof."""
    if settings.MODE != "demo":
        raise ValueError("only a demo invents accounts")
    user, _is_new = _without_password(worker)
    password = first_codes.readable(4)
    user.set_password(password)
    user.save()
    OfficeAccount.objects.filter(user=user).update(is_invented=True, opens=list(WALLS))
    return user.username, password


def _without_password(worker: Worker) -> tuple[User, bool]:
    """The worker's account, with which nobody can come in now, and whether it is new."""
    account = OfficeAccount.objects.filter(worker=worker.subject).select_related("user").first()
    user = account.user if account else User(username=_free_username(worker.short_name or ""))
    user.is_active = True
    # Sessions hold a hash of the password, so an unusable one ends them all.
    user.set_unusable_password()
    user.save()
    if not account:
        OfficeAccount.objects.create(user=user, worker=worker.subject)
    throttle.forgive(user)
    return user, account is None


def _keep_open(worker: Worker, opens: Iterable[str]) -> None:
    """An account that anybody could begin now opens no wall that a holder opened to the one before."""
    account = OfficeAccount.objects.select_related("user").get(worker=worker.subject)
    stays = account.opens if factors.has_second_proof(account.user) else ()
    account.opens = sorted({*stays, *opens} - OPEN_TO_ALL)
    account.save(update_fields=["opens"])


def _let_in(worker: Worker, why: WhyLetIn, told_by: str | None) -> None:
    """Whoever gives a code could come in with it: so it is told, and its owner sees by whom."""
    tell(Saying(WasLetIn(why=why), site=worker.works_at or worker.site, subject=worker.subject, worker=told_by))


def close_account(worker: str) -> None:
    """Ends a worker's way into the office; every open page of theirs asks to sign in again."""
    for account in OfficeAccount.objects.filter(worker=worker).select_related("user"):
        account.user.is_active = False
        account.user.set_unusable_password()
        account.user.save()
        first_codes.withdraw(account.user)


def _free_username(short_name: str) -> str:
    bare = unicodedata.normalize("NFKD", short_name).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9]+", ".", bare).strip(".") or "worker"
    taken = set(User.objects.filter(username__startswith=name).values_list("username", flat=True))
    return name if name not in taken else next(f"{name}{n}" for n in range(2, 10_000) if f"{name}{n}" not in taken)
