"""A small photo of a child who is alone and cannot say their name, so that whoever looks for them can find them."""

from typing import Annotated

from pydantic import StringConstraints

from akeyi.children.models import Photo
from akeyi.journal.declare import Fact, entry

# Small enough for a body of a fact (16 kB), so that it is kept, walled, sealed and erased as every word is.
JPEG_AT_MOST = 14_000
Jpeg = Annotated[str, StringConstraints(pattern=r"^/9j/[0-9A-Za-z+/]+={0,2}$", max_length=JPEG_AT_MOST)]


@entry("children.photo", version=1, into=Photo, wall="child", keep="person", told_by=("child_protection",))
class PhotoTaken(Fact):
    # A JPEG in base64, without a word of where or with what it was taken.
    jpeg: Jpeg

    example = {"jpeg": "/9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB/9k="}
