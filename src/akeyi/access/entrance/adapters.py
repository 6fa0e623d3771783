"""What allauth asks of Akeyi: who may come in, words out of the catalogue, no mail, no address, no sign-up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from akeyi.access.door import viewer_of, viewer_with
from akeyi.access.models import Seed
from akeyi.access.saying_no import in_words
from akeyi.errors.office import (
    CODE_WRONG,
    LAST_PROOF,
    NAME_OR_PASSWORD_WRONG,
    PASSWORD_WRONG,
    TOO_MANY_TRIES,
    WORKS_NOWHERE,
)
from akeyi.journal.ids import new_id

from . import browsers, factors

REFUSED = {
    "username_password_mismatch": NAME_OR_PASSWORD_WRONG,
    "incorrect_password": PASSWORD_WRONG,
    "incorrect_code": CODE_WRONG,
    "cannot_delete_authenticator": LAST_PROOF,
}
# Wrong codes of somebody who knew the password; the limit itself stands in the settings.
WAIT = {"too_many_login_attempts", "rate_limited"}
SAID: dict[str | None, Any] = {
    "mfa/messages/webauthn_added.txt": _("The passkey is set."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is taken away."),
    "mfa/messages/totp_activated.txt": _("The code app is set."),
    "mfa/messages/totp_deactivated.txt": _("The code app is taken away."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed in here alone now."),
}


def refusal(code: str) -> ValidationError:
    if code in WAIT:
        return ValidationError(in_words(TOO_MANY_TRIES, minutes=5), code=code)
    return ValidationError(in_words(REFUSED.get(code, CODE_WRONG)), code=code)


class Accounts(DefaultAccountAdapter):
    """Accounts are opened by a site manager alone; names, never mail."""

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        return refusal(code)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted in throttle.py, where a name is not shut out for what others try with it."""

    def pre_login(self, request: HttpRequest, user: User, **more: Any) -> HttpResponse | None:
        if user.is_active and viewer_with(user) is not None:
            return None
        messages.error(request, in_words(WORKS_NOWHERE))
        return redirect("account_login")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page is the board, unless somebody's work has a page of its own before it."""
        viewer = viewer_of(request)
        return reverse("mission") if viewer and viewer.has_duty("mission") else super().get_login_redirect_url(request)

    def get_client_ip(self, request: HttpRequest) -> str:
        """A hall behind one router has one address, so the list of sessions keeps none."""
        return "0.0.0.0"  # noqa: S104 - a word for no address

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **more: Any
    ) -> None:
        text = more.get("message") or SAID.get(message_template)
        if text:
            messages.add_message(request, level, text)


class Proofs(DefaultMFAAdapter):
    """Passkeys and code apps."""

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        return refusal(code)

    def encrypt(self, text: str) -> str:
        """A seed is sealed in a row of its own, so that it is bound to it and a new key reaches it."""
        return Seed.objects.create(id=new_id(), text=text).id

    def decrypt(self, encrypted_text: str) -> str:
        return str(Seed.objects.get(id=encrypted_text).text)

    def get_totp_issuer(self) -> str:
        return "Akeyi"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": "Akeyi"}

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        return browsers.in_words(self.request.headers.get("User-Agent", "")) if self.request else ""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last one is replaced, never taken away: a short password would stand alone, or nothing at all."""
        others = Authenticator.objects.filter(user=authenticator.user, type__in=factors.SECOND)
        return others.exclude(pk=authenticator.pk).exists()
