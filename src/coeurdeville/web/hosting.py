"""What a host says by environment variables, and the secret that it need not say."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

KEY = "cle-secrete"


def flag(name: str) -> bool:
    """Whether a variable says yes: `1`, `oui`, `true`; anything else is no."""
    return os.environ.get(name, "").lower() in {"1", "oui", "true"}


def listed(name: str, usual: str = "") -> list[str]:
    """The words of a variable, separated by commas."""
    return [word.strip() for word in os.environ.get(name, usual).split(",") if word.strip()]


def secret_key(data: Path) -> str:
    """The key that signs sessions and links: `COEURDEVILLE_CLE`, else the one kept in `data`.

    Without either, one of this process alone: enough for a command, never for a site (`keep_secret_key`).
    """
    given, file = os.environ.get("COEURDEVILLE_CLE"), data / KEY
    if given:
        return given
    return file.read_text("ascii") if file.is_file() else secrets.token_urlsafe(50)


def keep_secret_key(data: Path) -> None:
    """Draw a key once, in a file that its owner alone reads; two processes that start together keep the same."""
    data.mkdir(parents=True, exist_ok=True)
    file, aside = data / KEY, data / f"{KEY}.{os.getpid()}"
    if file.is_file():
        return
    aside.touch(mode=0o600)
    aside.write_text(secrets.token_urlsafe(50), "ascii")
    try:
        os.link(aside, file)
    except FileExistsError:
        pass
    finally:
        aside.unlink()


def keep_base_private(base: Path) -> None:
    """Let its owner alone read a SQLite database: what SQLite writes beside it follows."""
    base.parent.mkdir(parents=True, exist_ok=True)
    base.touch(0o600)
    base.chmod(0o600)
