"""What is typed at the office's door: a new password, a one-time code, the six digits of a code app."""

from typing import Any

from allauth.mfa import app_settings as mfa
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import CommonPasswordValidator, UserAttributeSimilarityValidator
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from akeyi.access.forms import OfficeForm
from akeyi.access.saying_no import in_words
from akeyi.errors.office import PASSWORD_COMMON, PASSWORD_SHORT, PASSWORDS_DIFFER

from .adapters import refusal

# NIST SP 800-63B-4: so long where it stands alone, so long where a second proof stands beside it; no other rules.
ALONE, BESIDE_ANOTHER = 15, 8


def refuse_weak(password: str, user: User, at_least: int) -> None:
    """Raises ValidationError where a password is short, among the commonest, or nearly the name."""
    if len(password) < at_least:
        raise ValidationError(in_words(PASSWORD_SHORT, signs=at_least))
    try:
        CommonPasswordValidator().validate(password, user)
        UserAttributeSimilarityValidator(("username",)).validate(password, user)
    except ValidationError:
        raise ValidationError(in_words(PASSWORD_COMMON)) from None


class PasswordForm(OfficeForm):
    """A new password, twice."""

    new = forms.CharField(label=_("New password"), max_length=200, strip=False, widget=forms.PasswordInput)
    again = forms.CharField(label=_("The same once more"), max_length=200, strip=False, widget=forms.PasswordInput)

    def __init__(self, *args: Any, user: User, at_least: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.at_least = user, at_least
        self.fields["new"].help_text = _("At least %(signs)s signs; a few words in a row are easiest to keep.") % {
            "signs": at_least
        }
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "new-password"

    def clean_new(self) -> str:
        refuse_weak(self.cleaned_data["new"], self.user, self.at_least)
        return str(self.cleaned_data["new"])

    def clean_again(self) -> str:
        if "new" in self.cleaned_data and self.cleaned_data["again"] != self.cleaned_data["new"]:
            raise ValidationError(in_words(PASSWORDS_DIFFER))
        return str(self.cleaned_data["again"])


class FirstTimeForm(OfficeForm):
    """The name and the one-time code that the site manager gave."""

    username = forms.CharField(label=_("Name"), max_length=150)
    code = forms.CharField(
        label=_("One-time code"), max_length=40, help_text=_("As it was given to you: three groups of four signs.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("username", "code"):
            self.fields[name].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        self.fields["username"].widget.attrs["autocomplete"] = "username"


class _OnlyOnce:
    """Six digits are taken once, for as long as a clock that is a little off would take them."""

    cleaned_data: dict[str, Any]
    authenticator: Authenticator

    def clean_code(self) -> str:
        code = str(super().clean_code())  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP:
            lives = mfa.TOTP_PERIOD * (2 * mfa.TOTP_TOLERANCE + 1)
            if not cache.add(f"akeyi.code-used:{self.authenticator.pk}:{code.strip()}", True, timeout=lives):
                raise refusal("incorrect_code")
        return code


class SecondStepForm(_OnlyOnce, AuthenticateForm):
    """The second proof at sign-in: six digits, or a recovery code."""


class AgainForm(_OnlyOnce, ReauthenticateForm):
    """The same before something about one's sign-in is changed."""
