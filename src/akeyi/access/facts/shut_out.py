"""Wrong PINs in a row destroyed a worker's keys on a tablet, which says so itself; the subject is the worker."""

from typing import Annotated

from pydantic import Field

from akeyi.access.models import ShutOut
from akeyi.journal.declare import Fact, entry


# Behind `safety`: every tablet may say it, also while nobody is signed in, and whoever runs the site reads it.
@entry("access.shut_out", version=1, into=ShutOut, wall="safety", keep="ledger")
class WasShutOut(Fact):
    wrong_pins: Annotated[int, Field(ge=1, le=100)]

    example = {"wrong_pins": 10}
