"""The list of walls to take down keeps up with the code: each stands in one place, and the test that sees it exists."""

import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
# As the tool does: the list lies beside it.
sys.path.insert(0, str(PROJECT / "tools"))
from walls_to_take_down import WALLS  # noqa: E402

sys.path.remove(str(PROJECT / "tools"))
GOAL = 60


def test_there_are_enough_and_none_is_there_twice():
    assert len(WALLS) >= GOAL
    assert len({(wall.file, wall.near, wall.was, wall.now) for wall in WALLS}) == len(WALLS)


@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_each_stands_in_one_place(wall):
    assert len(wall.lines(PROJECT)) == 1, "the code is another now: say what stands there today"
    assert wall.was != wall.now


@pytest.mark.parametrize("test", sorted({wall.seen_by.test.split("[")[0] for wall in WALLS}))
def test_the_test_that_sees_it_exists(test):
    file, _, name = test.partition("::")
    assert f"def {name}(" in (PROJECT / file).read_text()


def test_only_the_line_changes(tmp_path):
    [wall, *_] = WALLS
    (tmp_path / wall.file).parent.mkdir(parents=True)
    before = (PROJECT / wall.file).read_text()
    (tmp_path / wall.file).write_text(before)
    wall.take_down(tmp_path)
    after = (tmp_path / wall.file).read_text()
    pairs = list(zip(before.split("\n"), after.split("\n"), strict=True))
    assert [(was, now) for was, now in pairs if was != now] == [(f"    {wall.was}", f"    {wall.now}")]
