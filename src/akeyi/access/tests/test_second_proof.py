"""Who needs a second proof, and that no page opens before it is set."""

import pytest
from django.test import Client

from akeyi.access.entrance.factors import needs_second_proof
from akeyi.access.models import OfficeAccount
from akeyi.access.walls import ROLES, reads
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import a_code_app, an_account, in_four_languages, page, sign_in, signed_in

ONE_IS_ENOUGH = {"clerk", "volunteer", "statistics", "information", "authority"}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_that_opens_more_than_reception_and_items_needs_two(role):
    assert needs_second_proof(reads([role]), ROLES[role].duties) is (role not in ONE_IS_ENOUGH)


def test_one_role_of_several_that_needs_it_is_enough():
    assert needs_second_proof(reads(["clerk", "child_protection"]))
    assert not needs_second_proof(reads(["clerk", "statistics"]))
    assert not needs_second_proof(reads([]))


def came_in(*roles: str, name: str = "nadia") -> Client:
    """Somebody who has a password and nothing else."""
    an_account(a_worker(a_site(), "Nadia", roles), name)
    client = Client()
    sign_in(client, name)
    return client


@pytest.mark.django_db
def test_without_it_every_page_leads_to_the_page_where_it_is_set():
    client = came_in("manager")
    for path in ("/office/", "/office/people/", "/office/workers/", "/office/closing/"):
        assert client.get(path)["Location"] == "/office/my/"
    html = page(client, "/office/my/")
    assert "one more proof is needed" in html and "<nav" not in html and "/office/workers/" not in html
    in_four_languages(client, "/office/my/")


@pytest.mark.django_db
def test_a_clerk_needs_none():
    assert came_in("clerk").get("/office/people/").status_code == 200


@pytest.mark.django_db
def test_whoever_gets_another_role_needs_it_from_then_on():
    site = a_site()
    manager, clerk = signed_in(site), signed_in(site, "clerk", short_name="Wilson")
    page(clerk, "/office/people/")
    manager.post(f"/office/workers/{clerk.worker}/", {"short_name": "Wilson", "roles": ["clerk", "protection"]})
    assert clerk.get("/office/people/")["Location"] == "/office/my/"


@pytest.mark.django_db
def test_invented_people_of_a_demo_need_none_and_real_ones_do(settings):
    settings.MODE = "demo"
    client = came_in("manager")
    assert client.get("/office/")["Location"] == "/office/my/"
    OfficeAccount.objects.update(is_invented=True)
    page(client, "/office/")
    assert "In this demonstration" in page(client, "/office/my/")
    settings.MODE = "hub"
    assert client.get("/office/")["Location"] == "/office/my/"


@pytest.mark.django_db
def test_the_last_proof_is_never_taken_away():
    client = signed_in(a_site())
    client.post("/office/my/again", {"password": "a few words in a row"})
    said = client.post("/office/my/app/remove").content.decode()
    assert "This is your last proof." in said
    page(client, "/office/workers/")


@pytest.mark.django_db
def test_an_app_set_by_somebody_else_at_an_open_page_needs_the_password_again():
    client = came_in("manager")
    assert client.get("/office/my/app/new")["Location"].startswith("/office/my/again?")
    user = OfficeAccount.objects.get().user
    a_code_app(user)
    assert client.get("/office/my/recovery-codes/new")["Location"].startswith("/office/my/again?")
