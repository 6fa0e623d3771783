"""Ids in addresses: `<id:arrival>` takes a UUID and gives its text."""

from django.urls import register_converter
from django.urls.converters import UUIDConverter


class IdInAddress(UUIDConverter):
    """What is no id leads to no page, instead of to a question the database cannot answer."""

    def to_python(self, value: str) -> str:  # type: ignore[override]
        return value

    def to_url(self, value: str) -> str:  # type: ignore[override]
        return value


register_converter(IdInAddress, "id")
