"""What an error is: a number, a sentence for the worker, and what to do now, in every language."""

from dataclasses import dataclass
from typing import Any

LANGUAGES = ("ht", "fr", "es", "en")


@dataclass(frozen=True)
class Kind:
    """One error: HTTP status where the hub says it, and sentence and next step by language."""

    number: int
    status: int
    sentence: dict[str, str]
    next: dict[str, str]


class AkeyiError(Exception):
    """An error a worker can act on; its text never reaches a log."""

    def __init__(self, kind: Kind, **parameters: Any) -> None:
        super().__init__(f"Akeyi {kind.number}")
        self.kind = kind
        self.parameters = parameters

    def sentence(self, language: str) -> str:
        return _said(self.kind.sentence, language, self.parameters)

    def next(self, language: str) -> str:
        return _said(self.kind.next, language, self.parameters)

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "error": {
                "number": self.kind.number,
                "sentence": self.sentence(language),
                "next": self.next(language),
                # For a tablet that says it in the language of its own screen.
                "parameters": self.parameters,
            }
        }


def _said(by_language: dict[str, str], language: str, parameters: dict[str, Any]) -> str:
    return by_language.get(language, by_language["en"]).format(**parameters)


CATALOGUE: dict[int, Kind] = {}
Said = tuple[str, str]


def error(number: int, *, ht: Said, fr: Said, es: Said, en: Said, status: int = 400) -> Kind:
    """A new entry of the catalogue: per language what went wrong, and what to do now."""
    said = dict(zip(LANGUAGES, (ht, fr, es, en), strict=True))
    kind = Kind(number, status, {of: what for of, (what, _) in said.items()}, {of: do for of, (_, do) in said.items()})
    if number in CATALOGUE:
        raise ValueError(f"error {number} is in the catalogue already")
    CATALOGUE[number] = kind
    return kind
