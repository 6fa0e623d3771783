"""Somebody who works at a site: staff or volunteer."""

from akeyi.access.models import Worker
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Id, Word


@revision(
    "access.worker",
    version=1,
    into=Worker,
    wall="reception",
    keep="ledger",
    told_by=("manager", "administrator"),
)
class WorkerRevised(Revision):
    short_name: Word | None = None
    works_at: Id | None = None
    organisation: Id | None = None
    roles: list[Word] | None = None
    languages: list[Word] | None = None
    is_active: bool | None = None

    example = {"short_name": "Guerline", "roles": ["clerk"], "languages": ["ht", "fr"], "is_active": True}
