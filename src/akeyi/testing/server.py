"""A server as it runs on site: a process of its own with a folder of its own, stopped, killed and started by a test."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

AKEYI = str(Path(sys.executable).with_name("akeyi"))
STARTS_WITHIN_S = 180


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


class Server:
    """`akeyi serve` on a free port of this machine, with its data in `var`."""

    def __init__(self, var: Path, *options: str, database: str | None = None) -> None:
        self.var, self.options, self.port = var, options, free_port()
        # Where --door was said to be, by the test that said so.
        self.door = 0
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("AKEYI_")}
        # Everybody on it is invented; a test of what only a hub does says "hub".
        self.environment |= {"AKEYI_VAR": str(var), "AKEYI_MODE": "demo"}
        if database:
            self.environment["AKEYI_DATABASE"] = database
        self.scheme = "https" if "--tls" in options else "http"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """Everything the server has printed and logged."""
        return (self.var / "said").read_text() if (self.var / "said").exists() else ""

    def akeyi(self, *words: str, check: bool = True) -> str:
        """Runs another command of Akeyi on the same data; gives what it printed."""
        done = subprocess.run([AKEYI, *words], env=self.environment, capture_output=True, text=True)
        if check and done.returncode:
            raise AssertionError(f"akeyi {' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def start(self) -> "Server":
        self.var.mkdir(parents=True, exist_ok=True)
        with (self.var / "said").open("ab") as said:
            self.process = subprocess.Popen(
                [AKEYI, "serve", "--port", str(self.port), *self.options],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        deadline = time.monotonic() + STARTS_WITHIN_S
        while not self.answers():
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}:\n{self.said}")
            if time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"the server did not answer:\n{self.said}")
            time.sleep(0.05)
        return self

    def answers(self) -> bool:
        """True if something listens and, in the clear, answers a request."""
        try:
            if self.scheme == "https":
                socket.create_connection(("127.0.0.1", self.port), timeout=2).close()
                return True
            connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
            connection.request("GET", "/authority.crt")
            connection.getresponse().read()
            connection.close()
        except OSError:
            return False
        return True

    def stop(self) -> int:
        """Asks it to end, as a service manager does; gives its exit status."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=30)
        self.process = None
        return status

    def kill(self) -> None:
        """SIGKILL, as an empty battery would: nothing is flushed or finished."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(timeout=30)
        self.process = None
        # Its workers are told by the kernel; they are gone when nobody listens any more.
        deadline = time.monotonic() + 30
        while self._listened_to():
            if time.monotonic() > deadline:
                raise AssertionError("workers outlived their killed server")
            time.sleep(0.02)

    def _listened_to(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=2).close()
        except OSError:
            return False
        return True

    def __enter__(self) -> "Server":
        return self if self.process else self.start()

    def __exit__(self, *_: object) -> None:
        if self.process is not None:
            self.kill()
