"""Settings of the site. Every choice of a host is an environment variable, listed in docs/exploitation.md."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url

from coeurdeville.web.hosting import flag, listed, secret_key
from coeurdeville.web.policy import POLICY

DATA = Path(os.environ.get("COEURDEVILLE_DONNEES", "site")).resolve()
"""Folder of all that the site keeps: database, town folders, results, uploads."""
WEB = Path(__file__).parent

DEBUG = flag("COEURDEVILLE_DEBUG")
SECRET_KEY = secret_key(DATA)
ALLOWED_HOSTS = listed("COEURDEVILLE_HOTES", "localhost,127.0.0.1,[::1]")
ADDRESS = os.environ.get("COEURDEVILLE_ADRESSE", "http://127.0.0.1:8000").rstrip("/")
"""Public address of the site: links of letters and of feeds start with it."""
SECURE = ADDRESS.startswith("https://")
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "coeurdeville.comptes",
    "coeurdeville.espaces",
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
    "modelsearch",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
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
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
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

AUTH_USER_MODEL = "comptes.Utilisateur"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "/compte/connexion/", "/compte/", "/"

LANGUAGE_CODE, TIME_ZONE, USE_TZ = "fr", "Europe/Paris", True
LANGUAGES = [("fr", "français")]
WAGTAIL_SITE_NAME = "coeurdeville"
WAGTAILADMIN_BASE_URL = ADDRESS
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILDOCS_SERVE_METHOD = "serve_view"

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
SECURE_REDIRECT_EXEMPT = [r"^sante/$"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
