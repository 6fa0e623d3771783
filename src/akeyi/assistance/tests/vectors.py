"""Writes days of four tablets with what is due at their end, for tablets to answer alike: contracts/vectors/days.json.

`python -m akeyi.assistance.tests.vectors` writes it, the same bytes each time; `--check` says whether it is stale.
"""

import sys
from pathlib import Path
from typing import Any

from akeyi.testing.case_file import main

FILE = Path(__file__).resolve().parents[4] / "contracts" / "vectors" / "days.json"
DAYS = 60


def cases() -> list[dict[str, Any]]:
    """The days, folded here."""
    from hypothesis import HealthCheck, Phase, given, settings

    from akeyi.journal.envelope import WireFact

    from .days import EVERYTHING, days

    found: list[list[WireFact]] = []

    @settings(
        derandomize=True,
        database=None,
        max_examples=DAYS,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(days(*EVERYTHING))
    def collect(told: list[WireFact]) -> None:
        found.append(told)

    collect()
    return [_case(told) for told in found]


def _case(told: list[Any]) -> dict[str, Any]:
    from akeyi.journal import serve
    from akeyi.journal.record import record
    from akeyi.journal.tests.adding_up import taken_back

    from .days import CARDS, EVENING, TOKEN, all_that_is_due

    with taken_back():
        record(told)
        due = {
            card: {
                what: {name: getattr(one, name) for name in ("is_due", "quantity", "why", "programme")}
                for what, (one, _) in found.items()
            }
            for card, found in all_that_is_due().items()
            if card in (*CARDS, TOKEN)
        }
    return {"facts": [serve.as_json(fact) for fact in told], "now": EVENING.isoformat(), "due": due}


if __name__ == "__main__":
    sys.exit(main(FILE, cases, "akeyi.assistance.tests.vectors"))
