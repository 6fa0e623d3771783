"""With whom a child is, who refuses, whether the age is in dispute, and who cares for them tonight."""

from typing import Literal

from akeyi.children.models import Situation
from akeyi.journal.declare import Revision, revision
from akeyi.journal.terms import Line


@revision("children.situation", version=1, into=Situation, wall="child", keep="person", told_by=("child_protection",))
class SituationRevised(Revision):
    # Who is with the child now: an adult who answers for them by law or custom, another relative, or nobody of theirs.
    relation: Literal["parent", "guardian", "usual_carer", "relative", "no_relative", "nobody"] | None = None
    # A parent who does not take the child is recorded as that, not as family.
    refused_by: Literal["mother", "father", "both", "guardian"] | None = None
    is_age_disputed: bool | None = None
    says_name: bool | None = None
    care_tonight: Literal["family", "foster_family", "centre", "shelter", "hospital", "worker"] | None = None
    care_where: Line | None = None
    # Why child protection decided as it did, in its own words.
    decided: Line | None = None

    example = {"relation": "nobody", "care_tonight": "foster_family", "care_where": "Fanmi Jozef, Delmas 33"}
