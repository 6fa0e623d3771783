"""What a tablet may ask of its hub: to be enrolled, to let a worker in, to tell facts and to fetch them.

On screens it is a tablet; in facts and in these modules a device, whatever it is made of.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_GET, require_POST
from pydantic import ValidationError

from akeyi.errors import NOT_FACTS, SHIFT_OVER, TABLET_UNKNOWN, TABLET_WITHDRAWN, TOO_MUCH_AT_ONCE, AkeyiError
from akeyi.journal import serve
from akeyi.journal.envelope import as_bytes
from akeyi.journal.tell import timestamp

from . import badges, day_badges, devices, pins, queries, refusals, streams
from .device_wire import Asked, DayBadgeAsked, EnrolAsked, PullAsked, ShiftAsked, SignInAsked
from .devices import Known
from .locked import settings_of
from .pin_cost import COST
from .sealed_facts import read_sealed

FACTS_AT_MOST = 500
View = Callable[..., HttpResponse]
Question = TypeVar("Question", bound=Asked)


def _answers_errors(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except AkeyiError as error:
            return JsonResponse(error.as_json(get_language_from_request(request)), status=error.kind.status)

    return answer


def for_devices(view: Callable[[HttpRequest, Known], HttpResponse]) -> View:
    """A door for tablets that are known, called as view(request, device)."""

    @_answers_errors
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            raise AkeyiError(TABLET_UNKNOWN)
        return view(request, devices.known(token))

    return answer


def in_service(device: Known) -> None:
    """Raises TABLET_WITHDRAWN."""
    if device.is_withdrawn:
        raise AkeyiError(TABLET_WITHDRAWN)


def asked_of(request: HttpRequest, question: type[Question]) -> Question:
    """What a tablet asks; raises NOT_FACTS where it is something else."""
    try:
        return question.model_validate_json(request.body)
    except ValidationError:
        # Without what was sent: a PIN may stand in it.
        raise AkeyiError(NOT_FACTS) from None


def as_json(answer: dict[str, Any]) -> HttpResponse:
    return HttpResponse(as_bytes(answer), content_type="application/json")


@_answers_errors
def enrol(request: HttpRequest) -> HttpResponse:
    """A one-time code becomes a tablet's identity."""
    return as_json(devices.enrol(asked_of(request, EnrolAsked).code))


@for_devices
def sign_in(request: HttpRequest, device: Known) -> HttpResponse:
    """A right PIN opens the worker's ring: the private keys of the walls this tablet's workers may read."""
    in_service(device)
    asked = asked_of(request, SignInAsked)
    worker = asked.worker
    is_over = bool(queries.shifts_over(device.site, [worker], datetime.now(UTC)))
    found = is_over or queries.worker_of(device.site, worker)
    pins.check_pin(worker if found else None, asked.pin, device.device)
    if is_over:
        raise AkeyiError(SHIFT_OVER)
    return _ring(device, worker)


@for_devices
def day_badge(request: HttpRequest, device: Known) -> HttpResponse:
    """Whom a day badge made a volunteer: null, where it waits for somebody."""
    in_service(device)
    return as_json({"worker": day_badges.bearer(device.site, asked_of(request, DayBadgeAsked).secret)})


@for_devices
def begin_shift(request: HttpRequest, device: Known) -> HttpResponse:
    """A day badge becomes a volunteer, with the PIN they have just chosen; gives their ring."""
    in_service(device)
    asked = asked_of(request, ShiftAsked)
    return _ring(device, day_badges.begin_shift(device.site, asked.secret, asked.first_name, asked.language, asked.pin))


def _ring(device: Known, worker: str) -> HttpResponse:
    return as_json(
        {
            "worker": queries.worker_of(device.site, worker),
            "walls": devices.open_ring(device.device, worker, queries.ring_walls(worker)),
            # Walls that a shift alone opens close again when it ends, also where no hub is near.
            "until": {wall: timestamp(end) for wall, end in sorted(queries.ring_until(worker).items())},
            "pin_cost": COST,
            "badge": badges.badge_of(worker),
            # With it the tablet seals what they began and have not told, while somebody else works.
            "own_key": devices.own_key(device.device, worker),
            "pull_key": devices.pull_key(device.device, worker),
        }
    )


@for_devices
def about(request: HttpRequest, device: Known) -> HttpResponse:
    """Where this tablet stands, who works there, and how soon it hides what it shows."""
    in_service(device)
    return as_json(
        {
            "site": queries.site(device.site),
            "workers": queries.workers(device.site),
            "settings": {"lock_s": queries.lock_s(device.site)} | settings_of(device.site),
            "open_arrivals": streams.open_arrivals(device.site),
        }
    )


@for_devices
def facts(request: HttpRequest, device: Known) -> HttpResponse:
    """Takes facts in, sealed as they lay on the tablet; a withdrawn tablet's are kept too, and held back."""
    try:
        told, broken = read_sealed(request.body, devices.hub_private_key(), FACTS_AT_MOST)
    except OverflowError:
        raise AkeyiError(TOO_MUCH_AT_ONCE) from None
    except ValueError:
        raise AkeyiError(NOT_FACTS) from None
    answers = refusals.record_from(device, told, broken)
    return as_json({"answers": [answer.as_json() for answer in answers], "now": _now(), "epoch": serve.epoch()})


@for_devices
def pull(request: HttpRequest, device: Known) -> HttpResponse:
    """Gives what was listed in this tablet's streams since it last asked."""
    in_service(device)
    asked = asked_of(request, PullAsked)
    epoch = serve.epoch()
    after = asked.streams if asked.epoch == epoch else {}
    readable = streams.tablet_streams(device.site, queries.walls_on(device.device))
    # A copy of the browser's profile has the token. The key comes out of a ring, and a PIN alone opens that.
    by = asked.opened_by
    is_open = by is not None and devices.is_opened(device.device, by.worker, by.key)
    answer = serve.pull(readable, after, asked.limit) if is_open else serve.nothing(readable)
    devices.hear(device.device, asked.unsent, asked.last_n, given=answer["facts"])
    return as_json(answer | {"is_locked": not is_open, "epoch": epoch, "now": _now(), "held_to": queries.held_to()})


def _now() -> str:
    return timestamp(datetime.now(UTC))


# Rooms add their own at the start (`open_door`).
DOORS: dict[str, View] = {
    "/access/enrol": require_POST(enrol),
    "/access/sign-in": require_POST(sign_in),
    "/access/day-badge": require_POST(day_badge),
    "/access/shift": require_POST(begin_shift),
    "/access/device": require_GET(about),
    "/journal/facts": require_POST(facts),
    "/journal/pull": require_POST(pull),
}


def open_door(path: str, view: View) -> None:
    """A room answers tablets at an address of its own."""
    DOORS[path] = view


class DeviceDoor:
    """Lets tablets in before everything that only people at a table need: sessions, forms, languages, accounts.

    Measured: what stood in between took a fifth of the time of a tap.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = DOORS.get(request.path_info)
        return view(request) if view else self.get_response(request)
