"""`suivi.toml`: the way of a schema to the Socle commun des données locales, one dated line a step."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import tomlkit

from coeurdeville.core.problems import Kind, Problem

FILE = "suivi.toml"
FOLLOW_UP_WRONG = Kind(
    "suivi-fautif",
    "Le suivi du schéma est fautif : {fault}.",
    "Corriger suivi.toml : chaque [[etapes]] a une étape, une date, un auteur et une preuve.",
)
HEAD = (
    "Le chemin du schéma vers le Socle commun des données locales. Ajouter une ligne [[etapes]] à chaque étape\n"
    "franchie, sans retirer les précédentes : investigation, concertation, construction, publication, ou refus.\n"
    "La preuve est un fichier, une adresse ou une référence que d’autres peuvent consulter."
)


class Step(StrEnum):
    """The steps, in their order; a refusal may follow any of them, and a new investigation may follow it."""

    INVESTIGATION = "investigation"
    CONCERTATION = "concertation"
    CONSTRUCTION = "construction"
    PUBLICATION = "publication"
    REFUSAL = "refus"


@dataclass(frozen=True)
class Line:
    """One step that was taken."""

    step: Step
    day: date
    author: str
    evidence: str
    note: str = ""


@dataclass(frozen=True)
class FollowUp:
    """The lines that can be read, in the order of the file, and what is wrong with the others."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]

    @property
    def step(self) -> Step | None:
        """Where the schema is; None before any step."""
        return self.lines[-1].step if self.lines else None


def follow_up_text(lines: tuple[Line, ...]) -> str:
    """The content of the file."""
    document = tomlkit.document()
    for sentence in HEAD.splitlines():
        document.add(tomlkit.comment(sentence))
    steps = tomlkit.aot()
    for one in lines:
        told = {"etape": str(one.step), "date": one.day, "auteur": one.author, "preuve": one.evidence, "note": one.note}
        steps.append(tomlkit.item({key: value for key, value in told.items() if value}))
    document.add("etapes", steps)
    return tomlkit.dumps(document)


def read_follow_up(text: str) -> FollowUp:
    """The lines of the file, every fault said: unknown step, missing date, author or evidence, steps out of order."""
    try:
        entries = tomllib.loads(text).get("etapes", [])
    except tomllib.TOMLDecodeError:
        return FollowUp((), (FOLLOW_UP_WRONG(fault="ce n’est pas du TOML"),))
    lines: list[Line] = []
    faults: list[str] = []
    for rank, entry in enumerate(entries if isinstance(entries, list) else [], start=1):
        found = list(_entry_faults(entry))
        faults.extend(f"étape n° {rank}, {fault}" for fault in found)
        if not found:
            lines.append(_line(entry))
    if not lines and not faults:
        faults.append("aucune étape n’y est")
    faults.extend(_out_of_order(lines))
    return FollowUp(tuple(lines), tuple(FOLLOW_UP_WRONG(fault=fault) for fault in faults))


def _entry_faults(entry: Any) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield "elle n’est pas écrite [[etapes]]"
        return
    if entry.get("etape") not in list(Step):
        yield f"« {entry.get('etape', '')} » n’est pas l’une de : {', '.join(Step)}"
    if type(entry.get("date")) is not date:
        yield "la date manque ou n’est pas écrite 2026-11-23"
    yield from (f"« {key} » manque" for key in ("auteur", "preuve") if not str(entry.get(key) or "").strip())


def _line(entry: dict[str, Any]) -> Line:
    return Line(Step(entry["etape"]), entry["date"], str(entry["auteur"]), str(entry["preuve"]),
                str(entry.get("note", "")))  # fmt: skip


def _out_of_order(lines: list[Line]) -> Iterator[str]:
    order = list(Step)
    before: Line | None = None
    for one in lines:
        if before is not None and one.day < before.day:
            yield f"« {one.step} » est datée d’avant « {before.step} »"
        reached = order.index(before.step) if before and before.step is not Step.REFUSAL else -1
        if one.step is not Step.REFUSAL and order.index(one.step) > reached + 1:
            yield f"« {one.step} » vient sans « {order[order.index(one.step) - 1]} »"
        before = one
