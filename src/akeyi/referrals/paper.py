"""A referral on paper: the receiver's copy, the sender's copy, and what the person carries."""

from django.utils import timezone
from django.utils.translation import gettext

from akeyi.people import papers
from akeyi.people.wording import ITEMS

from . import wording
from .queries import Shown


def three_copies(shown: Shown, address: str, code: str) -> bytes:
    """A PDF of three pages.

    The code stands on the sender's copy alone: it is given to the receiver apart. What the person carries says where
    and when, and never what for: it can be found in a pocket.
    """
    row, service = shown.referral, shown.service
    case = f"{row.case[:3]} {row.case[3:]}"
    told = [(str(ITEMS[name]), value) for name, value in row.items.items()]
    about = [
        (gettext("Case"), case),
        (gettext("For what"), str(wording.NEEDS.get(row.need, row.need))),
        (gettext("By when"), f"{wording.PRIORITIES[row.priority]} · {_moment(shown.due)}"),
    ]
    hour = _moment(row.go_at) if row.go_at else (service and service.hours) or "–"
    return papers.sheets(
        [
            {
                "heading": gettext("For the receiver"),
                "lines": [*about, *told],
                "foot": gettext("Scan the code to answer. You are given six digits apart. Keep this locked away."),
                "code": address,
            },
            {
                "heading": gettext("For the sender"),
                "lines": [
                    *about,
                    (gettext("To"), (service and service.name) or "–"),
                    (gettext("Told"), ", ".join(label for label, _value in told)),
                    (gettext("Code for the receiver"), f"{code[:3]} {code[3:]}"),
                ],
                "foot": gettext("Tell the receiver the six digits by voice. Keep this locked away."),
                "code": row.case,
            },
            {
                "heading": case,
                "lines": [(gettext("Where"), (service and service.place) or "–"), (gettext("When"), hour)],
                "foot": gettext("Show this at the door."),
                "code": row.case,
            },
        ]
    )


def _moment(at: object) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")  # type: ignore[arg-type]
