"""What is due, as pure functions that the desk computes alike."""

from collections.abc import Iterable, Mapping


def due(
    items: Iterable[tuple[str, str]],
    hand_outs: Iterable[tuple[str, str]],
    reception: str,
    family: Iterable[str],
) -> dict[str, bool]:
    """Per item whether it is due to a reception.

    `items`: (item, once_per: person | family | none); `hand_outs`: (reception, item); `family`: receptions of the
    family, the person's own included or not.
    """
    members = {*family, reception}
    by_person: Mapping[str, set[str]] = {one: set() for one in members}
    for to, item in hand_outs:
        if to in by_person:
            by_person[to].add(item)
    of_family = set().union(*by_person.values())
    return {
        item: item not in (by_person[reception] if once_per == "person" else of_family if once_per == "family" else ())
        for item, once_per in items
    }
