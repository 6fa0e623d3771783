"""The door in front of a secure server: gives a tablet the authority's certificate, and sends everybody else to https.

A tablet that does not trust the authority yet cannot fetch its certificate securely. So this one public file is handed
out in the clear; whoever installs it compares the fingerprint that the server printed.
"""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

CERTIFICATE = "/authority.crt"


def open_door(host: str, port: int, secure_port: int, certificate: Path) -> ThreadingHTTPServer:
    """Listens in a thread of its own until the process ends."""

    class Door(BaseHTTPRequestHandler):
        # A tablet that stops in the middle of a line does not hold a thread for ever.
        timeout = 10

        def do_GET(self) -> None:
            if self.path == CERTIFICATE:
                body = certificate.read_bytes()
                self.send_response(200)
                self.send_header("Content-Type", "application/x-x509-ca-cert")
                self.send_header("Content-Disposition", 'attachment; filename="akeyi-authority.crt"')
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                return
            self.send_response(302)
            # To the first page: what was asked for came in the clear, and may say more than it should.
            self.send_header("Location", f"https://{self._name()}:{secure_port}/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_POST = do_GET

        def _name(self) -> str:
            """The name by which the tablet reached this door, if it looks like one."""
            asked = self.headers.get("Host", "")
            name = asked.rpartition(":")[0] if asked.rpartition(":")[2].isdigit() else asked
            is_name = name and all(sign.isalnum() or sign in ".-:[]" for sign in name)
            return name if is_name else str(self.connection.getsockname()[0])

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing: a request's line is not for logs."""

        def version_string(self) -> str:
            return "Akeyi"

    server = ThreadingHTTPServer((host, port), Door)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
