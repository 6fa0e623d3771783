"""One arrival: its seven numbers side by side, and each difference between them explained."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.arrivals import queries as arrivals
from akeyi.arrivals import rules as arrival_rules
from akeyi.arrivals.groups import GROUPS
from akeyi.figures import queries as figures

from .. import rules
from ..differences import explain
from .board import open_of

# Steps that change the plan stand apart from those that follow it, so that nobody cancels by habit.
OFF_PLAN = ("cancelled", "diverted", "landed_elsewhere")


@office_page()
def arrival(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    row = next((row for row in figures.board(viewer.site) if row.arrival and row.arrival.subject == arrival), None)
    if row is None or row.arrival is None:
        raise Http404
    now, one = timezone.now(), row.arrival
    claims = arrivals.claims([arrival])[arrival]
    said = arrivals.statuses(arrival)
    may = arrival_rules.NEXT.get(one.status or "announced", ())
    group_columns, groups = _groups(claims, arrivals.tallies([arrival])[arrival])
    return render(
        request,
        "office/arrival.html",
        {
            "viewer": viewer,
            "now": now,
            "arrival": one,
            "cells": rules.cells(row.columns, one.status),
            "columns": row.columns,
            "open": open_of(row, now, now),
            "row": row,
            "claims": claims,
            "group_columns": group_columns,
            "groups": groups,
            "short": (row.columns["expected"] or 0) - (row.columns["counted"] or 0)
            if row.columns["expected"] is not None and row.columns["counted"]
            else 0,
            "agreement": arrivals.agreement(arrival),
            "unseen": row.told.left_unseen,
            "why": explain(viewer, row),
            "lists": arrivals.manifests(arrival),
            "etas": arrivals.etas(arrival),
            "statuses": said,
            "next": [to for to in may if to not in OFF_PLAN],
            "off_plan": [to for to in may if to in OFF_PLAN],
            "back_to": arrival_rules.may_go_back_to(said, now),
            "before": arrivals.arrival(viewer.site, one.follows) if one.follows else None,
            "is_open": one.status not in arrival_rules.CLOSED,
        },
    )


def _groups(
    claims: list[arrivals.Claim], sums: dict[str, dict[str, int]]
) -> tuple[list[str], list[tuple[str, list[int | None]]]]:
    """Per group what was expected, is on the plane, and was counted; nobody's columns and groups are left out."""

    def latest(name: str) -> dict[str, int]:
        return next((one.groups for one in claims if one.claim == name and one.groups), {})

    said = {
        "expected": latest("expected"),
        "on_the_plane": latest("on_the_plane"),
        "counted": sums["count"],
        "second_counter": sums["check"],
    }
    columns = [name for name, groups in said.items() if groups]
    rows = [(group, [said[name].get(group) for name in columns]) for group in GROUPS]
    return columns, [row for row in rows if any(number is not None for number in row[1])]
