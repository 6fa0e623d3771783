"""Addresses of the office's door and of one's own sign-in; allauth's other addresses (mail, sign-up) do not exist."""

from django.urls import path

from akeyi.access.door import own_page
from akeyi.access.pages import entrance, my_sign_in

# The names in the second half are those by which allauth finds its pages.
urlpatterns = [
    path("office/first-time", entrance.first_time, name="first-time"),
    path("office/my/password", my_sign_in.password, name="my-password"),
    path("office/my/sessions/<int:pk>/end", my_sign_in.end_session, name="session-end"),
    path("office/sign-in", entrance.SignIn.as_view(), name="account_login"),
    path("office/sign-in/passkey", entrance.WithPasskey.as_view(), name="mfa_login_webauthn"),
    path("office/sign-in/second-step", entrance.SecondStep.as_view(), name="mfa_authenticate"),
    path("office/sign-out", entrance.SignOut.as_view(), name="account_logout"),
    path("office/my/", my_sign_in.mine, name="mfa_index"),
    *(
        path(f"office/my/{address}", own_page(view.as_view()), name=name)
        for address, view, name in (
            ("again", my_sign_in.Again, "account_reauthenticate"),
            ("again/code", my_sign_in.AgainByCode, "mfa_reauthenticate"),
            ("again/passkey", my_sign_in.AgainByPasskey, "mfa_reauthenticate_webauthn"),
            ("passkeys/new", my_sign_in.AddPasskey, "mfa_add_webauthn"),
            ("passkeys/<int:pk>/remove", my_sign_in.RemovePasskey, "mfa_remove_webauthn"),
            ("app/new", my_sign_in.AddApp, "mfa_activate_totp"),
            ("app/remove", my_sign_in.RemoveApp, "mfa_deactivate_totp"),
            ("recovery-codes", my_sign_in.RecoveryCodes, "mfa_view_recovery_codes"),
            ("recovery-codes/new", my_sign_in.NewRecoveryCodes, "mfa_generate_recovery_codes"),
            ("sessions", my_sign_in.Sessions, "usersessions_list"),
        )
    ),
]
