"""That somebody looked, searched or took something along is told, so that it can be asked about later."""

from akeyi.journal.tell import Saying, tell

from .facts.read import WasRead
from .viewer import Viewer

# What `what` says of a look, beside the names of pages.
SEARCH = "search"
WORKER_PAGE = "worker page"


def noted(viewer: Viewer, what: str, subject: str | None = None) -> None:
    """Tells that the viewer looked. Never what was searched for, nor what was found: the entry outlives both."""
    tell(Saying(WasRead(what=what), site=viewer.site, subject=subject, worker=viewer.worker))
