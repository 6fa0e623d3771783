"""Sign in at a table, with a name and a password."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from akeyi.access.models import OfficeAccount, Worker


class SignInForm(AuthenticationForm):
    """Says in one sentence what did not work, and never which of the two was wrong."""

    error_messages = {
        "invalid_login": _("The name or the password is not right. Try again, or ask the site manager."),
        "inactive": _("The name or the password is not right. Try again, or ask the site manager."),
    }

    def confirm_login_allowed(self, user: User) -> None:
        super().confirm_login_allowed(user)
        account = OfficeAccount.objects.filter(user=user).first()
        works = account and Worker.objects.filter(subject=account.worker, is_active=True).exclude(works_at=None)
        if not works or not works.exists():
            raise ValidationError(_("This name works at no site. Ask the site manager."), code="nowhere")


class SignIn(LoginView):
    template_name = "office/sign_in.html"
    authentication_form = SignInForm
    next_page = "/office/"


class SignOut(LogoutView):
    next_page = "/"
