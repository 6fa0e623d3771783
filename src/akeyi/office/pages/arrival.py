"""One arrival: its seven numbers side by side, and each difference between them explained."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.access.walls import FIGURES
from akeyi.arrivals import queries as arrivals
from akeyi.arrivals import rules as arrival_rules
from akeyi.arrivals.groups import GROUPS
from akeyi.figures import queries as figures

from .. import rules
from ..counts import SHOWN, counts
from ..differences import explain
from .board import open_of

# Steps that change the plan stand apart from those that follow it, so that nobody cancels by habit.
OFF_PLAN = ("cancelled", "diverted", "landed_elsewhere")


@office_page(FIGURES)
def arrival(request: HttpRequest, viewer: Viewer, arrival: str) -> HttpResponse:
    row = next((row for row in figures.board(viewer.site) if row.arrival and row.arrival.subject == arrival), None)
    if row is None or row.arrival is None:
        raise Http404
    now, one = timezone.now(), row.arrival
    claims = arrivals.claims([arrival])[arrival]
    said = arrivals.statuses(arrival)
    may = arrival_rules.NEXT.get(one.status or "announced", ())
    counted = counts(viewer, arrival) if viewer.is_manager else []
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
            "counts": counted[:SHOWN],
            "counts_before": len(counted[SHOWN:]),
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


@dataclass(frozen=True)
class Column:
    """Who gave the numbers of one column of the groups, and when; `since`: a later total that came without groups."""

    name: str
    said: arrivals.Claim | None = None
    since: arrivals.Claim | None = None


def _groups(
    claims: list[arrivals.Claim], sums: dict[str, dict[str, int]]
) -> tuple[list[Column], list[tuple[str, list[int | None]]]]:
    """Per group what each of those who said it expected or had on the plane, and what was counted; columns and groups
    of nobody are left out."""
    columns: list[Column] = []
    numbers: list[dict[str, int]] = []
    for name in ("expected", "on_the_plane"):
        mine = [one for one in claims if one.claim == name]
        givers = dict.fromkeys(one.said_by for one in mine)
        # The latest of each; claims come with the latest first.
        for said in filter(None, (next((c for c in mine if c.said_by == who and c.groups), None) for who in givers)):
            columns.append(Column(name, said, None if mine[0].groups else mine[0]))
            numbers.append(said.groups)
    for name, key in (("counted", "count"), ("second_counter", "check")):
        if sums[key]:
            columns.append(Column(name))
            numbers.append(sums[key])
    rows = [(group, [groups.get(group) for groups in numbers]) for group in GROUPS]
    return columns, [row for row in rows if any(number is not None for number in row[1])]
