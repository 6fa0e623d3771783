"""How an id stands in the address of a page: `<id:worker>`, as text, and nothing that is no id."""

from django.urls import register_converter
from django.urls.converters import UUIDConverter


class IdInAddress(UUIDConverter):
    def to_python(self, value: str) -> str:  # type: ignore[override]
        return value

    def to_url(self, value: object) -> str:
        return str(value)


register_converter(IdInAddress, "id")
