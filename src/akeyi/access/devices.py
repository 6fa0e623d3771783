"""Enrolling tablets, knowing them again, withdrawing them, and hearing from them."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import transaction

from akeyi.errors import CODE_NOT_VALID, TABLET_UNKNOWN, AkeyiError
from akeyi.journal.decide import decide
from akeyi.journal.declare import WALLS
from akeyi.journal.envelope import WireFact
from akeyi.journal.facts.decision import Decided
from akeyi.journal.head import HeadRow
from akeyi.journal.ids import new_id
from akeyi.journal.sealing import SealedField
from akeyi.journal.sql import Sql, text_ids
from akeyi.journal.tell import Saying, tell, told_by_server

from . import rings
from .facts.device import DeviceRevised
from .models import DeviceGiven, DeviceKey, DeviceRing, Enrolment, HubKey

CODE_LIVES = timedelta(minutes=30)
# No I, O, 0, 1: codes are typed from a screen in the sun.
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def offer_enrolment(site: str, label: str) -> str:
    """A one-time code for a new tablet."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(8))
    Enrolment.objects.create(code_hash=_hash(code), site=site, label=label, expires_at=datetime.now(UTC) + CODE_LIVES)
    return code


def enrol(code: str) -> dict[str, Any]:
    """Makes the tablet that shows this code one of ours; gives what it needs to know, its token once."""
    offered = Enrolment.objects.filter(
        code_hash=_hash(code.strip().upper()), used_at=None, expires_at__gt=datetime.now(UTC)
    )
    # One statement decides, so a code photographed by two tablets makes one.
    now = datetime.now(UTC)
    found = offered.first()
    if found is None or not offered.filter(pk=found.pk).update(used_at=now):
        raise AkeyiError(CODE_NOT_VALID)
    token, device = secrets.token_urlsafe(32), new_id()
    walls = {wall: key_pair() for wall in WALLS}
    DeviceKey.objects.create(device=device, token_hash=_hash(token), site=found.site, walls=walls)
    tell(Saying(DeviceRevised(label=found.label, stands_at=found.site), site=found.site, subject=device))
    return {
        "device": device,
        "token": token,
        "label": found.label,
        "site": found.site,
        "hub_key": hub_public_key(),
        "walls": {wall: pair["public"] for wall, pair in walls.items()},
    }


@dataclass(frozen=True, slots=True)
class Known:
    """A tablet that showed its token."""

    device: str
    site: str
    is_withdrawn: bool


def known(token: str) -> Known:
    """The tablet that shows this token, withdrawn or not; raises TABLET_UNKNOWN. Asked with every request."""
    statement = "SELECT device, site, withdrawn_at FROM access_devicekey WHERE token_hash = %s"
    rows = Sql().rows(statement, [_hash(token)])
    if not rows:
        raise AkeyiError(TABLET_UNKNOWN)
    return Known(text_ids(rows)[0], text_ids(rows, 1)[0], rows[0][2] is not None)


def open_ring(device: str, worker: str, walls: list[str]) -> dict[str, str]:
    """The private keys of a tablet's walls for the ring of a worker who signed in; noted, for the day it is lost."""
    kept = DeviceKey.objects.get(device=device).walls
    # A copy of the tablet may hold the ring as it was: what it ever opened is not forgotten.
    before = DeviceRing.objects.filter(device=device, worker=worker).values_list("walls", flat=True).first() or []
    ever = [wall for wall in WALLS if wall in {*before, *walls}]
    DeviceRing.objects.update_or_create(
        device=device,
        worker=worker,
        defaults={"walls": ever, "made_at": datetime.now(UTC), "ended_at": None, "why": ""},
    )
    return {wall: kept[wall]["private"] for wall in walls}


def own_key(device: str, worker: str) -> str:
    """A key that is this worker's alone on this tablet: drawn from one that no ring holds, so it stays the same."""
    return _drawn(device, worker)


