"""Seeds of code apps and recovery codes lie sealed, outlive a new key, and go with what they were of."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test import Client

from akeyi.access.entrance import factors
from akeyi.access.models import Seed
from akeyi.journal import keys
from akeyi.journal.rotate import rotate
from akeyi.testing.cast import a_site, a_worker
from akeyi.testing.office import a_code_app, an_account, page, sign_in, six_digits

pytestmark = pytest.mark.django_db


def with_both():
    """Somebody with a code app and recovery codes: their account, and both seeds."""
    user = an_account(a_worker(a_site(), "Nadia", ("manager",)), "nadia")
    key = a_code_app(user)
    codes = RecoveryCodes.activate(user)
    return user, key, codes


def everything_kept() -> str:
    """All rows of the tables in which a seed could stand."""
    with connection.cursor() as cursor:
        rows = []
        for table in ("mfa_authenticator", "access_seed"):
            cursor.execute(f"SELECT * FROM {table}")
            rows += cursor.fetchall()
    return "".join(one.decode("latin-1") if isinstance(one, bytes) else str(one) for row in rows for one in row)


def test_no_seed_stands_in_the_database_as_it_is():
    _, key, codes = with_both()
    kept, seeds = everything_kept(), [seed.text for seed in Seed.objects.all()]
    assert key in seeds and len(seeds) == 2
    for seed in (*seeds, *codes.get_unused_codes()):
        assert seed not in kept


def test_after_a_new_key_the_same_app_lets_in():
    user, key, codes = with_both()
    unused = codes.get_unused_codes()
    before = keys.ring(lambda: True).current.id
    assert "access_seed" in {table for table, _ in rotate()}
    assert keys.ring(lambda: True).current.id != before
    client = Client()
    sign_in(client, "nadia")
    client.post("/office/sign-in/second-step", {"code": six_digits(key, time.time())})
    page(client, "/office/workers/")
    kept = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    assert kept.wrap().get_unused_codes() == unused


def test_a_seed_goes_with_its_app():
    user, _, _ = with_both()
    assert Seed.objects.count() == 2
    factors.forget(user)
    assert Seed.objects.count() == 0
