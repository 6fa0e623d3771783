"""The page of a lost tablet: how many people it held behind which wall, last contact, and its keys."""

import re

import pytest

from akeyi.access.models import DeviceGiven, DeviceRing
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.children.facts.release import ChildReleased
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import PIN, Tablet, a_site, a_worker, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


def people(site, *names):
    """Registered, each with a kit; gives their ids."""
    item = an_item(site)
    ids = [new_id() for _ in names]
    for id, name in zip(ids, names, strict=True):
        tell(
            Saying(ReceptionRevised(given_names=name), site=site, subject=id),
            Saying(HandOutGiven(item=item), site=site, subject=id),
        )
    return ids


def rows(html):
    """{wall: (people, key)}"""
    found = re.findall(
        r'<th scope="row">([^<]+)</th>\s*<td class="count"[^>]*>(\d+)</td>.*?<td data-label[^>]*>([^<]+)<', html, re.S
    )
    return {wall: (int(count), key.split(":")[0]) for wall, count, key in found}


def test_it_speaks_four_languages():
    site = a_site()
    people(site, "Rose")
    tablet = Tablet(site, a_worker(site))
    tablet.pull()
    in_four_languages(signed_in(site), f"/office/tablets/{tablet.device}/lost")


@pytest.mark.parametrize("role", ["clerk", "statistics", "protection"])
def test_only_who_withdraws_tablets_opens_it(role):
    site = a_site()
    tablet = Tablet(site)
    page(signed_in(site, role), f"/office/tablets/{tablet.device}/lost", status=403)
    page(signed_in(a_site(code="OUA")), f"/office/tablets/{tablet.device}/lost", status=404)


def test_it_counts_people_by_wall_and_names_nobody():
    site = a_site()
    rose, _marie = people(site, "Rose", "Marie")
    tell(Saying(ChildReleased(to="ambulance", name="Marenn"), site=site, subject=rose))
    tablet = Tablet(site, a_worker(site, "Wilson"))
    tablet.pull()
    html = page(signed_in(site), f"/office/tablets/{tablet.device}/lost")
    assert rows(html) == {"Who people are": (2, "yes"), "What they received": (2, "yes")}
    assert not re.search("Rose|Marie|Marenn", html)


def test_what_it_was_not_yet_given_is_not_counted_and_what_was_told_on_it_is():
    site = a_site()
    tablet = Tablet(site, a_worker(site, "Wilson"))
    tablet.pull()
    rose, _marie = people(site, "Rose", "Marie")
    tablet.tell(ChildReleased(to="ambulance", name="Marenn"), subject=rose)
    html = page(signed_in(site), f"/office/tablets/{tablet.device}/lost")
    assert rows(html)["Children"] == (1, "no")
    assert rows(html)["Who people are"][0] == 0


def test_a_wall_that_was_lent_for_a_day_stays_among_what_it_held():
    site = a_site()
    officer = a_worker(site, "Roseline", ("protection",))
    tablet = Tablet(site, officer)
    tablet.pull()
    signed_in(site).post(f"/office/workers/{officer}/", {"short_name": "Roseline", "roles": ["clerk"]})
    tablet.ask("/access/sign-in", {"worker": officer, "pin": PIN})
    assert "protection" in DeviceRing.objects.get(device=tablet.device).walls
    assert rows(page(signed_in(site, short_name="Other"), f"/office/tablets/{tablet.device}/lost"))["Protection"]


def test_withdrawing_leads_to_it_and_says_when_the_keys_died():
    site = a_site()
    tablet = Tablet(site, a_worker(site, "Wilson"))
    tablet.pull()
    client = signed_in(site)
    assert "not ended" in page(client, f"/office/tablets/{tablet.device}/lost")
    answer = client.post(f"/office/tablets/{tablet.device}/withdraw", follow=True)
    assert answer.redirect_chain[-1][0].endswith(f"/office/tablets/{tablet.device}/lost")
    assert "not ended" not in answer.content.decode()


def test_a_pull_with_nothing_new_writes_nothing():
    site = a_site()
    people(site, "Rose")
    tablet = Tablet(site, a_worker(site))
    tablet.pull()
    before = list(DeviceGiven.objects.order_by("stream").values_list("stream", "position"))
    assert before
    tablet.pull()
    assert list(DeviceGiven.objects.order_by("stream").values_list("stream", "position")) == before
