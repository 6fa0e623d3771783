"""The tablet's camera is held over a printed card: the roll is opened by it, and its holder is registered."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from playwright.sync_api import expect

from akeyi.testing.browser import TabletBrowser
from akeyi.testing.desk import Desk
from conftest import Hub

# The first page with cards, after the team's sheet of the roll: two columns of five.
PAGE, COLUMNS, ROWS = 2, 2, 5
WIDTH, HEIGHT = 640, 360
PIXELS_PER_POINT = 1.5


def film_of_a_card(pdf: Path, film: Path) -> str:
    """What a camera sees that is held over the upper left card of a printed page; gives the card's number."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[PAGE]
    width, height = page.get_size()
    number = page.get_textpage().get_text_bounded(0, height * (1 - 1 / ROWS), width / COLUMNS, height)
    printed = page.render(scale=PIXELS_PER_POINT, grayscale=True)
    pixels, column = bytes(printed.buffer), int(width * PIXELS_PER_POINT / COLUMNS)
    lines = [pixels[row * printed.stride :][:column].ljust(WIDTH, b"\xff") for row in range(HEIGHT)]
    document.close()
    no_colour = bytes([128]) * (WIDTH * HEIGHT // 2)
    picture = b"FRAME\n" + b"".join(lines) + no_colour
    film.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420\n".encode() + picture * 10)
    return "".join(re.findall(r"\d", number))


def test_the_camera_reads_a_printed_card(hub: Hub, tablets: Callable[..., TabletBrowser], tmp_path: Path) -> None:
    film = tmp_path / "a card.y4m"
    number = film_of_a_card(hub.server.var / "demo" / "cards.pdf", film)
    assert number in hub.cards
    spoken = f"{number[:4]} {number[4:]}"
    tablet = tablets("Tablet 1", locale="en-US").start(f"--use-file-for-fake-video-capture={film}")
    desk = Desk(tablet.pages[0], hub.address)
    desk.enrol(hub.code_for("Tablet 1"))
    desk.sign_in("Wilson", hub.pins["Wilson"])

    flight = desk.start_without_notice("Flight")
    desk.tap(desk.page.get_by_test_id(f"arrival-{flight}").get_by_role("button", name="Open a roll"))
    desk.tap(desk.button("Scan with the camera"))
    desk.done(re.compile("^Roll 1 is open for"))

    desk.station("register")
    desk.tap(desk.button("Scan with the camera"))
    person = desk.page.get_by_test_id("person")
    expect(person).to_contain_text(spoken, timeout=30_000)
    expect(person).to_contain_text(flight)
