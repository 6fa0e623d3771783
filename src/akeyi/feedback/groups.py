"""The few words of which facts about complaints are made."""

from typing import Annotated, Literal

from pydantic import StringConstraints

# Not given what is due; the place, food, water, waiting; treated badly; asked for money or a favour;
# touched, or asked for love or sex; something else.
Category = Literal["money", "place", "treated", "favour", "abuse", "other"]
CATEGORIES: tuple[Category, ...] = ("money", "place", "treated", "favour", "abuse", "other")
Language = Literal["ht", "fr", "es", "en"]
CodeHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

# As people say it and as it is dialled.
PhoneNumber = Annotated[str, StringConstraints(pattern=r"^\+?[0-9]{6,15}$", max_length=16)]
Whose = Literal["own", "family", "other"]
# Parts of a day of the site: until noon, until the evening, until nine, and the night.
Hours = Literal["morning", "afternoon", "evening", "night"]
Step = Literal["day_7", "day_30", "day_90"]
Outcome = Literal["reached", "nobody", "wrong_word", "not_theirs", "never_again"]
Situation = Literal["here", "moved", "left_again"]
Received = Literal["yes", "no", "nothing_due"]
