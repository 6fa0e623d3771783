"""Logs that cannot tell a secret: which event, which error number, which type of exception and where, nothing else.

An exception's text may hold a name (a database repeats the row it refused), a request's address may hold a card number.
So a record's message and arguments are never written; what may be written is listed here.
"""

import json
import logging
import logging.config
import re
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

SOURCE = Path(__file__).resolve().parents[1]
# An event is a name that a programmer gave, such as "backup.done"; whatever looks otherwise is not one.
EVENT = re.compile(r"[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)+")
_log = logging.getLogger("akeyi")


def tell(
    event: str, error: int | None = None, level: int = logging.INFO, exception: BaseException | None = None
) -> None:
    """Writes one event, with the number of an error in the catalogue and the type of an exception if there is one."""
    if not EVENT.fullmatch(event):
        raise ValueError("an event is named like backup.done")
    _log.log(level, event, extra={"event": event, "error": error}, exc_info=exception)


class AllowList(logging.Formatter):
    """One line of JSON for each record, made of what is allowed and nothing else."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname,
            "logger": record.name,
        }
        event = getattr(record, "event", None)
        if isinstance(event, str) and EVENT.fullmatch(event):
            said["event"] = event
        for name in ("error", "status_code"):
            number = getattr(record, name, None)
            if isinstance(number, int):
                said[name] = number
        if isinstance(record.exc_info, tuple) and record.exc_info[0] is not None:
            said["exception"] = record.exc_info[0].__name__
            said["where"] = where(record.exc_info[2])
        return json.dumps(said)


def where(trace: TracebackType | None) -> str | None:
    """The last line of Akeyi's own code that an exception passed: a place in the source, never a value."""
    places = [
        f"{Path(frame.f_code.co_filename).relative_to(SOURCE)}:{line}"
        for frame, line in traceback.walk_tb(trace)
        if Path(frame.f_code.co_filename).is_relative_to(SOURCE)
    ]
    return places[-1] if places else None


class Lines(logging.StreamHandler[Any]):
    """Writes to whatever is standard error at that moment, which a test may have exchanged."""

    def __init__(self, level: int = logging.NOTSET) -> None:
        logging.Handler.__init__(self, level)

    @property
    def stream(self) -> Any:
        return sys.stderr


CONFIGURATION: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"allow_list": {"()": AllowList}},
    "handlers": {"lines": {"()": Lines, "formatter": "allow_list", "level": "INFO"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {
        "akeyi": {"level": "INFO"},
        # Every wrong address and every signed-out tablet would be a line.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        # Each wrong try would be a line; what is worth one, akeyi.access says.
        "axes": {"level": "ERROR"},
        # The web server's own: its name for itself begins with an underscore.
        "_granian": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
        "granian.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}


def configure() -> None:
    logging.config.dictConfig(CONFIGURATION)
    # A logging call that fails prints its arguments otherwise.
    logging.raiseExceptions = False
