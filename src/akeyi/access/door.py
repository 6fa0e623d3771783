"""The door to office pages: who is signed in, with which proofs, at which site, and what they may read."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.utils import timezone

from .entrance.factors import missing
from .models import OfficeAccount, Worker
from .noted import note
from .queries import zone_of
from .viewer import MayNotRead, Viewer
from .working_roles import working_roles

Page = Callable[..., HttpResponse]


def viewer_of(request: HttpRequest) -> Viewer | None:
    """The worker who is signed in; None where nobody is, or who no longer works here."""
    return viewer_with(request.user) if request.user.is_authenticated else None


def the_user(request: HttpRequest) -> User:
    """The account that is signed in, where a door has let it in."""
    assert isinstance(request.user, User)
    return request.user


def the_viewer(request: HttpRequest) -> Viewer:
    """The worker who is signed in, where a door has let them in."""
    viewer = viewer_of(request)
    assert viewer is not None
    return viewer


def viewer_with(user: User) -> Viewer | None:
    """The worker whose account this is; None where it is nobody's, or who no longer works here."""
    account = OfficeAccount.objects.filter(user=user).first()
    worker = account and Worker.objects.filter(subject=account.worker, is_active=True).first()
    if not account or not worker or not worker.works_at:
        return None
    now, roles = datetime.now(UTC), working_roles([worker.subject])[worker.subject]
    return Viewer.of(worker.subject, worker.works_at, roles.at(now), roles.opened_at(now, account.opens))


def office_page(*walls: str, duty: str | None = None) -> Callable[[Page], Page]:
    """A page for people at a table, called as view(request, viewer, …): they read behind all
    of `walls`, and have the duty.
    """

    def guard(view: Page) -> Page:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            viewer = viewer_of(request)
            if viewer is None:
                return _to_sign_in(request)
            if missing(the_user(request), viewer):
                return redirect("mfa_index")
            try:
                if (duty and not viewer.has_duty(duty)) or not all(viewer.reads(wall) for wall in walls):
                    raise MayNotRead
                # Times on a page, and those typed into it, are the site's.
                with timezone.override(zone_of(viewer.site)):
                    return view(request, viewer, *args, **kwargs)
            except MayNotRead:
                note("page.refused", logging.WARNING)
                return render(request, "office/not_for_you.html", {"viewer": viewer}, status=403)

        return answer

    return guard


def own_page(view: Page) -> Page:
    """A page about one's own sign-in: for whoever is signed in, also before everything is set that they need."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        viewer = viewer_of(request)
        if viewer is None:
            return _to_sign_in(request)
        with timezone.override(zone_of(viewer.site)):
            response = view(request, *args, **kwargs)
            if isinstance(response, TemplateResponse) and not response.is_rendered:
                more = {"viewer": viewer, "is_missing": bool(missing(the_user(request), viewer))}
                response.context_data = more | (response.context_data or {})
                response.render()
        return response

    return answer


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        # An account whose worker left is signed out: the sign-in page would send it back here, and so on for ever.
        # Whoever is half signed in stays so: a page left open must not undo their password.
        logout(request)
    if "HX-Request" in request.headers:
        # A page that renews itself would stand still unnoticed: it is opened again, and asks who is there.
        return HttpResponse(headers={"HX-Refresh": "true"})
    if request.get_full_path() == settings.LOGIN_REDIRECT_URL:
        # Whoever asks for no page is led to the first that is theirs.
        return redirect(settings.LOGIN_URL)
    return redirect_to_login(request.get_full_path())
