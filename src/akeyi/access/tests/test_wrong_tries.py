"""Wrong tries: whoever mistypes waits longer each time, at that browser, and nobody else in the hall does."""

import json
import logging
from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.test import Client

from akeyi.access.entrance.throttle import COOKIE, wait_s
from akeyi.operation import logs
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import LANGUAGES, PASSWORD, an_account, sign_in

NOON = "2021-09-19T12:00:00Z"


def test_the_wait_grows_and_ends():
    waits = [wait_s(wrong) for wrong in range(12)]
    assert waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]
    assert wait_s(10_000) == 900


@pytest.fixture
def wilson(db):
    an_account(a_worker(a_site(), "Wilson"), "wilson")
    return "wilson"


def tries(client: Client, times: int, name: str = "wilson") -> list[int]:
    return [sign_in(client, name, "no").status_code for _ in range(times)]


def test_thirty_people_behind_one_router_come_in_while_one_mistypes(db):
    site = a_site()
    names = [f"worker{n}" for n in range(30)]
    for name in names:
        an_account(a_worker(site, name), name)
    mistypes = Client(REMOTE_ADDR="10.0.0.1")
    assert tries(mistypes, 10, names[0]) == [200] * 4 + [429] * 6
    for name in names[1:]:
        assert sign_in(Client(REMOTE_ADDR="10.0.0.1"), name)["Location"] == "/office/"
    # Also at the very computer where it happened.
    assert sign_in(mistypes, names[1])["Location"] == "/office/"


def test_the_wait_ends_by_itself_and_the_next_one_is_longer(wilson):
    with time_machine.travel(NOON, tick=False) as clock:
        client = Client()
        tries(client, 5)
        assert sign_in(client, wilson).status_code == 429, "the right password waits as well"
        clock.shift(timedelta(seconds=31))
        assert tries(client, 1) == [429]
        clock.shift(timedelta(seconds=31))
        assert sign_in(client, wilson).status_code == 429
        clock.shift(timedelta(seconds=30))
        assert sign_in(client, wilson).status_code == 302
        assert AccessAttempt.objects.count() == 0, "whoever comes in begins from nothing"


def test_a_browser_in_which_somebody_came_in_before_does_not_wait_for_what_others_try(wilson):
    own, stranger = Client(), Client()
    sign_in(own, wilson)
    own.post("/office/sign-out")
    tries(stranger, 5)
    assert sign_in(Client(), wilson).status_code == 429, "no other browser helps the stranger"
    assert sign_in(own, wilson).status_code == 302


def test_calling_oneself_another_browser_gains_no_tries(wilson):
    for n in range(5):
        Client().post("/office/sign-in", {"login": wilson, "password": "no"}, headers={"User-Agent": f"B{n}"})
    assert (
        Client(headers={"User-Agent": "B9"})
        .post("/office/sign-in", {"login": wilson, "password": PASSWORD})
        .status_code
        == 429
    )
    forged = Client()
    forged.cookies[COOKIE] = "made:up:cookie"
    assert sign_in(forged, wilson).status_code == 429


def test_a_one_time_code_is_guessed_no_faster(wilson):
    answers = [
        Client().post("/office/first-time", {"username": wilson, "code": f"aaaa-aaaa-aaa{n}"}).status_code
        for n in range(2, 8)
    ]
    assert answers == [200] * 4 + [429] * 2


def test_a_name_that_nobody_has_waits_like_one_that_somebody_has(db):
    assert tries(Client(), 6, "nobody") == [200] * 4 + [429] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_how_long_in_every_language(wilson, language):
    client = Client(headers={"Accept-Language": language})
    tries(client, 5)
    said = sign_in(client, wilson).content.decode()
    words = {"ht": "Tann 1 minit", "fr": "Attendez 1 min", "es": "Espere 1 min", "en": "Wait 1 min"}
    assert words[language] in said and f'lang="{language}"' in said


def test_neither_name_nor_address_nor_password_is_kept_or_logged(wilson, capsys):
    logs.configure()
    client = Client(REMOTE_ADDR="10.9.8.7", headers={"User-Agent": "Tell-Tale"})
    for _ in range(5):
        client.post("/office/sign-in?next=/office/people/", {"login": wilson, "password": "typedbymistake"})
    kept = str(list(AccessAttempt.objects.values())) + str(list(AccessLog.objects.values()))
    said = capsys.readouterr().err
    for secret in (wilson, "10.9.8.7", "Tell-Tale", "typedbymistake"):
        assert secret not in kept and secret not in said
    noted = [json.loads(line) for line in said.splitlines() if "sign_in" in line]
    assert [line["event"] for line in noted].count("sign_in.wrong") == 5
    [wait] = [line for line in noted if line["event"] == "sign_in.waits"]
    assert wait["error"] == 307
    assert not logging.getLogger("axes").isEnabledFor(logging.WARNING)


def test_no_limit_counts_by_address():
    limits = [*settings.ACCOUNT_RATE_LIMITS.values(), *settings.MFA_RATE_LIMITS.values()]
    assert not [limit for limit in limits if limit and "/ip" in limit]
    assert settings.AXES_LOCKOUT_PARAMETERS == [["username", "user_agent"]]
