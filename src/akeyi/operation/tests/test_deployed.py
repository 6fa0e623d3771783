"""Django's own list of what a server in service needs: nothing of it is missing."""

import os
import subprocess

import pytest
from django.conf import settings

from akeyi.testing.server import AKEYI


@pytest.mark.parametrize(("mode", "tls"), [("hub", "own"), ("headquarters", "proxy")])
def test_nothing_is_left_to_be_said_about_a_server_with_tls(mode, tls, tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("AKEYI_", "DJANGO_"))}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "akeyi.settings",
        "AKEYI_VAR": str(tmp_path),
        "AKEYI_MODE": mode,
        "AKEYI_TLS": tls,
    }
    command = [AKEYI, "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "no issues (2 silenced)" in done.stdout


def test_what_serve_puts_in_force_is_what_was_checked():
    assert set(settings.OVER_TLS) == {
        "SESSION_COOKIE_SECURE",
        "SESSION_COOKIE_NAME",
        "CSRF_COOKIE_SECURE",
        "CSRF_COOKIE_NAME",
        "LANGUAGE_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
        "SECURE_HSTS_SECONDS",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    }
    assert settings.SESSION_COOKIE_HTTPONLY and settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    assert (settings.SESSION_COOKIE_AGE, settings.SESSION_IDLE_S) == (12 * 60 * 60, 60 * 60)
