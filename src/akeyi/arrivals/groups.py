"""How people arrive, and the seven groups that can be told apart by eye as they step down."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

How = Literal["flight", "boat", "bus_convoy", "truck", "on_foot"]
Group = Literal["woman", "man", "girl", "boy", "baby_girl", "baby_boy", "not_seen"]
GROUPS: tuple[Group, ...] = ("woman", "man", "girl", "boy", "baby_girl", "baby_boy", "not_seen")
Groups = dict[Group, Annotated[int, Field(ge=0, le=100_000)]]

ADULT_FROM, BABY_BELOW = 18, 2


def group_of(sex: str, age: int | None) -> Group | None:
    """The group of somebody on a list; None where sex or age is not known. A baby has not had its second birthday."""
    if age is None or sex not in ("female", "male"):
        return None
    is_female = sex == "female"
    if age >= ADULT_FROM:
        return "woman" if is_female else "man"
    if age >= BABY_BELOW:
        return "girl" if is_female else "boy"
    return "baby_girl" if is_female else "baby_boy"


def groups_of(lines: Iterable[Mapping[str, Any]], on: date) -> dict[str, int]:
    """How many of each group a list makes expected on a day; `lines` as readers give them."""
    found = Counter(
        group
        for line in lines
        if (group := group_of(line.get("sex") or "unknown", _age(line.get("birth_date"), on, line.get("age"))))
    )
    return {group: found[group] for group in GROUPS if found[group]}


def _age(born: str | None, on: date, said: int | None) -> int | None:
    """Whole years on a day; a birth says more than an age."""
    if not born:
        return said
    day = date.fromisoformat(born)
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))
