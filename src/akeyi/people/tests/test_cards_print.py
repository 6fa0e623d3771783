"""Printed sheets are looked at as a camera and a hand would: codes scan, numbers match, backs lie behind fronts."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass

import pypdfium2
import pytest
import zxingcpp
from PIL import ImageFilter

from akeyi.people.cards import slip
from akeyi.people.cards.numbers import spoken
from akeyi.people.cards.print import card_sheet
from akeyi.people.cards.series import Series, SeriesProblem
from akeyi.people.cards.texts import back_text, front_text, read

# Two rolls, each with a full sheet and one that is not; small enough to look at every code.
SERIES = Series("PAP-7", "418", bytes(range(32)), count=23, roll_size=12)
BANDS = Series("PAP-7", "418", bytes(range(32)), count=15, roll_size=15)
PIXELS_PER_POINT = 1.5


@dataclass(frozen=True)
class Seen:
    """One code that the camera found: what it says and where on the page, in points from the top left."""

    text: str
    x: float
    y: float

    @property
    def number(self):
        return read(self.text).number


@pytest.fixture(scope="module")
def document():
    """Opens a series' sheets, each kind once, and closes them all in the end."""
    opened = {}

    def of(series, layout):
        if (series, layout) not in opened:
            opened[series, layout] = pypdfium2.PdfDocument(card_sheet(series, layout=layout))
        return opened[series, layout]

    yield of
    for pages in opened.values():
        pages.close()


def picture(page):
    return page.render(scale=PIXELS_PER_POINT).to_pil().convert("L")


def codes(page, photographed=lambda image: image):
    found = []
    for code in zxingcpp.read_barcodes(photographed(picture(page)), formats=zxingcpp.BarcodeFormat.QRCode):
        corners = code.position
        x = (corners.top_left.x + corners.bottom_right.x) / 2 / PIXELS_PER_POINT
        y = (corners.top_left.y + corners.bottom_right.y) / 2 / PIXELS_PER_POINT
        found.append(Seen(code.text, x, y))
    return sorted(found, key=lambda seen: (round(seen.y), seen.x))


def words(page):
    return re.sub(r"\s+", " ", page.get_textpage().get_text_range()).strip()


def numbers(page):
    return [first + second for first, second in re.findall(r"\b(\d{4})\s+(\d{4})\b", words(page))]


def test_pages_come_in_roll_order_and_every_front_has_its_back(document):
    pages = document(SERIES, "cards")
    # slip, its blank back, then fronts and backs in turn
    assert [len(codes(page)) for page in pages] == [1, 0, 10, 10, 2, 2, 1, 0, 10, 10, 1, 1]
    fronts = [number for at in (2, 4, 8, 10) for number in numbers(pages[at])]
    assert fronts == list(SERIES.draw())


def test_every_front_code_scans_and_is_the_cards_own(document):
    pages = document(SERIES, "cards")
    scanned = [seen.text for at in (2, 4, 8, 10) for seen in codes(pages[at])]
    assert scanned == [front_text(number, SERIES.token(k)) for k, number in enumerate(SERIES.draw())]


def test_every_back_lies_behind_its_own_front(document):
    pages = document(SERIES, "cards")
    width = pages[0].get_width()
    for at in (2, 4, 8, 10):
        fronts = {seen.number: seen for seen in codes(pages[at])}
        backs = {seen.number: seen for seen in codes(pages[at + 1])}
        assert fronts.keys() == backs.keys()
        for number, front in fronts.items():
            # turned on the long edge: left becomes right, up stays up
            assert (front.x < width / 2) == (width - backs[number].x < width / 2)
            assert backs[number].y == pytest.approx(front.y, abs=20)
            assert backs[number].text == back_text(number, SERIES.back_token(SERIES.index_of(number)))


@pytest.mark.parametrize(
    ("layout", "at", "card_height_mm"), [("cards", 2, 54), ("cards", 3, 54), ("wristbands", 1, 25)]
)
def test_the_number_beside_a_code_is_the_number_in_it(document, layout, at, card_height_mm):
    page = document(SERIES if layout == "cards" else BANDS, layout)[at]
    width, height = page.get_size()
    half = card_height_mm * 72 / 25.4 / 2
    for seen in codes(page):
        left, right = (0, width / 2) if seen.x < width / 2 else (width / 2, width)
        beside = page.get_textpage().get_text_bounded(left, height - seen.y - half, right, height - seen.y + half)
        digits = re.sub(r"\D", "", beside)
        assert set(re.findall(r"\d{8}", digits)) == {seen.number}


