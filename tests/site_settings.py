"""Settings of tests: those of the site, in a folder of their own, with tasks done at once and passwords hashed fast."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("COEURDEVILLE_DONNEES", tempfile.mkdtemp(prefix="coeurdeville-tests-"))
os.environ.setdefault("COEURDEVILLE_CLE", "clé de test, jamais employée ailleurs")

from coeurdeville.web.settings import *
from coeurdeville.web.settings import DATA, DATABASES, STORAGES

if not os.environ.get("DATABASE_URL"):
    DATABASES["default"]["TEST"] = {"NAME": Path(DATA) / f"test-{os.getpid()}.sqlite3"}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_USE_FINDERS = True
