"""The town folder: `ville.toml` and the files it lists. It is the only truth of a town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.inventory.coherence import check_said, check_together
from coeurdeville.inventory.controle import check_donnee
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ecriture import as_table
from coeurdeville.inventory.retouche import append, retouch
from coeurdeville.inventory.texte import read_texte, write_texte
from coeurdeville.inventory.ville_toml import read_ville
from coeurdeville.territories.commune import Commune

FICTIONAL = "00"
"""The département of towns that do not exist."""
FICHIER = "ville.toml"
FICHIERS = "fichiers"
ENTETE = (
    " L’inventaire des données de la ville. Il s’écrit par « coeurdeville ville ajouter » et se corrige à la main ;",
    " « coeurdeville ville verifier » dit tout ce qui ne va pas.",
)

FOLDER_MISSING = Kind(
    "ville-introuvable",
    "Le dossier « {folder} » ne contient pas de fichier ville.toml.",
    "Le créer par : coeurdeville ville creer {folder} --commune <code Insee>.",
)
FOLDER_TAKEN = Kind(
    "ville-existante",
    "Le dossier « {folder} » contient déjà une ville.",
    "Choisir un autre nom, ou ajouter des données à celle-ci : coeurdeville ville ajouter {folder} <fichier>.",
)
ID_TWICE = Kind(
    "identifiant-repete", "L’identifiant « {id} » est donné à plusieurs données.", "Donner à chacune le sien."
)


@dataclass(frozen=True)
class Ville:
    """A town folder as it stands."""

    dossier: Path
    nom: str
    commune: str
    """Insee code."""
    donnees: tuple[Donnee, ...]
    problems: tuple[Problem, ...]
    """Everything that the inventory alone tells, warnings and notes included."""
    population: int | None = None
    """Of a fictional town; a real one has that of the census."""
    ecartees: tuple[Donnee, ...] = ()
    """Entries with errors: they are checked and never used."""
    contredites: tuple[Problem, ...] = ()
    """Among the problems, what entries say that cannot be true: no figure depends on it."""
    ecarts: tuple[Problem, ...] = ()
    """Among the problems, those of the entries set aside: the others serve without them."""

    @property
    def empechements(self) -> tuple[Problem, ...]:
        """The problems of the town itself and of what serves: an error among them, and nothing is computed."""
        return tuple(problem for problem in self.problems if problem not in self.ecarts)

    @property
    def genantes(self) -> tuple[Problem, ...]:
        """The problems that bear on what is computed."""
        return tuple(problem for problem in self.problems if problem not in self.contredites)

    def path(self, donnee: Donnee) -> Path:
        """Where the file of an entry is."""
        return self.dossier / donnee.fichier


def open_ville(dossier: Path, today: date | None = None) -> Ville:
    """The town of this folder; what is wrong with it is in its `problems`.

    An entry is set aside for what keeps it from being read or used, never for what it says of itself: a status
    without evidence or a loop of derivations is said, and its file serves.

    Parameters
    ----------
    today
        The day after which a date is in the future; by default the day on which this runs.

    Raises
    ------
    Refused
        When there is no `ville.toml`, or it cannot be read at all.
    """
    file = dossier / FICHIER
    if not file.is_file():
        raise Refused([FOLDER_MISSING(folder=dossier)])
    table = read_ville(read_texte(file))
    problems, kept, aside = list(table.problems), list[Donnee](), list(table.ecartees)
    strays = list(table.ecarts)
    for donnee in table.donnees:
        found = list(check_donnee(donnee, dossier))
        problems.extend(found)
        wrong = any(problem.level is Level.ERROR for problem in found)
        (aside if wrong else kept).append(donnee)
        strays.extend(found if wrong else ())
    others = [problem for donnee in table.ecartees for problem in check_donnee(donnee, dossier)]
    problems.extend(others)
    entries = (*table.donnees, *table.ecartees)
    names = [donnee.id for donnee in entries if donnee.id]
    problems.extend(ID_TWICE(id=name) for name in sorted(set(names)) if names.count(name) > 1)
    contradicted = tuple(_contradicted(entries, today or date.today()))
    return Ville(dossier, table.nom, table.commune, tuple(kept), (*problems, *contradicted), table.population,
                 tuple(aside), contradicted, (*strays, *others))  # fmt: skip


def _contradicted(entries: Sequence[Donnee], today: date) -> Iterator[Problem]:
    """What entries say that cannot be true, each by itself and one beside the other."""
    for donnee in entries:
        yield from check_said(donnee, today)
    yield from check_together(entries)


def create_ville(dossier: Path, commune: Commune, today: date) -> Ville:
    """A new folder with an empty inventory. A fictional town (département `00`) brings its own population.

    Raises
    ------
    Refused
        `ville-existante`.
    """
    if (dossier / FICHIER).exists():
        raise Refused([FOLDER_TAKEN(folder=dossier)])
    document = tomlkit.document()
    for line in ENTETE:
        document.add(tomlkit.comment(line.strip()))
    head: dict[str, Any] = {"nom": commune.nom, "commune": commune.code, "creee_le": today}
    if commune.code.startswith(FICTIONAL):
        head["population"] = commune.population
    document.add("ville", tomlkit.item(head))
    (dossier / FICHIERS).mkdir(parents=True, exist_ok=True)
    write_texte(dossier / FICHIER, document)
    return open_ville(dossier)


def add_donnee(ville: Ville, *donnees: Donnee) -> Ville:
    """The town with more entries, written at once.

    An entry of the same `id` is updated in place; comments, and all that is written by hand elsewhere, are kept.
    """
    file = ville.dossier / FICHIER
    document = tomlkit.parse(read_texte(file))
    entries = document.setdefault("donnees", tomlkit.aot())
    known = {entry.get("id"): entry for entry in entries}
    for donnee in donnees:
        if donnee.id in known:
            retouch(known[donnee.id], as_table(donnee))
        else:
            append(entries, as_table(donnee))
    write_texte(file, document)
    return open_ville(ville.dossier)
