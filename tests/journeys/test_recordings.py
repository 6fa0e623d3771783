"""A team puts its own welcome into the data folder: tablets play it, also without a network, and follow each change."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from akeyi.testing.desk import Desk
from conftest import Hub

AUDIO = Path(__file__).resolve().parents[2] / "desk" / "public" / "audio"
HEARD = "async name => (await (await fetch(`/desk/audio/${name}`)).arrayBuffer()).byteLength"


def heard(page: Page, name: str) -> int:
    """How many bytes the tablet plays under this name."""
    return int(page.evaluate(HEARD, name))


def test_a_replaced_welcome_is_what_a_tablet_plays(hub: Hub, new_tablet: Callable[[str, str], Desk]) -> None:
    own, second, built = AUDIO / "notice.ht.mp3", AUDIO / "notice.fr.mp3", AUDIO / "welcome.es.mp3"
    folder = hub.server.var / "recordings"
    folder.mkdir()
    (folder / "welcome.ht.mp3").write_bytes(own.read_bytes())
    (folder / "welcome.ht.txt").write_text("Byenveni Wanament. Se nou menm k ap pale.", "utf-8")

    desk = new_tablet("Tablet 1", "Wilson")
    page = desk.page
    desk.lies_on_the_tablet()
    hub.server.kill()
    page.reload()
    desk.sign_in("Wilson", hub.pins["Wilson"])
    desk.station("welcome")
    words = page.get_by_test_id("recorded-words")
    expect(words).to_contain_text("You are in Haiti")
    desk.button("Kreyòl").click()
    expect(words).to_have_text("Byenveni Wanament. Se nou menm k ap pale.")
    assert heard(page, "welcome.ht.mp3") == own.stat().st_size
    assert heard(page, "welcome.es.mp3") == built.stat().st_size

    (folder / "welcome.ht.mp3").write_bytes(second.read_bytes())
    (folder / "welcome.ht.txt").unlink()
    hub.server.start()
    desk.station("count")
    desk.station("welcome")
    desk.button("Kreyòl").click()
    page.wait_for_function(f"async () => (await ({HEARD})('welcome.ht.mp3')) === {second.stat().st_size}")
    desk.station("count")
    desk.station("welcome")
    desk.button("Kreyòl").click()
    expect(words).to_contain_text("Ou rive ann Ayiti")
