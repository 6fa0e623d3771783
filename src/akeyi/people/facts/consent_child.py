"""A child, or whoever answers for them, agreed or not to what is done to find their family."""

from typing import Literal

from akeyi.journal.declare import entry
from akeyi.people.models import ConsentChild

from .consent import Answered


@entry("people.consent_child", version=1, into=ConsentChild, wall="child", keep="person")
class ChildConsentTold(Answered):
    purpose: Literal["photo"]

    example = {"purpose": "photo", "answer": "yes", "how": "implied", "language": "ht", "is_interpreted": False}
