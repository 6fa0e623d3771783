"""What was kept long enough goes on a tablet too, when it next meets the hub: from its page and from its disk."""

import time
from collections.abc import Callable
from datetime import date, timedelta

from playwright.sync_api import expect
from tablet_log import facts_the_hub_can_open, logs_of
from test_nothing_stays_in_the_browser import files_with

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from conftest import Hub

NAME = "Zabelle-Erased"
PRIVATE_KEY = """
import base64
from akeyi.access.models import HubKey
print(base64.b64encode(bytes(HubKey.objects.get().private)).decode())
"""


def test_a_tablet_that_holds_a_name_drops_it_at_the_next_sync(hub: Hub, tablets: Callable[..., TabletBrowser]) -> None:
    tablet = tablets("Tablet 1", locale="en-US")
    desk = Desk(tablet.start().pages[0], hub.address)
    desk.enrol(hub.code_for("Tablet 1"))
    desk.sign_in("Wilson", hub.pins["Wilson"])
    desk.register(hub.cards[0], "woman", age=34, family_name=NAME, given_names="Mirlande")
    desk.wait_until_sent()
    desk.station("cards")
    desk.card(hub.cards[0])
    shown = desk.page.get_by_text(NAME)
    expect(shown.first).to_be_visible()

    # The disk says nothing in clear. Whoever has the key finds it: so the search below means something.
    key = hub.server.akeyi("shell", "-c", PRIVATE_KEY).split()[-1]

    def is_on_disk() -> bool:
        return any(NAME in fact["body"] for log in logs_of(tablet.profile) for fact in facts_the_hub_can_open(log, key))

    assert is_on_disk()
    long_after = date.today() + timedelta(days=200)
    hub.server.akeyi("retention", "--as-of", long_after.isoformat(), "--erase")
    expect(shown).to_have_count(0, timeout=60_000)
    deadline = time.monotonic() + 60
    while is_on_disk() and time.monotonic() < deadline:
        time.sleep(0.2)
    desk.change_worker()
    expect(desk.page.get_by_role("heading", name="Who works here now?")).to_be_visible()
    assert NAME not in desk.page.content()
    tablet.close()
    assert not is_on_disk()
    assert files_with(tablet.profile, NAME) == []
    assert hub.server.akeyi("journal", "verify").startswith("journal verified")
