"""The handover of a busy shift, printed: one page of A4."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from akeyi.access.models import DeviceKey
from akeyi.arrivals.facts.tally import Tallied
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import Tablet, a_site, an_arrival
from akeyi.testing.office import LANGUAGES, signed_in

ARRIVALS, TABLETS = 12, 12
A4 = (595, 842)


def a_busy_shift() -> str:
    """Twelve arrivals with people inside, twelve tablets silent with something unsent; gives the site."""
    site, yesterday = a_site(), datetime.now(UTC) - timedelta(days=1)
    for number in range(ARRIVALS):
        arrival = an_arrival(site, f"GXA 33{number:02}", status="landed", landed_at=yesterday)
        counted = Tallied(group="woman", count=60, counting="count", door="1", how="typed")
        tell(Saying(counted, site=site, subject=arrival, arrivals=[arrival]))
    for number in range(1, TABLETS + 1):
        tablet = Tablet(site, label=f"Tablet {number}")
        tablet.unsent = [{}] * 17
        tablet.pull()
    DeviceKey.objects.update(heard_at=yesterday)
    return site


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handover_of_a_busy_shift_is_one_page_of_a4(
    live_server: LiveServer, browser: Browser, tmp_path: Path, language: str
) -> None:
    office = signed_in(a_busy_shift())
    context = browser.new_context(locale=language)
    context.add_cookies(
        [{"name": name, "value": one.value, "url": live_server.url} for name, one in office.cookies.items()]
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/office/handover/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.pdf(path=tmp_path / "handover.pdf", prefer_css_page_size=True)
    printed = pypdfium2.PdfDocument(tmp_path / "handover.pdf")
    assert len(printed) == 1
    assert tuple(round(side) for side in printed[0].get_size()) == A4
    said = " ".join(printed[0].get_textpage().get_text_bounded().split())
    printed.close()
    assert f"GXA 33{ARRIVALS - 1}" in said and f"Tablet {TABLETS}" in said and "______" in said
