"""Types that the bodies of facts share."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from .envelope import Id

Word = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(max_length=2000)]
Number = Annotated[int, Field(ge=0, le=1_000_000)]
Day = date
Moment = datetime

__all__ = ["Day", "Id", "Line", "Moment", "Number", "Text", "Word"]
