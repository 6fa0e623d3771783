"""The colours of the office pages: readable, and none of those that mean triage."""

import re
from itertools import product

from django.conf import settings

CSS = (settings.PROJECT / "src" / "akeyi" / "office" / "static" / "office" / "office.css").read_text()
TOKENS = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", CSS))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_can_be_read():
    for words, ground in product(("ink", "ink-2", "blue", "blue-hover"), ("paper", "paper-2")):
        assert contrast(TOKENS[words], TOKENS[ground]) >= 4.5, (words, ground)
    assert contrast(TOKENS["on-blue"], TOKENS["blue"]) >= 4.5


def test_no_colour_is_red_orange_yellow_or_green():
    for colour in set(re.findall(r"#[0-9a-f]{6}\b", CSS)):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        is_grey_or_paper = max(red, green, blue) - min(red, green, blue) < 32
        assert is_grey_or_paper or blue == max(red, green, blue), colour
