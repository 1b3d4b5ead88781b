"""Settings of tests: those of the site, in a folder of their own, with tasks done at once and passwords hashed fast."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "COEURDEVILLE_TESTS" not in os.environ:
    os.environ["COEURDEVILLE_TESTS"] = tempfile.mkdtemp(prefix="coeurdeville-tests-")
    atexit.register(shutil.rmtree, os.environ["COEURDEVILLE_TESTS"], ignore_errors=True)
OWN = Path(os.environ["COEURDEVILLE_TESTS"]) / os.environ.get("PYTEST_XDIST_WORKER", "seul")
os.environ["COEURDEVILLE_DONNEES"] = str(OWN)
os.environ.setdefault("COEURDEVILLE_CLE", "clé de test, jamais employée ailleurs")

from coeurdeville.web.settings import *
from coeurdeville.web.settings import DATABASES, STORAGES

if not os.environ.get("DATABASE_URL"):
    DATABASES["default"]["TEST"] = {"NAME": OWN / "essai.sqlite3"}
elif "COEURDEVILLE_MODELE" in os.environ:
    DATABASES["default"]["TEST"] = {"TEMPLATE": os.environ["COEURDEVILLE_MODELE"]}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_USE_FINDERS = True
(OWN / "statique").mkdir(parents=True, exist_ok=True)
