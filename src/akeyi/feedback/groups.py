"""The few words of which facts about complaints are made."""

from typing import Annotated, Literal

from pydantic import StringConstraints

# Not given what is due; the place, food, water, waiting; treated badly; asked for money or a favour;
# touched, or asked for love or sex; something else.
Category = Literal["money", "place", "treated", "favour", "abuse", "other"]
CATEGORIES: tuple[Category, ...] = ("money", "place", "treated", "favour", "abuse", "other")
Language = Literal["ht", "fr", "es", "en"]
CodeHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
