"""A browser of the coordination, second factor given."""

import pytest
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from programme.monde import coordination


@pytest.fixture
def browser(db: None) -> Client:
    """Signed in, with the code of the telephone given in this session."""
    user, client = coordination(), Client()
    device = TOTPDevice.objects.create(user=user, confirmed=True, name="téléphone")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client