def test_a_wristband_holds_both_codes_far_enough_apart_to_scan_only_one(document):
    page = document(BANDS, "wristbands")[1]
    seen = codes(page)
    assert len(seen) == 28
    by_number = {}
    for code in seen:
        by_number.setdefault(code.number, {})[read(code.text).front] = code
    assert list(by_number) == list(BANDS.draw()[:14])
    for number, sides in by_number.items():
        place = BANDS.index_of(number)
        assert sides[True].text == front_text(number, BANDS.token(place))
        assert sides[False].text == back_text(number, BANDS.back_token(place))
        assert 85 < (sides[False].x - sides[True].x) * 25.4 / 72 < 105  # half-way round a wrist


@pytest.mark.parametrize(("layout", "at"), [("cards", 2), ("cards", 3), ("wristbands", 1)])
def test_a_code_still_scans_when_held_askew_in_bad_light_before_a_cheap_camera(document, layout, at):
    def photographed(image):
        askew = image.rotate(11, expand=True, fillcolor=255).filter(ImageFilter.GaussianBlur(1.1))
        return askew.point(lambda light: 70 + light * 90 // 255)

    page = document(SERIES if layout == "cards" else BANDS, layout)[at]
    assert {seen.text for seen in codes(page, photographed)} == {seen.text for seen in codes(page)}


def test_a_card_says_nothing_but_its_number(document):
    for layout, series in (("cards", SERIES), ("wristbands", BANDS)):
        for page in document(series, layout):
            text = words(page)
            if slip.TEAM["ht"] in text:
                continue
            left = re.sub(r"\b\d{4}\s+\d{4}\b", "", text)
            assert re.fullmatch(r"(\d+ · \d+/\d+)?", left.strip())  # roll and sheet, in the margin that is cut off


def test_the_file_names_neither_series_nor_day(document):
    told = document(SERIES, "cards").get_metadata_dict()
    assert {key: value for key, value in told.items() if value and key not in ("Creator", "Producer")} == {}
    assert all("PAP-7" not in words(page) for page in document(SERIES, "cards"))


@pytest.mark.parametrize(("series", "layout"), [(SERIES, "cards"), (BANDS, "wristbands")])
def test_the_slip_tells_the_team_in_four_languages_what_it_is(document, series, layout):
    page = document(series, layout)[0]
    text = words(page)
    for sentence in slip.sentences():
        assert sentence["only"] in text
        assert sentence["open"] in text
    (code,) = codes(page)
    first, last = series.draw()[0], series.draw()[len(series.cards_of_roll(0)) - 1]
    assert code.text == front_text(first, series.token(0))
    assert f"{spoken(first)} – {spoken(last)}" in text
    assert f" {len(series.cards_of_roll(0))} " in text


def test_every_language_of_the_desk_is_on_the_slip():
    for said in (slip.TEAM, slip.ROLL, slip.CARDS, slip.FIRST_AND_LAST, slip.OPEN_THE_ROLL, slip.TEAM_ONLY):
        assert set(said) == {"ht", "fr", "es", "en"}


def test_some_rolls_can_be_printed_again_alone():
    with pypdfium2.PdfDocument(card_sheet(SERIES, rolls=[1])) as again:
        assert [number for at in (2, 4) for number in numbers(again[at])] == list(SERIES.draw()[12:])
    with pytest.raises(SeriesProblem):
        card_sheet(SERIES, rolls=[2])


def test_printing_twice_gives_the_same_bytes_also_in_another_process():
    program = (
        "import sys; from akeyi.people.cards.print import card_sheet; from akeyi.people.cards.series import Series;"
        "sys.stdout.buffer.write(card_sheet(Series('PAP-7', '418', bytes(range(32)), 23, 12)))"
    )
    elsewhere = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Kabul", "PYTHONPATH": os.pathsep.join(sys.path)}
    other = subprocess.run([sys.executable, "-c", program], env=elsewhere, capture_output=True, check=True).stdout
    assert other == card_sheet(SERIES)
