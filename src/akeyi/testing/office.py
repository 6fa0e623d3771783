"""People at a table in tests: a worker signed in at the office, and what every page of theirs must hold."""

import re
import time
from collections.abc import Iterable
from functools import cache
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.test import Client

from akeyi.access.entrance.factors import needs_second_proof
from akeyi.access.models import OfficeAccount
from akeyi.access.viewer import Viewer
from akeyi.access.walls import reads
from akeyi.journal.declare import WALLS

from .cast import a_worker

PASSWORD = "a few words in a row"

LANGUAGES = ("ht", "fr", "es", "en")


class Browser(Client):
    """A browser in which `worker` (an id) is signed in."""

    worker: str


@cache
def _hashed() -> str:
    return make_password(PASSWORD)


def an_account(worker: str, name: str, opens: Iterable[str] = WALLS, **more: object) -> User:
    """An account with a password of its own, PASSWORD, that opens all walls of its worker's roles."""
    user = User.objects.create(username=name, password=_hashed(), **more)
    OfficeAccount.objects.create(user=user, worker=worker, opens=list(opens))
    return user


def a_viewer(worker: str, site: str, *roles: str) -> Viewer:
    """A worker with these roles, whose account opens all of their walls."""
    return Viewer.of(worker, site, list(roles), reads(roles))


def a_code_app(user: User) -> str:
    """Sets a code app; gives its key."""
    key = generate_totp_secret()
    TOTP.activate(user, key)
    return key


def six_digits(key: str, at: float) -> str:
    """What a code app shows at a moment."""
    return format_hotp_value(hotp_value(key, int(at) // 30))


def sign_in(client: Client, name: str, password: str = PASSWORD) -> Any:
    """What the sign-in page answers; nothing is followed."""
    return client.post("/office/sign-in", {"login": name, "password": password})


def given(shown: Any) -> tuple[str, str]:
    """The name and the one-time code on a page that shows them once."""
    name, code = re.findall(r'lead">([^<]+)</dd>', shown.content.decode())
    return name, code


def begin_with(client: Client, name: str, code: str, password: str | None = PASSWORD) -> Any:
    """Comes in with a one-time code, and chooses a password; gives the answer to the last of it."""
    answer = client.post("/office/first-time", {"username": name, "code": code})
    if password is None or answer.status_code != 302:
        return answer
    return client.post("/office/my/password", {"new": password, "again": password})


def set_a_code_app(client: Client) -> str:
    """Sets a code app on the page for it, as somebody with a phone would; gives its key."""
    html = client.get("/office/my/app/new").content.decode()
    key = re.search(r"<code>([A-Z2-7]+)</code>", html)
    assert key, html
    client.post("/office/my/app/new", {"code": six_digits(key[1], time.time())})
    return key[1]


def signed_in(site: str, *roles: str, short_name: str = "Mirlande", language: str = "en") -> Browser:
    """A browser in which a new worker with these roles is signed in, with all the proofs they need."""
    roles = roles or ("manager",)
    worker = a_worker(site, short_name, roles)
    client = Browser(headers={"Accept-Language": language}, enforce_csrf_checks=False)
    user = an_account(worker, f"{short_name.casefold()}-{worker[-6:]}", opens=reads(roles))
    viewer = a_viewer(worker, site, *roles)
    if needs_second_proof(viewer.walls, viewer.duties):
        a_code_app(user)
    client.force_login(user)
    client.worker = worker
    return client


def page(client: Client, path: str, language: str = "en", status: int = 200) -> str:
    """The text of a page in a language."""
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.status_code == status, (path, answer.status_code)
    return answer.content.decode()


def holds_nothing_inline(html: str) -> bool:
    """Whether a page keeps to the content policy: no script, style or handler written into it."""
    inline = re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html)
    return inline is None


def in_four_languages(client: Client, path: str) -> None:
    """Every language answers, with another text each, and with nothing inline."""
    texts = {language: page(client, path, language) for language in LANGUAGES}
    for language, text in texts.items():
        assert f'lang="{language}"' in text, (path, language)
        assert holds_nothing_inline(text), (path, language)
    mains = {re.sub(r"(?s).*<main", "", text) for text in texts.values()}
    assert len(mains) == 4, f"{path} says the same in two languages"
