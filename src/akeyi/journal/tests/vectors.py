"""Writes what facts add up to, case by case, for every program that folds them: contracts/vectors/fold.json.

`python -m akeyi.journal.tests.vectors` writes the file, the same bytes each time; `--check` says whether it is stale.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import orjson

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


def text(of: list[dict[str, Any]]) -> bytes:
    """The file: one case a line, so that a change shows where it is."""
    return b"[\n" + b",\n".join(orjson.dumps(case, option=orjson.OPT_SORT_KEYS) for case in of) + b"\n]\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as place:
        os.environ["AKEYI_VAR"] = place
        os.environ["AKEYI_DATABASE"] = f"sqlite:{place}/vectors.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "akeyi.settings"
        import django
        from django.core.management import call_command
        from django.db import connection

        django.setup()
        call_command("migrate", verbosity=0)
        written = text(cases())
        connection.close()
    if "--check" in sys.argv[1:]:
        is_fresh = FILE.exists() and FILE.read_bytes() == written
        print("fold vectors are fresh" if is_fresh else "stale, run `python -m akeyi.journal.tests.vectors`")
        return 0 if is_fresh else 1
    FILE.write_bytes(written)
    print(f"{CASES + CASES_WITH_A_PAST} cases, {len(written) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
