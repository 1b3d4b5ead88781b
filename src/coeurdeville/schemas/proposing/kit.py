"""The folder by which a schema is submitted: written whole, never over another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.core.writing import written_aside
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.example import example_rows, written
from coeurdeville.schemas.proposing.admission import CHANGELOG, INVALID, READ_ME, SCHEMA, VALID, admission
from coeurdeville.schemas.proposing.descriptor import Signature, descriptor_of
from coeurdeville.schemas.proposing.faulty import faulty_example
from coeurdeville.schemas.proposing.follow_up import FILE, Line, Step, follow_up_text
from coeurdeville.schemas.proposing.papers import changes, checks, readme
from coeurdeville.schemas.proposing.proposal import Proposal

CHECKS = "verifications.md"
FIRST = "Proposition d’après des fichiers réels."
TAKEN = Kind(
    "proposition-deja-la",
    "Le dossier « {folder} » contient déjà des fichiers : rien n’y est écrit.",
    "Donner un autre dossier à --sortie, ou vider celui-ci après avoir gardé ce qui a été écrit à la main.",
)


@dataclass(frozen=True)
class Kit:
    """What was written, and what the admission rules say of it."""

    folder: Path
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def write_kit(proposal: Proposal, signature: Signature, folder: Path) -> Kit:
    """`schema.json`, two examples, `README.md`, `CHANGELOG.md`, `suivi.toml` and `verifications.md`.

    Raises
    ------
    Refused
        `proposition-deja-la` when the folder holds something; `exemple-impossible`.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused([TAKEN(folder=folder.name)])
    descriptor = descriptor_of(proposal, signature)
    schema = read_schema(descriptor).schema
    first = Line(Step.INVESTIGATION, signature.today, signature.author, CHECKS, FIRST)
    contents = {
        SCHEMA: json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n",
        VALID: written(schema.names, example_rows(schema)),
        INVALID: faulty_example(schema),
        READ_ME: readme(schema),
        CHANGELOG: changes(schema, proposal, signature),
        FILE: follow_up_text((first,)),
    }
    for name, content in contents.items():
        _write(folder / name, content)
    problems = tuple(admission(folder))
    _write(folder / CHECKS, checks(proposal, signature, problems))
    return Kit(folder, (*contents, CHECKS), problems)


def _write(path: Path, content: str) -> None:
    with written_aside(path) as file:
        file.write(content.encode())
