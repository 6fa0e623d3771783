"""Runs the web server: its workers, its certificate, and a clean end."""

import copy
import ctypes
import gc
import os
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from . import logs

TERMINATE_AFTER_S = 10
A_DAY_S = 24 * 60 * 60


@dataclass(frozen=True)
class Serving:
    """How one server runs."""

    host: str
    port: int
    workers: int = 2
    # Each keeps a connection to the database; more of them wait for the one writer all the same.
    threads: int = 4
    certificate: Path | None = None
    certificate_key: Path | None = None
    # Called once the address is ours and before the first request.
    greet: Callable[[], None] = field(default=lambda: None)
    # Called once a day; True if there is a new certificate to serve with.
    renew: Callable[[], bool] | None = None


def is_free(host: str, port: int) -> bool:
    """The web server shares a port with whoever has it, and each would get half of the tablets: so we ask first."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError:
        return False
    return True


def run(serving: Serving) -> None:
    """Serves until SIGTERM or SIGINT; a worker that dies is replaced."""
    server = Server(
        "akeyi.wsgi:application",
        address=serving.host,
        port=serving.port,
        interface=Interfaces.WSGI,
        workers=serving.workers,
        blocking_threads=serving.threads,
        # A permit is held by a connection, not by a request, and each tablet keeps up to six connections open.
        backpressure=1024,
        backlog=2048,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=TERMINATE_AFTER_S,
        # A copy: the web server writes its own level into what it is given.
        log_dictconfig=copy.deepcopy(logs.CONFIGURATION),
        log_level=LogLevels.warning,
        log_access=False,
        ssl_cert=serving.certificate,
        ssl_key=serving.certificate_key,
    )
    server.on_startup(serving.greet)
    if serving.renew is not None:
        threading.Thread(target=_renew_daily, args=(serving.renew,), daemon=True).start()
    server.serve(target_loader=_application)


def _application(target: str) -> Any:
    """Loaded inside each worker."""
    _die_with_parent()
    from akeyi.wsgi import application

    # What is loaded now stays; looking through it again and again cost half of the time in which a batch is read.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    return application


def _die_with_parent() -> None:
    """A worker whose server was killed would go on taking half of the connections beside the next server's workers."""
    parent_death_signal = 1
    ctypes.CDLL(None).prctl(parent_death_signal, signal.SIGKILL)


def _renew_daily(renew: Callable[[], bool]) -> None:
    pause = threading.Event()
    while not pause.wait(A_DAY_S):
        try:
            if renew():
                # The web server starts new workers with the new certificate and lets the old ones finish.
                os.kill(os.getpid(), signal.SIGHUP)
        except Exception as failed:
            logs.tell("certificate.not_renewed", exception=failed)
