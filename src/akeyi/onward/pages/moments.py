"""A day and an hour in a form, as the site's clock shows them."""

from typing import Any

from django import forms

SHAPE = "%Y-%m-%dT%H:%M"


class MomentField(forms.DateTimeField):
    """What a browser's own field for a day with its hour gives."""

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        super().__init__(
            required=required,
            widget=forms.DateTimeInput(format=SHAPE, attrs={"type": "datetime-local"}),
            input_formats=[SHAPE],
            **kwargs,
        )
