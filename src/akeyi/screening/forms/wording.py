"""The sentence of each problem, and where it stands."""

from akeyi.access.saying_no import in_words
from akeyi.errors import Kind, forms

from .problems import Problem

SENTENCES: dict[str, Kind] = {name.lower(): kind for name, kind in vars(forms).items() if isinstance(kind, Kind)}


def said(problem: Problem) -> str:
    """What is wrong and what to do now, in the language of the page."""
    return in_words(SENTENCES[problem.what], **problem.parameters)
