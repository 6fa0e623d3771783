"""A one-time code of the on-call officer, made in advance; only its hash is told."""

from akeyi.children.facts.release import CodeHash
from akeyi.children.models import ReleaseCode
from akeyi.journal.declare import Fact, entry
from akeyi.journal.terms import Word


@entry(
    "children.release_code",
    version=1,
    into=ReleaseCode,
    wall="reception",
    keep="ledger",
    told_by=("manager", "child_protection"),
)
class ReleaseCodeMade(Fact):
    code_hash: CodeHash
    label: Word

    example = {"code_hash": "0" * 64, "label": "night of the 19th, 1"}
