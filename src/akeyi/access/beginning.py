"""The beginning of a site: the place itself, its first manager, and the manager's way in at a table and on a tablet."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell

from . import accounts, walls
from .entrance import first_codes
from .facts.organisation import OrganisationRevised
from .facts.site import SiteRevised
from .facts.worker import WorkerRevised
from .models import Worker

# How a site begins on a server that has none, as whoever keeps the server is told.
COMMAND = (
    'akeyi site --code PAP --name "Port-au-Prince" --timezone America/Port-au-Prince '
    "--country HTI --place airport --manager Guerline"
)


@dataclass(frozen=True)
class Begun:
    """A site that began: `worker` is its manager, whose one-time code and PIN are readable this once."""

    site: str
    worker: str
    username: str
    code: str
    pin: str


@transaction.atomic
def begin(manager: str, *, organisation: str | None = None, told_by: str | None = None, **said: Any) -> Begun:
    """Tells a site (`said`: the fields of SiteRevised) and its manager, by the short name `manager`.

    `organisation`: whose the manager is, by name; no state authority's, since those run no site.

    Both at once: at a site without a manager nobody could ever sign in.
    """
    site, worker = new_id(), new_id()
    of = new_id() if organisation else None
    works = WorkerRevised(
        short_name=manager, works_at=site, organisation=of, roles=["manager"], languages=[], is_active=True
    )
    if of:
        named = OrganisationRevised(name=organisation, kind="other", is_active=True)
        tell(Saying(named, site=site, subject=of, worker=told_by))
    tell(
        Saying(SiteRevised(**said), site=site, subject=site, worker=told_by),
        Saying(works, site=site, subject=worker, worker=told_by),
    )
    # Nobody else is there who could vouch for them.
    opens = walls.reads(["manager"])
    username, code = accounts.open_account(
        Worker.objects.get(subject=worker), first_codes.A_DAY, told_by=told_by, opens=opens
    )
    return Begun(site, worker, username, code, accounts.new_pin(worker, opens=opens))
