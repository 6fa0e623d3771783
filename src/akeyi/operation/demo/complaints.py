"""What people told on a tablet in the last weeks, before today: one waits too long, one was answered."""

import os
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from akeyi.access.models import Organisation
from akeyi.feedback import rules
from akeyi.feedback.facts.complaint import ComplaintMade
from akeyi.feedback.facts.handling import HandlingRevised
from akeyi.journal import clock
from akeyi.journal.ids import new_id, uuid7
from akeyi.journal.record import record
from akeyi.journal.saying import Saying, as_fact
from akeyi.journal.tell import tell

from .morning import ZONE, Morning

# The numbers of the first one, to try reading an answer.
CODE = "418007215530"
# Days ago, category, about (how its name begins), who was picked, in which language, what was told, the answer.
TOLD: tuple[tuple[int, Any, str, str, Any, str, str], ...] = (
    (9, "place", "IOM", "Magalie", "ht", "Pa gen dlo bò otobis yo.", "Depi madi gen dlo nan toulède pòt yo."),
    (6, "treated", "Red Cross", "Magalie", "ht", "Li rele sou manman m devan tout moun.", ""),
    (2, "money", "IOM", "Magalie", "fr", "Ma sœur a reçu une trousse et pas moi.", ""),
    (1, "favour", "Men Kontre", "Dieuseul", "ht", "Li mande m 500 goud pou m pase devan.", ""),
)


def live(day: Morning) -> None:
    """Tells them as tablets do: without a worker, and of the hour nothing."""
    organisations = Organisation.objects.filter(site=day.site)
    today = timezone.localtime(timezone=ZONE).date()
    for number, (ago, category, of, to, language, text, answer) in enumerate(TOLD):
        code = CODE if number == 0 else f"{int(CODE) + number}"
        said = ComplaintMade(
            category=category,
            about=next(one.subject for one in organisations if (one.name or "").startswith(of)),
            focal_point=day.workers[to],
            text=text,
            language=language,
            code_hash=rules.code_hash(code, day.site),
        )
        complaint = _apart(day.site, said, today - timedelta(days=ago))
        if answer:
            handled = HandlingRevised(answer=answer, is_closed=True)
            tell(Saying(handled, site=day.site, subject=complaint, worker=day.workers[to]))


def _apart(site: str, said: ComplaintMade, on: date) -> str:
    began = datetime(on.year, on.month, on.day, tzinfo=ZONE)
    ms = int(began.timestamp() * 1000)
    fact = as_fact(
        Saying(said, site, None, [], None, began),
        id=uuid7(ms, os.urandom(10)),
        device=new_id(),
        n=1,
        clock=clock.tick(clock.ZERO, ms),
        salt=os.urandom(16),
        now=began,
    )
    record([fact])
    return fact.id
