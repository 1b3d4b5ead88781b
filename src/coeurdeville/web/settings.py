"""Settings of the site. Every choice of a host is an environment variable, listed in docs/exploitation.md."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url

from coeurdeville.web import mailing, oidc
from coeurdeville.web.exploitation.lines import LOGGING as LINES
from coeurdeville.web.hosting import flag, listed, secret_key
from coeurdeville.web.policy import POLICY

DATA = Path(os.environ.get("COEURDEVILLE_DONNEES", "site")).resolve()
"""Folder of all that the site keeps: database, town folders, results, uploads."""
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(DATA / "mesures")
"""Where processes count together (`exploitation.metrics`): `prometheus_client` reads it when it is first imported."""
WEB = Path(__file__).parent

DEBUG = flag("COEURDEVILLE_DEBUG")
SECRET_KEY = secret_key(DATA)
ALLOWED_HOSTS = listed("COEURDEVILLE_HOTES", "localhost,127.0.0.1,[::1]")
ADDRESS = os.environ.get("COEURDEVILLE_ADRESSE", "http://127.0.0.1:8000").rstrip("/")
"""Public address of the site: links of letters and of feeds start with it."""
SECURE = ADDRESS.startswith("https://")
PUBLISHER = os.environ.get("COEURDEVILLE_EDITEUR", "")
"""Who runs this site, as its legal notice names them; empty: the notice says that it is to be filled in."""
PUBLISHER_ADDRESS = os.environ.get("COEURDEVILLE_EDITEUR_ADRESSE", "")
PUBLICATION_DIRECTOR = os.environ.get("COEURDEVILLE_DIRECTION", "")
HOST = os.environ.get("COEURDEVILLE_HEBERGEUR", "")
"""Name and address of the company that hosts it."""
CONTACT = os.environ.get("COEURDEVILLE_CONTACT", "")
"""E-mail of the service that answers: errors, accessibility, personal data."""
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "coeurdeville.comptes",
    "coeurdeville.espaces",
    "coeurdeville.programme",
    "coeurdeville.editorial",
    "coeurdeville.web",
    "wagtail.contrib.redirects",
    "wagtail.users",
    "wagtail.sites",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_tasks",
    "django_tasks_db",
    "rules",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "coeurdeville.web.visitor.Visitor",
    "coeurdeville.web.exploitation.journal.Journal",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "coeurdeville.web.exploitation.editing.editing",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "coeurdeville.api.frame.api_frame",
    "django.middleware.http.ConditionalGetMiddleware",
    "coeurdeville.web.exploitation.keeping.Keeping",
    "coeurdeville.web.exploitation.sessions.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "coeurdeville.web.compte.redaction.SecondFacteurRedaction",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "coeurdeville.web.exploitation.faults.Faults",
    "coeurdeville.web.exploitation.methods.methods",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "coeurdeville.web.urls"
WSGI_APPLICATION = "coeurdeville.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "coeurdeville.web.frame.frame",
            ],
        },
    }
]

SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "base.sqlite3",
    "CONN_MAX_AGE": 60,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
}
DATABASES = {
    "default": dj_database_url.config(conn_max_age=60, conn_health_checks=True)
    if os.environ.get("DATABASE_URL")
    else SQLITE
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

API_PER_MINUTE = int(os.environ.get("COEURDEVILLE_API_PAR_MINUTE", "1200"))
"""Requests that one address may send to /api/ in a minute, to each process; 0: no limit."""

CHECKS_PER_HOUR = int(os.environ.get("COEURDEVILLE_VERIFICATIONS_PAR_HEURE", "40"))
"""Files that one address may send to /schemas/verifier/ in an hour, to each process; 0: no limit."""
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "coeurdeville.web.uploads.Bounded",
]

AUTH_USER_MODEL = "comptes.Utilisateur"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    *oidc.BACKENDS,
]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("courriel", "nom")},
    },
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "/compte/connexion/", "/compte/", "/"
OTP_TOTP_ISSUER = "coeurdeville"
PROXIES = int(os.environ.get("COEURDEVILLE_MANDATAIRES", "0"))
"""Proxies of the host in front of the site: the visitor's address is the one that the first of them saw."""

AXES_HANDLER = "coeurdeville.comptes.verrou.Verrou"
AXES_FAILURE_LIMIT, AXES_COOLOFF_TIME = 5, timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = "coeurdeville.comptes.verrou.parametres"
AXES_USERNAME_CALLABLE = "coeurdeville.comptes.verrou.compte"
AXES_LOCKOUT_CALLABLE = "coeurdeville.web.compte.verrou.page"
AXES_RESET_ON_SUCCESS, AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = True, False
AXES_DISABLE_ACCESS_LOG, AXES_VERBOSE, AXES_ENABLE_ADMIN = True, False, False
AXES_PASSWORD_FORM_FIELD = "mot_de_passe"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "courriel", "csrfmiddlewaretoken", "code", "state", "next"]

PROCONNECT = False
PROCONNECT_ISSUER = PROCONNECT_LOGOUT = PROCONNECT_BACK = ""
vars().update(oidc.settings(ADDRESS))
vars().update(mailing.settings(ADDRESS))

LANGUAGE_CODE, TIME_ZONE, USE_TZ = "fr", "Europe/Paris", True
LANGUAGES = [("fr", "français")]
WAGTAIL_SITE_NAME = "coeurdeville"
WAGTAILADMIN_BASE_URL = ADDRESS
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILIMAGES_IMAGE_FORM_BASE = "coeurdeville.editorial.images.Photographie"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10_000_000
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"webp": "webp", "jpeg": "jpeg", "png": "png"}

STATIC_URL, STATIC_ROOT = "/statique/", DATA / "statique"
STATICFILES_DIRS = [WEB / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_URL, MEDIA_ROOT = "/medias/", DATA / "medias"

CONTENT_SECURITY_POLICY = {"DIRECTIVES": POLICY}
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 63_072_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_REDIRECT_EXEMPT = [r"^sante/$", r"^metriques$"]
"""What this machine asks of the site without going through its proxy."""
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
LOGGING = LINES
