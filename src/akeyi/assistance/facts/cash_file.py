"""How the table for a mobile money company looks: its columns, and how the answer that comes back is read."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from akeyi.assistance.models import PaymentFile
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Word


class Column(BaseModel):
    """One column: what stands above it, and what in it; `text` is the same in every line."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    heading: Word
    holds: Literal["phone", "amount", "currency", "reference", "text"]
    text: Word | None = None


@revision("assistance.payment_file", version=1, into=PaymentFile, wall="cash", keep="ledger")
class PaymentFileRevised(Revision):
    columns: Annotated[list[Column], Field(max_length=12)] | None = None
    # Of the answer: above which column stands our reference, above which what became of it, and which word says paid.
    reference: Word | None = None
    status: Word | None = None
    paid: Word | None = None

    example = {
        "columns": [
            {"heading": "MSISDN", "holds": "phone", "text": None},
            {"heading": "Amount", "holds": "amount", "text": None},
            {"heading": "Ref", "holds": "reference", "text": None},
        ],
        "reference": "Ref",
        "status": "Status",
        "paid": "SUCCESS",
    }
