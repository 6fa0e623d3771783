"""The door at which a tablet asks how much is left: what people of older arrivals were given it holds no more."""

from datetime import UTC, datetime

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from akeyi.access import devices
from akeyi.access import queries as access
from akeyi.access.device_api import as_json, asked_of, for_devices, in_service, open_door

from . import stores
from .models import GivenToMany, HandOut
from .queries import goods
from .wire import ShelfTold, StockAnswered, StockAsked

PATH = "/assistance/stock"


@for_devices
def left(request: HttpRequest, device: devices.Known) -> HttpResponse:
    """What lies in every store of the site, for whoever works on this tablet and reads what is given."""
    in_service(device)
    by = asked_of(request, StockAsked).opened_by
    is_open = by is not None and devices.is_opened(device.device, by.worker, by.key)
    if by is None or not is_open or "assistance" not in access.ring_walls(by.worker):
        return as_json(StockAnswered(is_locked=True, counted_to="", shelves=[]).model_dump())
    answer = StockAnswered(is_locked=False, counted_to=_counted_to(device.device), shelves=_shelves(device.site))
    return as_json(answer.model_dump())


def _shelves(site: str) -> list[ShelfTold]:
    found, lately = stores.there(site).shelves, stores.rates(site, datetime.now(UTC))
    things = {one.subject for one in goods(site)}
    return [
        ShelfTold(
            item=item,
            store=store,
            on_hand=found[item, store].on_hand,
            people=lately[item, store].people,
            pieces=lately[item, store].pieces,
            to_many=lately[item, store].to_many,
        )
        for item, store in sorted(found)
        if item in things
    ]


def _counted_to(device: str) -> str:
    told = (
        table._default_manager.filter(device=device).aggregate(last=Max("clock")) for table in (HandOut, GivenToMany)
    )
    return max((one["last"] or "" for one in told), default="")


def open_to_tablets() -> None:
    """At the start."""
    open_door(PATH, require_POST(left))
