"""Wrong tries at the office's door: each makes the next wait longer, for that name at that browser and for nobody else.

A whole hall sits behind one router, so an address on the network says nothing, and none is kept.
"""

import logging
import secrets
from datetime import timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from akeyi.access.noted import note
from akeyi.access.saying_no import in_words
from akeyi.errors.office import TOO_MANY_TRIES

FREE_TRIES, SHORTEST_S, LONGEST_S = 4, 30, 15 * 60
FORGOTTEN_AFTER = timedelta(hours=24)
# A browser in which somebody came in before; it does not wait for what others try with their name elsewhere.
COOKIE, COOKIE_LIVES, NAMES_AT_MOST = "known", timedelta(days=90), 40
ELSEWHERE = "elsewhere"


def wait_s(wrong: int) -> int:
    """Seconds to wait after so many wrong tries: none for four, then 30, then twice as long, at most 15 minutes."""
    return min(SHORTEST_S * 2 ** min(wrong - FREE_TRIES - 1, 10), LONGEST_S) if wrong > FREE_TRIES else 0


def name_key(_request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """Stands for a name that was typed. What was typed is not kept: some type their password there."""
    name = str((credentials or {}).get("username") or "").strip().casefold()
    return salted_hmac("akeyi.access.throttle", name).hexdigest()


def no_address(_request: HttpRequest) -> None:
    return None


def _known(request: HttpRequest) -> dict[str, Any]:
    try:
        said = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE, max_age=COOKIE_LIVES)
    except signing.BadSignature:
        return {"browser": secrets.token_urlsafe(12), "names": []}
    return dict(said)


def remember(request: HttpRequest, response: HttpResponse, user: User, **_: Any) -> None:
    """Somebody came in: their browser is known from now on."""
    said, key = _known(request), name_key(request, {"username": user.username})[:20]
    said["names"] = [key, *(one for one in said["names"] if one != key)][:NAMES_AT_MOST]
    response.set_cookie(
        COOKIE,
        signing.dumps(said, salt=COOKIE),
        max_age=COOKIE_LIVES,
        path="/office/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


class Handler(AxesDatabaseHandler):
    """Counts by name and browser: one counter for each known browser, one for all that are not known."""

    def is_allowed(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        self._see(request, credentials)
        return bool(super().is_allowed(request, credentials))

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        return self.seconds_left(request, credentials) > 0

    def seconds_left(self, request: HttpRequest, credentials: dict[str, Any] | None) -> int:
        """How long this name at this browser still has to wait."""
        last = self.get_user_attempts(request, credentials)[0].first()
        if last is None:
            return 0
        passed = (timezone.now() - last.attempt_time).total_seconds()
        return max(0, int(wait_s(last.failures_since_start) - passed + 0.999))

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **more: Any
    ) -> None:
        if request is None:
            return
        self._see(request, credentials)
        was_locked = getattr(request, "axes_locked_out", False)
        super().user_login_failed(sender, credentials, request, **more)
        if getattr(request, "axes_locked_out", False) and not was_locked:
            note("sign_in.waits", logging.WARNING, TOO_MANY_TRIES.number)

    def user_logged_in(self, sender: Any, request: HttpRequest, user: User, **more: Any) -> None:
        self._see(request, {"username": user.username})
        super().user_logged_in(sender, request, user, **more)

    def _see(self, request: HttpRequest, credentials: dict[str, Any] | None) -> None:
        said = _known(request)
        is_known = name_key(request, credentials)[:20] in said["names"]
        # Axes keeps what it knows of a request on the request, and counts by this.
        vars(request)["axes_user_agent"] = said["browser"] if is_known else ELSEWHERE


def forgive(user: User) -> None:
    """Whoever was given a new code does not wait for the tries before it."""
    Handler().reset_attempts(username=name_key(None, {"username": user.username}))


def in_minutes(seconds: int) -> str:
    return in_words(TOO_MANY_TRIES, minutes=max(1, -(-seconds // 60)))
