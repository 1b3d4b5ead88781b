"""How messages leave, as the host says it."""

import pytest

from coeurdeville.web.mailing import settings

CONSOLE, SMTP = "django.core.mail.backends.console.EmailBackend", "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COEURDEVILLE_SMTP", "COEURDEVILLE_EXPEDITEUR"):
        monkeypatch.delenv(name, raising=False)


def test_messages_are_written_in_the_log_by_default() -> None:
    found = settings("https://ville.example")
    assert (found["EMAIL_BACKEND"], found["DEFAULT_FROM_EMAIL"]) == (CONSOLE, "ne-pas-repondre@ville.example")


@pytest.mark.parametrize(
    ("said", "port", "tls", "ssl"),
    [
        ("smtp+tls://moi%40h.fr:mot%3A@mail.example", 587, True, False),
        ("smtps://moi%40h.fr:mot%3A@mail.example", 465, False, True),
        ("smtp://moi%40h.fr:mot%3A@mail.example:2525", 2525, False, False),
    ],
)
def test_mail_server_of_the_host(monkeypatch: pytest.MonkeyPatch, said: str, port: int, tls: bool, ssl: bool) -> None:
    monkeypatch.setenv("COEURDEVILLE_SMTP", said)
    monkeypatch.setenv("COEURDEVILLE_EXPEDITEUR", "site@h.fr")
    found = settings("https://ville.example")
    assert (found["EMAIL_BACKEND"], found["EMAIL_HOST"], found["EMAIL_PORT"]) == (SMTP, "mail.example", port)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("moi@h.fr", "mot:")
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)
    assert found["DEFAULT_FROM_EMAIL"] == "site@h.fr"


def test_unknown_way_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COEURDEVILLE_SMTP", "http://mail.example")
    with pytest.raises(ValueError, match="COEURDEVILLE_SMTP commence par smtp://"):
        settings("https://ville.example")
