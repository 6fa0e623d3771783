"""Organisations of a site: added, changed, and what their people may hold."""

import pytest

from akeyi.access.facts.organisation import OrganisationRevised
from akeyi.access.models import Organisation, Worker
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db


def an_organisation(site, name="Migration office", kind="state", is_active=True):
    id = new_id()
    tell(Saying(OrganisationRevised(name=name, kind=kind, is_active=is_active), site=site, subject=id))
    return id


def test_the_pages_speak_four_languages():
    site = a_site()
    of = an_organisation(site)
    client = signed_in(site)
    for path in ("", "new/", f"{of}/"):
        in_four_languages(client, f"/office/workers/organisations/{path}")


@pytest.mark.parametrize("role", ["clerk", "audit", "authority"])
def test_only_who_says_who_works_here_opens_them(role):
    site = a_site()
    an_organisation(site)
    assert "Migration office" not in page(signed_in(site, role), "/office/workers/organisations/", status=403)


def test_one_is_added_and_changed():
    client = signed_in(a_site())
    said = {"name": " Red   Cross ", "kind": "red_cross", "is_active": "on"}
    client.post("/office/workers/organisations/new/", said)
    added = Organisation.objects.get()
    assert (added.name, added.kind, added.is_active) == ("Red Cross", "red_cross", True)
    client.post(f"/office/workers/organisations/{added.subject}/", {"name": "Red Cross", "kind": "red_cross"})
    added.refresh_from_db()
    assert added.is_active is False


def test_two_of_one_name_are_refused():
    site = a_site()
    an_organisation(site)
    answer = signed_in(site).post("/office/workers/organisations/new/", {"name": "migration OFFICE", "kind": "ngo"})
    assert "has this name already" in answer.content.decode()
    assert Organisation.objects.count() == 1


def test_those_of_another_site_are_not_ours():
    client = signed_in(a_site())
    elsewhere = an_organisation(a_site(code="OUA"))
    assert "Migration office" not in page(client, "/office/workers/organisations/")
    page(client, f"/office/workers/organisations/{elsewhere}/", status=404)


def test_a_worker_has_an_organisation():
    site = a_site()
    of = an_organisation(site, "Red Cross", "red_cross")
    client = signed_in(site)
    client.post("/office/workers/new/", {"short_name": "Jacky", "organisation": of, "roles": ["volunteer"]})
    assert Worker.objects.get(short_name="Jacky").organisation == of
    assert "Red Cross" in page(client, "/office/workers/")


@pytest.mark.parametrize("role", ["manager", "administrator", "audit", "clerk", "child_protection"])
def test_a_role_that_a_state_authority_may_not_hold_is_refused_in_words(role):
    site = a_site()
    of = an_organisation(site)
    client = signed_in(site)
    said = {"short_name": "Edner", "organisation": of, "roles": [role, "authority"]}
    answer = client.post("/office/workers/new/", said)
    assert "Somebody of a state authority may not hold these roles" in answer.content.decode()
    assert not Worker.objects.filter(short_name="Edner").exists()
    client.post("/office/workers/new/", said | {"roles": ["authority"]})
    assert Worker.objects.get(short_name="Edner").roles == ["authority"]


def test_an_organisation_that_has_left_is_offered_to_nobody_new():
    site = a_site()
    of = an_organisation(site, is_active=False)
    client = signed_in(site)
    assert of not in page(client, "/office/workers/new/")
    answer = client.post("/office/workers/new/", {"short_name": "Edner", "organisation": of, "roles": ["authority"]})
    assert answer.status_code == 200
    worker = a_worker(site)
    assert of not in page(client, f"/office/workers/{worker}/")
