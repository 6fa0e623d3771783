"""The door to office pages: who is signed in, at which site, and what they may read."""

from collections.abc import Callable
from functools import wraps
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from . import queries
from .models import OfficeAccount, Site, Worker
from .viewer import MayNotRead, Viewer

Page = Callable[..., HttpResponse]


def viewer_of(request: HttpRequest) -> Viewer | None:
    """The worker who is signed in; None where nobody is, or who no longer works here."""
    return viewer_with(request.user) if request.user.is_authenticated else None


def viewer_with(user: User) -> Viewer | None:
    """The worker whose account this is; None where it is nobody's, or who no longer works here."""
    account = OfficeAccount.objects.filter(user=user).first()
    worker = account and Worker.objects.filter(subject=account.worker, is_active=True).first()
    if not worker or not worker.works_at:
        return None
    return Viewer.of(worker.subject, worker.works_at, queries.roles_of([worker.subject])[worker.subject])


def office_page(*walls: str, duty: str | None = None) -> Callable[[Page], Page]:
    """A page for people at a table, called as view(request, viewer, …): they read behind all
    of `walls`, and have the duty.
    """

    def guard(view: Page) -> Page:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            viewer = viewer_of(request)
            if viewer is None:
                return redirect_to_login(request.get_full_path())
            try:
                if (duty and not viewer.has_duty(duty)) or not all(viewer.reads(wall) for wall in walls):
                    raise MayNotRead
                # Times on a page, and those typed into it, are the site's.
                with timezone.override(_zone(viewer.site)):
                    return view(request, viewer, *args, **kwargs)
            except MayNotRead:
                return render(request, "office/not_for_you.html", {"viewer": viewer}, status=403)

        return answer

    return guard


def _zone(site: str) -> ZoneInfo:
    return ZoneInfo(Site.objects.filter(subject=site).values_list("timezone", flat=True).first() or "UTC")
