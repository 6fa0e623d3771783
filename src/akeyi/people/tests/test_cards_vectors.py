"""The vectors that other programs are held to are those of this one."""

from akeyi.people.cards.vectors import FILE, text, vectors


def test_the_committed_vectors_are_fresh():
    assert FILE.read_text() == text()


def test_the_vectors_hold_each_outcome():
    texts = vectors()["texts"]
    assert {text["front"] for text in texts} == {True, False, None}
    assert len({text["problem"] for text in texts}) == 7  # six ways to be wrong, and right
    assert any(place["roll"] is None for series in vectors()["series"] for place in series["places"])
