"""The folder of one checking: the file, its state, its results; opened by a token that the visitor alone has."""

from __future__ import annotations

import fcntl
import json
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.utils import timezone

from coeurdeville.core.writing import written_aside
from coeurdeville.web.public.schemas.checking.state import State

HOURS = 24
"""How long everything is kept after the sending."""
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
PATIENCE = 1.0
"""Seconds that one who comes to work waits for another to let go."""
STATE, LOCK, ORIGINAL, RESULTS = "etat.json", "verrou", "recu", "resultats"


@dataclass(frozen=True)
class Kept:
    """One folder."""

    folder: Path

    @property
    def token(self) -> str:
        """The secret part of its address."""
        return self.folder.name

    @property
    def state(self) -> State:
        """As it is now."""
        return State.read((self.folder / STATE).read_text("utf-8"))

    def save(self, state: State) -> None:
        """Replace the state at once."""
        self._write(self.folder / STATE, state.text().encode())

    @property
    def original(self) -> Path:
        """The file as it was sent."""
        return self.folder / ORIGINAL / self.state.file

    @property
    def end(self) -> datetime:
        """When everything is deleted."""
        return datetime.fromisoformat(self.state.begun) + timedelta(hours=HOURS)

    def result(self, name: str) -> Path:
        """Where a result is, whether it is made or not."""
        return self.folder / RESULTS / name

    def put(self, name: str, content: bytes) -> None:
        """Keep a result, whole or not at all."""
        self._write(self.result(name), content)

    def put_told(self, name: str, told: Any) -> None:
        """Keep a result as JSON."""
        self.put(name, json.dumps(told, ensure_ascii=False).encode())

    def told(self, name: str) -> Any:
        """A result kept as JSON; None when it is not made."""
        path = self.result(name)
        return json.loads(path.read_text("utf-8")) if path.is_file() else None

    def start_again(self, state: State) -> None:
        """Drop the results, for a checking of the same file by other rules."""
        shutil.rmtree(self.folder / RESULTS, ignore_errors=True)
        self.save(state)

    def delete(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def working(self, patience: float = PATIENCE) -> Iterator[bool]:
        """Whether nobody else works on it; a process that is killed lets go by itself."""
        with (self.folder / LOCK).open("a") as file:
            yield _locked(file, time.monotonic() + patience)

    @property
    def busy(self) -> bool:
        """Whether someone works on it now."""
        with self.working(patience=0) as free:
            return not free

    @staticmethod
    def _write(path: Path, content: bytes) -> None:
        with written_aside(path) as file:
            file.write(content)


def _locked(file: IO[str], until: float) -> bool:
    """Take the lock of a file, tried again up to a time: who only looks holds it for an instant."""
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(0.02)
        else:
            return True


def root() -> Path:
    """The folder of all of them."""
    return Path(settings.DATA) / "verifications"


def new_folder() -> Path:
    """A folder for a file that arrives, not made yet."""
    return root() / secrets.token_urlsafe(24)


def kept(token: str) -> Kept | None:
    """The checking of this token; None when there is none, or when its time is over: it is then deleted."""
    found = Kept(root() / token)
    if not TOKEN.fullmatch(token) or not (found.folder / STATE).is_file():
        return None
    if found.end < timezone.now():
        found.delete()
        return None
    return found


def purge() -> int:
    """Delete what is over, and folders without state that nothing fills any more; how many."""
    old = timezone.now().timestamp() - HOURS * 3600
    folders = [one for one in root().iterdir() if one.is_dir()] if root().is_dir() else []
    stateless = [one for one in folders if not (one / STATE).is_file() and one.stat().st_mtime < old]
    over = [one for one in folders if (one / STATE).is_file() and Kept(one).end < timezone.now()]
    for folder in (*stateless, *over):
        shutil.rmtree(folder, ignore_errors=True)
    return len(stateless) + len(over)
