"""What templates of every room may use: who is signed in, where pages are, days and times in four languages."""

import json
from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from akeyi.people.cards.numbers import spoken

from .. import frame as frames
from .. import languages, wording
from ..history_words import BESIDE, KINDS, VALUES, a_newer_kind

register = template.Library()


@register.simple_tag(takes_context=True)
def the_frame(context: Context) -> frames.Frame:
    """Site, worker and navigation for whoever looks; empty where nobody is signed in."""
    request = context.get("request")
    return frames.frame(context.get("viewer"), request.path if request else "/")


@register.filter
def time(moment: datetime | None) -> str:
    """`14:05` today, with the day otherwise; nothing where nothing was said."""
    return languages.moment_near(moment, timezone.now(), languages.language()) if moment else ""


@register.filter
def clock(moment: datetime | None) -> str:
    """`14:05`, whatever the day."""
    return languages.clock(moment) if moment else ""


@register.filter
def day(when: date | datetime | None) -> str:
    """`Sunday 19 September 2021`."""
    if when is None:
        return ""
    return languages.long_day(
        timezone.localtime(when).date() if isinstance(when, datetime) else when, languages.language()
    )


@register.filter
def card(number: str | None) -> str:
    """`4182 9375`."""
    return spoken(number) if number else ""


@register.filter
def as_json(data: Any) -> str:
    """For an attribute that a script reads: pages hold no script of their own."""
    return json.dumps(data)


@register.filter
def word(name: str | None) -> Any:
    """The word on screens for a name in facts: `girl` is `Girl`, `landed` is `Landed`."""
    return wording.word(name)


@register.filter
def kind_word(name: str) -> Any:
    """What a kind of fact about people is called."""
    return KINDS.get(name) or BESIDE.get(name, a_newer_kind)


@register.filter
def detail(said: str | None, name: str) -> Any:
    """The word for a detail of a fact: `woman` for `talk_to` is `A woman`; as it was said where no word is known."""
    return VALUES[name].get(said or "", said or "–")
