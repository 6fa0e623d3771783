"""Badges of workers: a secret on paper, of which this server keeps a hash alone."""

import base64
import hashlib
import secrets

from .models import Badge

SECRET_BYTES = 15


def new_secret() -> str:
    """24 capitals and digits: the code that holds them stays small."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def hash_of(secret: str) -> str:
    """What is kept in the secret's place. Nobody guesses 120 bits, so it need not be slow."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_badge(worker: str) -> str:
    """What the code on a worker's new badge says; the one before ends."""
    secret = new_secret()
    keep_badge(worker, secret)
    return f"AW:{worker.upper()}:{secret}"


def keep_badge(worker: str, secret: str) -> None:
    """This is the worker's badge from now on."""
    Badge.objects.update_or_create(worker=worker, defaults={"secret_hash": hash_of(secret)})


def badge_of(worker: str) -> str | None:
    """The hash of the secret on a worker's badge; None where none was printed."""
    return Badge.objects.filter(worker=worker).values_list("secret_hash", flat=True).first()
