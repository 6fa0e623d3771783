"""Messy lists, each a trap that lists of passengers really have, with what should be read from it beside it."""
