"""A form was published, in a new version, or is asked again or no longer."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Line
from akeyi.screening.models import Form, FormChild, FormHealth, FormProtection

# gzip in base64: a form in four languages says everything four times, so it shrinks to a tenth.
Packed = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{4,}={0,2}$", max_length=14_000)]


class FormPublished(Fact):
    """What every version says, behind whichever wall its answers stand."""

    form: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$", max_length=40)]
    number: Annotated[int, Field(ge=1, le=10_000)]
    titles: dict[Literal["ht", "fr", "es", "en"], Line]
    # For whoever reads forms: the XForm.
    xform: Packed
    # For the tablet: the same made ready to be shown.
    page: Packed
    is_asked: bool = True

    example = {
        "form": "feedback",
        "number": 1,
        "titles": {"ht": "Di nou sa ou panse", "en": "What you think of us"},
        "xform": "H4sIAAAAAAACA7NJSi2xs9EHUwBVCo0MDQAAAA==",
        "page": "H4sIAAAAAAACA6tWKi1OLVKyUgoOCjY0AgBr5zWQEAAAAA==",
        "is_asked": True,
    }


TELLS = ("information",)


@entry("screening.form", version=1, into=Form, wall="reception", keep="ledger", told_by=TELLS)
class FormOfTheHall(FormPublished):
    """A form that anybody in the hall may ask was published, in a new version, or is asked again or no longer."""


@entry("screening.form_health", version=1, into=FormHealth, wall="health", keep="ledger", told_by=TELLS)
class FormOfHealth(FormPublished):
    """A form that health workers ask was published, in a new version, or is asked again or no longer."""


@entry("screening.form_child", version=1, into=FormChild, wall="child", keep="ledger", told_by=TELLS)
class FormOfChild(FormPublished):
    """A form about children was published, in a new version, or is asked again or no longer."""


@entry("screening.form_protection", version=1, into=FormProtection, wall="protection", keep="ledger", told_by=TELLS)
class FormOfProtection(FormPublished):
    """A form that protection workers ask was published, in a new version, or is asked again or no longer."""
