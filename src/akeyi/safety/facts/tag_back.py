"""A bag was given back to the holder of the card it is tied to: both were scanned."""

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word
from akeyi.safety.models import TagBack


@entry("safety.tag_back", version=1, into=TagBack, wall="reception", keep="person")
class BagBack(Fact):
    tag: Word

    example = {"tag": "HT004711"}
