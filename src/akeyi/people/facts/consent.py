"""A person agreed, or not, to what something is done with, behind the wall of its matter."""

from typing import Annotated, Literal

from pydantic import Field

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Word
from akeyi.people.groups import Item
from akeyi.people.models import Consent, ConsentChild, ConsentHealth, ConsentProtection


class Answered(Fact):
    """What every answer says, behind whichever wall it stands. Who asked and when, the envelope says."""

    answer: Literal["yes", "no", "withdrawn"]
    how: Literal["said", "written", "implied", "proxy"]
    # Who answered for somebody who could not, and why they could not.
    proxy: Literal["parent", "relative", "guardian", "child_protection"] | None = None
    proxy_why: Literal["child", "too_ill", "cannot_say"] | None = None
    language: Word | None = None
    is_interpreted: bool = False
    # The version of the words that were read out; nothing where none were.
    notice: Word | None = None
    # The answers that a withdrawal takes back: they never stand again, whatever a wrong clock says.
    withdraws: Annotated[list[Id], Field(max_length=100)] | None = None


class AnsweredForService(Answered):
    """What is added where something may be told to a service: to which one, and what of the person. Without a service
    the answer is about all of them."""

    service: Id | None = None
    items: Annotated[list[Item], Field(max_length=20)] | None = None


@entry("people.consent", version=1, into=Consent, wall="reception", keep="person")
class ConsentTold(Answered):
    """A person agreed, or not, that something is passed on; help itself never needs it."""

    purpose: Literal["family_contact", "follow_up_call"]

    example = {
        "purpose": "family_contact",
        "answer": "yes",
        "how": "said",
        "language": "ht",
        "is_interpreted": False,
        "notice": "5d1f0a7e",
    }


@entry("people.consent_health", version=1, into=ConsentHealth, wall="health", keep="person")
class HealthConsentTold(AnsweredForService):
    """A person agreed, or not, that a hospital is told what health workers found."""

    purpose: Literal["medical_referral"]

    example = {"purpose": "medical_referral", "answer": "yes", "how": "said", "language": "ht", "is_interpreted": False}


@entry("people.consent_child", version=1, into=ConsentChild, wall="child", keep="person")
class ChildConsentTold(AnsweredForService):
    """A child, or whoever answers for them, agreed or not to what is done to find their family or to get them help."""

    purpose: Literal["photo", "child_referral"]

    example = {"purpose": "photo", "answer": "yes", "how": "implied", "language": "ht", "is_interpreted": False}


@entry("people.consent_protection", version=1, into=ConsentProtection, wall="protection", keep="person")
class ProtectionConsentTold(AnsweredForService):
    """A person agreed, or not, to what only a protection worker may know of."""

    purpose: Literal["service_referral", "legal_help", "consulate", "anonymous_use"]

    example = {"purpose": "service_referral", "answer": "yes", "how": "said", "language": "ht", "is_interpreted": False}
