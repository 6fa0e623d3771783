"""Sign in at a table, with a name and a password."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError

from akeyi.access.door import viewer_with
from akeyi.access.saying_no import in_words
from akeyi.errors.office import NAME_OR_PASSWORD_WRONG, WORKS_NOWHERE


class SignInForm(AuthenticationForm):
    """Says in one sentence what did not work, and never which of the two was wrong."""

    def get_invalid_login_error(self) -> ValidationError:
        return ValidationError(in_words(NAME_OR_PASSWORD_WRONG), code="invalid_login")

    def confirm_login_allowed(self, user: User) -> None:
        if not user.is_active:
            raise self.get_invalid_login_error()
        if viewer_with(user) is None:
            raise ValidationError(in_words(WORKS_NOWHERE), code="nowhere")


class SignIn(LoginView):
    template_name = "office/sign_in.html"
    authentication_form = SignInForm
    next_page = "/office/"


class SignOut(LogoutView):
    next_page = "/"
