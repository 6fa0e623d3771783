"""What a tablet is told about complaints while nobody has signed in on it, and the door at which it reads an answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from akeyi.access import pins
from akeyi.access import queries as access
from akeyi.access.device_api import as_json, asked_of, for_devices, in_service, open_door
from akeyi.access.devices import Known
from akeyi.access.locked import say_to_locked_tablets
from akeyi.errors import AkeyiError
from akeyi.errors.complaints import ANSWER_NOT_KNOWN, CODE_TOO_SOON

from . import complaints
from .wire import AnswerAsked

PATH = "/feedback/answer"


def for_a_complaint(site: str) -> dict[str, Any]:
    """Whom a complaint can be about, and who takes them."""
    return {
        "organisations": [
            {"id": one["id"], "name": one["name"]} for one in access.organisations(site) if one["is_active"]
        ],
        "focal_points": [
            {"id": one.id, "name": one.name, "organisation": one.organisation, "of": one.of, "where": one.where}
            for one in complaints.focal_points(site)
            if one.is_offered
        ],
    }


@for_devices
def answer(request: HttpRequest, device: Known) -> HttpResponse:
    """Whoever has the numbers reads the answer; that they did is kept nowhere."""
    in_service(device)
    asked = asked_of(request, AnswerAsked)
    pins.take_a_try(device.site, device.device, CODE_TOO_SOON)
    found = complaints.answer_by_code(device.site, asked.code)
    if found is None:
        raise AkeyiError(ANSWER_NOT_KNOWN)
    pins.forget_tries(device.site, device.device)
    return as_json(found.model_dump())


def open_to_tablets() -> None:
    """At the start."""
    say_to_locked_tablets("complaints", for_a_complaint)
    open_door(PATH, require_POST(answer))
