"""One-time codes: how somebody comes in the first time, or after they forgot; on paper or aloud, used up at once."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.http import HttpRequest

from akeyi.access.models import FirstCode

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
# A shift for what a manager hands over at the table, a day for what a command printed.
A_SHIFT, A_DAY = timedelta(hours=12), timedelta(hours=24)


def readable(groups: int) -> str:
    """Groups of four signs that can be read aloud, 20 bits each."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(groups))


def offer(user: User, lives: timedelta = A_SHIFT) -> str:
    """A new code for this account, readable this once; the one before dies."""
    code = readable(3)
    FirstCode.objects.update_or_create(
        user=user, defaults={"code_hash": _hash(code), "expires_at": datetime.now(UTC) + lives}
    )
    return code


def withdraw(user: User) -> None:
    """A code that was given and not used lets nobody in any more."""
    FirstCode.objects.filter(user=user).delete()


def _hash(code: str) -> bytes:
    return hashlib.sha256("".join(code.casefold().split()).replace("-", "").encode()).digest()


class ByFirstCode(ModelBackend):
    """Lets in whoever brings the code of their name. It is gone whatever comes after."""

    def authenticate(  # type: ignore[override]
        self, request: HttpRequest | None, username: str = "", code: str = ""
    ) -> User | None:
        now = datetime.now(UTC)
        found = FirstCode.objects.filter(
            user__username__iexact=username, user__is_active=True, code_hash=_hash(code), expires_at__gt=now
        ).first()
        if found is None:
            return None
        # One statement decides, so that two browsers with one code are one sign-in.
        gone, _ = FirstCode.objects.filter(pk=found.pk, code_hash=found.code_hash).delete()
        return found.user if gone else None
