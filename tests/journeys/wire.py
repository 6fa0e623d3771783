"""The wire between tablets and their hub, which lets the hub die at an exact moment while both tablets send."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from akeyi.testing.server import Server

BOTH = 2
OF_THIS_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


class Moment(Enum):
    """How far the hub is with what both tablets send when it dies."""

    HALF_HEARD = "half of each request has come"
    HEARD = "both requests have come, whole"
    STORED = "it has stored and answered both, and no tablet has heard the answer"


class Death:
    """Waits until both tablets send facts, brings both requests to the moment, and kills the hub once."""

    def __init__(self, server: Server, moment: Moment) -> None:
        self.moment = moment
        self.tablets: set[str] = set()
        self.both_send = threading.Barrier(BOTH)
        self.moment_came = threading.Barrier(BOTH, action=server.kill)
        self.is_over = threading.Event()

    def meet(self, tablet: str, hub: HTTPConnection, body: bytes) -> None:
        self.tablets.add(tablet)
        self.both_send.wait()
        hub.send(body[: len(body) // 2])
        if self.moment is not Moment.HALF_HEARD:
            hub.send(body[len(body) // 2 :])
        if self.moment is Moment.STORED:
            assert hub.getresponse().status == 200
        self.moment_came.wait()
        self.is_over.set()


class Wire:
    """Passes everything on, both ways, on an address of its own."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.death: Death | None = None
        # Everything the hub answered when a tablet asked for facts.
        self.pulled: list[bytes] = []
        # Everything that went by, as whoever listens on the network has it.
        self.captured: list[bytes] = []
        wire = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                wire.pass_on(self)

            def do_POST(self) -> None:
                wire.pass_on(self)

            def log_message(self, *_: Any) -> None:
                pass

        class Passing(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: Any) -> None:
                """A tablet that no longer waits for its answer is what these journeys are about."""

        self.passing = Passing(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.passing.server_address[1]}"
        threading.Thread(target=self.passing.serve_forever, daemon=True).start()

    @contextmanager
    def hub_dies(self, moment: Moment) -> Iterator[None]:
        """What is told inside is on its way from both tablets when the hub dies; done when it is dead."""
        death = self.death = Death(self.server, moment)
        yield
        assert death.is_over.wait(timeout=60), f"not both tablets sent: {len(death.tablets)} of {BOTH}"
        self.death = None
        assert len(death.tablets) == BOTH

    def pass_on(self, asked: BaseHTTPRequestHandler) -> None:
        body = asked.rfile.read(int(asked.headers["Content-Length"] or 0))
        self.captured.append(f"{asked.command} {asked.path}\n{asked.headers}\n".encode() + body)
        hub = HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        try:
            hub.putrequest(asked.command, asked.path, skip_host=True, skip_accept_encoding=True)
            for name, value in asked.headers.items():
                if name.lower() not in OF_THIS_HOP:
                    hub.putheader(name, value)
            hub.putheader("Content-Length", str(len(body)))
            hub.endheaders()
            if self.death and asked.path == "/journal/facts":
                self.death.meet(asked.headers["Authorization"], hub, body)
                # The line is cut: the tablet hears nothing more.
                asked.close_connection = True
                return
            hub.send(body)
            answer = hub.getresponse()
            said = answer.read()
            if asked.path == "/journal/pull":
                self.pulled.append(said)
            self.captured.append(f"{answer.status}\n{answer.headers}\n".encode() + said)
            asked.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in OF_THIS_HOP:
                    asked.send_header(name, value)
            asked.send_header("Content-Length", str(len(said)))
            asked.end_headers()
            asked.wfile.write(said)
        except (OSError, HTTPException):
            asked.close_connection = True
        finally:
            hub.close()

    def close(self) -> None:
        self.passing.shutdown()
        self.passing.server_close()
