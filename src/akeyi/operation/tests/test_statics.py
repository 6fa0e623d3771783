"""The desk's files reach a tablet compressed, and an update is noticed at the next visit."""

import gzip
import json

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from akeyi.operation.statics import Statics

PROGRAM = b"// the desk's program" * 100


@pytest.fixture
def ask(tmp_path, settings):
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<title>the desk</title>")
    (dist / "sw.js").write_text("// service worker")
    (dist / "assets" / "main-B1x2.js").write_bytes(PROGRAM)
    (dist / "assets" / "main-B1x2.js.gz").write_bytes(gzip.compress(PROGRAM))
    (dist / "audio").mkdir()
    (dist / "audio" / "welcome.ht.mp3").write_bytes(b"stand-in")
    settings.DESK_DIST, settings.STATIC_ROOT = dist, tmp_path / "static"
    settings.RECORDINGS = tmp_path / "recordings"
    statics = Statics(lambda request: HttpResponse("from a page", status=404))

    def asked(address: str, **headers: str):
        return statics(RequestFactory().get(address, headers=headers))

    return asked


def content(answer) -> bytes:
    return b"".join(answer)


@pytest.mark.parametrize("address", ["/desk/", "/desk/register", "/desk/arrivals/0190-aa/board"])
def test_every_place_in_the_desk_gives_its_one_page(ask, address):
    answer = ask(address)
    assert b"the desk" in content(answer)
    assert answer["Content-Type"].startswith("text/html")
    assert answer["Cache-Control"] == "no-cache"


def test_a_missing_file_of_the_desk_is_missing(ask):
    assert ask("/desk/assets/old-A0.js").status_code == 404
    assert ask("/desk/../settings.py").status_code == 404


def test_the_desk_without_its_slash_leads_to_it(ask):
    assert ask("/desk")["Location"] == "/desk/"


def test_a_file_with_a_hash_in_its_name_is_kept_for_ever_and_comes_compressed(ask):
    answer = ask("/desk/assets/main-B1x2.js", accept_encoding="gzip")
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(content(answer)) == PROGRAM
    assert "immutable" in answer["Cache-Control"]


def test_the_service_worker_is_asked_for_each_time(ask):
    assert ask("/desk/sw.js")["Cache-Control"] == "no-cache"


def test_a_page_is_left_to_whoever_makes_it(ask):
    assert content(ask("/office/")) == b"from a page"


def test_a_server_without_a_desk_still_serves_its_pages(tmp_path, settings):
    settings.DESK_DIST, settings.STATIC_ROOT = tmp_path / "none", tmp_path / "static"
    statics = Statics(lambda request: HttpResponse("from a page"))
    assert content(statics(RequestFactory().get("/desk/"))) == b"from a page"


def recorded(tmp_path, name: str, content: bytes):
    (tmp_path / "recordings").mkdir(exist_ok=True)
    (tmp_path / "recordings" / name).write_bytes(content)


def test_a_recording_that_a_team_puts_into_the_data_folder_stands_before_the_built_one(ask, tmp_path):
    assert content(ask("/desk/audio/welcome.ht.mp3")) == b"stand-in"
    before = json.loads(content(ask("/desk/audio/recordings.json")))
    recorded(tmp_path, "welcome.ht.mp3", b"our own voice")
    recorded(tmp_path, "welcome.ht.txt", b"Byenveni nan Wanament")
    answer = ask("/desk/audio/welcome.ht.mp3")
    assert content(answer) == b"our own voice"
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("audio/mpeg", "no-cache")
    assert content(ask("/desk/audio/welcome.ht.txt")).decode() == "Byenveni nan Wanament"
    after = json.loads(content(ask("/desk/audio/recordings.json")))
    assert set(after) == {"welcome.ht.mp3", "welcome.ht.txt"}
    assert after["welcome.ht.mp3"] != before["welcome.ht.mp3"]


def test_a_team_speaks_a_phrase_card_itself(ask, tmp_path):
    recorded(tmp_path, "say.hurt.pt.mp3", b"our own voice")
    assert content(ask("/desk/audio/say.hurt.pt.mp3")) == b"our own voice"
    assert "say.hurt.pt.mp3" in json.loads(content(ask("/desk/audio/recordings.json")))


@pytest.mark.parametrize("name", ["../secret-key", "%2e%2e/secret-key", "akeyi.sqlite3", "welcome.de.mp3"])
def test_nothing_but_recordings_comes_out_of_their_folder(ask, tmp_path, name):
    recorded(tmp_path, "akeyi.sqlite3", b"not for tablets")
    (tmp_path / "secret-key").write_text("secret")
    assert ask(f"/desk/audio/{name}").status_code == 404
