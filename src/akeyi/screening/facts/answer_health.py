"""What somebody answered to a health worker."""

from akeyi.journal.declare import entry
from akeyi.screening.models import AnswerHealth

from .answer import Answered


@entry("screening.answer_health", version=1, into=AnswerHealth, wall="health", keep="person")
class AnswerOfHealth(Answered):
    pass
