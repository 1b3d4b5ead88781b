"""Adding a file to a town: which layers it holds, which columns they take, what remains to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coeurdeville.core.licences import UNKNOWN, Licence
from coeurdeville.core.problems import Kind, Level, Problem, refuse_errors
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.contenu import former_of, new_id, read_entries
from coeurdeville.inventory.controle import check_donnee
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.etats_repris import unmet_states
from coeurdeville.inventory.fabrication import make_layer
from coeurdeville.inventory.fichiers import keep, main_file, name_for, same
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import Ville, add_donnee, open_ville
from coeurdeville.layers.catalogue import kind_named
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.outline import Outline
from coeurdeville.readers.features import Features
from coeurdeville.readers.opening import first_bytes
from coeurdeville.readers.read import read
from coeurdeville.schemas.mapping.correspondance import Correspondance, Lecture

REPLACED = Kind(
    "fichier-remplace",
    "Donnée « {id} » : son fichier « {file} » est remplacé par celui-ci, qui porte le même nom.",
    "Pour garder les deux, redonner l’ancien fichier sous un autre nom.",
    Level.WARNING,
)


@dataclass(frozen=True)
class Ajout:
    """What was added."""

    donnees: tuple[Donnee, ...]
    problems: tuple[Problem, ...]


def add_file(
    dossier: Path,
    fichier: Path,
    couche: str | None,
    *,
    titre: str = "",
    producteur: str = "",
    licence: Licence = UNKNOWN,
    millesime: Vintage | None = None,
    feuille: str = "",
    constantes: Mapping[str, str] | None = None,
) -> Ajout:
    """Copy a file into the town folder and enter what it holds in the inventory.

    An OpenStreetMap extract without `couche` is entered once for each layer that it holds, under
    its own licence. A newer edition of a file (same name, same layers) takes its place, and what was written
    by hand of it is kept. Entries are tried: a file that makes no layer is refused and nothing is written. A file of a
    layer that is awaited is kept as it is, unread.

    Raises
    ------
    Refused
        With everything that keeps the file from being used.
    """
    ville = open_ville(dossier)
    refuse_errors(ville.empechements)
    told: dict[str, object] = {"titre": titre, "producteur": producteur, "millesime": millesime}
    told |= {} if licence is UNKNOWN else {"licence": licence}
    mapping = Correspondance(Lecture(feuille=feuille), constantes=constantes or {})
    kind = kind_named(couche) if couche else None
    if isinstance(kind, Awaited):
        first_bytes(fichier)
        fichier = main_file(fichier)
        donnees: tuple[Donnee, ...] = (_awaited(ville, fichier, kind, mapping, told),)
        problems = list(_replacing(ville, donnees, fichier))
    else:
        fichier = main_file(fichier)
        features = read(fichier, part=feuille or None)
        donnees = tuple(read_entries(ville, fichier, features, kind, mapping, told))
        problems = [*_replacing(ville, donnees, fichier), *_unmet(ville, features, donnees)]
        problems.extend(_tried(ville, donnees, features))
    keep(fichier, dossier / donnees[0].fichier)
    add_donnee(ville, *donnees)
    problems.extend(problem for donnee in donnees for problem in check_donnee(donnee, dossier))
    return Ajout(donnees, tuple(dict.fromkeys(problems)))


def _awaited(ville: Ville, fichier: Path, kind: Awaited, mapping: Correspondance, told: Mapping[str, Any]) -> Donnee:
    """The entry of a file that no code reads yet: kept as it is, under what is said of it."""
    name = name_for(ville, fichier, [kind.slug])
    former = former_of(ville, name, kind.slug)
    entry = former or Donnee(new_id(ville, kind.slug), kind.slug, fichier.stem, name, correspondance=mapping)
    return replace(entry, **{key: value for key, value in told.items() if value})


def _replacing(ville: Ville, donnees: Iterable[Donnee], fichier: Path) -> Iterator[Problem]:
    """A newer edition takes the place of a file: it is said."""
    known = {one.id for one in ville.donnees}
    for donnee in donnees:
        if donnee.id in known and not same(ville.path(donnee), fichier):
            yield REPLACED(id=donnee.id, file=donnee.fichier)


def _unmet(ville: Ville, features: Features, donnees: Iterable[Donnee]) -> Iterator[Problem]:
    """What told objects gone in the former file and no longer does."""
    known = {one.id: one for one in ville.donnees}
    for donnee in donnees:
        if donnee.id in known:
            yield from unmet_states(known[donnee.id], features)


def _tried(ville: Ville, donnees: Iterable[Donnee], features: Features) -> Iterator[Problem]:
    """What loading the entries says; what keeps a layer from being made is refused."""
    territory, said = territory_of_ville(ville)
    for donnee in donnees:
        outlined = donnee.couche == Outline.slug
        if not outlined:
            yield from said
        yield from make_layer(features, donnee, replace(territory, outline=None) if outlined else territory).problems
