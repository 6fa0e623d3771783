"""Figures for those who may not learn of anybody: each number is said as a band of ten, so that no difference is small.

Rounding each number by itself would not do: 12 counted and 11 left say that one person is inside, however both are
rounded to fives. Of two bands of ten the difference can be any of nineteen numbers. So from all bands of an arrival
together nobody can tell a number below ten, nor any other more exactly than its own band, less one.
"""

from collections.abc import Mapping

WIDTH = 10
# Least and most.
Band = tuple[int, int]


def band(number: int) -> Band:
    """The ten numbers of which this is one; the first are 0 to 9."""
    least = max(0, number) // WIDTH * WIDTH
    return least, least + WIDTH - 1


def bands(numbers: Mapping[str, int | None]) -> dict[str, Band | None]:
    """Each number as its band; None where nobody said anything."""
    return {name: None if number is None else band(number) for name, number in numbers.items()}
