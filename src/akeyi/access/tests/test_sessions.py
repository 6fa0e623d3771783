"""Sessions: a list of one's own, ended one by one or all at once, and by themselves after an hour or a shift."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.test import Client

from akeyi.access.entrance.browsers import in_words
from akeyi.access.entrance.ends import has_ended
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.models import OfficeAccount
from akeyi.journal.tell import Saying, tell
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import PASSWORD, an_account, in_four_languages, page, sign_in

HOUR, SHIFT = 60 * 60, 12 * 60 * 60
ANDROID = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile Safari/537.36"
)
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"


def test_it_ends_after_an_hour_of_nothing_and_after_a_shift():
    assert not has_ended(0, 0, HOUR)
    assert has_ended(0, 0, HOUR + 1)
    assert not has_ended(0, SHIFT - 1, SHIFT)
    assert has_ended(0, SHIFT, SHIFT + 1)


@pytest.mark.parametrize(
    ("user_agent", "words"), [(ANDROID, "Chrome, Android"), (FIREFOX, "Firefox, Windows"), ("curl/8", "")]
)
def test_a_browser_is_named_as_people_know_it(user_agent, words):
    assert in_words(user_agent) == words


@pytest.fixture
def wilson(db):
    an_account(a_worker(a_site(), "Wilson"), "wilson")
    return "wilson"


def came_in(name: str, user_agent: str) -> Client:
    client = Client(headers={"User-Agent": user_agent, "Accept-Language": "en"})
    sign_in(client, name)
    return client


def test_the_list_shows_every_browser_and_one_of_them_is_ended(wilson):
    here, there = came_in(wilson, ANDROID), came_in(wilson, FIREFOX)
    html = page(here, "/office/my/sessions")
    assert html.index("Chrome, Android") < html.index("this one") < html.index("Firefox, Windows")
    other = UserSession.objects.get(user_agent=FIREFOX)
    here.post(f"/office/my/sessions/{other.pk}/end")
    assert there.get("/office/").status_code == 302
    assert "Firefox" not in page(here, "/office/my/sessions")
    in_four_languages(here, "/office/my/sessions")


def test_all_others_end_at_once(wilson):
    here, *others = (came_in(wilson, one) for one in (ANDROID, FIREFOX, "another"))
    here.post("/office/my/sessions")
    assert [client.get("/office/").status_code for client in others] == [302, 302]
    page(here, "/office/")


def test_nobody_ends_a_session_of_somebody_else(wilson):
    an_account(a_worker(a_site(code="OUA"), "Nadia"), "nadia")
    theirs = came_in("nadia", FIREFOX)
    other = UserSession.objects.get(user_agent=FIREFOX)
    assert came_in(wilson, ANDROID).post(f"/office/my/sessions/{other.pk}/end").status_code == 404
    page(theirs, "/office/")


def test_no_address_is_kept(wilson):
    Client(REMOTE_ADDR="10.9.8.7").post("/office/sign-in", {"login": wilson, "password": PASSWORD})
    assert set(UserSession.objects.values_list("ip", flat=True)) == {"0.0.0.0"}


def test_an_hour_of_nothing_signs_out_and_a_board_that_refreshes_itself_is_nothing(wilson):
    with time_machine.travel("2021-09-19T12:00:00Z", tick=False) as clock:
        works, watches = came_in(wilson, ANDROID), came_in(wilson, FIREFOX)
        page(works, "/office/")
        page(watches, "/office/")
        for _ in range(3):
            clock.shift(timedelta(minutes=25))
            page(works, "/office/people/")
            asks_again = watches.get("/office/", headers={"HX-Request": "true"})
        assert asks_again.headers["HX-Refresh"] == "true", "the board says that it ended"
        assert works.get("/office/people/").status_code == 200
        assert watches.get("/office/people/").status_code == 302


def test_a_shift_signs_out_whoever_works_through(wilson):
    with time_machine.travel("2021-09-19T06:00:00Z", tick=False) as clock:
        client = came_in(wilson, ANDROID)
        page(client, "/office/")
        for _ in range(24):
            clock.shift(timedelta(minutes=30))
            page(client, "/office/people/")
        clock.shift(timedelta(minutes=1))
        assert client.get("/office/people/").status_code == 302


def test_reading_page_after_page_writes_the_session_once_a_minute(wilson):
    client = came_in(wilson, ANDROID)
    page(client, "/office/people/")
    before = dict(client.session)
    page(client, "/office/people/")
    assert dict(client.session) == before


def test_whoever_no_longer_works_here_is_asked_to_sign_in_once_and_not_for_ever(wilson):
    client = came_in(wilson, ANDROID)
    worker = OfficeAccount.objects.get(user__username=wilson).worker
    # As it comes from another server: the account here was not closed.
    tell(Saying(WorkerRevised(is_active=False), site=a_site(code="OUA"), subject=worker))
    for path in ("/office/people/", "/office/my/"):
        answer = client.get(path, follow=True)
        assert [one for one, _ in answer.redirect_chain] == [f"/office/sign-in?next={path}"]
        assert answer.status_code == 200
    assert (
        "works at no site"
        in client.post("/office/sign-in", {"login": wilson, "password": PASSWORD}, follow=True).content.decode()
    )
