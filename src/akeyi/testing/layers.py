"""Sorts the tests into layers, by where they lie and what they ask for: nobody has to remember a mark."""

from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[3] / "tests"
NEEDS_TABLES = {"db", "transactional_db", "django_db_setup", "live_server"}


# Before pytest -m chooses from them.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()) or TESTS / "journeys" in item.path.parents:
            item.add_marker(pytest.mark.browser)
        elif TESTS / "walls" in item.path.parents:
            item.add_marker(pytest.mark.walls)
        elif TESTS / "fuzz" in item.path.parents:
            item.add_marker(pytest.mark.fuzz)
        elif item.get_closest_marker("django_db") or NEEDS_TABLES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.database)
