"""The town folder: `ville.toml` and the files it lists. It is the only truth of a town."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from coeurdeville.core.french import slug
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.inventory.correspondance import Correspondance
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville_toml import read_ville
from coeurdeville.layers.catalogue import layers
from coeurdeville.territories.commune import Commune

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
LAYER_UNKNOWN = Kind(
    "couche-inconnue", "Donnée « {id} » : la couche « {layer} » n’existe pas.", "Écrire l’une de : {known}."
)
FILE_MISSING = Kind(
    "fichier-absent",
    "Donnée « {id} » : le fichier « {file} » n’est pas dans le dossier de la ville.",
    "Remettre le fichier à sa place, ou vider la ligne « fichier » s’il n’existe plus.",
)
FILE_OUTSIDE = Kind(
    "fichier-hors-dossier",
    "Donnée « {id} » : « {file} » sort du dossier de la ville.",
    "Copier le fichier dans le dossier : coeurdeville ville ajouter le fait.",
)
COLUMN_UNKNOWN = Kind(
    "colonne-inconnue",
    "Donnée « {id} » : la couche « {layer} » n’a pas de colonne « {column} ».",
    "Écrire l’une de : {known}.",
)
TO_CONFIRM = Kind(
    "a-confirmer",
    "Donnée « {id} » : {count_words} à confirmer.",
    "Dans ville.toml, déplacer chaque ligne juste de [donnees.a_confirmer] vers [donnees.colonnes].",
    Level.NOTE,
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
    """Everything that `verifier` says, warnings and notes included; entries with errors are not in `donnees`."""
    population: int | None = None
    """Of a fictional town; a real one has that of the census."""

    def path(self, donnee: Donnee) -> Path:
        """Where the file of an entry is."""
        return self.dossier / donnee.fichier


def open_ville(dossier: Path) -> Ville:
    """The town of this folder; what is wrong with it is in its `problems`.

    Raises
    ------
    Refused
        When there is no `ville.toml`, or it cannot be read at all.
    """
    file = dossier / FICHIER
    if not file.is_file():
        raise Refused([FOLDER_MISSING(folder=dossier)])
    table = read_ville(file.read_text(encoding="utf-8"))
    problems = [*table.problems]
    kept = []
    for donnee in table.donnees:
        found = list(_problems(donnee, dossier))
        problems.extend(found)
        if not any(problem.level is Level.ERROR for problem in found):
            kept.append(donnee)
    names = [donnee.id for donnee in table.donnees]
    problems.extend(ID_TWICE(id=name) for name in sorted(set(names)) if names.count(name) > 1)
    return Ville(dossier, table.nom, table.commune, tuple(kept), tuple(problems), table.population)


def create_ville(dossier: Path, commune: Commune, today: date) -> Ville:
    """A new folder with an empty inventory.

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
    document.add("ville", tomlkit.item({"nom": commune.nom, "commune": commune.code, "creee_le": today}))
    (dossier / FICHIERS).mkdir(parents=True, exist_ok=True)
    _write(dossier, document)
    return open_ville(dossier)


def add_donnee(ville: Ville, donnee: Donnee, source: Path | None = None) -> Ville:
    """The town with one more entry, its file copied into the folder; hand-written parts of `ville.toml` are kept.

    An entry of the same `id` is replaced.
    """
    if source is not None:
        _copy(source, ville.path(donnee))
    document = tomlkit.parse((ville.dossier / FICHIER).read_text(encoding="utf-8"))
    entries = document.setdefault("donnees", tomlkit.aot())
    for rank, entry in enumerate(list(entries)):
        if entry.get("id") == donnee.id:
            del entries[rank]
            break
    entries.append(tomlkit.item(_as_table(donnee)))
    _write(ville.dossier, document)
    return open_ville(ville.dossier)


def file_name(source: Path) -> str:
    """Where a file added to a town goes: a plain name under `fichiers/`."""
    return f"{FICHIERS}/{slug(source.stem) or 'fichier'}{source.suffix.lower()}"


