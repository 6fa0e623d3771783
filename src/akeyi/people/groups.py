"""What of a person may be told to a service: each is chosen by itself."""

from typing import Literal

Item = Literal["name", "sex", "age", "language", "phone", "where", "company", "need"]
ITEMS: tuple[Item, ...] = ("name", "sex", "age", "language", "phone", "where", "company", "need")
