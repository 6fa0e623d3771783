"""What a tablet asks about the answer to a complaint, and is answered."""

from typing import Literal

from pydantic import BaseModel

from akeyi.access.device_wire import Asked, Short


class AnswerAsked(Asked):
    """Somebody typed the numbers they were given with their complaint."""

    code: Short


class Seen(BaseModel):
    """To whom the person may go."""

    name: str
    organisation: str
    where: str


class ComplaintAnswered(BaseModel):
    """The answer to one complaint; of some it is only whom to see."""

    state: Literal["waiting", "answered"]
    text: str
    see: Seen | None
