"""A new key for everything that is sealed: while the server serves, and after a kill in the middle."""

import subprocess

import pytest

from akeyi.testing.server import AKEYI, Server

LET_GO = """
from akeyi.testing.facts import Device, an_id
from akeyi.journal.record import record
tablet = Device()
record([tablet.tells("children.release", {"to": "service", "name": f"Tante {n}"}, subject=an_id(n)) for n in range(60)])
"""
READ = """
from akeyi.children.models import Release
print(sorted(one.name for one in Release.objects.all()) == sorted(f"Tante {n}" for n in range(60)))
"""


@pytest.fixture
def hub(tmp_path):
    var = tmp_path / "hub"
    var.mkdir()
    hub = Server(var)
    hub.akeyi("migrate", "--verbosity", "0")
    hub.akeyi("shell", "--command", LET_GO)
    return hub


def used(said):
    """{key: how many values it sealed}, as the command says it."""
    words = [line.split() for line in said.splitlines() if " values " in line]
    return {line[0]: int(line[3].replace(",", "")) for line in words}


def test_a_rotation_killed_in_the_middle_goes_on(hub):
    before = used(hub.akeyi("keys"))
    (old,) = before
    killed = subprocess.Popen(
        [AKEYI, "keys", "rotate", "--at-once", "1"], env=hub.environment, stdout=subprocess.PIPE, text=True
    )
    assert killed.stdout is not None and "sealed anew" in killed.stdout.readline()
    killed.kill()
    killed.wait()
    said = hub.akeyi("keys")
    assert "A rotation was not finished" in said
    middle = used(said)
    assert len(middle) == 2 and all(middle.values()) and sum(middle.values()) == before[old]
    assert "True" in hub.akeyi("shell", "--command", READ)
    said = hub.akeyi("keys", "rotate")
    assert "not finished" not in said
    after = used(said)
    assert after[old] == 0 and set(after) == set(middle), "it went on with the key it had begun with"
    assert "True" in hub.akeyi("shell", "--command", READ)
    assert hub.akeyi("journal", "verify").startswith("journal verified")
    assert hub.akeyi("journal", "rebuild") == "tables rebuilt, every row as it was\n"
    assert len(used(hub.akeyi("keys", "rotate"))) == 3


@pytest.mark.parametrize(
    "words", [["keys"], ["serve", "--port", "0"], ["journal", "rebuild"]], ids=lambda words: words[0]
)
def test_without_the_file_of_keys_it_says_what_is_missing_and_makes_no_new_one(hub, words):
    (hub.var / "keys").rename(hub.var / "left at home")
    done = subprocess.run(
        [AKEYI, *words], env=hub.environment | {"LANG": "fr_FR.UTF-8"}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"501: Le fichier des clés de ce serveur n'est pas là : {hub.var}/keys.\n")
    assert "Traceback" not in done.stderr
    assert not (hub.var / "keys").exists()
