"""A file that is no list; why, stands in the catalogue of all errors."""

from typing import Any

from akeyi.errors import AkeyiError, Kind, lists

# As programs name it: `too_big`.
REFUSALS = {name.lower(): kind for name, kind in vars(lists).items() if isinstance(kind, Kind)}


class NotAList(AkeyiError):
    """The file is no list. `columns` shows what was seen, where a person could still say what is what."""

    def __init__(self, code: str, columns: list[dict[str, Any]] | None = None, **parameters: Any) -> None:
        super().__init__(REFUSALS[code], **parameters)
        self.code = code
        self.columns = columns or []

    def as_dict(self) -> dict[str, Any]:
        return {"error": self.code, "parameters": self.parameters, "columns": self.columns}
