"""The site of the demonstration as it is typed, on a port of its own: web, worker and database."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from commands import PROGRAM

PATIENCE, WARMING = 900, 5
"""Seconds that the demonstration may take to answer, and that processes are left once it does."""
COMPRESSED = {"Accept-Encoding": "gzip"}


@contextmanager
def demo_site(folder: Path, buildings: int, around: Mapping[str, str]) -> Iterator[str]:
    """Its address, once it answers; `around` is added to its environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [PROGRAM, "demo", "--dossier", folder, "--batiments", buildings, "--site", "--port", port]
    environment = {**os.environ, "COEURDEVILLE_API_PAR_MINUTE": "0", **around}
    with (folder / "journal").open("wb") as log:
        running = subprocess.Popen(list(map(str, command)), env=environment, stdout=log, stderr=log)
        try:
            _wait(f"{address}/sante/", running, folder / "journal")
            time.sleep(WARMING)
            yield address
        finally:
            running.terminate()
            running.wait(60)


def fetch(address: str) -> bytes:
    """The body as it travels, compressed."""
    with urllib.request.urlopen(urllib.request.Request(address, headers=COMPRESSED)) as answer:
        return bytes(answer.read())


def told(address: str) -> Any:
    """What an address of the API says."""
    with urllib.request.urlopen(address) as answer:
        return json.load(answer)


def _wait(address: str, running: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while running.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address):
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"{address} does not answer:\n{log.read_text('utf-8', 'replace')[-2000:]}")
