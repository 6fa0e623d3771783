"""When a session ends by itself: after a shift, and after an hour in which nobody did anything."""

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

BEGAN, SEEN = "began", "seen"
# A page that is opened is noted once a minute, so that reading writes nothing.
NOTED_EVERY_S = 60


def has_ended(began: float, seen: float, now: float) -> bool:
    """Whether a session is over: `began` and `seen` are when it began and when somebody last did something."""
    return now - began > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE_S


class SessionEnds:
    """Signs out whoever was away too long. A board that refreshes by itself is nobody doing something."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._look(request)
        return self.get_response(request)

    def _look(self, request: HttpRequest) -> None:
        now, session = time.time(), request.session
        began, seen = session.get(BEGAN, now), session.get(SEEN, now)
        if has_ended(began, seen, now):
            logout(request)
        elif BEGAN not in session or (now - seen > NOTED_EVERY_S and "HX-Request" not in request.headers):
            session[BEGAN], session[SEEN] = began, now
            UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=timezone.now())
