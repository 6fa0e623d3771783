"""Who was seen at the other place counts while the pause stands during which they were seen."""

import pytest

from akeyi.journal.erase import erase
from akeyi.safety.facts.pause import HallPaused
from akeyi.safety.facts.seen import SeenThere
from akeyi.safety.queries import seen_now
from akeyi.safety.rules import not_seen
from akeyi.testing.cast import Tablet, a_site, a_worker, an_arrival
from akeyi.testing.office import a_viewer

pytestmark = pytest.mark.django_db
ROSE = "0190a5c0-0000-8000-8000-00000000000a"
TOKEN = "0190a5c0-0000-8000-8000-00000000000b"


def test_a_household_is_seen_in_parts_and_another_pause_begins_anew():
    site = a_site()
    arrival, viewer = an_arrival(site), a_viewer("guerline", site, "clerk")
    tablet = Tablet(site, a_worker(site, roles=("volunteer",)))
    pause = tablet.tell(HallPaused(how="evacuate"), site)
    tablet.tell(SeenThere(pause=pause), ROSE, (arrival,))
    tablet.tell(SeenThere(pause=pause, people=2), TOKEN, (arrival,))
    here = {ROSE: 1, TOKEN: 3}
    assert not_seen(here, seen_now(viewer, [pause])) == {TOKEN: 1}
    later = tablet.tell(HallPaused(how="pause"), site)
    assert not_seen(here, seen_now(viewer, [later])) == here
    erase(ROSE, site, ["reception"], "retention", [arrival])
    assert [one for one, _ in seen_now(viewer, [pause])] == [TOKEN]
