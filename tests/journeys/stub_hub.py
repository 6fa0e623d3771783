"""A hub of a few lines for tests of the tablet alone: it keeps facts in memory and answers as the wire says."""

import base64
import hashlib
import json
import threading
import uuid
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tablet_log import facts_the_hub_can_open

WALLS = ("reception", "assistance", "child", "protection")
WORKER = "018f0000-0000-7000-8000-00000000000a"
# In no library: the tests search every file for it.
PIN = "271828"
PLACES = ["arrivals", "welcome", "count", "register", "serve", "leave", "households", "cards", "board"]
WHO = {"id": WORKER, "short_name": "Nadia", "languages": ["ht"], "places": PLACES, "reads": [], "finds": True}
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}


def key_pair() -> tuple[str, str]:
    private = ec.generate_private_key(ec.SECP256R1())
    public = private.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    secret = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return base64.b64encode(public).decode(), base64.b64encode(secret).decode()


class StubHub:
    """Serves the page in `pages` and the wire, on a port of its own."""

    def __init__(self, pages: Path) -> None:
        self.pages = pages
        self.site, self.epoch = str(uuid.uuid4()), str(uuid.uuid4())
        self.walls = {wall: key_pair() for wall in WALLS}
        self.hub_key = key_pair()
        self.facts: dict[str, dict[str, Any]] = {}
        self.listings: list[dict[str, Any]] = []
        self.sums: dict[str, int] = {}
        self.acknowledged: list[dict[str, Any]] = []
        self.is_silent = False
        self.lock = threading.Lock()
        self.heard = threading.Condition()
        hub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self.answer(hub.get(self.path))

            def do_POST(self) -> None:
                asked = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path != "/journal/facts":
                    asked = json.loads(asked)
                with hub.lock:
                    self.answer(hub.post(self.path, asked))

            def answer(self, answered: tuple[int, str, bytes]) -> None:
                status, kind, body = answered
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: Any) -> None:
                """A browser that was killed in the middle of a request is what these tests are about."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait_until_acknowledged(self, taps: int) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: len(self.acknowledged) >= taps, timeout=60), "the tablet stopped"

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def get(self, path: str) -> tuple[int, str, bytes]:
        if path == "/access/device":
            return self.said(self.about())
        file = self.pages / (path.partition("?")[0].lstrip("/") or "index.html")
        if not file.is_file():
            return 404, "text/plain", b""
        return 200, TYPES.get(file.suffix, "application/octet-stream"), file.read_bytes()

    def said(self, answer: Any) -> tuple[int, str, bytes]:
        if self.is_silent:
            return 503, "text/plain", b""
        return 200, "application/json", json.dumps(answer).encode()

    def post(self, path: str, asked: Any) -> tuple[int, str, bytes]:
        if path == "/acknowledged":
            with self.heard:
                self.acknowledged.append(asked)
                self.heard.notify_all()
            return 200, "application/json", b"{}"
        return self.said(getattr(self, path.strip("/").replace("/", "_").replace("-", "_"))(asked))

    def about(self) -> dict[str, Any]:
        site = {"subject": self.site, "code": "PAP", "name": "Port-au-Prince", "timezone": "America/Port-au-Prince"}
        workers = [WHO]
        return {"site": site, "hub_name": "Stub", "workers": workers, "settings": {"lock_s": {}}, "open_arrivals": []}

    def access_enrol(self, asked: Any) -> dict[str, Any]:
        walls = {wall: public for wall, (public, _) in self.walls.items()}
        device = str(uuid.uuid4())
        return {
            "device": device,
            "token": device,
            "label": "Tablet 7",
            "site": self.site,
            "hub_key": self.hub_key[0],
            "walls": walls,
        }

    def access_sign_in(self, asked: Any) -> dict[str, Any]:
        cost = {"memory_kib": 1024, "iterations": 1, "parallelism": 1}
        return {"worker": WHO, "walls": {w: secret for w, (_, secret) in self.walls.items()}, "pin_cost": cost}

    def list(self, fact: dict[str, Any]) -> str:
        if fact["id"] in self.facts:
            return "known"
        self.facts[fact["id"]] = fact
        stream = f"{self.site}/-/{fact['wall']}"
        self.listings.append(fact | {"stream": stream, "position": len(self.listings) + 1})
        digest = hashlib.sha256(uuid.UUID(fact["id"]).bytes).digest()[:8]
        self.sums[stream] = (self.sums.get(stream, 0) + int.from_bytes(digest)) % (1 << 64)
        return "stored"

    def tell(self, count: int, say: str) -> None:
        """As if another tablet had told so many tallies."""
        body = {"group": "man", "count": 1, "counting": "count", "door": say, "how": "tap"}
        with self.lock:
            for i in range(count):
                fact_id = str(uuid.uuid4())
                self.list(
                    {
                        "id": fact_id,
                        "kind": "arrivals.tally",
                        "version": 1,
                        "subject": fact_id,
                        "wall": "reception",
                        "scope": {"site": self.site, "arrivals": []},
                        "at": "2021-09-19T14:05:03.120Z",
                        "clock": "017bfe4e00000000",
                        "device": "018f0000-0000-7000-8000-0000000000ff",
                        "n": i + 1,
                        "worker": None,
                        "salt": "00" * 16,
                        "digest": "00" * 32,
                        "body": json.dumps(body),
                    }
                )

    def journal_facts(self, asked: bytes) -> dict[str, Any]:
        facts = facts_the_hub_can_open(asked, self.hub_key[1])
        answers = [{"id": fact["id"], "answer": self.list(fact)} for fact in facts]
        return {"answers": answers, "now": datetime.now(UTC).isoformat(), "epoch": self.epoch}

    def journal_pull(self, asked: Any) -> dict[str, Any]:
        cursors = asked["streams"] if asked["epoch"] == self.epoch else {}
        names = [f"{self.site}/-/{wall}" for wall in WALLS]
        counts = dict.fromkeys(names, 0)
        facts = []
        for listing in self.listings:
            counts[listing["stream"]] += 1
            if listing["position"] > cursors.get(listing["stream"], 0):
                facts.append(listing)
        page = facts[: asked["limit"]]
        return {
            "epoch": self.epoch,
            "now": datetime.now(UTC).isoformat(),
            "streams": {name: {"count": counts[name], "hash": f"{self.sums.get(name, 0):016x}"} for name in names},
            "facts": page,
            "more": len(facts) > len(page),
            "held_to": 0,
        }
