"""Reads the lists of people that others send, in whatever form they come, without keeping anything."""

from .child import read_plain
from .child import read_safely as read_manifest
from .meanings import MEANINGS
from .plain import Plain
from .reading import Reading
from .reasons import sentence
from .refusals import NotAList

__all__ = ["MEANINGS", "NotAList", "Plain", "Reading", "read_manifest", "read_plain", "sentence"]
