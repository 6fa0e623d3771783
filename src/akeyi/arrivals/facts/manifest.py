"""A list that others sent was read and kept."""

from akeyi.arrivals.models import Manifest
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Line, Number, Word


@entry("arrivals.manifest", version=1, into=Manifest, wall="reception", keep="ledger")
class ManifestKept(Fact):
    arrival: Id
    format: Word
    lines: Number
    stated: Number | None = None
    said_by: Line | None = None

    example = {"arrival": "0190a5c0-0000-7000-8000-000000000001", "format": "csv", "lines": 99, "stated": 99}
