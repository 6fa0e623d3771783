"""The cases that desk and server share are those the rules of today give."""

from akeyi.figures import vectors


def test_the_shared_cases_are_fresh():
    assert vectors.FILE.read_text() == vectors.text()
