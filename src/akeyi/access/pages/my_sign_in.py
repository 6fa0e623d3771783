"""One's own sign-in: passkeys, code app, recovery codes, password, and where one is signed in."""

from typing import Any

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.mfa.base import views as mfa
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.usersessions import views as sessions
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from akeyi.access.door import own_page, the_user, the_viewer
from akeyi.access.entrance import adapters, browsers, factors
from akeyi.access.entrance.forms import ALONE, BESIDE_ANOTHER, PasswordForm
from akeyi.access.queries import let_in
from akeyi.access.saying_no import in_words
from akeyi.errors.office import LAST_PROOF

HERE = reverse_lazy("mfa_index")


@own_page
def mine(request: HttpRequest) -> HttpResponse:
    """What is set, and what is missing before other pages open."""
    user, viewer = the_user(request), the_viewer(request)
    found = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    kept = next((one for one in found if one.type == Authenticator.Type.RECOVERY_CODES), None)
    context = {
        "let_in": let_in(viewer.worker),
        "missing": factors.missing(user, viewer),
        "is_exempt": factors.needs_second_proof(viewer.walls | viewer.waits, viewer.duties) and factors.is_exempt(user),
        "passkeys": [one for one in found if one.type == Authenticator.Type.WEBAUTHN],
        "app": next((one for one in found if one.type == Authenticator.Type.TOTP), None),
        "has_password": user.has_usable_password(),
        "recovery": kept,
        "recovery_left": len(kept.wrap().get_unused_codes()) if kept else 0,
        "recovery_seen": kept is not None and kept.wrap().did_view,
    }
    return TemplateResponse(request, "access/entrance/mine.html", context)


class AddPasskey(webauthn.AddWebAuthnView):
    template_name = "access/entrance/add_passkey.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # A passkey, never a mere key: the device asks for a finger, a face or a PIN.
        return super().get_context_data(**kwargs) | {
            "js_data": {"creation_options": begin_registration(self.request.user, True)}
        }

    def form_valid(self, form: Any) -> HttpResponse:
        answer = super().form_valid(form)
        made = Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.WEBAUTHN).latest("pk")
        # Whoever makes one has just shown it, and is not asked for it again on the next page.
        post_authentication(self.request, made, reauthenticated=True)
        return answer

    def get_success_url(self) -> str:
        # A recovery code stands in for a passkey after a password; without one there is nothing to show.
        has_password = self.request.user.has_usable_password()
        return str(super().get_success_url() if has_password else reverse("board"))


class RemovePasskey(webauthn.RemoveWebAuthnView):
    template_name = "access/entrance/remove.html"
    success_url = HERE

    def form_valid(self, form: Any) -> HttpResponse:
        if not adapters.Proofs().can_delete_authenticator(self.get_object()):
            messages.error(self.request, in_words(LAST_PROOF))
            return redirect(HERE)
        return super().form_valid(form)


class AddApp(totp.ActivateTOTPView):
    template_name = "access/entrance/add_app.html"


class RemoveApp(totp.DeactivateTOTPView):
    template_name = "access/entrance/remove.html"


class RecoveryCodes(recovery.ViewRecoveryCodesView):
    template_name = "access/entrance/recovery_codes.html"


class NewRecoveryCodes(recovery.GenerateRecoveryCodesView):
    template_name = "access/entrance/new_recovery_codes.html"


class Again(account.ReauthenticateView):
    template_name = "access/entrance/again.html"


class AgainByCode(mfa.ReauthenticateView):
    template_name = "access/entrance/again.html"


class AgainByPasskey(webauthn.ReauthenticateWebAuthnView):
    template_name = "access/entrance/again.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        for said in form.errors.get("credential", []):
            messages.error(self.request, said)
        return redirect(self.request.get_full_path())


@sensitive_post_parameters("new", "again")
@own_page
def password(request: HttpRequest) -> HttpResponse:
    """A password of one's own; nobody else ever knows it."""
    if is_reauthentication_required(request, app="allauth.mfa"):
        # Not by allauth's decorator: it would keep what was typed in the session until the question is answered.
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")
    user, viewer = the_user(request), the_viewer(request)
    two = factors.has_second_proof(user) or factors.is_asked_for_two(user, viewer)
    form = PasswordForm(request.POST or None, user=user, at_least=BESIDE_ANOTHER if two else ALONE)
    if form.is_valid():
        user.set_password(form.cleaned_data["new"])
        user.save()
        # Every other session of theirs ends; this one goes on.
        update_session_auth_hash(request, user)
        UserSession.objects.create_from_request(request)
        record_authentication(request, user, method="password", reauthenticated=True)
        messages.success(request, gettext("The password is set."))
        return redirect(HERE if factors.missing(user, viewer) or two else "board")
    return TemplateResponse(
        request, "access/entrance/password.html", {"form": form, "missing": factors.missing(user, viewer)}
    )


class Sessions(sessions.ListUserSessionsView):
    template_name = "access/entrance/sessions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = [
            {"session": one, "browser": browsers.in_words(one.user_agent), "is_current": one.is_current()}
            for one in context["sessions"]
        ]
        return context | {"rows": sorted(rows, key=lambda row: not row["is_current"])}


@require_POST
@own_page
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends one of one's own sessions, wherever it is open."""
    end_sessions(request, [get_object_or_404(UserSession, pk=pk, user=the_user(request))])
    messages.success(request, gettext("That session has ended."))
    return redirect("usersessions_list")
