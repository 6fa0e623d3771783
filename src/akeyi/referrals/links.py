"""Links by which a receiver comes to one referral without an account: opened once, with a code that was given apart."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db.models import F

from . import rules
from .models import Link
from .queries import Shown

# To be opened within three days; from then on it lives until two weeks after the day by which help was asked for.
TO_OPEN, TO_ANSWER = timedelta(hours=72), timedelta(days=14)
# As long as a browser may have to remember what it opened.
LONGEST = timedelta(days=28)


def make(shown: Shown, site: str, now: datetime) -> tuple[str, str]:
    """A new link to a referral: what stands in its address, and the code. Earlier links end."""
    Link.objects.filter(referral=shown.referral.id, ended_at=None).update(ended_at=now)
    token, code = secrets.token_urlsafe(24), f"{secrets.randbelow(10**6):06d}"
    Link.objects.create(
        token_hash=_hash(token),
        code_hash=_hash(token, code),
        referral=shown.referral.id,
        wall=shown.wall,
        site=site,
        made_at=now,
        expires_at=now + TO_OPEN,
    )
    return token, code


def find(token: str, now: datetime) -> Link | None:
    """The link of an address; None where it leads nowhere, or no longer."""
    link = Link.objects.filter(token_hash=_hash(token)).first()
    if link is None:
        return None
    known = rules.Try(link.expires_at, link.ended_at is not None, link.tries, link.browser_hash)
    return None if rules.link_is_dead(known, now) else link


def is_of(link: Link, browser: str) -> bool:
    """Whether this is the browser that opened the link."""
    return bool(link.browser_hash) and secrets.compare_digest(link.browser_hash or "", _hash(browser))


def open_with(link: Link, token: str, code: str, due: datetime, now: datetime) -> str | None:
    """Opens a link with its code: what the browser is to keep from now on; None where the code is wrong.

    A try is counted before it is looked at, so that many at once are many.
    """
    Link.objects.filter(pk=link.pk).update(tries=F("tries") + 1)
    if not secrets.compare_digest(link.code_hash, _hash(token, "".join(code.split()))):
        return None
    browser = secrets.token_urlsafe(24)
    opened = Link.objects.filter(pk=link.pk, browser_hash=None, tries__lte=rules.MANY_TRIES).update(
        browser_hash=_hash(browser), tries=0, expires_at=max(due, now) + TO_ANSWER
    )
    return browser if opened else None


def _hash(*secret: str) -> str:
    """A plain hash is enough: what is hashed has 192 random bits, and the code stands behind them."""
    return hashlib.sha256(":".join(secret).encode()).hexdigest()
