"""Accounts of workers at the office, and PINs: made here, shown once, kept by nobody."""

import re
import secrets
import unicodedata

from django.contrib.auth.models import User
from django.db import transaction

from .models import OfficeAccount, Worker
from .pins import set_pin

PIN_DIGITS = 6
PASSWORD_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # noqa: S105 - an alphabet


def new_pin(worker: str) -> str:
    """Gives a worker a PIN nobody could guess from the last; the old one dies."""
    while True:
        pin = f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"
        # 111111 and 123456 are the first that anybody tries.
        if len(set(pin)) > 2 and pin not in "01234567890" and pin not in "09876543210":
            set_pin(worker, pin)
            return pin


def in_two(pin: str) -> str:
    """`418 293`, as it is read aloud."""
    return f"{pin[: PIN_DIGITS // 2]} {pin[PIN_DIGITS // 2 :]}"


def new_password() -> str:
    """Four groups of four signs that can be read aloud: 80 bits."""
    return "-".join("".join(secrets.choice(PASSWORD_LETTERS) for _ in range(4)) for _ in range(4))


def username_of(worker: str) -> str | None:
    """The name under which a worker signs in at the office; None where they have no account."""
    account = OfficeAccount.objects.filter(worker=worker).select_related("user").first()
    return account.user.username if account else None


def open_account(worker: Worker) -> tuple[str, str]:
    """Opens a worker's office account, or gives it a new password: (name, password), readable this once."""
    password = new_password()
    with transaction.atomic():
        account = OfficeAccount.objects.filter(worker=worker.subject).select_related("user").first()
        user = account.user if account else User(username=_free_username(worker.short_name or ""))
        user.is_active = True
        user.set_password(password)
        user.save()
        if not account:
            OfficeAccount.objects.create(user=user, worker=worker.subject)
    return user.username, password


def close_account(worker: str) -> None:
    """Ends a worker's way into the office; every open page of theirs asks to sign in again."""
    for account in OfficeAccount.objects.filter(worker=worker).select_related("user"):
        account.user.is_active = False
        # Sessions hold a hash of the password, so an unusable one ends them all.
        account.user.set_unusable_password()
        account.user.save()


def _free_username(short_name: str) -> str:
    bare = unicodedata.normalize("NFKD", short_name).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9]+", ".", bare).strip(".") or "worker"
    taken = set(User.objects.filter(username__startswith=name).values_list("username", flat=True))
    return name if name not in taken else next(f"{name}{n}" for n in range(2, 10_000) if f"{name}{n}" not in taken)
