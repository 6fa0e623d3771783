"""Private keys of tablets and of the hub are sealed in the database, and open to the hub alone."""

import base64

import pytest
from django.db import connection

from akeyi.access import devices
from akeyi.access.models import DeviceKey, HubKey
from akeyi.journal.declare import WALLS
from akeyi.testing.cast import a_site

pytestmark = pytest.mark.django_db


def stored(table, column):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM "{table}"')
        return bytes(cursor.fetchone()[0])


def test_a_tablets_private_keys_are_not_in_the_database_in_plain():
    site = a_site()
    device = devices.enrol(devices.offer_enrolment(site, "Tablet 1"))["device"]
    kept = DeviceKey.objects.get(device=device).walls
    assert set(kept) == set(WALLS)
    found = stored("access_devicekey", "walls")
    assert not any(pair["private"].encode() in found for pair in kept.values())
    assert b"private" not in found


def test_the_hubs_private_key_is_not_in_the_database_in_plain():
    public = devices.hub_public_key()
    key = HubKey.objects.get()
    assert base64.b64encode(bytes(key.public)).decode() == public
    assert key.private not in stored("access_hubkey", "private")
    assert devices.hub_public_key() == public
