"""Keeping a list that others sent: the manifest and its lines become facts, in one piece."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

from .facts.expected import ExpectedTold
from .facts.line import LineListed
from .facts.manifest import ManifestKept
from .groups import groups_of


def keep(
    site: str,
    arrival: str,
    lines: Sequence[dict[str, Any]],
    *,
    format: str,
    stated: int | None,
    said_by: str,
    worker: str | None = None,
    at: datetime | None = None,
    on: datetime | None = None,
    announced: Saying | None = None,
) -> str:
    """Tells the list, its lines, and how many it makes expected; gives the manifest's id. `lines` as readers give
    them; `on`: when they come, which is when they have their ages; `announced`: the arrival itself, where it is
    announced from this list. Nothing is kept where any of it fails.
    """
    # What lines and readers call the list by.
    manifest = new_id()

    def saying(body: Any, subject: str | None) -> Saying:
        return Saying(body, site=site, subject=subject, arrivals=[arrival], worker=worker, at=at)

    groups = groups_of(lines, (on or at or datetime.now(UTC)).date())
    told = [announced] if announced else []
    told += [
        saying(
            ManifestKept(arrival=arrival, format=format, lines=len(lines), stated=stated, said_by=said_by), manifest
        ),
        saying(ExpectedTold(claim="expected", said_by=said_by, total=len(lines), groups=groups or None), arrival),  # type: ignore[arg-type]
    ]
    told += [saying(_line(manifest, arrival, line), None) for line in lines]
    tell(*told)
    return manifest


def _line(manifest: str, arrival: str, line: dict[str, Any]) -> LineListed:
    born = line.get("birth_date")
    return LineListed(
        manifest=manifest,
        arrival=arrival,
        number=line["number"],
        family_name=_short(line.get("family_name"), 200),
        given_names=_short(line.get("given_names"), 200),
        sex=line.get("sex") or "unknown",
        birth_on=date.fromisoformat(born) if born else None,
        age=line.get("age"),
        nationality=_short(line.get("nationality"), 40),
        document_number=_short(line.get("document_number"), 40),
        family_group=_short(line.get("family_group"), 40),
    )


def _short(text: str | None, length: int) -> str | None:
    return text[:length] or None if text else None
