"""A state authority sees bands of ten, and no number that anybody could be found by."""

import re
from datetime import UTC, datetime

import pytest

from akeyi.arrivals.facts.expected import ExpectedTold
from akeyi.arrivals.facts.tally import Tallied
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import a_site, an_arrival
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


def test_numbers_are_bands_and_small_ones_are_not_said():
    site = a_site()
    flight = an_arrival(site, label="GXA 3301", status="met", landed_at=datetime.now(UTC))
    expected = ExpectedTold(claim="expected", said_by="The carrier", total=99)
    counted = Tallied(group="woman", count=7, counting="count", door="A", how="typed")
    tell(*(Saying(body, site=site, subject=flight, arrivals=[flight]) for body in (expected, counted)))
    authority = signed_in(site, "authority")
    html = page(authority, "/office/rounded/")
    cells = [re.sub(r"\s+", " ", cell) for cell in re.findall(r'<td class="count"[^>]*>([^<]*)</td>', html)]
    assert cells == ["90\u2060–\u206099", "–", *["fewer than 10"] * 5]
    assert "GXA 3301" in html and "carrier" not in html.replace("carrier says", "")
    in_four_languages(authority, "/office/rounded/")


@pytest.mark.parametrize("role", ["manager", "clerk", "statistics"])
def test_it_is_for_nobody_who_sees_the_numbers_themselves(role):
    page(signed_in(a_site(), role), "/office/rounded/", status=403)
