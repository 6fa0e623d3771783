"""Files of cases that another language answers alike: made on tables of their own, then written, or held against what
stands there.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson


def text(of: list[dict[str, Any]]) -> bytes:
    """The file: one case a line, so that a change shows where it is."""
    return b"[\n" + b",\n".join(orjson.dumps(case, option=orjson.OPT_SORT_KEYS) for case in of) + b"\n]\n"


def main(file: Path, cases: Callable[[], list[dict[str, Any]]], module: str) -> int:
    """Writes the file; with `--check` says whether it is stale, and which `module` writes it."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["AKEYI_VAR"] = place
        os.environ["AKEYI_DATABASE"] = f"sqlite:{place}/vectors.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "akeyi.settings"
        import django
        from django.core.management import call_command
        from django.db import connection

        django.setup()
        call_command("migrate", verbosity=0)
        made = cases()
        connection.close()
    written = text(made)
    if "--check" in sys.argv[1:]:
        is_fresh = file.exists() and file.read_bytes() == written
        print(f"{file.name} is fresh" if is_fresh else f"stale, run `python -m {module}`")
        return 0 if is_fresh else 1
    file.write_bytes(written)
    print(f"{len(made)} cases, {len(written) / 1e6:.1f} MB")
    return 0
