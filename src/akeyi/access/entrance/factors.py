"""What somebody needs to come in: a password or a passkey, and a second proof where their work opens more walls."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models.signals import post_delete
from django.dispatch import receiver

from akeyi.access.models import OfficeAccount, Seed
from akeyi.access.viewer import Viewer
from akeyi.access.walls import OPEN_TO_ALL

SECOND = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)

# What is missing before any page of the office opens.
BEGIN, SECOND_PROOF = "begin", "second_proof"


def needs_second_proof(walls: Iterable[str], duties: Iterable[str] = ()) -> bool:
    """Whether roles that open these walls, or sign for the mission, come in with two proofs.

    Whoever opens no wall beyond those that are open to all may come in with a password alone.
    """
    return "sender" in duties or not OPEN_TO_ALL.issuperset(walls)


def has_second_proof(user: User) -> bool:
    """Whether a passkey or a code app is set; recovery codes alone are none."""
    return Authenticator.objects.filter(user=user, type__in=SECOND).exists()


def is_exempt(user: User) -> bool:
    """Invented people of a demo: trying it out takes a minute. Never on a server with real workers."""
    return settings.MODE == "demo" and OfficeAccount.objects.filter(user=user, is_invented=True).exists()


def is_asked_for_two(user: User, viewer: Viewer) -> bool:
    return needs_second_proof(viewer.walls | viewer.waits, viewer.duties) and not is_exempt(user)


def missing(user: User, viewer: Viewer) -> str | None:
    """What this worker has to set before any other page opens: BEGIN, SECOND_PROOF, or None where nothing is."""
    if not user.has_usable_password() and not Authenticator.objects.filter(user=user, type=SECOND[0]).exists():
        return BEGIN
    if is_asked_for_two(user, viewer) and not has_second_proof(user):
        return SECOND_PROOF
    return None


@receiver(post_delete, sender=Authenticator)
def _and_its_seed(instance: Authenticator, **_: object) -> None:
    Seed.objects.filter(id__in=[instance.data[name] for name in ("secret", "seed") if name in instance.data]).delete()


def forget(user: User) -> None:
    """Takes every passkey, code app and recovery code away."""
    Authenticator.objects.filter(user=user).delete()
