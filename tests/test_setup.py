"""Setting up works on a fresh Debian, and again after an attempt that failed half way."""

import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[1] / "tools"


@pytest.fixture
def setting_up(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(TOOLS)
    monkeypatch.delitem(sys.modules, "setup", raising=False)
    import setup

    ran = []
    monkeypatch.setattr(setup, "VENV", tmp_path / "a place" / ".venv")
    monkeypatch.setattr(setup, "step", lambda _name, _inputs, _stamp, *commands, **_: ran.extend(commands))
    monkeypatch.setattr(setup, "can_make_environments", lambda: True)
    setup.ran = ran
    return setup


def left_by_an_earlier_attempt(venv: Path, *programs: str) -> None:
    (venv / "bin").mkdir(parents=True)
    for program in programs:
        (venv / "bin" / program).touch()


def test_an_environment_without_pip_is_made_anew(setting_up):
    left_by_an_earlier_attempt(setting_up.VENV, "python")
    (setting_up.VENV / ".made").touch()
    setting_up.environment()
    [command] = setting_up.ran
    assert command[1:] == ["-m", "venv", "--clear", str(setting_up.VENV)]
    assert not (setting_up.VENV / ".made").exists()


def test_a_whole_one_is_left_alone(setting_up):
    left_by_an_earlier_attempt(setting_up.VENV, "python", "pip")
    setting_up.environment()
    assert setting_up.ran == []


def test_debian_is_asked_for_what_its_python_lacks(setting_up, monkeypatch):
    asked = []
    monkeypatch.setattr(setting_up, "can_make_environments", lambda: bool(asked))
    monkeypatch.setattr(setting_up.debian, "install", lambda *packages: not asked.extend(packages))
    setting_up.environment()
    assert asked == ["python3-venv"] and len(setting_up.ran) == 1


def test_who_may_not_install_is_told_what_to_do(setting_up, monkeypatch):
    monkeypatch.setattr(setting_up, "can_make_environments", lambda: False)
    monkeypatch.setattr(setting_up.debian, "install", lambda *_: False)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        setting_up.environment()
    assert setting_up.ran == []
