"""What somebody answered to a protection worker."""

from akeyi.journal.declare import entry
from akeyi.screening.models import AnswerProtection

from .answer import Answered


@entry("screening.answer_protection", version=1, into=AnswerProtection, wall="protection", keep="person")
class AnswerOfProtection(Answered):
    pass
