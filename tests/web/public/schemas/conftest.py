"""A visitor who sends files to be checked, each test in a data folder of its own."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

SEND = "/schemas/verifier/"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> Path:
    """The data folder of the site."""
    cache.clear()
    settings.DATA = tmp_path / "site"
    return tmp_path / "site"


def named(name: str, content: bytes) -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


@pytest.fixture
def send(client: Client) -> Callable[..., Any]:
    """Send a file by the form; the answer, not followed."""

    def post(name: str, content: bytes, **said: str) -> Any:
        return client.post(SEND, {"fichier": named(name, content), "schema": "", "commune": "", **said, "fin": "1"})

    return post


@pytest.fixture
def checked(send: Callable[..., Any]) -> Callable[..., str]:
    """Send a file that is taken; the address of its checking."""

    def address(name: str, content: bytes, **said: str) -> str:
        response = send(name, content, **said)
        assert response.status_code == 302, said_of(response)
        return str(response["Location"])

    return address


def said_of(response: Any) -> str:
    """The page without its tags, in one line."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(text.replace("&nbsp;", "\u00a0").replace("&#x27;", "'").split())


def saved(response: Any) -> bytes:
    """The file of an answer, which is then closed."""
    content = b"".join(response)
    response.close()
    return content
