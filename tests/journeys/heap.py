"""What a page and its workers hold in memory: whoever could read it out would find no more than this."""

import json
from typing import Any

from playwright.sync_api import Page

TAKE = "HeapProfiler.takeHeapSnapshot"


class Heap:
    """The memory of one page and of the workers it started, after everything that nobody holds was let go."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cdp = page.context.new_cdp_session(page)
        self.workers: list[str] = []
        self.said: list[dict[str, Any]] = []
        self.cdp.on("Target.attachedToTarget", self._attached)
        self.cdp.on("Target.receivedMessageFromTarget", lambda said: self.said.append(json.loads(said["message"])))
        self.cdp.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})

    def _attached(self, said: dict[str, Any]) -> None:
        # Its service worker is there too, which holds the app alone.
        if said["targetInfo"]["type"] == "worker":
            self.workers.append(said["sessionId"])

    def of_page(self) -> str:
        """A snapshot of the page, as text."""
        chunks: list[str] = []
        self.cdp.on("HeapProfiler.addHeapSnapshotChunk", lambda said: chunks.append(said["chunk"]))
        self.cdp.send("HeapProfiler.collectGarbage")
        self.cdp.send(TAKE)
        return "".join(chunks)

    def of_worker(self) -> str:
        """A snapshot of the one dedicated worker, as text."""
        [worker] = self.workers
        for number, method in enumerate(("HeapProfiler.collectGarbage", TAKE), 1):
            message = json.dumps({"id": number, "method": method})
            self.cdp.send("Target.sendMessageToTarget", {"sessionId": worker, "message": message})
        while not any(one.get("id") == 2 for one in self.said):
            self.page.wait_for_timeout(50)
        return "".join(one["params"]["chunk"] for one in self.said if "chunk" in one.get("params", {}))
