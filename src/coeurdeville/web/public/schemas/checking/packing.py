"""The package to publish of a repaired file: what must be said of the dataset, then one file to drop on a portal."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coeurdeville.catalogue.dataset import LeftOut
from coeurdeville.catalogue.opening import write_package
from coeurdeville.catalogue.told import NEEDED, dataset_told
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LICENCES
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.schemas.catalogue import schema
from coeurdeville.territories.territory import Territory
from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.mending import OUTCOME, table_name
from coeurdeville.web.public.schemas.checking.report import territory_told

PACKAGE = "paquet.zip"
LACKING = Kind("paquet-a-completer", "Il manque : {what}.", "Remplir ce champ.")
NO_TOWN = Kind(
    "paquet-sans-commune",
    "La commune que couvrent les données n’est pas dite.",
    "L’indiquer sur la page du rapport, sous « Changer de schéma ou de commune ».",
)


@dataclass(frozen=True)
class Asked:
    """One thing to say of the dataset."""

    name: str
    label: str
    hint: str
    needed: bool
    choices: tuple[str, ...] = ()
    long: bool = False


ASKED = (
    Asked("titre", "Titre", "Nommer les données et la ville : Arbres d’alignement de Redon.", needed=True),
    Asked("description", "Description", "Deux ou trois phrases.", needed=True, long=True),
    Asked("producteur", "Qui a produit les données", "Nom officiel de la collectivité.", needed=True),
    Asked("siret", "SIRET du producteur", "Quatorze chiffres.", needed=False),
    Asked("licence", "Licence", "", needed=True, choices=tuple(one.title for one in LICENCES.values() if one.open)),
    Asked("millesime", "Millésime", "Une année (2026), deux années (2025-2026) ou une date (23/11/2026).", needed=True),
    Asked("frequence", "Mise à jour", "", needed=False, choices=tuple(Frequency)),
    Asked("mots_cles", "Mots-clés", "Séparés par des virgules.", needed=True),
    Asked("service", "Service à contacter", "Un service, pas une personne : Service des espaces verts.", needed=True),
    Asked("contact", "Adresse du service", "Adresse électronique du service, ou page d’un formulaire.", needed=True),
    Asked("page", "Page du jeu de données", "Adresse https:// ; à défaut, celle de la collectivité.", needed=True),
    Asked("methode", "Méthode", "Comment les données ont été faites.", needed=False, long=True),
)


def pack(kept: Kept, post: Mapping[str, str]) -> None:
    """Make the package, in a ZIP.

    Raises
    ------
    Refused
        Everything that lacks or cannot be read, and what keeps the dataset from being published.
    """
    said = {one.name: post.get(one.name, "").strip()[:2000] for one in ASKED}
    state = kept.state
    territory = territory_told(state)
    lacking = list(_lacking(said, territory))
    if lacking or territory is None:
        raise Refused(lacking)
    outcome: dict[str, Any] = kept.told(OUTCOME)
    described = schema(state.schema).schema
    left_out = [LeftOut(one["colonne"], one["pourquoi"]) for one in outcome["personnes"] if one["entiere"]]
    dataset = dataset_told(
        said, described, territory, rows=outcome["lignes"], columns=outcome["colonnes"], left_out=left_out
    )
    folder = kept.result("paquet")
    paths = write_package(folder, dataset, kept.result(table_name(state.schema)).read_bytes(), described)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.write(path, f"{dataset.id}/{path.name}")
    kept.put(PACKAGE, packed.getvalue())


def _lacking(said: Mapping[str, str], territory: Territory | None) -> Iterator[Problem]:
    for one in ASKED:
        if one.name in NEEDED and not said[one.name]:
            yield LACKING(what=one.label.lower())
    if territory is None:
        yield NO_TOWN()
