"""The command `akeyi`: `akeyi serve`, `akeyi backup FILE`, and every other command that a room brings."""

import os
import sys
from typing import Any, NoReturn


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akeyi.settings")
    if sys.argv[1:2] == ["demo"]:
        os.environ.setdefault("AKEYI_MODE", "demo")
    from django.conf import settings
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError

    from akeyi.errors import AkeyiError
    from akeyi.errors.server import DATABASE_IS_ENCRYPTED

    try:
        execute_from_command_line(["akeyi", *sys.argv[1:]])
    except AkeyiError as error:
        _end(error)
    except DatabaseError as failed:
        if "file is not a database" not in str(failed):
            raise
        _end(AkeyiError(DATABASE_IS_ENCRYPTED, file=settings.DATABASES["default"]["NAME"]))


def _end(error: Any) -> NoReturn:
    language = os.environ.get("LANG", "")[:2]
    sys.exit(f"{error.kind.number}: {error.sentence(language)}\n{error.next(language)}")


if __name__ == "__main__":
    main()
