"""What has been kept long enough goes without anybody asking."""

import pytest
from django.core.management import get_commands

from akeyi.operation import hourly


def test_every_hourly_command_is_one_that_akeyi_knows():
    assert set(hourly.COMMANDS) <= set(get_commands())


@pytest.mark.django_db(transaction=True)
def test_a_command_that_fails_is_told_by_name_and_the_others_run(monkeypatch, tmp_path):
    monkeypatch.setattr(hourly, "COMMANDS", ("no-such-command",))
    assert hourly.run_all() == ["no-such-command"]
