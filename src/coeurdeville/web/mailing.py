"""How messages leave: by the mail server that the host gives, else written in the log of the site."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import unquote, urlsplit

BACKENDS = "django.core.mail.backends"
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def settings(address: str) -> dict[str, Any]:
    """Settings of Django for `COEURDEVILLE_SMTP`: `smtp+tls://account:password@host:587`, `smtps://…`, `smtp://…`.

    Messages are sent in the name of `COEURDEVILLE_EXPEDITEUR`. Raises `ValueError` for another scheme.
    """
    sender = os.environ.get("COEURDEVILLE_EXPEDITEUR", f"ne-pas-repondre@{urlsplit(address).hostname}")
    common = {"DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender, "EMAIL_TIMEOUT": 10}
    said = os.environ.get("COEURDEVILLE_SMTP", "")
    if not said:
        return {**common, "EMAIL_BACKEND": f"{BACKENDS}.console.EmailBackend"}
    server = urlsplit(said)
    if server.scheme not in PORTS:
        raise ValueError(f"COEURDEVILLE_SMTP commence par {', '.join(f'{scheme}://' for scheme in PORTS)}")
    return {
        **common,
        "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": server.hostname,
        "EMAIL_PORT": server.port or PORTS[server.scheme],
        "EMAIL_HOST_USER": unquote(server.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(server.password or ""),
        "EMAIL_USE_TLS": server.scheme == "smtp+tls",
        "EMAIL_USE_SSL": server.scheme == "smtps",
    }
