"""The page of stock: stores, what came and went, a count with its differences, kits, and for how many it is enough."""

import pytest

from akeyi.assistance.facts.given_to_many import GivenToManyTold
from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.assistance.models import Movement, Store
from akeyi.testing.cast import Tablet, a_site, an_arrival, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
ROSE = "0190a5c0-0000-8000-8000-00000000000a"


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def manager(site):
    return signed_in(site)


def a_store(client, name="Container", **more):
    client.post("/office/stock/stores/new/", {"name": name, "is_active": "on"} | more)
    return Store.objects.get(name=name).subject


@pytest.fixture
def soap(site):
    return an_item(site, "Soap")


def moves(client, item, store, quantity, what="received", **more):
    said = {"what": what, "item": item, "store": store, "quantity": quantity}
    return client.post("/office/stock/move", said | more)


def there_now(client, name):
    """What the page says lies there of an item."""
    row = page(client, "/office/stock/").split(f">{name}")[1].split("</tr>")[0]
    return row.split('class="number">')[1].split("<")[0], row


def test_the_pages_speak_four_languages(site, manager, soap):
    tent = a_store(manager, "Tent", is_giving="on")
    moves(manager, soap, tent, 40, lot="A", expires_on="2021-01-01")
    for path in (
        "stock/",
        "stock/move",
        "stock/stores/new/",
        f"stock/stores/{tent}/",
        f"stock/stores/{tent}/count",
        f"items/{soap}/kit",
    ):
        in_four_languages(manager, f"/office/{path}")


def test_before_there_is_a_store_each_page_says_what_to_do_first(manager):
    assert "The site manager adds the first" in page(manager, "/office/stock/")
    assert "First there must be an item and a store" in page(manager, "/office/stock/move")


def test_what_came_in_less_what_tablets_gave_is_there(site, manager, soap):
    container, tent = a_store(manager), a_store(manager, "Tent", is_giving="on")
    moves(manager, soap, container, 100, document="WB-7")
    moves(manager, soap, container, 40, "moved", to=tent)
    Tablet(site).tell(HandOutGiven(item=soap, quantity=2), ROSE)
    number, row = there_now(manager, "Soap")
    assert number == "98"
    assert 'Tent <span class="number">38' in row and 'Container <span class="number">60' in row
    assert "49 more people, at this rate until" in row
    assert "WB-7" in page(manager, "/office/stock/")


def test_what_a_tablet_gives_out_of_another_store_is_taken_off_that_one(site, manager, soap):
    container, tent = a_store(manager), a_store(manager, "Tent", is_giving="on")
    for store in (container, tent):
        moves(manager, soap, store, 20)
    flight, tablet = an_arrival(site), Tablet(site)
    tablet.tell(HandOutGiven(item=soap, store=container), ROSE)
    tablet.tell(GivenToManyTold(item=soap, quantity=12, how="carton", store=container), flight, (flight,))
    tablet.tell(HandOutGiven(item=soap), ROSE)
    number, row = there_now(manager, "Soap")
    assert number == "26"
    assert 'Tent <span class="number">19' in row and 'Container <span class="number">7' in row


def test_what_was_truly_given_is_kept_where_nothing_was_written_down(site, manager, soap):
    a_store(manager, "Tent", is_giving="on")
    Tablet(site).tell(HandOutGiven(item=soap, quantity=3), ROSE)
    number, row = there_now(manager, "Soap")
    assert number == "-3" and "More was given than was written down." in row


def test_a_count_stands_and_a_difference_is_asked_about(manager, soap):
    tent = a_store(manager, "Tent")
    moves(manager, soap, tent, 50)
    path = f"/office/stock/stores/{tent}/count"
    assert "50" not in page(manager, path).split("<form")[1].split("</form>")[0].replace(soap, "")
    asked = manager.post(path, {f"n-{soap}": "47"}).content.decode()
    assert "The books say 50." in asked and Movement.objects.filter(what="counted").count() == 0
    manager.post(path, {f"n-{soap}": "47", f"why-{soap}": "stolen"})
    assert there_now(manager, "Soap")[0] == "47"
    assert "the books said 50 · Stolen" in page(manager, "/office/stock/")


