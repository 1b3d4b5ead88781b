"""Rules for every test: no socket, real data only where they are."""

import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

MIRROR = Path(__file__).parents[2] / "shared" / "mirror"


@pytest.fixture(autouse=True)
def no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that opens a connection fails, with the address it wanted."""

    def refuse(_: socket.socket, address: object) -> None:
        raise AssertionError(f"a test opened a connection to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def mirror() -> Path:
    """The folder of real open data beside the project."""
    if not MIRROR.is_dir():
        pytest.skip("the folder of real data is not beside the project")
    return MIRROR


MISPRINT = re.compile(
    r"'"  # a straight apostrophe
    r"|  "
    r"|[^\u00a0\u202f][;!?%»]"  # no narrow space before
    r"|[^\u00a0]:(?!//)"
    r"|«[^\u00a0\u202f]"
    r"|\d (?:m|m²|cm|km|ha|ans|€)(?!\w)"
)


@pytest.fixture(scope="session")
def misprints() -> Callable[[str], list[str]]:
    """What a French text has against the rules of typography, with what is beside it; nothing when it is right."""
    return MISPRINT.findall
