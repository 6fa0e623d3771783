"""One person, three services, and what tests say of them."""

import pytest

from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.referrals import telling
from akeyi.referrals.facts.service import ServiceRevised
from akeyi.testing.cast import a_series, a_site, an_arrival
from akeyi.testing.office import a_viewer, signed_in


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def rose(site):
    flight, series = an_arrival(site), a_series(site)
    number = series.draw()[0]
    subject = str(series.reception_id(number))
    body = ReceptionRevised(card=number, arrival=flight, given_names="Rose-Laure", phone="37001122", languages=["ht"])
    tell(Saying(body, site=site, subject=subject, arrivals=[flight]))
    return subject


@pytest.fixture
def a_service(site):
    def made(name, *needs, **said):
        subject = new_id()
        body = ServiceRevised(name=name, needs=list(needs), place="Blue gate, Rue 5", is_active=True, **said)
        tell(Saying(body, site=site, subject=subject))
        return subject

    return made


@pytest.fixture
def lawyers(a_service):
    return a_service("The lawyers", "legal_aid")


@pytest.fixture
def worker(site):
    """A protection worker at the office."""
    return signed_in(site, "protection")


@pytest.fixture
def referred(site, rose, lawyers, worker):
    """Tells a referral of Rose-Laure to the lawyers; gives its id."""

    def told(items=None, wall="protection", role="protection", **more):
        viewer = a_viewer(worker.worker, site, role)
        said = {"service": lawyers, "need": "legal_aid", "priority": "urgent", "answered": {"how": "said"}} | more
        return telling.refer(viewer, rose, wall, items or {"name": "Rose-Laure", "need": "Fears to stay"}, **said)

    return told
