"""Writes what facts add up to, case by case, for every program that folds them: contracts/vectors/fold.json.

`python -m akeyi.journal.tests.vectors` writes the file, the same bytes each time; `--check` says whether it is stale.
"""

import sys
from pathlib import Path
from typing import Any

from akeyi.testing.case_file import main

FILE = Path(__file__).resolve().parents[4] / "contracts" / "vectors" / "fold.json"
CASES = 560
CASES_WITH_A_PAST = 60


def cases() -> list[dict[str, Any]]:
    """The cases, folded here; every kind is the main one of several. In those with a past, `renamed` says what version
    1 of a kind called some fields, and today's is version 2."""
    from akeyi.journal.registry import KINDS

    from .pasts import OLD, RENAMED, with_a_past

    kinds = sorted(name for name, kind in KINDS.items() if not kind.is_of_the_journal)
    made = [_case(number, kinds[number % len(kinds)], {}) for number in range(CASES)]
    with with_a_past():
        for number in range(CASES_WITH_A_PAST):
            made.append(_case(number, list(RENAMED)[number % 2], OLD) | {"renamed": RENAMED})
    return made


def _case(seed: int, kind: str, old: Any) -> dict[str, Any]:
    from akeyi.journal import serve
    from akeyi.journal.record import record

    from .adding_up import as_the_desk_says_it, taken_back
    from .generated import Seeded, facts

    told = facts(Seeded(seed), [kind], old)
    with taken_back():
        record(told)
        return {"facts": [serve.as_json(fact) for fact in told]} | as_the_desk_says_it()


if __name__ == "__main__":
    sys.exit(main(FILE, cases, "akeyi.journal.tests.vectors"))
