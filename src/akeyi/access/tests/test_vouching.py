"""Walls beyond reception and items open at the office once a second holder of them says: this is my colleague."""

import pytest
from django.core.management import call_command
from django.test import Client

from akeyi.access.beginning import begin
from akeyi.access.door import viewer_with
from akeyi.access.models import OfficeAccount, Vouched, Worker
from akeyi.access.walls import reads
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import begin_with, given, in_four_languages, page, set_a_code_app, signed_in

from .test_granting import GIVE, came_in, granted

pytestmark = pytest.mark.django_db


def opens(worker):
    """The walls that this worker reads behind at the office."""
    viewer = viewer_with(OfficeAccount.objects.get(worker=worker).user)
    assert viewer is not None
    return viewer.walls


def a_new_account(manager, worker, code_app=True):
    """A manager opens an account, and whoever has its code comes in with it, with a second proof as a rule."""
    client = Client(headers={"Accept-Language": "en"})
    begin_with(client, *given(manager.post(f"/office/workers/{worker}/account")))
    if code_app:
        set_a_code_app(client)
    return client


def test_somebody_invented_by_a_manager_reads_nothing_that_the_manager_does_not():
    site = a_site()
    manager = signed_in(site)
    signed_in(site, "protection", short_name="Wideline")
    manager.post("/office/workers/new/", {"short_name": "Nobody", "roles": ["protection"]})
    invented = Worker.objects.get(short_name="Nobody").subject
    client = a_new_account(manager, invented)
    assert opens(invented) == {"reception", "assistance", "figures"}
    assert client.get("/office/referrals/").status_code == 403
    assert manager.post(f"/office/granting/{invented}/open-account").status_code == 403
    assert "A colleague who holds it has to say that it is you" in page(client, "/office/my/")
    assert "A colleague who holds it has to say that it is you" in page(client, "/office/going-out/", status=403)


def test_a_manager_who_takes_another_role_reads_no_more_by_it():
    site = a_site()
    manager = signed_in(site)
    signed_in(site, "health", short_name="Wideline")
    said = {"short_name": "Mirlande", "roles": ["manager", "health"]}
    manager.post(f"/office/workers/{manager.worker}/", said)
    assert opens(manager.worker) == reads(["manager"])
    assert manager.post(f"/office/granting/{manager.worker}/open-account").status_code == 403


def test_a_second_holder_opens_it_and_that_is_told():
    site = a_site()
    roseline = a_worker(site, "Roseline", ("protection",))
    wideline = signed_in(site, "protection", short_name="Wideline")
    client = a_new_account(signed_in(site), roseline)
    assert "Office account" in page(wideline, GIVE)
    wideline.post(f"/office/granting/{roseline}/open-account")
    assert opens(roseline) == reads(["protection"])
    assert client.get("/office/going-out/").status_code == 200
    told = Vouched.objects.get()
    assert (told.subject, told.worker, told.way, told.why) == (roseline, wideline.worker, "account", "second")
    assert set(told.walls) == {"triage", "protection"}


def test_an_account_without_a_proof_of_its_own_may_be_anybodys():
    site = a_site()
    roseline = a_worker(site, "Roseline", ("protection",))
    wideline = signed_in(site, "protection", short_name="Wideline")
    client = a_new_account(signed_in(site), roseline, code_app=False)
    assert client.get("/office/people/")["Location"] == "/office/my/", "the second proof is asked for from the start"
    assert wideline.post(f"/office/granting/{roseline}/open-account").status_code == 403
    assert Vouched.objects.count() == 0


def test_what_the_manager_reads_too_the_manager_opens():
    site = a_site()
    manager = signed_in(site)
    second, safety = a_worker(site, "Nadia", ("manager",)), signed_in(site, "safety", short_name="Wilson")
    a_new_account(manager, second)
    assert opens(second) == {"reception", "assistance", "figures"}
    assert safety.post(f"/office/granting/{second}/open-account").status_code == 403
    manager.post(f"/office/granting/{second}/open-account")
    assert opens(second) == reads(["manager"])


