"""The impact assessment stays whole: every purpose with its legal basis and walls, and every wall with who reads it."""

import re
from pathlib import Path

import pytest

from akeyi.access.walls import ROLES
from akeyi.journal.declare import WALLS
from akeyi.people.purposes import BASES, PURPOSES

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "dpia.md").read_text()


def rows(section: str) -> dict[str, list[str]]:
    """The table of a section: first cell, bare -> its other cells."""
    table = TEXT.split(f"\n## {section}")[1].split("\n## ")[0]
    return {key: rest.split(" | ") for key, rest in re.findall(r"^\| `(\w+)` \| (.+) \|$", table, re.MULTILINE)}


def test_it_names_every_purpose_and_no_other():
    assert set(rows("2.")) == {one.key for one in PURPOSES}


@pytest.mark.parametrize("one", PURPOSES, ids=[one.key for one in PURPOSES])
def test_a_purpose_has_the_basis_and_the_walls_of_the_list(one):
    _words, basis, walls, asked = rows("2.")[one.key]
    assert basis == BASES[one.basis]["en"]
    assert re.findall(r"`(\w+)`", walls) == list(one.walls)
    assert asked.startswith("yes" if one.question else "no")


def test_it_says_of_every_wall_what_stands_there_and_who_reads_it():
    assert list(rows("1.")) == list(WALLS)
    assert all(len(cells) == 2 and all(cells) for cells in rows("1.").values())


@pytest.mark.parametrize("wall", ["cash", "health", "child", "protection"])
def test_what_one_role_alone_reads_is_said_of_that_role(wall):
    """A second role that reads behind one of these walls changes the risk: the page is to be looked at again."""
    assert len([name for name, role in ROLES.items() if wall in role.reads]) == 1


def test_every_wall_has_a_time_to_be_kept():
    kept = TEXT.split("\n## 5.")[1].split("\n## ")[0]
    assert {wall for wall in WALLS if f"`{wall}`" in kept} == set(WALLS)


def test_every_risk_has_a_likelihood_a_severity_a_rest_and_an_owner():
    table = TEXT.split("\n## 4.")[1].split("\n## ")[0]
    risks = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(risks) > 10
    for risk in risks:
        assert len(risk) == 7 and all(risk), risk[0]
        assert {risk[2], risk[3]} <= {"low", "medium", "high"}, risk[0]
