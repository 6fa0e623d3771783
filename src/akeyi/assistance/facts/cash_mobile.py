"""To which phone an amount that is owed is sent, and whose it is. It goes as soon as the money has arrived."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from akeyi.assistance.models import MobileNumber
from akeyi.journal.declare import Fact, entry


@entry("assistance.mobile", version=1, into=MobileNumber, wall="cash", keep="person")
class MobileNumberTold(Fact):
    phone: Annotated[str, StringConstraints(pattern=r"^\+?[0-9]{6,15}$")]
    whose: Literal["own", "family", "other"]

    example = {"phone": "+50934000000", "whose": "own"}