def test_a_service_is_given_and_has_no_stock(site, manager, soap):
    tent = a_store(manager, "Tent", is_giving="on")
    call = an_item(site, "A call", is_service=True)
    Tablet(site).tell(HandOutGiven(item=call), ROSE)
    for path in ("stock/", "stock/move", f"stock/stores/{tent}/count", f"items/{soap}/kit"):
        assert "A call" not in page(manager, f"/office/{path}"), path
    page(manager, f"/office/items/{call}/kit", status=404)
    row = page(manager, "/office/items/").split(">A call")[1].split("</tr>")[0]
    assert '<span class="number">1</span>' in row
    # An officer names it in a programme like anything else.
    assert "A call" in page(manager, "/office/programmes/new/")


def test_nonsense_in_a_count_is_said_and_the_rest_stays_typed(site, manager, soap):
    tent, towel = a_store(manager, "Tent"), an_item(site, "Towel")
    said = manager.post(
        f"/office/stock/stores/{tent}/count", {f"n-{soap}": "many", f"n-{towel}": "12"}
    ).content.decode()
    assert "This is no whole number." in said and 'value="12"' in said and 'value="many"' in said
    assert Movement.objects.count() == 0


def test_a_kit_is_packed_from_what_it_is_made_of(site, manager, soap):
    tent, kit = a_store(manager, "Tent"), an_item(site, "Family kit")
    moves(manager, soap, tent, 20)
    refused = moves(manager, kit, tent, 5, "packed").content.decode()
    assert "Nobody said what this kit is made of." in refused
    manager.post(f"/office/items/{kit}/kit", {soap: "3", "reorder_at": "5"})
    moves(manager, kit, tent, 5, "packed")
    assert (there_now(manager, "Soap")[0], there_now(manager, "Family kit")[0]) == ("5", "5")
    assert "order now" in there_now(manager, "Family kit")[1]


def test_whoever_writes_something_down_says_where_to_and_why(manager, soap):
    tent = a_store(manager, "Tent")
    assert "The other store is not chosen." in moves(manager, soap, tent, 5, "moved", to=tent).content.decode()
    assert "The reason is missing." in moves(manager, soap, tent, 5, "lost").content.decode()
    assert Movement.objects.count() == 0


def test_what_was_written_down_by_mistake_is_taken_back(manager, soap):
    tent = a_store(manager, "Tent")
    moves(manager, soap, tent, 50)
    manager.post(f"/office/stock/{Movement.objects.get().id}/take-back")
    assert there_now(manager, "Soap")[0] == "0"


def test_one_store_gives_to_people(manager):
    tent = a_store(manager, "Tent", is_giving="on")
    hall = a_store(manager, "Hall", is_giving="on")
    giving = Store.objects.filter(is_giving=True).values_list("subject", flat=True)
    assert list(giving) == [hall]
    manager.post(f"/office/stock/stores/{tent}/", {"name": "Tent", "is_giving": "on", "is_active": "on"})
    assert list(giving.all()) == [tent]


def test_a_clerk_writes_down_what_came_and_makes_no_store(site, manager, soap):
    tent = a_store(manager, "Tent")
    clerk = signed_in(site, "clerk", short_name="Wilson")
    moves(clerk, soap, tent, 5)
    assert there_now(manager, "Soap")[0] == "5"
    assert clerk.post("/office/stock/stores/new/", {"name": "Mine"}).status_code == 403


def test_another_site_sees_and_changes_nothing_of_it(site, manager, soap):
    tent = a_store(manager, "Tent")
    moves(manager, soap, tent, 5)
    other = signed_in(a_site("CAP", "Cap-Haïtien"))
    assert "Tent" not in page(other, "/office/stock/")
    assert other.post(f"/office/stock/{Movement.objects.get().id}/take-back").status_code == 404
    assert other.get(f"/office/stock/stores/{tent}/count").status_code == 404
    assert other.get(f"/office/items/{soap}/kit").status_code == 404
