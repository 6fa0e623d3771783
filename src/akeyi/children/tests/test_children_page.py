"""The page of children who leave: codes shown once, releases looked at by child protection alone."""

import re

import pytest

from akeyi.children import rules
from akeyi.children.facts.release import ChildReleased
from akeyi.children.models import ReleaseCode, ReleaseReview
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import a_site
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
TI_JO = "0190a5c0-0000-8000-8000-00000000000a"
PATH = "/office/children/"


@pytest.fixture
def site():
    made = a_site()
    tell(Saying(ReceptionRevised(card="99900009", given_names="Ti Jo", age=6), site=made, subject=TI_JO))
    return made


def let_go(site, **said):
    [fact] = tell(Saying(ChildReleased(**({"to": "ambulance", "name": "Secret"} | said)), site=site, subject=TI_JO))
    return fact


def test_the_page_speaks_four_languages(site):
    let_go(site)
    in_four_languages(signed_in(site, "child_protection"), PATH)


@pytest.mark.parametrize("role", ["clerk", "statistics"])
def test_others_do_not_open_it(site, role):
    client = signed_in(site, role)
    page(client, PATH, status=403)
    assert client.post(f"{PATH}codes", {"label": "x", "count": 1}).status_code == 403


def test_codes_are_shown_once_and_kept_as_hashes(site):
    client = signed_in(site)
    shown = client.post(f"{PATH}codes", {"label": "night of the 19th", "count": 3})
    codes = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", shown.content.decode())
    assert len(set(codes)) == 3 and shown["Cache-Control"] == "no-store"
    kept = {one.code_hash for one in ReleaseCode.objects.all()}
    assert kept == {rules.hash_of_code(code) for code in codes}
    later = page(client, PATH)
    assert "night of the 19th, 3" in later and not any(code in later for code in codes)


def test_the_page_to_seal_speaks_four_languages(site):
    client = signed_in(site)
    texts = set()
    for language in ("ht", "fr", "es", "en"):
        said = {"label": "night", "count": 1}
        answer = client.post(f"{PATH}codes", said, headers={"Accept-Language": language})
        texts.add(re.search(r"<h1>(.*?)</h1>", answer.content.decode())[1])
    assert len(texts) == 4


def test_an_ambulance_waits_to_be_looked_at_and_then_no_more(site):
    fact = let_go(site)
    client = signed_in(site, "child_protection")
    assert "Ti Jo" in page(client, PATH)
    client.post(f"{PATH}{fact}/review", {"note": "His mother is with him."})
    assert ReleaseReview.objects.get().note == "His mother is with him."
    text = page(client, PATH)
    assert "No release waits" in text and "His mother is with him." in text


def test_a_review_without_a_word_is_none(site):
    fact = let_go(site)
    signed_in(site, "child_protection").post(f"{PATH}{fact}/review", {"note": "  "})
    assert ReleaseReview.objects.count() == 0


def test_a_manager_sees_how_many_wait_and_not_who(site):
    fact = let_go(site)
    client = signed_in(site)
    text = page(client, PATH)
    assert '<span class="number">1</span>' in text
    assert "Ti Jo" not in text and "Secret" not in text and "9990 0009" not in text
    assert client.post(f"{PATH}{fact}/review", {"note": "x"}).status_code == 403


def test_a_code_used_twice_is_said(site):
    client = signed_in(site)
    shown = client.post(f"{PATH}codes", {"label": "night", "count": 1}).content.decode()
    code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", shown)[0]
    for _ in range(2):
        let_go(site, to="adult", code_hash=rules.hash_of_code(code))
    assert "2 times" in page(client, PATH)
    assert "let another child go" in page(signed_in(site, "child_protection", short_name="Nadia"), PATH)
