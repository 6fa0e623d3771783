"""A manager adds a team from a spreadsheet, on a tablet and on a phone, and prints the sheet of their PINs."""

import io
import re
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from akeyi.access import pins
from akeyi.access.models import Worker
from akeyi.office.workers_words import HEADERS, written
from akeyi.testing.cast import a_site
from akeyi.testing.office import signed_in

TEAM = [
    ("Jean Robert", "Lakou Solidè", "volontè, akèy", "ht, fr"),
    ("Nadia", "Lakou Solidè", "pwoteksyon timoun", "ht"),
    ("Wilner", "", "chofè", "ht"),
    *[(f"Volontè {n}", "Lakou Solidè", "volontè", "ht") for n in range(1, 19)],
]
WIDTHS = {"tablet": (820, 1180), "phone": (360, 740)}


def team() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append([written(HEADERS, what, "ht") for what in HEADERS])
    for row in TEAM:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.parametrize("device", WIDTHS)
def test_a_team_is_added_and_its_pins_are_printed(
    live_server: LiveServer, browser: Browser, tmp_path: Path, device: str
) -> None:
    site = a_site()
    office = signed_in(site)
    width, height = WIDTHS[device]
    context = browser.new_context(locale="ht", viewport={"width": width, "height": height})
    context.add_cookies(
        [{"name": name, "value": one.value, "url": live_server.url} for name, one in office.cookies.items()]
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/office/workers/")
    page.get_by_role("link", name="Soti nan yon tablo").click()
    assert fits(page)
    page.get_by_label("Tablo a").set_input_files(
        {"name": "ekip.xlsx", "mimeType": "application/octet-stream", "buffer": team()}
    )
    page.get_by_role("button", name="Li tablo a").click()
    expect(page.get_by_text("0 moun ta antre.")).to_be_visible()
    assert fits(page)
    page.get_by_label("Lakou Solidè").select_option("ngo")
    page.get_by_role("button", name="Gade ankò").click()
    expect(page.get_by_role("row", name=re.compile("Wilner")).get_by_text("chofè")).to_be_visible()
    assert fits(page)
    page.get_by_role("button", name="Ajoute 20 moun").click()
    expect(page.get_by_role("heading", name="Nouvo PIN")).to_be_visible()
    assert fits(page)
    page.pdf(path=tmp_path / "pins.pdf", prefer_css_page_size=True)
    printed = pypdfium2.PdfDocument(tmp_path / "pins.pdf")
    sheets = [one.get_textpage().get_text_bounded() for one in printed]
    printed.close()
    assert len(sheets) <= 2
    for name in ("Jean Robert", "Nadia", "Volontè 18"):
        pin = re.search(rf"{name}\s.*?(\d{{3}}) (\d{{3}})", "\n".join(sheets), re.S)
        assert pin, sheets
        pins.check_pin(Worker.objects.get(short_name=name).subject, pin[1] + pin[2])
    assert "Timoun" in sheets[0]
    context.close()
