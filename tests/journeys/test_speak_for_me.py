"""A tablet speaks for a worker, without a network and with nobody signed in: the phrase, its sound, and the answer."""

from collections.abc import Callable

from playwright.sync_api import expect
from test_recordings import heard

from akeyi.testing.desk import Desk
from conftest import Hub

SOON_MS = 60_000
KEPT = """async () => (await Promise.all(["hurt", "yes"].map(
    phrase => caches.match(`/desk/audio/say.${phrase}.pt.mp3`)))).every(Boolean)"""


def test_a_locked_tablet_asks_whether_somebody_is_hurt_and_tells_what_they_answer(
    hub: Hub, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk = new_tablet("Tablet 1", "Wilson")
    page = desk.page
    desk.lies_on_the_tablet()
    page.wait_for_function(KEPT, timeout=SOON_MS)
    desk.change_worker()
    expect(page.get_by_role("heading", name="Who works here now?")).to_be_visible(timeout=SOON_MS)
    hub.server.kill()

    desk.tap(desk.button("Speak for me"))
    desk.tap(desk.button("Português"))
    taps = desk.taken.taps
    desk.tap(desk.button("Are you hurt?"))
    expect(page.get_by_test_id("theirs")).to_have_text("Você tem algum ferimento?")
    assert heard(page, "say.hurt.pt.mp3") > 1000
    desk.tap(desk.button("Sim"))
    expect(page.get_by_text("They answer: Yes")).to_be_visible()
    assert desk.taken.taps - taps == 2
    expect(page.get_by_text("There is no sound for this phrase.")).to_have_count(0)
    desk.tap(desk.button("Another phrase"))
    desk.tap(desk.button("Back"))
    expect(page.get_by_role("heading", name="Who works here now?")).to_be_visible()
