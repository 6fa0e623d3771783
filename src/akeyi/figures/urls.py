"""Addresses of the office pages about figures."""

from datetime import date

from django.urls import path, register_converter

from .pages import closing, rounded, sender


class DayInAddress:
    """`<day:day>`: 2021-09-19, and nothing that is no day."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayInAddress, "day")

urlpatterns = [
    path("office/sender/", sender.answers, name="sender"),
    path("office/sender/<id:id>.pdf", sender.printed, name="sender-answer"),
    path("office/closing/", closing.closing, name="closing"),
    path("office/closing/<day:day>/", closing.closing, name="closing-of"),
    path("office/closing/<day:day>/close", closing.close, name="closing-close"),
    path("office/closing/<day:day>.csv", closing.table_file, name="closing-csv"),
    path("office/rounded/", rounded.rounded, name="rounded"),
]
