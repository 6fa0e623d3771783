"""Somebody told on a tablet what is not right: about which organisation, and to whom. Who it was, nobody is told."""

from akeyi.feedback.groups import Category, CodeHash, Language
from akeyi.feedback.models import Complaint
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Id, Text


@entry("feedback.complaint", version=1, into=Complaint, wall="sealed", keep="person")
class ComplaintMade(Fact):
    category: Category
    # The organisation; none where the person does not know, or it is about nobody.
    about: Id | None = None
    focal_point: Id
    text: Text = ""
    language: Language
    # Of the numbers by which the person reads the answer; they themselves are kept nowhere.
    code_hash: CodeHash

    example = {
        "category": "place",
        "about": "01926f00-0000-7000-8000-00000000000a",
        "focal_point": "01926f00-0000-7000-8000-00000000000b",
        "text": "There is no water near the buses.",
        "language": "ht",
        "code_hash": "0f" * 32,
    }
