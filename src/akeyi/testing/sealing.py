"""Sealing facts as tablets do, for tests."""

from akeyi.access.sealing_as_tablets import Sealing, framed

__all__ = ["Sealing", "framed"]
