"""Writing a diagnostic: what did not change is taken from the store, drawn files included."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coeurdeville.cli.telling import tell
from coeurdeville.cli.town import STORE
from coeurdeville.core import code, french
from coeurdeville.core.problems import Level, refuse_errors
from coeurdeville.inventory.ville import FICHIER, FICHIERS
from coeurdeville.reports.editions.composing import compose, counts
from coeurdeville.reports.editions.opening import open_dossier
from coeurdeville.runs.store import Store


@dataclass(frozen=True)
class Written:
    """What was written, and whether it had to be computed."""

    files: tuple[Path, ...]
    said: str


def write_diagnostic(dossier: Path, sortie: Path, today: date | None = None) -> Written:
    """The diagnostic of a town folder, every file at once: an error leaves what was there before.

    Raises
    ------
    Refused
        When the inventory has errors.
    """
    today = today or date.today()
    store, key = Store(dossier / STORE), _key(dossier, today)
    kept = store.rendered(key)
    said = "Rien n’a changé depuis le dernier diagnostic : rien n’a été recalculé."
    if kept is None:
        kept, said = _render(dossier, store, key, today)
    return Written(tuple(_deliver(kept, sortie)), said)


def _render(dossier: Path, store: Store, key: str, today: date) -> tuple[Path, str]:
    from coeurdeville.reports.files import files_of

    town = open_dossier(dossier)
    refuse_errors(town.ville.problems)  # at the command line an entry is corrected at once: nothing goes on without it
    subject = compose(town, store, today)
    kept = store.put_rendered(key, files_of(subject))
    tell(problem for problem in town.said() if problem.level is not Level.NOTE)
    found = counts(subject)
    return kept, _counted(found.done, found.services, found.computed)


def _counted(done: int, services: int, computed: int) -> str:
    """`1 service sur 4 a un résultat (1 calculé à l’instant).`"""
    have = french.agree(done, "a", "ont")
    new = french.plural(computed, "calculé")
    return f"{french.plural(done, 'service')} sur {services} {have} un résultat ({new} à l’instant)."


def _key(dossier: Path, today: date) -> str:
    """What the files depend on: the inventory, its files, the day, and all the code."""
    digest = hashlib.sha256(code.whole().encode())
    digest.update(today.isoformat().encode())
    paths = [dossier / FICHIER, *sorted((dossier / FICHIERS).rglob("*"))]
    for path in (one for one in paths if one.is_file()):
        digest.update(path.relative_to(dossier).as_posix().encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def _deliver(kept: Path, sortie: Path) -> Sequence[Path]:
    """Copies in the output folder, each aside then renamed."""
    sortie.mkdir(parents=True, exist_ok=True)
    delivered = []
    for source in sorted(kept.iterdir()):
        final = sortie / source.name
        aside = sortie / f".{source.name}.{os.getpid()}.en-cours"
        shutil.copyfile(source, aside)
        delivered.append(aside.replace(final))
    return delivered
