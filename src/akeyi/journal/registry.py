"""Every kind of fact that the rooms have declared; found, never listed."""

import importlib
import pkgutil

from django.apps import apps

from .declare import SEALED_AT_REST, Kind, NotUnderstood

KINDS: dict[str, Kind] = {}


def add(kind: Kind) -> None:
    """Takes in one declaration; a name stays one kind's for ever."""
    if kind.name in KINDS and KINDS[kind.name].body.__qualname__ != kind.body.__qualname__:
        raise ValueError(f"{kind.name} is declared twice")
    KINDS[kind.name] = kind


def kind_of(name: str) -> Kind:
    """The declared kind, or NotUnderstood."""
    try:
        return KINDS[name]
    except KeyError:
        raise NotUnderstood("unknown kind") from None


def discover() -> None:
    """Imports every `facts` module of every room and checks each kind against its table."""
    for app in apps.get_app_configs():
        if not app.name.startswith("akeyi."):
            continue
        try:
            package = importlib.import_module(f"{app.name}.facts")
        except ModuleNotFoundError as missing:
            if missing.name != f"{app.name}.facts":
                raise
            continue
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"{package.__name__}.{module.name}")
    for kind in KINDS.values():
        _check_table(kind)


def _check_table(kind: Kind) -> None:
    from .fields import IdField
    from .models import EntryRow, RecordRow
    from .sealing import SealedField

    base = EntryRow if kind.shape == "entry" else RecordRow
    own = {field.name for field in kind.into._meta.fields} - {field.name for field in base._meta.fields}
    if kind.wall is None:
        own.discard("wall")  # told by the envelope
    if own != set(kind.fields):
        raise ValueError(f"{kind.name}: body and table disagree on {sorted(own ^ set(kind.fields))}")
    if kind.wall in SEALED_AT_REST:
        # An id says nothing by itself, and others look for it.
        told = [kind.into._meta.get_field(name) for name in (*kind.fields, *(["answers"] * (kind.shape == "revision")))]
        plain = [field.name for field in told if not isinstance(field, SealedField | IdField)]
        if plain:
            raise ValueError(f"{kind.name}: behind {kind.wall} these must be sealed: {', '.join(plain)}")
