"""How one server of Akeyi is set up: read once at start, from the environment, with defaults that run the demo."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from akeyi.office.catalogues import compiled

PROJECT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("AKEYI_VAR", PROJECT / "var"))
MODE = os.environ.get("AKEYI_MODE", "demo")  # demo, hub or headquarters


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
DEBUG = False
ALLOWED_HOSTS = os.environ.get("AKEYI_HOSTS", "127.0.0.1,localhost,testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("AKEYI_ORIGINS", "").split(",") if origin]

ROOMS = [
    "akeyi.journal",
    "akeyi.access",
    "akeyi.arrivals",
    "akeyi.people",
    "akeyi.children",
    "akeyi.assistance",
    "akeyi.onward",
    "akeyi.figures",
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
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
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
    """`sqlite:PATH` or `postgres://user:password@host:port/name` (`?host=/folder` for a socket)."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path),
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


DATABASES = {"default": _database(os.environ.get("AKEYI_DATABASE", f"sqlite:{VAR / 'akeyi.sqlite3'}"))}
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

LOGIN_URL = "/office/sign-in"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# Django's own handlers would print request lines and exception texts; ours name only the error (operation/logs.py).
LOGGING_CONFIG = None
