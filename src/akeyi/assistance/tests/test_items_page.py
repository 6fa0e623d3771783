"""The page of items: added in four languages, switched on and off, counted, and what was given twice."""

import pytest

from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.assistance.models import Item
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import a_site, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
KIT = {
    "name_ht": "Kit ijyèn",
    "name_fr": "Kit d'hygiène",
    "name_es": "Kit de higiene",
    "name_en": "Hygiene kit",
    "once_per": "person",
    "icon": "kit",
}
ROSE = "0190a5c0-0000-8000-8000-00000000000a"


@pytest.fixture
def site():
    return a_site()


def test_the_pages_speak_four_languages(site):
    item = an_item(site)
    for path in ("/office/items/", "/office/items/new/", f"/office/items/{item}/"):
        in_four_languages(signed_in(site), path)


def test_an_item_is_added_and_read_in_each_language(site):
    client = signed_in(site)
    client.post("/office/items/new/", KIT)
    added = Item.objects.get()
    assert (added.once_per, added.is_active, added.names["ht"]) == ("person", True, "Kit ijyèn")
    assert "Kit de higiene" in page(client, "/office/items/", "es")


def test_a_name_is_missing_in_no_language(site):
    answer = signed_in(site).post("/office/items/new/", KIT | {"name_es": " "})
    assert "Please fill this in." in answer.content.decode()
    assert Item.objects.count() == 0


def test_only_what_changed_is_told(site):
    client = signed_in(site)
    client.post("/office/items/new/", KIT)
    item = Item.objects.get().subject
    client.post(f"/office/items/{item}/", KIT | {"once_per": "family"})
    found = Item.objects.get()
    assert (found.once_per, found.names["en"], found.is_active) == ("family", "Hygiene kit", True)


def test_an_item_becomes_a_service_and_a_thing_again(site):
    client = signed_in(site)
    client.post("/office/items/new/", KIT | {"is_service": "on"})
    item = Item.objects.get()
    assert item.is_service is True
    assert ">service</span>" in page(client, "/office/items/")
    assert "checked" in page(client, f"/office/items/{item.subject}/").split('name="is_service"')[1].split(">")[0]
    client.post(f"/office/items/{item.subject}/", KIT)
    assert Item.objects.get().is_service is False


def test_an_item_is_switched_off_and_on(site):
    client, item = signed_in(site), an_item(site)
    client.post(f"/office/items/{item}/switch")
    assert Item.objects.get().is_active is False
    assert "not given now" in page(client, "/office/items/")
    client.post(f"/office/items/{item}/switch")
    assert Item.objects.get().is_active is True


def test_what_was_given_is_counted_and_what_was_given_twice_is_listed(site):
    item = an_item(site, "Hygiene kit")
    tell(
        Saying(ReceptionRevised(card="99900009", given_names="Rose-Laure"), site=site, subject=ROSE),
        Saying(HandOutGiven(item=item, quantity=2), site=site, subject=ROSE),
        Saying(HandOutGiven(item=item, override="lost"), site=site, subject=ROSE),
    )
    text = page(signed_in(site), "/office/items/")
    assert '<span class="number">3</span>' in text
    twice = text.split("Given more than once")[1]
    assert "9990 0009" in twice and "Hygiene kit" in twice
    # Where and when, never who gave it.
    assert "Mirlande" not in twice.split("<footer")[0]


def test_a_clerk_reads_and_changes_nothing(site):
    item = an_item(site)
    client = signed_in(site, "clerk")
    assert "Add an item" not in page(client, "/office/items/")
    page(client, f"/office/items/{item}/", status=403)
    assert client.post(f"/office/items/{item}/switch").status_code == 403
    page(signed_in(site, "statistics", short_name="Counter"), "/office/items/", status=403)


def test_items_of_another_site_are_not_ours(site):
    other = an_item(a_site(code="OUA"), "Something")
    client = signed_in(site)
    assert "Something" not in page(client, "/office/items/")
    page(client, f"/office/items/{other}/", status=404)
