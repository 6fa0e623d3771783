"""Programmes: who gets what, written in a form, looked at before it is published, in versions that stay."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.arrivals.wording import GROUPS
from akeyi.errors.programmes import ITS_DAY_HAS_COME
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people import queries as people

from .. import queries, wording
from ..checks import Checked, checked, would_change
from ..facts.programme import ProgrammePublished
from ..models import Programme
from ..programmes import Version, in_force
from ..rules import is_cash
from .programme_form import WholeProgramme, earliest

# Between looking and publishing a version waits on the page, signed: what was looked at is what is published.
SALT = "akeyi.programme"
NOT_WRITTEN = ("csrfmiddlewaretoken", "change")


@office_page("assistance")
def programmes(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    today, found = timezone.localdate(), _by_programme(viewer.site)
    items = _item_names(viewer.site)
    rows = []
    for id, versions in found.items():
        standing = next((one for one in reversed(versions) if one.since <= today), versions[0])
        rows.append(_row(standing, items, today) | {"id": id, "versions": len(versions), "newest": versions[-1]})
    rows.sort(key=lambda row: (row["state"] == "ended", row["name"]))
    return render(request, "assistance/programmes.html", {"viewer": viewer, "rows": rows, "today": today})


@office_page("assistance")
def programme(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """Every version, the newest first; and the form for the next."""
    versions = _by_programme(viewer.site).get(id)
    if not versions:
        raise Http404
    if request.method == "POST" and not viewer.is_manager:
        return _programme(request, viewer, id, versions, None, status=403)
    whole = _form(request, viewer, versions) if viewer.is_manager else None
    if whole and _is_written(request) and whole.is_valid():
        return _look(request, viewer, id, whole.said())
    return _programme(request, viewer, id, versions, whole)


def _programme(
    request: HttpRequest,
    viewer: Viewer,
    id: str,
    versions: list[Programme],
    whole: WholeProgramme | None,
    status: int = 200,
) -> HttpResponse:
    items, today = _item_names(viewer.site), timezone.localdate()
    standing = next((one for one in reversed(versions) if one.since <= today), versions[0])
    context = {
        "viewer": viewer,
        "id": id,
        "name": wording.named(versions[-1].names),
        "rows": [
            _row(one, items, today) | {"number": number, "is_standing": one.id == standing.id}
            for number, one in reversed(list(enumerate(versions, start=1)))
        ],
        "whole": whole,
        "has_ended": not (versions[-1].items or versions[-1].cash),
    }
    return render(request, "assistance/programme.html", context, status=status)


@office_page("assistance", duty="site")
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    whole = _form(request, viewer, [])
    if _is_written(request) and whole.is_valid():
        return _look(request, viewer, new_id(), whole.said())
    return render(request, "assistance/programme_new.html", {"viewer": viewer, "whole": whole})


@require_POST
@office_page("assistance", duty="site")
def publish(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What was looked at is published."""
    try:
        kept = signing.loads(request.POST.get("signed", ""), salt=SALT, max_age=24 * 3600)
        if kept["site"] != viewer.site:
            raise signing.BadSignature
    except signing.BadSignature:
        return redirect("programmes")
    said = ProgrammePublished.model_validate(kept["said"], strict=False)
    is_first = kept["id"] not in _by_programme(viewer.site)
    if said.since < earliest(timezone.localdate(), is_first):
        # It was looked at yesterday.
        messages.error(request, in_words(ITS_DAY_HAS_COME))
        return redirect("programmes") if is_first else redirect("programme", kept["id"])
    tell(Saying(said, site=viewer.site, subject=kept["id"], worker=viewer.worker))
    messages.success(request, gettext("Published. Tablets follow it as soon as they meet the hub."))
    return redirect("programmes")


