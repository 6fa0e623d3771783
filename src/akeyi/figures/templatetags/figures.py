"""What templates about figures may use."""

from django import template

from akeyi.figures.closing import HeardFrom
from akeyi.figures.pages.closing import heard_words

register = template.Library()


@register.filter
def in_words(heard: HeardFrom) -> str:
    """`9 of 11 tablets up to 17:52`."""
    return heard_words(heard)


@register.filter
def said(number: int | None) -> str:
    """A number, or a dash where nobody said one."""
    return "–" if number is None else str(number)
