"""The seven groups that can be told apart by eye as people step down."""

from typing import Annotated, Literal

from pydantic import Field

Group = Literal["woman", "man", "girl", "boy", "baby_girl", "baby_boy", "not_seen"]
GROUPS: tuple[Group, ...] = ("woman", "man", "girl", "boy", "baby_girl", "baby_boy", "not_seen")
Groups = dict[Group, Annotated[int, Field(ge=0, le=100_000)]]
