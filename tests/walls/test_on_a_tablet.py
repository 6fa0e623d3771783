"""Every role that stands at a tablet, one after the other on the same one, in a real browser, against docs/walls.md.

All is fetched, every station of theirs is opened, and what the browser keeps is read when it is closed.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import table
from marks import LETTERS, WORD, Mark, Net

from akeyi.access.walls import ROLES
from akeyi.journal.registry import KINDS
from akeyi.testing.browser import TabletBrowser
from akeyi.testing.cast import PIN
from akeyi.testing.desk import Desk
from akeyi.testing.server import Server

AT_TABLETS = [role for role in ROLES if ROLES[role].places]
# What the log's own program hands to the page is what the page's tables are made of.
LISTENS = """() => {
  window.given = []
  const Own = window.Worker
  window.Worker = class extends Own {
    constructor(...how) {
      super(...how)
      this.addEventListener("message", ({ data }) => {
        if (data.news === "facts") window.given.push(...data.facts.map((fact) => [fact.kind, JSON.stringify(fact)]))
      })
    }
  }
}"""


@pytest.fixture
def marks(server: Server) -> Iterator[list[Mark]]:
    """A hub at which everything is told that can be, and a worker of each role."""
    server.var.mkdir(parents=True)
    around = server.environment | {"DJANGO_SETTINGS_MODULE": "akeyi.settings"}
    script = str(Path(__file__).with_name("told.py"))
    done = subprocess.run([sys.executable, script, *AT_TABLETS], env=around, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    server.start()
    yield [Mark(*one) for one in json.loads(done.stdout.splitlines()[-1])]


def kept_in_clear(profile: Path, marks: list[Mark]) -> set[str]:
    """Markers in the files of a browser's profile, as bytes or as the two-byte letters of browsers."""
    word = f"{WORD}[{LETTERS}]{{4}}"
    wide = "".join(f"{letter}\\x00" for letter in WORD) + f"(?:[{LETTERS}]\\x00){{4}}"
    others = [one.text for one in marks if not one.text.startswith(WORD) and len(one.text) >= 8]
    words = re.compile("|".join([word, wide, *map(re.escape, others)]).encode())
    found = set()
    for file in profile.rglob("*"):
        if file.is_file() and not file.is_symlink():
            found |= {f"{file.relative_to(profile)} holds {hit!r}" for hit in words.findall(file.read_bytes())}
    return found


def test_the_fold_and_the_pages_hold_what_the_role_reads_and_the_disk_nothing(
    server: Server, marks: list[Mark], tablets: Callable[..., TabletBrowser]
) -> None:
    net = Net(marks)
    tablet = tablets("Tablet 1", locale="en-US")
    page = tablet.start().pages[0]
    page.add_init_script(f"({LISTENS})()")
    desk = Desk(page, server.address)
    desk.enrol(server.akeyi("tablet", "--label", "Tablet 1").split()[-1])
    wrong: set[str] = set()
    seen: dict[str, set[str]] = {}
    for role in AT_TABLETS:
        page.evaluate("given = []")
        desk.sign_in(role, PIN)
        desk.wait_until_sent()
        shown = [page.content()]
        for place in ROLES[role].places:
            desk.station(place)
            page.locator(f"[data-station='{place}']").wait_for()
            shown.append(page.content())
        given = page.evaluate("given")
        seen[role] = {kind for kind, _ in given}
        may = {kind for kind in KINDS if table.cells()[role, kind] & {"R", "C"}}
        wrong |= {f"{role}: the fold holds {kind}" for kind in seen[role] - may}
        for where, text in (("the fold", "".join(text for _, text in given)), ("a page", "".join(shown))):
            wrong |= {f"{role}: {where} holds {one.kind} {one.field}" for one in net.found(text) if one.kind not in may}
        desk.change_worker()
        page.get_by_role("heading", name="Who works here now?").wait_for()
        # Whoever works here next finds their own name in the list, before anybody is signed in.
        stays = {one for one in net.found(page.content()) if (one.kind, one.field) != ("access.worker", "short_name")}
        wrong |= {f"after {role}: {one.kind} {one.field} stays on the page" for one in stays}
    # The search of the files finds what is there.
    page.evaluate("(word) => localStorage.setItem('kept', word)", f"{WORD}bbbb")
    tablet.close()
    kept = kept_in_clear(tablet.profile, marks)
    assert kept
    wrong |= {one for one in kept if "Local Storage" not in one}
    # What nobody was given proves nothing: every kind that tablets fetch reached every role that reads it.
    fetched = {kind for kind, doors in table.seen_at().items() if "pull" in doors}
    reads = {(role, kind) for role in AT_TABLETS for kind in fetched if table.cells()[role, kind] & {"R", "C"}}
    wrong |= {f"{role} was not given {kind}" for role, kind in reads if kind not in seen[role]}
    assert not wrong, "; ".join(sorted(wrong))
