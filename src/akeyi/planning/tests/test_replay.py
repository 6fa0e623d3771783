"""A simulated day played against a hub: refused where people are real, told as tablets tell, counted as accepted."""

import pytest
from django.conf import settings as django_settings

from akeyi.access.models import OfficeAccount
from akeyi.arrivals.models import Tally
from akeyi.assistance.models import HandOut
from akeyi.errors import AkeyiError
from akeyi.onward.models import Exit
from akeyi.people.models import Reception
from akeyi.planning import days, hall, replay
from akeyi.testing.cast import a_site, an_item
from akeyi.testing.office import signed_in

STAFF = {
    station: [(0.0, 7200.0, n)]
    for station, n in (("count", 2), ("screen", 2), ("register", 6), ("serve", 2), ("leave", 1))
}


def a_lived_day(people):
    return hall.live(days.a_day([(0.0, people, 60.0)], STAFF, stations=list(STAFF)), 1, notes=True).visits


def invented(site):
    """As a demo makes its accounts."""
    signed_in(site)
    OfficeAccount.objects.update(is_invented=True)


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["hub", "headquarters"])
def test_no_day_is_played_where_people_are_real(settings, mode):
    site = a_site()
    invented(site)
    settings.MODE = mode
    with pytest.raises(AkeyiError) as refused:
        replay.play("http://127.0.0.1:1", site, a_lived_day(2), 1000)
    assert "serves real people" in refused.value.sentence("en")


@pytest.mark.django_db
def test_nor_where_a_real_database_is_called_a_demo(settings):
    site = a_site()
    signed_in(site)
    settings.MODE = "demo"
    with pytest.raises(AkeyiError) as refused:
        replay.play("http://127.0.0.1:1", site, a_lived_day(2), 1000)
    assert "serves real people" in refused.value.sentence("en")


@pytest.mark.django_db
def test_where_no_hub_answers_it_says_so(settings):
    site = a_site()
    invented(site)
    settings.MODE = "demo"
    with pytest.raises(AkeyiError) as refused:
        replay.play("http://127.0.0.1:1", site, a_lived_day(2), 1000)
    assert "No hub answers at http://127.0.0.1:1." in refused.value.sentence("en")


@pytest.mark.django_db(transaction=True)
def test_everybody_of_the_day_is_counted_registered_served_and_gone_at_the_hub(live_server, settings):
    site = a_site()
    an_item(site)
    invented(site)
    settings.MODE = "demo"
    played = replay.play(live_server.url, site, a_lived_day(12), 5000)
    assert played.sent == played.accepted == 12 * 5
    assert played.p95_ms > 0 and played.tablets >= 5
    assert (Tally.objects.count(), HandOut.objects.count(), Exit.objects.count()) == (12, 12, 12)
    assert Reception.objects.filter(by_card_only=True).count() == 12
    assert not Reception.objects.exclude(family_name=None).exists()
    assert django_settings.MODE == "demo"
