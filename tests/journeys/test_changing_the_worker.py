"""After "change worker" no name is left on the screen, and no address brings one back before somebody signs in."""

import re
from collections.abc import Callable

from heap import Heap
from playwright.sync_api import expect

from akeyi.testing.desk import Desk
from conftest import Hub


def test_no_name_is_left_on_the_screen_and_no_address_brings_it_back(
    hub: Hub, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk = new_tablet("Tablet 1", "Wilson")
    flight = desk.start_without_notice("Flight")
    desk.open_roll(flight, hub.cards[0])
    desk.register(hub.cards[0], "woman", age=34, family_name="Zabelle", given_names="Mirlande")
    desk.station("register")
    desk.card(hub.cards[0], "Card of the person")
    desk.page.get_by_text("Mirlande Zabelle").first.wait_for()

    desk.change_worker()
    asked = desk.page.get_by_role("heading", name="Who works here now?")
    asked.wait_for()
    assert "Zabelle" not in desk.page.content()
    for page in ("register", "serve", "leave", "cards", "board"):
        desk.station(page)
        asked.wait_for()
        assert "Zabelle" not in desk.page.content()
    desk.page.go_back()
    asked.wait_for()
    assert "Zabelle" not in desk.page.content()

    desk.sign_in("Guerline", hub.pins["Guerline"])
    assert "Zabelle" not in desk.page.content()


def test_no_name_is_left_in_memory_and_what_was_begun_comes_back(
    hub: Hub, new_tablet: Callable[[str, str], Desk]
) -> None:
    desk = new_tablet("Tablet 1", "Wilson")
    flight = desk.start_without_notice("Flight")
    desk.open_roll(flight, hub.cards[0])
    desk.register(hub.cards[0], "woman", age=34, family_name="Zabelle", given_names="Mirlande")
    desk.station("register")
    desk.card(hub.cards[0], "Card of the person")
    desk.page.get_by_text("Mirlande Zabelle").first.wait_for()
    desk.station("count")
    desk.station("register")
    desk.card(hub.cards[1], "Card of the person")
    desk.type("Family name", "Halftold")
    before = Heap(desk.page).of_page()
    assert "Zabelle" in before and "Halftold" in before
    desk.change_worker()
    desk.page.get_by_role("heading", name="Who works here now?").wait_for()
    after = Heap(desk.page)
    for where, held in (("page", after.of_page()), ("worker", after.of_worker())):
        assert len(held) > 100_000, where
        assert "Zabelle" not in held and "Halftold" not in held, where

    desk.sign_in("Wilson", hub.pins["Wilson"])
    desk.station("register")
    desk.page.get_by_role("button", name=re.compile(r"^\d.* Halftold$")).click()
    expect(desk.page.get_by_label("Family name")).to_have_value("Halftold")
