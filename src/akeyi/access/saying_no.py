"""An entry of the catalogue of errors, as a page says it to whoever looks."""

from typing import Any

from django.utils.translation import get_language

from akeyi.errors import AkeyiError, Kind


def in_words(error: AkeyiError | Kind, **parameters: Any) -> str:
    """What went wrong and what to do now, in the language of the page."""
    said = AkeyiError(error, **parameters) if isinstance(error, Kind) else error
    language = (get_language() or "en").split("-")[0]
    return f"{said.sentence(language)} {said.next(language)}"
