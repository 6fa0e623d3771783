"""How one server of Akeyi is set up: read once at start, from the environment, with defaults that run a hub."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from akeyi.office.catalogues import compiled

PROJECT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("AKEYI_VAR", PROJECT / "var"))
# demo, hub or headquarters. Where nobody said it, people are real.
MODE = os.environ.get("AKEYI_MODE", "hub")


def _secret_key() -> str:
    """A key of this installation, made at the first start and kept beside its data."""
    kept = VAR / "secret-key"
    if not kept.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        made = os.urandom(48).hex()
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(made)
    return kept.read_text().strip()


SECRET_KEY = os.environ.get("AKEYI_SECRET_KEY") or _secret_key()
# What the database keeps sealed is opened with the keys in this file; it may lie on another disk.
KEYS = Path(os.environ.get("AKEYI_KEYS", VAR / "keys"))
DEBUG = False
ALLOWED_HOSTS = os.environ.get("AKEYI_HOSTS", "127.0.0.1,localhost,testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("AKEYI_ORIGINS", "").split(",") if origin]

ROOMS = [
    "akeyi.journal",
    "akeyi.access",
    "akeyi.arrivals",
    "akeyi.people",
    "akeyi.children",
    "akeyi.screening",
    "akeyi.assistance",
    "akeyi.referrals",
    "akeyi.onward",
    "akeyi.safety",
    "akeyi.feedback",
    "akeyi.figures",
    "akeyi.planning",
    "akeyi.office",
    "akeyi.operation",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    *ROOMS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "akeyi.operation.headers.SecurityHeaders",
    "akeyi.access.device_api.DeviceDoor",
    "akeyi.operation.statics.Statics",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "akeyi.access.entrance.ends.SessionEnds",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "akeyi.urls"
WSGI_APPLICATION = "akeyi.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]


def _database(address: str) -> dict:
    """`sqlcipher:PATH`, `sqlite:PATH` (no path: in VAR) or `postgres://user:password@host:port/name` (`?host=/folder`
    for a socket)."""
    parts = urlsplit(address)
    if parts.scheme in ("sqlcipher", "sqlite"):
        return {
            "ENGINE": "akeyi.operation.sqlcipher" if parts.scheme == "sqlcipher" else "django.db.backends.sqlite3",
            "NAME": unquote(parts.path) or str(VAR / "akeyi.sqlite3"),
            "CONN_MAX_AGE": None,
            # Measured: Django's deferred transactions answered "database is locked" to 4 of 10 requests under load.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
                "PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;",
            },
            # Tests open the same file from several connections, so it must be a file.
            "TEST": {"NAME": str(VAR / f"test-{os.getpid()}.sqlite3")},
        }
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
    }


# Where people are real, whoever steals the laptop must not read who they are.
DATABASES = {"default": _database(os.environ.get("AKEYI_DATABASE", "sqlite:" if MODE == "demo" else "sqlcipher:"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("ht", "Kreyòl"), ("fr", "Français"), ("es", "Español"), ("en", "English")]
LOCALE_PATHS = [compiled(VAR / "locale")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
DESK_DIST = PROJECT / "desk" / "dist"
RECORDINGS = VAR / "recordings"
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

LOGIN_URL, LOGIN_REDIRECT_URL = "/office/sign-in", "/office/"
# A shift, an hour without anybody doing something (access/entrance/ends.py), and never longer than the browser is open.
SESSION_COOKIE_AGE, SESSION_IDLE_S = 12 * 60 * 60, 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# What browsers are told where every page comes by TLS. `akeyi serve --tls` puts it in force by itself; AKEYI_TLS=proxy
# says that a proxy in front speaks https and sets X-Forwarded-Proto.
OVER_TLS = {
    "SESSION_COOKIE_SECURE": True,
    "SESSION_COOKIE_NAME": "__Host-session",
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_NAME": "__Host-csrf",
    "LANGUAGE_COOKIE_SECURE": True,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 365 * 24 * 60 * 60,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
}
TLS = os.environ.get("AKEYI_TLS", "")
if TLS:
    globals().update(OVER_TLS)
if TLS == "proxy":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# ---- how people at a table come in (docs/adr/0012-coming-in.md) ----
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "akeyi.access.entrance.first_codes.ByFirstCode",
]
ACCOUNT_ADAPTER = "akeyi.access.entrance.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# Allauth's own limits count by address, which shuts out a hall; what is left counts by account, after the password.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "5/5m/key", "reauthenticate": "10/m/user"}
MFA_ADAPTER = "akeyi.access.entrance.adapters.Proofs"
MFA_FORMS = {
    "authenticate": "akeyi.access.entrance.forms.SecondStepForm",
    "reauthenticate": "akeyi.access.entrance.forms.AgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
# A hub has no mail that could be verified.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# The clocks of a phone and of a hub without internet differ.
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = {"webauthn_login": None}
AXES_HANDLER = "akeyi.access.entrance.throttle.Handler"
AXES_USERNAME_CALLABLE = "akeyi.access.entrance.throttle.name_key"
AXES_CLIENT_IP_CALLABLE = "akeyi.access.entrance.throttle.no_address"
AXES_LOCKOUT_CALLABLE = "akeyi.access.pages.entrance.wait"
# `user_agent` is the browser as throttle.py knows it.
AXES_LOCKOUT_PARAMETERS = [["username", "user_agent"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 24
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_SENSITIVE_PARAMETERS = ["username", "login", "code", "next", "csrfmiddlewaretoken"]
# What is limited and what was used up is known to every process of the server.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "access_limits"}}
SILENCED_SYSTEM_CHECKS = [
    # It asks for a lock by address. All browsers that are not known share one counter, so changing them gains nothing.
    "axes.W006",
    # A hub's name stands on no public list of names that browsers ship.
    "security.W021",
]
# Letters leave only where somebody said by which server; nothing is sent from a hub that was told of none.
MAIL_FROM = os.environ.get("AKEYI_MAIL_FROM", "")
EMAIL_HOST = os.environ.get("AKEYI_MAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("AKEYI_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("AKEYI_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("AKEYI_MAIL_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_TIMEOUT = 10
# Django's own handlers would print request lines and exception texts; ours name only the error (operation/logs.py).
LOGGING_CONFIG = None
