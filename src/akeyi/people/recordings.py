"""Messages that a team recorded itself: files in the data folder that stand before those the desk came with."""

import re
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from .purposes import ASKED

# `welcome.ht.mp3` is heard, `welcome.ht.txt` beside it is read.
MESSAGES = ("welcome", "notice", *(one.key for one in ASKED))
# What a form names as its sound: `form.` and the file's own name; and the phrase cards: `say.` and the phrase.
NAME = re.compile(
    rf"({'|'.join(MESSAGES)})\.(ht|fr|es|en)\.(mp3|txt)|form\.[A-Za-z0-9_-][A-Za-z0-9._-]{{0,79}}\.mp3"
    r"|say\.[a-z_]{1,40}\.(ht|fr|es|pt|en)\.mp3"
)


def recording(name: str) -> Path | None:
    """The file that tablets get under this name: the team's own, else the one the desk came with."""
    if not NAME.fullmatch(name):
        return None
    folders = (Path(settings.RECORDINGS), Path(settings.DESK_DIST) / "audio")
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def recordings() -> dict[str, str]:
    """Name of each recording -> its revision: another one when the file is another."""
    folders = (Path(settings.RECORDINGS), Path(settings.DESK_DIST) / "audio")
    names = sorted({file.name for folder in folders if folder.is_dir() for file in folder.iterdir()})
    found = {name: file for name in names if (file := recording(name))}
    return {name: _revision(file, file.stat().st_mtime_ns) for name, file in found.items()}


@lru_cache(maxsize=1000)
def _revision(file: Path, _changed_ns: int) -> str:
    """Of the content, so that the same recording has the same revision at every hub."""
    return sha256(file.read_bytes()).hexdigest()[:8]
