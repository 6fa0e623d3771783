"""Coming in at the office: a password of one's own, six digits after it, a recovery code when the phone is lost."""

import re
import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import NoReverseMatch, reverse

from akeyi.access.accounts import open_account
from akeyi.access.entrance.forms import ALONE, BESIDE_ANOTHER
from akeyi.access.models import Worker
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import (
    PASSWORD,
    an_account,
    begin_with,
    holds_nothing_inline,
    in_four_languages,
    page,
    set_a_code_app,
    sign_in,
    six_digits,
)

pytestmark = pytest.mark.django_db
NOON = 1_632_070_800


@pytest.fixture
def guerline():
    """A manager who has begun, with a code app at noon; (their browser, name, the app's key)."""
    worker = Worker.objects.get(subject=a_worker(a_site(), "Guerline", ("manager",)))
    name, code = open_account(worker)
    client = Client()
    with time_machine.travel(NOON):
        begin_with(client, name, code)
        key = set_a_code_app(client)
    return client, name, key


def second_step(client: Client, code: str):
    return client.post("/office/sign-in/second-step", {"code": code})


def test_a_password_and_six_digits_open_the_office(guerline):
    _, name, key = guerline
    client = Client()
    assert sign_in(client, name)["Location"] == "/office/sign-in/second-step"
    assert client.get("/office/")["Location"].startswith("/office/sign-in")
    in_four_languages(client, "/office/sign-in/second-step")
    assert second_step(client, six_digits(key, time.time()))["Location"] == "/office/"
    page(client, "/office/workers/")


def test_wrong_digits_are_refused_in_words_and_after_five_there_is_a_wait(guerline):
    _, name, key = guerline
    client = Client()
    sign_in(client, name)
    for _ in range(5):
        assert "could not be verified" in second_step(client, "000000").content.decode()
    assert "Too many wrong tries." in second_step(client, six_digits(key, time.time())).content.decode()
    assert client.get("/office/").status_code == 302


def test_six_digits_open_once_for_as_long_as_they_would(guerline):
    _, name, key = guerline
    with time_machine.travel(NOON + 3600, tick=False) as clock:
        digits = six_digits(key, time.time())
        one, other = Client(), Client()
        for client in (one, other):
            sign_in(client, name)
        assert second_step(one, digits).status_code == 302
        clock.shift(45)
        assert "could not be verified" in second_step(other, digits).content.decode()
        assert second_step(other, six_digits(key, time.time())).status_code == 302


def test_recovery_codes_are_shown_once_and_each_opens_once(guerline):
    began, name, _key = guerline
    with time_machine.travel(NOON + 60):
        html = page(began, "/office/my/recovery-codes")
        again = page(began, "/office/my/recovery-codes")
    codes = [f"{first}{second}" for first, second in re.findall(r"<li>(\d{4}) (\d{4})</li>", html)]
    assert len(codes) == 10 and holds_nothing_inline(html)
    assert "shown already" in again and not re.search(r"<li>\d{4} \d{4}</li>", again)
    first, second = Client(), Client()
    sign_in(first, name)
    assert second_step(first, f"{codes[0][:4]} {codes[0][4:]}").status_code == 302
    page(first, "/office/workers/")
    sign_in(second, name)
    assert "could not be verified" in second_step(second, codes[0]).content.decode()
    assert second_step(second, codes[1]).status_code == 302


def test_recovery_codes_alone_are_no_second_proof(guerline):
    began, _name, _key = guerline
    Authenticator.objects.filter(type=Authenticator.Type.TOTP).delete()
    with time_machine.travel(NOON + 60):
        assert began.get("/office/")["Location"] == "/office/my/"


@pytest.mark.parametrize(
    ("role", "password", "said"),
    [
        ("clerk", "fourteen-signs", f"at least {ALONE} signs"),
        ("manager", "7-signs", f"at least {BESIDE_ANOTHER} signs"),
        ("manager", "football1", "Many people use this password"),
        ("manager", "guerline1", "Many people use this password"),
    ],
)
def test_a_weak_password_is_refused_in_words(client, role, password, said):
    name, code = open_account(Worker.objects.get(subject=a_worker(a_site(), "Guerline", (role,))))
    assert said in begin_with(client, name, code, password).content.decode()
    assert sign_in(Client(), name, password).status_code == 200


@pytest.mark.parametrize(("role", "password"), [("clerk", "fifteen signs !"), ("manager", "8 signs!")])
def test_a_long_enough_one_is_taken_whatever_it_is_made_of(client, role, password):
    name, code = open_account(Worker.objects.get(subject=a_worker(a_site(), "Guerline", (role,))))
    assert begin_with(client, name, code, password).status_code == 302
    assert sign_in(Client(), name, password).status_code == 302


def test_a_code_opens_no_page_before_something_of_ones_own_is_set(client):
    name, code = open_account(Worker.objects.get(subject=a_worker(a_site())))
    assert begin_with(client, name, f" {code.upper()} ", password=None)["Location"] == "/office/"
    assert client.get("/office/people/")["Location"] == "/office/my/"
    assert "Choose how you sign in from now on." in page(client, "/office/my/")
    in_four_languages(client, "/office/my/password")


def test_a_password_is_changed_after_the_old_one_and_every_other_browser_is_out():
    an_account(a_worker(a_site()), "wilson")
    here, there = Client(), Client()
    for client in (here, there):
        sign_in(client, "wilson")
    new = {"new": "another row of words", "again": "another row of words"}
    asked = here.post("/office/my/password", new)
    assert asked["Location"] == "/office/my/again?next=%2Foffice%2Fmy%2Fpassword"
    assert "another row" not in str(dict(here.session)), "what was typed waits nowhere"
    assert "The password is not right." in here.post(asked["Location"], {"password": "no"}).content.decode()
    here.post(asked["Location"], {"password": PASSWORD})
    assert "not the same" in here.post("/office/my/password", new | {"again": "x"}).content.decode()
    assert here.post("/office/my/password", new).status_code == 302
    page(here, "/office/people/")
    assert "this one" in page(here, "/office/my/sessions")
    assert there.get("/office/people/").status_code == 302


def test_the_pages_of_the_door_speak_four_languages(client):
    for path in ("/office/sign-in", "/office/first-time"):
        in_four_languages(client, path)


def test_there_is_no_way_in_by_mail_sign_up_or_another_service(client):
    for name in ("account_signup", "account_email", "account_reset_password", "socialaccount_connections", "mfa_trust"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    for path in ("signup/", "password/reset/", "email/", "3rdparty/", "login/code/confirm/"):
        assert client.get(f"/office/{path}").status_code == 404
