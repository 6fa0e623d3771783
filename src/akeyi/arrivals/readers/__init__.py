"""Reads the lists of people that others send, in whatever form they come, without keeping anything."""

from .meanings import MEANINGS
from .reading import Reading, read_manifest
from .refusals import NotAList

__all__ = ["MEANINGS", "NotAList", "Reading", "read_manifest"]
