"""Every answer says what a page may load and do."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from akeyi.operation.headers import SecurityHeaders


def policy(answer) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";")]
    return {name: value for name, _, value in parts}


@pytest.mark.parametrize("address", ["/no-such-page", "/authority.crt", "/static/django_htmx/htmx.min.js"])
def test_pages_files_and_errors_carry_the_headers(client, address):
    answer = client.get(address)
    assert policy(answer)["default-src"] == "'self'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Permissions-Policy"].startswith("camera=(self), microphone=()")


def test_a_tablet_may_record_and_the_page_of_a_box_may_play_and_no_other_does():
    def at(address: str):
        return SecurityHeaders(lambda _: HttpResponse())(RequestFactory().get(address))

    for address in ("/", "/office/", "/office/sealed/", "/desk"):
        assert "microphone=()" in at(address)["Permissions-Policy"], address
        assert policy(at(address))["media-src"] == "'self'", address
    assert "microphone=(self)" in at("/desk/")["Permissions-Policy"]
    assert policy(at("/desk/"))["media-src"] == "'self'"
    box = at("/office/sealed/box/01926f00-0000-7000-8000-000000000001/open")
    assert policy(box)["media-src"] == "'self' blob:" and "microphone=()" in box["Permissions-Policy"]


def test_no_page_may_run_an_inline_script_or_be_put_into_a_frame(client):
    said = policy(client.get("/no-such-page"))
    assert said["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert said["style-src"] == "'self'"
    assert "unsafe-inline" not in str(said)
    assert said["frame-ancestors"] == said["object-src"] == said["base-uri"] == "'none'"


def test_a_page_is_kept_in_no_cache_unless_it_says_so():
    request = RequestFactory().get("/")
    assert SecurityHeaders(lambda _: HttpResponse())(request)["Cache-Control"] == "no-store"
    kept = HttpResponse(headers={"Cache-Control": "max-age=60"})
    assert SecurityHeaders(lambda _: kept)(request)["Cache-Control"] == "max-age=60"
