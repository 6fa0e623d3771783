"""Who comes in, in vain or not, and who goes, as one line of the log each: an event, never a name.

Names stand in the journal, behind their wall; whoever reads the server's log learns that something happened and when.
"""

import logging
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

_log = logging.getLogger("akeyi.access")


def note(event: str, level: int = logging.INFO, error: int | None = None) -> None:
    """One event, named like sign_in.done, with the number of an error in the catalogue if there is one."""
    _log.log(level, event, extra={"event": event, "error": error})


def _came_in(**_: Any) -> None:
    note("sign_in.done")


def _failed(**_: Any) -> None:
    note("sign_in.wrong", logging.WARNING)


def _went(**_: Any) -> None:
    note("sign_out.done")


def listen() -> None:
    user_logged_in.connect(_came_in)
    user_login_failed.connect(_failed)
    user_logged_out.connect(_went)
