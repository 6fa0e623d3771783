"""A bag's tag is tied to the card of whoever came with it."""

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word
from akeyi.safety.models import Tag


@entry("safety.tag", version=1, into=Tag, wall="reception", keep="person")
class TagTied(Fact):
    tag: Word
    # Bags come in before their people are registered: until then nothing else says which card it is.
    card: Word

    example = {"tag": "HT004711", "card": "41829375"}
