r"""Answers kept on disk, each in two files: its body, and a note that says where it comes from.

::

    3f2a….toml    adresse = "https://…", date = 2026-11-23T10:12:00Z, statut = 200, corps = "3f2a….json",
                  and when they are known type, etag, sha256
    3f2a….json    the body

The same form serves the answers that a town keeps and those that tests replay: the latter are
written by hand, under any name, in any folder below.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import tomlkit

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.net.answer import Answer

DAMAGED = Kind(
    "reponse-abimee",
    "La réponse gardée « {name} » est abîmée : {why}.",
    "La supprimer : elle sera demandée de nouveau.",
)


@dataclass(frozen=True)
class Kept:
    """The answers of a folder, found by address. A folder that does not exist holds none."""

    folder: Path

    def find(self, address: str) -> Answer | None:
        """The answer kept for this very address, whatever its age.

        Raises
        ------
        Refused
            `reponse-abimee`: its body is absent, or is not the one that was kept.
        """
        note = self._notes.get(address)
        return None if note is None else _answer(note)

    def keep(self, answer: Answer) -> None:
        """Keep an answer instead of the former one of the same address; each file aside, then renamed."""
        name = hashlib.sha256(answer.address.encode()).hexdigest()[:16]
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / f"{name}.json", answer.body)
        note = self.folder / f"{name}.toml"
        _write(note, tomlkit.dumps(_note(answer, f"{name}.json")).encode())
        self._notes[answer.address] = note

    @cached_property
    def _notes(self) -> dict[str, Path]:
        """Address -> note. A note that cannot be read names no address: it is as if nothing were kept."""
        found = {}
        for note in sorted(self.folder.rglob("*.toml")):
            try:
                found[str(tomllib.loads(note.read_text(encoding="utf-8"))["adresse"])] = note
            except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError):
                continue
        return found


def _note(answer: Answer, body: str) -> dict[str, Any]:
    told = {"type": answer.content_type, "etag": answer.etag, "sha256": answer.sha256}
    return {"adresse": answer.address, "date": answer.when, "statut": answer.status, "corps": body,
            **{key: value for key, value in told.items() if value}}  # fmt: skip


def _answer(note: Path) -> Answer:
    try:
        told = tomllib.loads(note.read_text(encoding="utf-8"))
        body = (note.parent / told["corps"]).read_bytes()
        when = told["date"]
    except (OSError, KeyError) as error:
        raise Refused([DAMAGED(name=note.name, why="son corps ou sa date manque")]) from error
    if not isinstance(when, datetime) or when.tzinfo is None:
        raise Refused([DAMAGED(name=note.name, why="sa date n’a pas d’heure ni de fuseau")])
    answer = Answer(told["adresse"], when, body, told.get("type", "application/json"), told.get("etag", ""),
                    told.get("statut", 200))  # fmt: skip
    if told.get("sha256", answer.sha256) != answer.sha256:
        raise Refused([DAMAGED(name=note.name, why="son corps a changé depuis")])
    return answer


def _write(path: Path, content: bytes) -> None:
    aside = path.with_name(f"{path.name}.{os.getpid()}.en-cours")
    aside.write_bytes(content)
    aside.replace(path)
