"""What is sealed at rest: AES-GCM under a key that is not in the database, each value bound to table, row and field."""

import hmac
import os
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.db import connection, models
from django.db.models.query_utils import DeferredAttribute

from akeyi.errors import AkeyiError
from akeyi.errors.server import KEYS_NOT_OURS, SEALED_WAS_CHANGED

from . import keys

# A sealed value: key id (4 bytes), nonce (12), ciphertext with its tag.
ID, NONCE = 4, 12
# "ambulance" and "nobody" would be told apart by their lengths.
BLOCK = 64


class Sealed(bytes):
    """A value as the database keeps it."""


class WasChanged(AkeyiError):
    """A sealed value that is not what was sealed in this table, row and field."""

    def __init__(self) -> None:
        super().__init__(SEALED_WAS_CHANGED)


def seal(plain: bytes, table: str, row: Any, field: str | None, fill: bytes) -> Sealed:
    """Seals a value; `fill` makes its length say less, and must be a byte that whoever opens it can take off."""
    key = keys.ring(is_anything_sealed).current
    nonce = os.urandom(NONCE)
    filled = plain + fill * (-len(plain) % BLOCK)
    return Sealed(
        bytes.fromhex(key.id) + nonce + _cipher(key.secret).encrypt(nonce, filled, _bound_to(table, row, field))
    )


def unseal(sealed: bytes, table: str, row: Any, field: str | None) -> bytes:
    """The value, with what filled it; raises WasChanged, or KEYS_NOT_OURS where its key is not there."""
    ring = keys.ring(is_anything_sealed)
    id = sealed[:ID].hex()
    secret = next((key.secret for key in reversed(ring.sealing) if key.id == id), None)
    if secret is None:
        raise AkeyiError(KEYS_NOT_OURS, file=keys.path())
    try:
        return _cipher(secret).decrypt(sealed[ID : ID + NONCE], sealed[ID + NONCE :], _bound_to(table, row, field))
    except InvalidTag:
        raise WasChanged from None


def sealed_again(sealed: bytes, table: str, row: Any, field: str) -> Sealed:
    """The same under the key that seals now."""
    return seal(unseal(sealed, table, row, field), table, row, field, b"")


def mark(plain: bytes) -> bytes:
    """A value's mark: alike for equal values, and nobody without the key can try values until one fits. After a
    rotation it is another."""
    return hmac.digest(bytes.fromhex(keys.ring(is_anything_sealed).current.secret), b"mark\n" + plain, "sha256")


@lru_cache(maxsize=16)
def _cipher(secret: str) -> AESGCM:
    return AESGCM(bytes.fromhex(secret))


def _bound_to(table: str, row: Any, field: str | None) -> bytes:
    # An id is text here, bytes on SQLite, a UUID on PostgreSQL: one name for all of them.
    name = bytes(row).hex() if isinstance(row, bytes | memoryview) else str(row).replace("-", "")
    return f"{table}\n{name}\n{field}".encode()


class _Opening(DeferredAttribute):
    """Opens a field when it is first asked of a row."""

    field: "SealedField"

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        value = instance.__dict__[name] if name in instance.__dict__ else super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = instance.__dict__[name] = self.field.opened(value, self.field.name_of(instance))
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedField(models.Field):  # type: ignore[type-arg]  # Django takes none while it runs
    """Another field, sealed at rest: read in plain from a row, and nothing a query can look for.

    `row` names the field that tells its row from others, where the database only draws the primary key.
    """

    descriptor_class = _Opening

    def __init__(self, inner: "models.Field[Any, Any]", row: str = "pk", **options: Any) -> None:
        self.inner, self.row = inner, row
        super().__init__(null=inner.null, max_length=inner.max_length, **options)

    def deconstruct(self) -> Any:
        name, path, _, _ = super().deconstruct()
        return name, path, [self.inner], {} if self.row == "pk" else {"row": self.row}

    def get_internal_type(self) -> str:
        return "BinaryField"

    def get_default(self) -> Any:
        """Of a new row. A migration has none to give: what it wrote would be in plain."""
        return self.inner.get_default()

    def seal(self, value: Any, row: Any) -> Sealed:
        """A value as the database keeps it. None is sealed too: that nothing was said may say much."""
        plain = value if value is None or not isinstance(self.inner, models.BinaryField) else bytes(value).hex()
        return seal(orjson.dumps(plain, default=str), self.model._meta.db_table, row, self.column, b" ")

    def opened(self, sealed: bytes, row: Any) -> Any:
        """The value again."""
        plain = orjson.loads(unseal(sealed, self.model._meta.db_table, row, self.column))
        if isinstance(self.inner, models.BinaryField):
            return bytes.fromhex(plain)
        return plain if plain is None else self.inner.to_python(plain)

    def name_of(self, instance: models.Model) -> Any:
        return getattr(instance, self.row)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        return self.seal(getattr(model_instance, self.attname), self.name_of(model_instance))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is None:  # as a column begins, before anything is said
            return None
        if not isinstance(value, Sealed):
            raise TypeError(f"{self.name} is sealed with its row: save the row")
        return bytes(value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sealed | None:
        return None if value is None else Sealed(value)

    def get_lookup(self, lookup_name: str) -> None:
        """Nobody can look for what is sealed: Django says so, rather than finding nothing."""


def sealed_fields(model: type[models.Model]) -> list[SealedField]:
    """The fields of a table that are sealed at rest."""
    return [field for field in model._meta.concrete_fields if isinstance(field, SealedField)]


def columns() -> Iterator[tuple[type[models.Model], Any, Any]]:
    """Everything sealed in this database: its table, its column, and the column that names the row."""
    from .models import Body

    yield Body, "sealed", "id"
    for model in apps.get_models():
        for field in sealed_fields(model):
            row: Any = model._meta.pk if field.row == "pk" else model._meta.get_field(field.row)
            yield model, field.column, row.column


def is_anything_sealed() -> bool:
    """Whether this database needs a key to be read."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for model, column, _ in columns():
            if model._meta.db_table in there:
                cursor.execute(f'SELECT 1 FROM "{model._meta.db_table}" WHERE "{column}" IS NOT NULL LIMIT 1')
                if cursor.fetchone():
                    return True
    return False
