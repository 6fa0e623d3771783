"""What a child, or whoever answers for them, was asked and said."""

from akeyi.journal.declare import entry
from akeyi.screening.models import AnswerChild

from .answer import Answered


@entry("screening.answer_child", version=1, into=AnswerChild, wall="child", keep="person")
class AnswerOfChild(Answered):
    pass
