"""What stands around every page: sign-in, navigation, languages, and pages that cannot be shown."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from akeyi.access import greeting
from akeyi.arrivals import manifests
from akeyi.journal.ids import new_id
from akeyi.journal.models import HeldTwice
from akeyi.journal.tell import Saying, tell
from akeyi.operation import openapi
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import a_site, a_worker, an_arrival
from akeyi.testing.office import (
    LANGUAGES,
    PASSWORD,
    an_account,
    holds_nothing_inline,
    in_four_languages,
    page,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return a_site()


def with_password(site: str, **more) -> None:
    an_account(a_worker(site, "Guerline", ("clerk",)), "guerline", **more)


def pages(arrival: str) -> list[str]:
    """Every address of the office that needs no more than an arrival."""
    paths = {"/" + at.replace("<id:arrival>", arrival) for _, at in openapi.routes() if at.startswith("office/")}
    return sorted(path for path in paths if "<" not in path)


def test_name_and_password_open_the_office(client, site):
    with_password(site)
    answer = client.post("/office/sign-in", {"login": "guerline", "password": PASSWORD, "next": "/office/arrivals/"})
    assert answer["Location"] == "/office/arrivals/"


def test_a_wrong_password_is_told_without_saying_which_was_wrong(client, site):
    with_password(site)
    one = client.post("/office/sign-in", {"login": "guerline", "password": "no"}).content.decode()
    other = client.post("/office/sign-in", {"login": "nobody", "password": "no"}).content.decode()
    for said in (one, other):
        assert "The name or the password is not right." in said and 'role="alert"' in said


def test_an_account_of_nobody_who_works_here_does_not_open(client):
    User.objects.create_user("stranger", password=PASSWORD)
    answer = client.post("/office/sign-in", {"login": "stranger", "password": PASSWORD}, follow=True)
    assert "works at no site" in answer.content.decode()


def test_signing_out_ends_it(site):
    client = signed_in(site)
    client.post("/office/sign-out")
    assert client.get("/office/").status_code == 302


def test_a_language_is_chosen_in_one_tap_and_stays(client):
    client.post("/office/language", {"language": "ht", "next": "/"})
    assert 'lang="ht"' in client.get("/").content.decode()
    assert "Byenveni" in client.get("/").content.decode()


def test_no_form_works_without_its_token(site):
    client = Client(enforce_csrf_checks=True)
    refused = client.post("/office/sign-in", {"login": "guerline", "password": PASSWORD})
    assert refused.status_code == 403 and "This form was open too long" in refused.content.decode()


def test_the_first_page_leads_a_newcomer_in_four_languages(client, settings, tmp_path):
    in_four_languages(client, "/")
    html = page(client, "/")
    assert 'href="/office/"' in html and 'href="/desk/"' in html and 'href="/office/tablets/' in html


def test_only_a_demo_says_who_to_sign_in_as(client, settings, monkeypatch):
    monkeypatch.setattr(greeting, "lines", lambda: ["guerline   password invented"])
    settings.MODE = "demo"
    assert "password invented" in page(client, "/")
    settings.MODE = "hub"
    assert "password invented" not in page(client, "/")


def test_every_page_of_the_office_asks_who_is_there(client, site):
    arrival = an_arrival(site)
    open_to_all = {"/office/sign-in", "/office/language", "/office/first-time"}
    for path in [path for path in pages(arrival) if path not in open_to_all]:
        assert client.get(path).status_code in (302, 405), path


def test_every_page_answers_a_manager_in_four_languages_with_nothing_inline(site):
    client, arrival = signed_in(site), an_arrival(site)
    read = [path for path in pages(arrival) if not path.endswith((".csv", ".xlsx", ".pdf"))]
    shown = [path for path in read if client.get(path).status_code == 200]
    assert len(shown) > 8
    for path in shown:
        for language in LANGUAGES:
            html = page(client, path, language)
            assert holds_nothing_inline(html), path
            assert f'<html lang="{language}">' in html, path
            assert len(re.findall(r"<h1[ >]", html)) == 1, path


def test_every_field_of_every_page_has_a_label(site):
    client, arrival = signed_in(site), an_arrival(site)
    for path in pages(arrival):
        answer = client.get(path)
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        html = answer.content.decode()
        for field in re.findall(r"<(?:input|select|textarea)[^>]*>", html):
            if 'type="hidden"' in field or "aria-label" in field:
                continue
            named = re.search(r'\sid="([^"]+)"', field)
            assert named and f'for="{named[1]}"' in html, (path, field)


def test_pages_that_need_a_role_say_so_kindly(site):
    html = page(signed_in(site, "statistics"), "/office/arrivals/new/", status=403)
    assert "This page is not open to you" in html
    navigation = re.search(r"(?s)<nav.*?</nav>", html)
    assert navigation and "/office/workers/" not in navigation[0] and "/office/people/" not in navigation[0]


def test_those_who_may_only_see_figures_find_no_name_on_any_page(site):
    arrival, person = an_arrival(site, status="landed"), new_id()
    line = {"number": 1, "family_name": "LISTEDNAME", "given_names": "Listedgiven", "sex": "female", "age": 31}
    manifests.keep(site, arrival, [line], format="csv", stated=1, said_by="Carrier")
    named = ReceptionRevised(card="41829375", arrival=arrival, family_name="GIVENNAME", given_names="Givengiven")
    tell(Saying(named, site=site, subject=person, arrivals=[arrival]))
    figures, seen = signed_in(site, "statistics"), 0
    for path in [*pages(arrival), f"/office/people/{person}/"]:
        answer = figures.get(path)
        content = b"".join(answer) if answer.streaming else answer.content
        for name in (b"LISTEDNAME", b"Listedgiven", b"GIVENNAME", b"Givengiven", b"41829375", b"4182 9375"):
            assert name not in content, path
        seen += answer.status_code == 200
    assert seen >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_address_leads_back_in_every_language(client, language):
    html = page(client, "/office/nowhere/", language, status=404)
    assert f'lang="{language}"' in html and 'href="/office/"' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_is_told_kindly_in_every_language(language, site, monkeypatch):
    from akeyi.office.pages import board

    monkeypatch.setattr(board.figures, "board", lambda site: 1 / 0)
    client = signed_in(site)
    client.raise_request_exception = False
    html = page(client, "/office/", language, status=500)
    assert f'lang="{language}"' in html and "division" not in html


def test_a_page_about_people_stays_in_no_cache(site):
    assert "no-store" in signed_in(site).get("/office/")["Cache-Control"]


def test_the_letters_come_from_akeyi_itself_with_their_licence():
    folder = settings.PROJECT / "src" / "akeyi" / "office" / "static" / "office"
    css = (folder / "office.css").read_text()
    assert all((folder / file).exists() for file in re.findall(r'url\("([^"]+)"\)', css))
    assert "http" not in css and (folder / "fonts" / "OFL.txt").exists()


def test_the_first_page_says_when_nothing_is_held_twice(client, site):
    warning = "held on this machine alone"
    assert warning in client.get("/").content.decode()
    HeldTwice.objects.create(place="backup", position=1)
    assert warning not in client.get("/").content.decode()


def test_the_first_page_names_the_command_that_begins_a_site_while_there_is_none(client):
    in_four_languages(client, "/")
    assert "akeyi site --code" in page(client, "/")
    a_site()
    assert "akeyi site --code" not in page(client, "/")