def pull_key(device: str, worker: str) -> str:
    """Shows that this worker's ring was opened on this tablet."""
    return _drawn(device, f"pull {worker}")


def is_opened(device: str, worker: str, key: str) -> bool:
    """Whether this key came out of a ring that still stands on the tablet."""
    return worker in rings.holders(device) and hmac.compare_digest(pull_key(device, worker).encode(), key.encode())


def _drawn(device: str, message: str) -> str:
    of_nobody = DeviceKey.objects.get(device=device).walls["office"]["private"]
    return base64.b64encode(hmac.digest(of_nobody.encode(), message.encode(), "sha256")).decode()


def withdraw(device: str, worker: str | None = None) -> None:
    """Takes a tablet out of service; what it still tells is kept, and held back until somebody decides."""
    key = DeviceKey.objects.get(device=device)
    now = datetime.now(UTC)
    DeviceKey.objects.filter(device=device).update(withdrawn_at=now)
    rings.end("withdrawn", device=device)
    tell(Saying(DeviceRevised(withdrawn_at=now), site=key.site, subject=device, worker=worker))


def hold_back(db: Sql, head: HeadRow, new: list[WireFact]) -> list[WireFact]:
    """The decisions that refuse what a withdrawn tablet tells, one behind each wall and scope."""
    return [
        told_by_server(
            db,
            head,
            Saying(
                Decided(facts=[fact.id], verdict="refused"),
                site=fact.scope.site,
                subject=fact.subject,
                arrivals=fact.scope.arrivals,
                wall=fact.wall,
            ),
        )
        for fact in new
    ]


def take_in(facts: list[str], worker: str | None = None) -> None:
    """Takes in after all what a withdrawn tablet told: decided, and listed where it belongs."""
    decide(facts, "taken_in", worker)


@transaction.atomic
def hear(device: str, unsent: int, last_n: int, given: list[dict[str, Any]] | None = None) -> None:
    """Notes that a tablet was heard, how much it has not sent, and how far it was `given` its streams."""
    DeviceKey.objects.filter(device=device).update(heard_at=datetime.now(UTC), unsent=unsent, last_n=last_n)
    if given:
        _note_given(device, {fact["stream"]: fact["position"] for fact in given})


def _note_given(device: str, last: dict[str, int]) -> None:
    DeviceGiven.objects.bulk_create(
        [DeviceGiven(device=device, stream=stream, position=position) for stream, position in last.items()],
        update_conflicts=True,
        unique_fields=["device", "stream"],
        update_fields=["position"],
    )


def key_pair() -> dict[str, str]:
    """A new P-256 pair: public raw point and private PKCS #8, both base64."""
    private = ec.generate_private_key(ec.SECP256R1())
    return {
        "public": base64.b64encode(_raw_public(private)).decode(),
        "private": base64.b64encode(
            private.private_bytes(
                serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        ).decode(),
    }


def _raw_public(private: ec.EllipticCurvePrivateKey) -> bytes:
    return private.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def hub_public_key() -> str:
    """The hub's public key, made at the first tablet."""
    found = HubKey.objects.first()
    if found is None:
        pair = key_pair()
        found = HubKey.objects.create(
            public=base64.b64decode(pair["public"]), private=base64.b64decode(pair["private"])
        )
    return base64.b64encode(bytes(found.public)).decode()


def hub_private_key() -> ec.EllipticCurvePrivateKey:
    """What opens the facts that tablets seal to the hub. Asked with every request that brings some."""
    [[public, sealed]] = Sql().rows("SELECT public, private FROM access_hubkey ORDER BY id LIMIT 1")
    return _opened(bytes(public), bytes(sealed))


@lru_cache(maxsize=1)
def _opened(public: bytes, sealed: bytes) -> ec.EllipticCurvePrivateKey:
    field = HubKey._meta.get_field("private")
    assert isinstance(field, SealedField)
    key = serialization.load_der_private_key(field.opened(sealed, public), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key