def test_the_first_manager_of_a_site_waits_for_nobody():
    begun = begin(
        "Guerline",
        code="CAP", name="Cap-Haïtien", timezone="America/Port-au-Prince", country="HTI", place="port",
    )  # fmt: skip
    assert opens(begun.worker) == reads(["manager"])


def test_the_only_manager_comes_back_at_the_machine():
    manager = signed_in(a_site(), "manager", "protection")
    name = OfficeAccount.objects.get(worker=manager.worker).user.username
    call_command("code", name, "--lost")
    assert opens(manager.worker) == reads(["manager"])


def test_an_account_that_begins_anew_waits_again_and_loses_what_was_lent():
    site = a_site()
    manager = signed_in(site)
    roseline = signed_in(site, "protection", short_name="Roseline")
    granted(site, roseline.worker, "health")
    manager.post(f"/office/workers/{roseline.worker}/anew")
    assert opens(roseline.worker) == {"reception", "assistance", "figures"}


def test_a_forgotten_password_keeps_it_where_a_second_proof_stands():
    site = a_site()
    roseline = signed_in(site, "protection", short_name="Roseline")
    granted(site, roseline.worker, "health")
    signed_in(site).post(f"/office/workers/{roseline.worker}/account")
    assert opens(roseline.worker) == reads(["protection", "health"])


def test_a_password_alone_keeps_nothing_that_was_lent():
    site = a_site()
    manager, wilson = signed_in(site), signed_in(site, "clerk", short_name="Wilson")
    granted(site, wilson.worker, "protection")
    manager.post(f"/office/workers/{wilson.worker}/account")
    assert opens(wilson.worker) == reads(["clerk"])


def test_a_wall_is_vouched_for_anew_when_its_role_was_away():
    site = a_site()
    manager, roseline = signed_in(site), signed_in(site, "protection", short_name="Roseline")
    for roles in (["clerk"], ["clerk", "protection"]):
        manager.post(f"/office/workers/{roseline.worker}/", {"short_name": "Roseline", "roles": roles})
    assert opens(roseline.worker) == reads(["clerk"])


def test_the_first_holder_of_a_key_is_the_managers_word_and_the_second_the_firsts():
    site = a_site()
    manager = signed_in(site)
    first, second = a_worker(site, "Yolande", ("holder",)), a_worker(site, "Odile", ("holder",))
    of_first, _ = a_new_account(manager, first), a_new_account(manager, second)
    manager.post(f"/office/granting/{first}/open-account")
    assert manager.post(f"/office/granting/{second}/open-account").status_code == 403
    assert "Odile" in page(of_first, GIVE)
    of_first.post(f"/office/granting/{second}/open-account")
    assert opens(second) == {"sealed"}


def test_whoever_holds_a_key_reads_what_waits_for_their_word_alone():
    site = a_site()
    granted(site, a_worker(site, "Wilson"), "triage")
    came_in(a_worker(site, "Roseline", ("protection",)), "roseline")
    html = page(signed_in(site, "holder", short_name="Yolande"), GIVE)
    assert "Wilson" not in html and "Roseline" not in html


def test_a_loan_vouches_for_nobody():
    site = a_site()
    roseline = a_worker(site, "Roseline", ("protection",))
    came_in(roseline, "roseline")
    signed_in(site, "protection", short_name="Wideline")
    borrower = signed_in(site, "manager", short_name="Nadia")
    granted(site, borrower.worker, "protection")
    assert borrower.post(f"/office/granting/{roseline}/open-account").status_code == 403


def test_the_pages_say_it_in_four_languages():
    site = a_site()
    manager, roseline = signed_in(site), a_worker(site, "Roseline", ("protection",))
    client = a_new_account(manager, roseline)
    in_four_languages(manager, GIVE)
    in_four_languages(manager, f"/office/workers/{roseline}/")
    in_four_languages(client, "/office/my/")