def _problems(donnee: Donnee, dossier: Path) -> Iterator[Problem]:
    if donnee.couche not in layers():
        yield LAYER_UNKNOWN(id=donnee.id, layer=donnee.couche, known=", ".join(layers()))
        return
    columns = [column.key for column in layers()[donnee.couche].columns]  # type: ignore[attr-defined]
    mapping = donnee.correspondance
    for name in dict.fromkeys((*mapping.colonnes, *mapping.a_confirmer, *mapping.unites, *mapping.valeurs)):
        if name not in columns:
            yield COLUMN_UNKNOWN(id=donnee.id, layer=donnee.couche, column=name, known=", ".join(columns))
    if donnee.fichier:
        path = (dossier / donnee.fichier).resolve()
        if not path.is_relative_to(dossier.resolve()):
            yield FILE_OUTSIDE(id=donnee.id, file=donnee.fichier)
        elif not path.exists():
            yield FILE_MISSING(id=donnee.id, file=donnee.fichier)
    if mapping.a_confirmer:
        count = len(mapping.a_confirmer)
        said = f"{count} colonne{'s' if count > 1 else ''} ({', '.join(mapping.a_confirmer)})"
        yield TO_CONFIRM(id=donnee.id, count_words=said)


def _as_table(donnee: Donnee) -> dict[str, Any]:
    """The entry as it is written: the questions that an inventory asks stay visible when unanswered."""
    table: dict[str, Any] = {
        "id": donnee.id,
        "couche": donnee.couche,
        "titre": donnee.titre,
        "fichier": donnee.fichier,
        "adresse": donnee.adresse,
        "producteur": donnee.producteur,
        "acteur": str(donnee.acteur),
        "licence": donnee.licence.key,
        "millesime": str(donnee.millesime or ""),
        "service_referent": donnee.service_referent,
        "acces": donnee.acces,
        "etendue": donnee.etendue,
    }
    if donnee.statuts:
        table["statuts"] = [
            {"date": one.date, "statut": str(one.ouverture), "auteur": one.auteur, "preuve": one.preuve,
             "motif": one.motif}
            for one in donnee.statuts
        ]  # fmt: skip
    return {**table, **_mapping_table(donnee.correspondance), **donnee.autres}


def _mapping_table(mapping: Correspondance) -> dict[str, Any]:
    reading = {key: value for key, value in vars(mapping.lecture).items() if value}
    states = [
        {"colonne": one.colonne, **({"disparus": list(one.disparus)} if one.disparus else {})} for one in mapping.etats
    ]
    parts = {
        "lecture": reading,
        "colonnes": dict(mapping.colonnes),
        "a_confirmer": {key: _inline(value) for key, value in mapping.a_confirmer.items()},
        "unites": dict(mapping.unites),
        "valeurs": {key: dict(value) for key, value in mapping.valeurs.items()},
        "etats": states,
    }
    return {key: value for key, value in parts.items() if value}


def _inline(values: Mapping[str, str]) -> Any:
    table = tomlkit.inline_table()
    table.update(values)
    return table


def _copy(source: Path, target: Path) -> None:
    """Copy a file with what goes with it (the parts of a Shapefile), each aside then renamed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    companions = [source]
    if source.suffix.lower() == ".shp":
        companions = [one for one in source.parent.iterdir() if one.stem == source.stem]
    for one in companions:
        final = target.with_suffix(one.suffix.lower())
        if one.resolve() != final.resolve():
            aside = final.with_name(f"{final.name}.{os.getpid()}.en-cours")
            shutil.copyfile(one, aside)
            aside.replace(final)


def _write(dossier: Path, document: tomlkit.TOMLDocument) -> None:
    file = dossier / FICHIER
    aside = file.with_name(f"{FICHIER}.{os.getpid()}.en-cours")
    aside.write_text(_aired(tomlkit.dumps(document)), encoding="utf-8")
    aside.replace(file)


def _aired(text: str) -> str:
    """One blank line before each entry."""
    return re.sub(r"\n+\[\[donnees\]\]", "\n\n\n[[donnees]]", text)
