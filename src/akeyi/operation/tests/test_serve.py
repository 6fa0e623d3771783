"""The server tells where it is, is trusted through its own authority alone, and leaves nothing behind at its end."""

import ssl
import stat
import subprocess
from http.client import HTTPConnection, HTTPSConnection

import pytest

from akeyi.testing.server import AKEYI, Server, free_port


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("a hub")


@pytest.fixture(scope="module")
def hub(var):
    (var / "greeting.txt").write_text("Sign in as Guerline, PIN 418293\n")
    door = free_port()
    with Server(var, "--tls", "--workers", "1", "--door", str(door)) as server:
        server.door = door
        yield server


def ask(hub: Server, trusting: ssl.SSLContext, host: str = "127.0.0.1"):
    connection = HTTPSConnection(host, hub.port, context=trusting, timeout=20)
    connection.request("GET", "/authority.crt")
    return connection.getresponse()


def test_it_says_where_it_is_and_who_to_sign_in_as(hub):
    assert f"https://127.0.0.1:{hub.port}" in hub.said
    assert "Sign in as Guerline, PIN 418293" in hub.said


def test_a_server_without_a_site_says_how_one_begins(hub):
    assert "akeyi site --code" in hub.said


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_whoever_trusts_its_authority_trusts_it(hub, var, host):
    trusting = ssl.create_default_context(cafile=str(var / "tls" / "authority.crt"))
    answer = ask(hub, trusting, host)
    assert answer.status == 200
    assert answer.read() == (var / "tls" / "authority.crt").read_bytes()
    assert answer.headers["Content-Type"] == "application/x-x509-ca-cert"


def knock(hub: Server, address: str, **headers: str):
    connection = HTTPConnection("127.0.0.1", hub.door, timeout=20)
    connection.request("GET", address, headers=headers)
    return connection.getresponse()


def test_a_tablet_fetches_the_authority_before_it_trusts_it(hub, var):
    answer = knock(hub, "/authority.crt")
    assert answer.read() == (var / "tls" / "authority.crt").read_bytes()
    assert f"http://127.0.0.1:{hub.door}/authority.crt" in hub.said


def test_everything_else_is_sent_to_the_secure_address_without_what_was_asked(hub):
    answer = knock(hub, "/office/receptions?card=41829375", Host=f"hub.local:{hub.door}")
    assert answer.status == 302
    assert answer.headers["Location"] == f"https://hub.local:{hub.port}/"
    odd = knock(hub, "/", Host='evil"/><script>')
    assert odd.headers["Location"] == f"https://127.0.0.1:{hub.port}/"


def test_whoever_does_not_is_warned(hub):
    with pytest.raises(ssl.SSLCertVerificationError):
        ask(hub, ssl.create_default_context())


def test_browsers_are_told_that_it_is_always_secure(hub, var):
    trusting = ssl.create_default_context(cafile=str(var / "tls" / "authority.crt"))
    connection = HTTPSConnection("localhost", hub.port, context=trusting, timeout=20)
    connection.request("GET", "/office/sign-in")
    answer = connection.getresponse()
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    [cookie] = answer.headers.get_all("Set-Cookie")
    assert cookie.startswith("__Host-csrf=") and "Secure" in cookie and "Domain" not in cookie


def test_its_data_is_for_this_user_alone(hub, var):
    open_to_others = [path.name for path in var.glob("akeyi.sqlite3*") if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert open_to_others == []


def test_a_second_server_at_the_same_place_says_what_to_do(hub):
    done = subprocess.run(
        [AKEYI, "serve", "--port", str(hub.port)], env=hub.environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert "choose another with --port" in done.stderr


def test_it_ends_when_asked_and_starts_again_even_after_it_was_killed(tmp_path):
    server = Server(tmp_path / "another hub")
    with server:
        assert server.stop() == 0
        assert not server.answers()
        server.start()
        # Fails if a worker outlives its server and goes on taking connections.
        server.kill()
        server.start()
        assert server.answers()
