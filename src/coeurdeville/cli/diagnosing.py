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
from coeurdeville.cli.town import STORE, Town, open_town
from coeurdeville.core import code, french
from coeurdeville.core.problems import Level
from coeurdeville.core.provenance import Origin
from coeurdeville.inventory.ville import FICHIER, FICHIERS
from coeurdeville.layers.outline import Outline
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
        kept, said = _render(open_town(dossier), store, key, today)
    return Written(tuple(_deliver(kept, sortie)), said)


def _render(town: Town, store: Store, key: str, today: date) -> tuple[Path, str]:
    from coeurdeville.reports.files import files_of
    from coeurdeville.reports.subject import Subject, place_of, population_source
    from coeurdeville.runs.diagnose import diagnose
    from coeurdeville.runs.zonings import quarters_of
    from coeurdeville.services.catalogue import services

    offre = town.offre
    outcomes = diagnose(services().values(), offre.couches, town.territory, store)
    subject = Subject(
        town.territory, place_of(town.territory), today, outcomes, offre.couches, offre.donnees, offre.problems,
        quarters_of(offre.couches, town.territory), store, population_source(town.territory), _contour(town),
    )  # fmt: skip
    kept = store.put_rendered(key, files_of(subject))
    said = [problem for problems in offre.problems.values() for problem in problems]
    tell(problem for problem in said if problem.level is not Level.NOTE)
    done = [one for one in outcomes if one.result is not None]
    computed = sum(one.computed for one in done)
    return kept, _counted(len(done), len(outcomes), computed)


def _counted(done: int, services: int, computed: int) -> str:
    """`1 service sur 4 a un résultat (1 calculé à l’instant).`"""
    have = french.agree(done, "a", "ont")
    new = french.plural(computed, "calculé")
    return f"{french.plural(done, 'service')} sur {services} {have} un résultat ({new} à l’instant)."


def _contour(town: Town) -> Origin | None:
    """Where the outline comes from, when it was found."""
    entries = (donnee for donnee in town.ville.donnees if donnee.couche == Outline.slug and donnee.fichier)
    return next((donnee.origin for donnee in entries if town.territory.outline is not None), None)


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
