"""Chromium as the journeys start it: without a network of its own, and killed for real when a test says so."""

import os
import shutil
import signal
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Playwright

# Without these Chromium asks the internet for updates at every start, and journeys wait for the answers.
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
]
if os.geteuid() == 0:
    ARGUMENTS.append("--no-sandbox")
TABLET: dict[str, Any] = {"viewport": {"width": 412, "height": 732}, "has_touch": True, "is_mobile": True}


def chromium(playwright: Playwright) -> str | None:
    """The path of a Chromium: Debian's, else the one Playwright fetched."""
    own = playwright.chromium.executable_path
    return shutil.which("chromium") or (own if own and Path(own).exists() else None)


class TabletBrowser:
    """A browser with a profile on disk, like a tablet: what it kept is there again after it was killed and started."""

    def __init__(self, playwright: Playwright, profile: Path, **options: Any) -> None:
        self.playwright, self.profile, self.options = playwright, profile, options
        self.context: BrowserContext | None = None

    def start(self, *more_arguments: str) -> BrowserContext:
        arguments = [*ARGUMENTS, *more_arguments]
        options = {"locale": "en", "timezone_id": "America/Port-au-Prince"} | TABLET | self.options
        self.context = self.playwright.chromium.launch_persistent_context(
            str(self.profile), executable_path=chromium(self.playwright), args=arguments, **options
        )
        return self.context

    def kill(self) -> int:
        """SIGKILL to every process of this browser at once, as an empty battery would; gives how many there were."""
        processes = self._processes()
        for process in processes:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        # The lock would keep the next start from this profile; a tablet that lost power leaves it behind as well.
        for name in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
            (self.profile / name).unlink(missing_ok=True)
        self.context = None
        return len(processes)

    def close(self) -> None:
        if self.context is not None:
            self.context.close()
            self.context = None

    def _processes(self) -> list[int]:
        """Chromium's first process names the profile; all others are its children and theirs."""
        parents: dict[int, int] = {}
        first = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes()
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
            if f"--user-data-dir={self.profile}".encode() in words.split(b"\0"):
                first.append(int(folder.name))
        found = set(first)
        while more := {child for child, parent in parents.items() if parent in found} - found:
            found |= more
        return sorted(found)
