"""`Net`: what a source asks. Online, offline or replayed, it gives the same answers and remembers which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.net.addresses import host_of, require_public, with_parameters
from coeurdeville.net.answer import Answer
from coeurdeville.net.client import Client
from coeurdeville.net.kept import Kept

FRESH = timedelta(days=1)
"""Age under which a kept answer is not asked again: work that stopped half-way goes on where it was."""
OFFLINE = Kind(
    "hors-ligne",
    "Aucune réponse de {host} n’est gardée, et le logiciel travaille hors ligne.",
    "Recommencer avec l’option --en-ligne, ou ajouter un fichier : coeurdeville ville ajouter.",
)
NOT_RECORDED = Kind(
    "reponse-non-enregistree",
    "Aucun enregistrement ne répond à l’adresse « {address} ».",
    "Ajouter cette réponse aux enregistrements, ou corriger l’adresse que la source demande.",
)
STALE = Kind(
    "reponse-ancienne",
    "La réponse gardée le {day} est utilisée, car une nouvelle n’a pas pu être obtenue : {why}",
    "Recommencer plus tard pour une réponse plus récente.",
    Level.WARNING,
)
Parameters = Mapping[str, str | int | float]
Take = Callable[[Any], Any]


class Mode(StrEnum):
    """Where answers come from."""

    ONLINE = "en-ligne"
    OFFLINE = "hors-ligne"
    """Nothing is ever asked; what is kept is served, whatever its age."""
    REPLAY = "rejeu"
    """Answers come from recordings, which are never written to."""


class Net:
    """The answers that a source works on.

    Each answer is kept with its address, date and hash, and noted in `answers`, in the order in
    which it was asked for. Used with `with`, connections are closed at the end.
    """

    def __init__(
        self, folder: Path, mode: Mode = Mode.OFFLINE, client: Client | None = None, now: datetime | None = None
    ) -> None:
        self.mode, self._kept, self._client = mode, Kept(folder), client
        self._now = now or datetime.now(UTC)
        self.answers: list[Answer] = []
        self.notes: list[Problem] = []
        """What is to be said of the answers: one that could not be renewed."""

    @classmethod
    def online(cls, folder: Path) -> Self:
        """Ask, and keep in this folder."""
        return cls(folder, Mode.ONLINE, Client())

    @classmethod
    def replay(cls, folder: Path) -> Self:
        """Answer from the recordings of a folder and of those below it."""
        return cls(folder, Mode.REPLAY)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._client is not None:
            self._client.close()

    def json(
        self,
        address: str,
        parameters: Parameters | None = None,
        *,
        take: Take = lambda content: content,
    ) -> Any:
        """The JSON at an address.

        Parameters
        ----------
        take
            What of the content is taken. It refuses what is not in the documented form, and leaves
            out what must not be kept, such as names of persons: only its result is kept or given.
            Taking twice must give the same.

        Raises
        ------
        Refused
            `hors-ligne` or `reponse-non-enregistree` when nothing is kept; else why no answer came.
        """
        full = with_parameters(address, parameters or {})
        require_public(full)
        answer, content = self._found(full, take) if self._client is None else self._asked(self._client, full, take)
        self.answers.append(answer)
        return content

    def _found(self, address: str, take: Take) -> tuple[Answer, Any]:
        kept = self._kept.find(address)
        if kept is not None:
            return _taken(kept, take)
        if self.mode is Mode.REPLAY:
            raise Refused([NOT_RECORDED(address=address)])
        raise Refused([OFFLINE(host=host_of(address))])

    def _asked(self, client: Client, address: str, take: Take) -> tuple[Answer, Any]:
        kept = self._usable(address)
        if kept is not None and self._now - kept.when < FRESH:
            return _taken(kept, take)
        try:
            answer, content = _taken(client.ask(address), take)
        except Refused as refused:
            if kept is None:
                raise
            self.notes.append(STALE(day=day(kept.when), why=refused.problems[0].message))
            return _taken(kept, take)
        self._kept.keep(answer)
        return answer, content

    def _usable(self, address: str) -> Answer | None:
        """What is kept, unless it was damaged: then it is asked again."""
        try:
            return self._kept.find(address)
        except Refused:
            return None


def _taken(answer: Answer, take: Take) -> tuple[Answer, Any]:
    """The answer reduced to what is taken of it, and its content."""
    content = take(answer.json())
    return answer.holding(content), content
