"""What has to be said about a database that lies on a disk: whoever takes a laptop with its keys on it takes both."""

from pathlib import Path

from django.conf import settings
from django.db import connection

from akeyi.journal import keys

from .encrypt import left_over


def warnings() -> list[str]:
    """Nothing in a demo, and where database and keys have a disk each."""
    if connection.vendor != "sqlite" or settings.MODE == "demo":
        return []
    file, said = Path(connection.settings_dict["NAME"]), []
    if left_over(file).exists():
        said.append(f"{left_over(file)} was not overwritten, since akeyi encrypt was cut short: say it again.")
    if keys.is_there() and keys.path().stat().st_dev == file.parent.stat().st_dev:
        said.append("The keys lie on the disk of the database: whoever takes this machine takes both (docs/hub.md).")
    return said
