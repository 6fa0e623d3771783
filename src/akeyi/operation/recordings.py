"""Messages that a team recorded itself: files in the data folder that stand before those the desk came with."""

import re
from pathlib import Path

from django.conf import settings

# `welcome.ht.mp3` is heard, `welcome.ht.txt` beside it is read.
NAME = re.compile(r"(welcome|notice)\.(ht|fr|es|en)\.(mp3|txt)")


def recording(name: str) -> Path | None:
    """The file that tablets get under this name: the team's own, else the one the desk came with."""
    if not NAME.fullmatch(name):
        return None
    folders = (Path(settings.RECORDINGS), Path(settings.DESK_DIST) / "audio")
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def recordings() -> dict[str, str]:
    """Name of each recording -> its revision: another one when the file was replaced."""
    folders = (Path(settings.RECORDINGS), Path(settings.DESK_DIST) / "audio")
    names = sorted({file.name for folder in folders if folder.is_dir() for file in folder.iterdir()})
    found = {name: file.stat() for name in names if (file := recording(name))}
    return {name: f"{stat.st_mtime_ns:x}-{stat.st_size:x}" for name, stat in found.items()}
