"""People at a table in tests: a worker signed in at the office, and what every page of theirs must hold."""

import re

from django.contrib.auth.models import User
from django.test import Client

from akeyi.access.models import OfficeAccount

from .cast import a_worker

LANGUAGES = ("ht", "fr", "es", "en")


class Browser(Client):
    """A browser in which `worker` (an id) is signed in."""

    worker: str


def signed_in(site: str, *roles: str, short_name: str = "Mirlande", language: str = "en") -> Browser:
    """A browser in which a new worker with these roles is signed in."""
    worker = a_worker(site, short_name, roles or ("manager",))
    client = Browser(headers={"Accept-Language": language}, enforce_csrf_checks=False)
    user = User.objects.create_user(f"{short_name.casefold()}-{worker[-6:]}", password=None)
    OfficeAccount.objects.create(user=user, worker=worker)
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