@require_POST
@office_page("assistance", duty="site")
def end(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    """From tomorrow on it gives nothing; people of today and before are served as they were."""
    versions = _by_programme(viewer.site).get(id)
    if not versions:
        raise Http404
    newest = versions[-1]
    since = max(earliest(timezone.localdate(), is_first=False), newest.since)
    said = ProgrammePublished(names=newest.names, since=since)
    tell(Saying(said, site=viewer.site, subject=id, worker=viewer.worker))
    messages.success(request, gettext("It gives nothing from %(day)s on.") % {"day": since.isoformat()})
    return redirect("programme", id)


def _is_written(request: HttpRequest) -> bool:
    """Whether the form was sent to be looked at, and not to be changed once more."""
    return request.method == "POST" and "change" not in request.POST


def _look(request: HttpRequest, viewer: Viewer, id: str, said: dict[str, Any]) -> HttpResponse:
    """Before it is published: who would get a thing twice, who nothing, and for whom of today it changes something."""
    body = ProgrammePublished.model_validate(said, strict=False)
    standing = queries.versions(viewer.site)
    candidate = queries.as_version(
        Programme(
            id="~", clock="~", subject=id, **body.model_dump(mode="json") | {"since": body.since, "until": body.until}
        )
    )
    after = [*standing, candidate]
    items = _item_names(viewer.site)
    names = {one.subject: wording.named(one.names) for one in queries.published(viewer.site)}
    names[id] = wording.named(body.names)  # type: ignore[arg-type]
    day, changes = _changes(viewer.site, candidate)
    context = {
        "viewer": viewer,
        "id": id,
        "is_new": all(one.programme != id for one in standing),
        "name": names[id],
        "who": wording.for_whom(candidate),
        "gives": wording.gives(candidate, items),
        "since": body.since,
        "until": body.until,
        "checks": [_said(one, names, items) for one in checked(after, body.since)],
        "day": day,
        "changes": [
            {
                "what": _what(one.what, items),
                "more": sum(one.more.values()),
                "less": sum(one.less.values()),
                "more_of": _groups(one.more),
                "less_of": _groups(one.less),
            }
            for one in changes
        ],
        "written": [(name, one) for name, many in request.POST.lists() if name not in NOT_WRITTEN for one in many],
        "signed": signing.dumps({"id": id, "site": viewer.site, "said": said}, salt=SALT, compress=True),
    }
    return render(request, "assistance/programme_look.html", context)


def _changes(site: str, candidate: Version) -> tuple[date | None, list[Any]]:
    """Of whom of today, or of the last day on which anybody came, it would have changed something."""
    known = queries.known(site, people.everybody(site))
    day = max((one.day for one in known.people.values()), default=None)
    cards = sorted(card for card, one in known.people.items() if one.day == day)
    return day, would_change(known, candidate, cards, datetime.now(UTC))


def _groups(counts: dict[str, int]) -> str:
    words = GROUPS | {"household": gettext("Households with one card")}
    return ", ".join(f"{words[group]} {n}" for group, n in sorted(counts.items()))


def _what(id: str, items: dict[str, str]) -> str:
    """An item by its name, or a currency."""
    return id if is_cash(id) else items.get(id, "–")


def _said(one: Checked, names: dict[str, str], items: dict[str, str]) -> dict[str, Any]:
    return {
        "since": one.since,
        "nothing_for": [wording.who(some) for some in one.nothing_for],
        "overlaps": [
            {
                "what": _what(two.what, items),
                "programmes": " · ".join(names.get(id, "–") for id in two.programmes),
                "who": [wording.who(some) for some in two.who],
            }
            for two in one.overlaps
        ],
    }


def _row(row: Programme, items: dict[str, str], today: date) -> dict[str, Any]:
    version = queries.as_version(row)
    state = "coming" if row.since > today else "ended" if not in_force([version], today) or not version.gives else "now"
    return {
        "name": wording.named(row.names),
        "who": wording.for_whom(version),
        "gives": wording.gives(version, items),
        "since": row.since,
        "until": row.until,
        "published_at": row.at,
        "state": state,
    }


def _form(request: HttpRequest, viewer: Viewer, versions: list[Programme]) -> WholeProgramme:
    first_day = earliest(timezone.localdate(), is_first=not versions)
    items = [one for one in queries.items(viewer.site) if one.is_active or _is_given(one.subject, versions)]
    return WholeProgramme(
        request.POST if request.method == "POST" else None, items, first_day, versions[-1] if versions else None
    )


def _is_given(item: str, versions: Iterable[Programme]) -> bool:
    return any(item == line["item"] for one in versions for line in one.items)


def _item_names(site: str) -> dict[str, str]:
    return {one.subject: wording.named(one.names or {}) for one in queries.items(site)}


def _by_programme(site: str) -> dict[str, list[Programme]]:
    """Every programme's versions, in the order in which they begin."""
    found: dict[str, list[Programme]] = {}
    for one in queries.published(site):
        found.setdefault(one.subject, []).append(one)
    return found
