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
# Nobody who is met today was born before; such a day is a slip of the finger.
FIRST_BIRTH = date(1890, 1, 1)
BirthDay = Annotated[date, Field(ge=FIRST_BIRTH, json_schema_extra={"formatMinimum": FIRST_BIRTH.isoformat()})]
Moment = datetime

__all__ = ["FIRST_BIRTH", "BirthDay", "Day", "Id", "Line", "Moment", "Number", "Text", "Word"]
