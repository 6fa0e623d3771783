"""Gives each run of the tests a folder of its own, so that no test touches the data of the Akeyi beside it."""

import os
import tempfile

from hypothesis import settings

# Before Django reads its settings, which is before any conftest.py: so this is a plugin (addopts in pyproject.toml).
_place = None
if "AKEYI_TEST_PLACE" not in os.environ:
    _place = tempfile.TemporaryDirectory(prefix="akeyi-test-")
    os.environ["AKEYI_TEST_PLACE"] = os.environ["AKEYI_VAR"] = _place.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akeyi.settings")
# Everybody in tests is invented.
os.environ.setdefault("AKEYI_MODE", "demo")

# No test is timed, drawn examples neither: a busy machine is no defect.
settings.register_profile("akeyi", deadline=None)
settings.load_profile("akeyi")


def pytest_unconfigure() -> None:
    # Workers of one run share the folder; whoever made it takes it away.
    if _place is not None:
        _place.cleanup()
