"""The command `akeyi`: `akeyi serve`, `akeyi backup FILE`, and every other command that a room brings."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akeyi.settings")
    from django.core.management import execute_from_command_line

    from akeyi.errors import AkeyiError

    try:
        execute_from_command_line(["akeyi", *sys.argv[1:]])
    except AkeyiError as error:
        language = os.environ.get("LANG", "")[:2]
        sys.exit(f"{error.kind.number}: {error.sentence(language)}\n{error.next(language)}")


if __name__ == "__main__":
    main()
