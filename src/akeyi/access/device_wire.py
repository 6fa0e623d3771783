"""What tablets ask and are answered, as it travels: the door checks what is asked, the contract shows both."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from akeyi.journal.envelope import Id
from akeyi.journal.serve import PAGE

Short = Annotated[str, StringConstraints(max_length=64)]
# What JavaScript counts exactly, and every database holds.
Position = Annotated[int, Field(ge=0, lt=1 << 53)]
Count = Annotated[int, Field(ge=0, lt=1 << 31)]


class Asked(BaseModel):
    """A newer tablet may say more than this hub asks for."""

    model_config = ConfigDict(extra="ignore", strict=True)


class EnrolAsked(Asked):
    """A one-time code becomes a tablet's identity."""

    code: Short


class SignInAsked(Asked):
    """A worker says who they are, near the hub."""

    worker: Id
    pin: Short


class DayBadgeAsked(Asked):
    """Somebody holds a day badge before the tablet."""

    secret: Short


class ShiftAsked(Asked):
    """Whoever holds a day badge that nobody used begins a shift with it."""

    secret: Short
    first_name: Short = ""
    language: Short
    pin: Short


class OpenedBy(Asked):
    """Somebody opened their ring since this tablet was started: its key to what the hub holds is in no file."""

    worker: Id
    key: Short


class PullAsked(Asked):
    """What was listed since this tablet last asked: after which position of each stream."""

    opened_by: OpenedBy | None = None

    epoch: Short | None = None
    streams: dict[str, Position] = {}
    limit: Annotated[int, Field(ge=1, lt=1 << 31)] = PAGE
    unsent: Count = 0
    last_n: Count = 0


class Enrolled(BaseModel):
    """Who this tablet is from now on; its token is said once."""

    device: Id
    token: str
    label: str
    site: Id
    hub_key: str
    walls: dict[str, str]


class Site(BaseModel):
    id: Id
    code: str
    name: str
    timezone: str
    place: str


class Worker(BaseModel):
    id: Id
    short_name: str
    languages: list[str]
    places: list[str]
    reads: list[str]
    finds: bool
    until: str | None
    day_badge: int | None


class SignedIn(BaseModel):
    """The private keys of the walls that this worker opens here, and what guessing a PIN is to cost."""

    worker: Worker
    walls: dict[str, str]
    until: dict[str, str]
    pin_cost: dict[str, int]
    badge: str | None
    own_key: str
    pull_key: str


class Bearer(BaseModel):
    """Whom a day badge made a volunteer; nobody yet: null."""

    worker: Id | None


class About(BaseModel):
    """Where this tablet stands, and who works there."""

    site: Site | None
    workers: list[Worker]
    settings: dict[str, Any]
    open_arrivals: list[Id]


class Answer(BaseModel):
    id: str
    answer: str
    reason: str = ""


class Told(BaseModel):
    """What became of each fact that was sent."""

    answers: list[Answer]
    now: str
    epoch: str | None


class Compared(BaseModel):
    """How many listings a stream has, and the sum of their hashes."""

    count: int
    hash: str


class Listed(BaseModel):
    """A fact where it was listed; `body` is JSON of its kind."""

    id: Id
    kind: str
    version: int
    subject: Id
    wall: str
    scope: dict[str, Any]
    at: str
    clock: str
    device: Id
    n: int
    worker: Id | None
    digest: str
    salt: str | None
    body: str | None
    stream: str
    position: int


class Pulled(BaseModel):
    """One page of facts. `held_to`: up to where everything lies in two places. `is_locked`: no facts are given, since
    nobody has opened a ring that stands.
    """

    is_locked: bool

    streams: dict[str, Compared]
    facts: list[Listed]
    more: bool
    epoch: str | None
    now: str
    held_to: int | None


class WentWrong(BaseModel):
    """What went wrong and what to do now, by number: the tablet says it in the language of its own screen."""

    number: int
    sentence: str
    next: str
    parameters: dict[str, Any]


class Refused(BaseModel):
    error: WentWrong
