"""Sign in at a table: with a password and a second proof, with a passkey, or the first time with a one-time code."""

from typing import Any

from allauth.account import views as account
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.mfa.base import views as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.views.decorators.debug import sensitive_post_parameters

from akeyi.access.entrance import throttle
from akeyi.access.entrance.forms import FirstTimeForm
from akeyi.access.saying_no import in_words
from akeyi.errors.office import FIRST_CODE_WRONG


class SignIn(account.LoginView):
    template_name = "access/entrance/sign_in.html"


class SignOut(account.LogoutView):
    http_method_names = ["post"]


class WithPasskey(webauthn.LoginWebAuthnView):
    """A passkey alone, user verified by the device, is both proofs."""


class SecondStep(mfa.AuthenticateView):
    """After the password: six digits, a recovery code, or the passkey."""

    template_name = "access/entrance/second_step.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        types = Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True)
        return super().get_context_data(**kwargs) | {"types": set(types)}


@sensitive_post_parameters("code")
def first_time(request: HttpRequest) -> HttpResponse:
    """A one-time code lets in once; the next page asks for a passkey or a password."""
    if request.user.is_authenticated:
        return redirect("mfa_index")
    form = FirstTimeForm(request.POST or None)
    if form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if user is not None:
            record_authentication(request, user, method="first_code", reauthenticated=True)
            return perform_login(request, Login(user=user))
        form.add_error(None, in_words(FIRST_CODE_WRONG))
    return TemplateResponse(request, "access/entrance/first_time.html", {"form": form})


def wait(request: HttpRequest, _response: HttpResponse, credentials: dict[str, Any]) -> HttpResponse:
    """Too many wrong tries for a name at this browser: how long to wait, and who can help."""
    left = throttle.Handler().seconds_left(request, credentials)
    said = {"said": throttle.in_minutes(left), "back": request.path}
    return render(request, "access/entrance/wait.html", said, status=429)
