"""Settings of an installation. What differs between installations comes from the environment:

GIAOBAN_VAR       folder of the database and the secret key (default: var/ in the current folder)
DATABASE_URL      postgres://user:password@host/name; without it SQLite in GIAOBAN_VAR
GIAOBAN_HOSTS     names under which the server is reached, separated by commas (default: this machine only)
GIAOBAN_SMTP      host:port of a mail server; with GIAOBAN_SMTP_USER and GIAOBAN_SMTP_PASSWORD over TLS; GIAOBAN_MAIL_FROM is the sender
GIAOBAN_ADDRESS   where people reach it, https://giaoban.example or https://example/giaoban: in letters and calendars, and the path of every
                  page (default: the first of GIAOBAN_HOSTS)
GIAOBAN_TICK_AT   the hour at which `giaoban serve` lets reminders go out, 06:30; "-" for never
GIAOBAN_KEEP_MESSAGES   days for which messages are kept after they were read, 365; "-" for ever
GIAOBAN_CLARITIES what a directive must make clear, of person, work, time, responsibility, product, authority (default: all six)
GIAOBAN_HTTPS     "1" behind a proxy that speaks HTTPS: secure cookies, HSTS, X-Forwarded-Proto trusted
"""

import os
import secrets
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from giaoban_web.installation import databases
from giaoban_web.installation.told import days, host_and_port, hour, some_of, told

PACKAGE = Path(__file__).parent
SIX = "person,work,time,responsibility,product,authority"
VAR = Path(os.environ.get("GIAOBAN_VAR", "var")).absolute()


def _secret_key() -> str:
    """The key of this installation, made at the first start: whole or not there, one for all who start at once."""
    path = VAR / "secret_key"
    if not path.exists():
        VAR.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = VAR / f".secret_key-{os.getpid()}"
        made.unlink(missing_ok=True)
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(made, path)
        except FileExistsError:
            pass  # another one who starts was first: its key is the key
        except OSError:
            made.replace(path)  # a disk that knows no links
        made.unlink(missing_ok=True)
    return path.read_text()


def _database(address: str) -> dict[str, Any]:
    return databases.of_address(address) if address else databases.of_file(VAR / "giaoban.sqlite3")


def _address() -> str:
    """Where people reach this installation, as far as its other settings tell."""
    named = [host for host in os.environ.get("GIAOBAN_HOSTS", "").split(",") if host]
    return f"http{'s' if HTTPS else ''}://{named[0]}" if named else f"http://localhost:{os.environ.get('PORT', '8000')}"


CLARITIES = told("GIAOBAN_CLARITIES", SIX, some_of(SIX), SIX)
HTTPS = os.environ.get("GIAOBAN_HTTPS") == "1"
SECRET_KEY = _secret_key()
DEBUG = False
TICK_AT = told("GIAOBAN_TICK_AT", "06:30", hour, "06:30")
KEEP_MESSAGES = told("GIAOBAN_KEEP_MESSAGES", "365", days, "365")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *filter(None, os.environ.get("GIAOBAN_HOSTS", "").split(","))]
_reached_at = urlsplit(os.environ.get("GIAOBAN_ADDRESS", "").rstrip("/") or _address())
ADDRESS = f"{_reached_at.scheme}://{_reached_at.netloc}"
BELOW = _reached_at.path
"""Path below which a proxy serves Giaoban on a host that it shares; it takes the path away before it asks. Empty on a host of its own."""
FORCE_SCRIPT_NAME = BELOW or None
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = f"{BELOW}/"
DATABASES = {"default": told("DATABASE_URL", "", _database, "postgres://giaoban:password@localhost/giaoban")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "giaoban_web.ui",
    "giaoban_web.accounts",
    "giaoban_web.history",
    "giaoban_web.places",
    "giaoban_web.search",
    "giaoban_web.learning",
    "giaoban_web.criteria",
    "giaoban_web.meetings",
    "giaoban_web.records",
    "giaoban_web.bodies",
    "giaoban_web.ledger",
    "giaoban_web.directives",
    "giaoban_web.reminders",
    "giaoban_web.briefs",
    "giaoban_web.overview",
    "giaoban_web.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django.forms",
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "giaoban_web.cut_off.CutOffMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "giaoban_web.accounts.middleware.RememberingMiddleware",
    "giaoban_web.ui.middleware.LanguageMiddleware",
    "giaoban_web.ui.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "giaoban_web.ui.middleware.NotAllowedMiddleware",
    "giaoban_web.ui.middleware.RefusedMiddleware",
    "giaoban_web.ui.middleware.BusyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "giaoban_web.urls"
WSGI_APPLICATION = "giaoban_web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "ui" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "overview:home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "giaoban_web.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "giaoban_web.accounts.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# An office shares one address, and everybody signs in at eight.
# Wrong passwords are counted by axes alone, which answers 429 and says for how long.
# What allauth then counts as failed sign-ins are wrong codes of a second factor.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "5/15m/key"}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
MFA_ADAPTER = "giaoban_web.accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Giaoban"
AXES_USERNAME_CALLABLE = "giaoban_web.accounts.throttling.typed_name"
AXES_FAILURE_LIMIT = "giaoban_web.accounts.throttling.failure_limit"
AXES_COOLOFF_TIME = 0.25
# Who comes in made a slip before; and trying while one waits makes nobody wait longer.
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "giaoban_web.accounts.throttling.client_ip"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["giaoban_web.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = f"{BELOW}/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [("fonts", Path(str(files("fontpkg_be_vietnam_pro"))) / "files")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The entry grid without scripts sends eight fields for every indicator of the catalogue at once.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# An upload stays in memory until it has been checked for a secrecy mark: nothing may touch the disk before.
FILE_UPLOAD_HANDLERS = ["giaoban_web.records.uploads.CappedMemoryHandler"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    CSRF_TRUSTED_ORIGINS = [*(f"https://{host}" for host in ALLOWED_HOSTS), ADDRESS]

# Without GIAOBAN_SMTP, letters (to set a password anew) are printed where the server runs.
EMAIL_HOST, EMAIL_PORT = told("GIAOBAN_SMTP", "", host_and_port, "mail.example.vn:25")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_HOST_USER = os.environ.get("GIAOBAN_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("GIAOBAN_SMTP_PASSWORD", "")
EMAIL_TIMEOUT = 20
EMAIL_USE_TLS = bool(EMAIL_HOST_USER)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("GIAOBAN_MAIL_FROM", "giaoban@localhost")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secrets": {"()": "giaoban_web.reminders.secrecy.HideSecrets"}},
    "formatters": {"plain": {"()": "giaoban_web.installation.logs.WithoutWords"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secrets"], "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"giaoban_web": {"level": "INFO"}},
}
