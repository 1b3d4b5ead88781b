"""A disk that fills while a file is being sent."""

import resource
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import said_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def full_disk() -> Iterator[None]:
    """A system that refuses files of more than four mebibytes, as a full disk would."""
    former, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 20, former[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, former)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("full_disk")
@pytest.mark.parametrize("in_memory", [0, 10_000_000])
def test_full_disk_is_said_and_nothing_is_kept(
    in_memory: int, data: Path, send: Callable[..., Any], settings: Any
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = in_memory
    response = send("a.csv", b"a;b\n" * 1_500_000)
    assert response.status_code == 507
    assert "il n’y a plus de place sur le disque du site" in said_of(response)
    assert not (data / "verifications").is_dir() or list((data / "verifications").iterdir()) == []
