"""Every figure of a diagnostic as rows, each with what it must be cited with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, Field

from coeurdeville.api.routes.shared import Missing
from coeurdeville.espaces.diagnostics import Diagnostic
from coeurdeville.espaces.lieux import editions

KEPT = 32
"""Diagnostics whose rows a process keeps."""


class Chiffre(BaseModel):
    """A figure of a zone."""

    service: str
    indicateur: str = Field(description="Nom stable de l’indicateur.")
    titre: str
    unite: str
    zonage: str = Field(description="`commune`, `quartier`, `carré de 200 m`.")
    zone: str
    modalite: str = Field(description="Ce que le service distingue, comme un scénario de crue ; vide : rien.")
    categorie: str = Field(description="Part d’une répartition, comme une espèce ; vide : un seul chiffre.")
    parametre: str = Field(description="Autre valeur d’un réglage, `nom=valeur` ; vide : les réglages habituels.")
    valeur: float | None
    part_couverte: float | None = Field(description="Part de la zone où il est connu, en %.")
    confiance: str | None = Field(description="`A`, `B` ou `C`.")
    sources: list[str] = Field(description="Titre, producteur et licence de chaque donnée.")
    donnees_du: date | None = Field(description="Premier jour que les données décrivent.")
    donnees_au: date | None = Field(description="Dernier jour que les données décrivent.")
    licence: str | None = Field(description="Code de la licence du chiffre.")
    methode: str = Field(description="La publication.")
    calcule_le: date
    manquant: Missing


UNDATED = "une donnée au moins ne dit pas sa date"
UNCOVERED = "sans contour de la commune, la part connue ne se mesure pas"


def figures_of(found: Diagnostic) -> tuple[Chiffre, ...]:
    """The rows of a diagnostic, in its own order. Kept: they never change."""
    files = found.files
    return _kept(files.commune, files.identifiant, files.folder.stat().st_mtime_ns)


@lru_cache(KEPT)
def _kept(commune: str, identifiant: str, _state: int) -> tuple[Chiffre, ...]:
    files = editions().get(commune, identifiant)
    return () if files is None else tuple(_rows(files.summary))


def _rows(summary: Mapping[str, Any]) -> Iterator[Chiffre]:
    for service in summary["services"]:
        cited = _cited(service, summary["date"])
        named = {one["nom"]: one for one in service["indicateurs"]}
        for told in service["chiffres"]:
            yield _row(told, named[told["indicateur"]], cited)


def _cited(service: Mapping[str, Any], day: str) -> dict[str, Any]:
    """What every figure of a service is cited with; null where it was not computed."""
    origins = [used["origine"] for used in service["couches_utilisees"]]
    spans = [one["millesime"] for one in origins]
    dated = bool(spans) and all(spans)
    grade, licence = service["confiance"], service["licence"]
    return {
        "service": service["nom"],
        "confiance": grade and grade["note"],
        "sources": [_source(one) for one in origins],
        "donnees_du": min(span["debut"] for span in spans) if dated else None,
        "donnees_au": max(span["fin"] for span in spans) if dated else None,
        "licence": licence and licence["code"],
        "methode": service["methode"]["citation"],
        "calcule_le": day,
        "raison": service["raison"],
    }


def _source(origin: Mapping[str, Any]) -> str:
    return ", ".join((origin["titre"], origin["producteur"] or "producteur inconnu", origin["licence"]["titre"]))


def _row(told: Mapping[str, Any], named: Mapping[str, Any], cited: Mapping[str, Any]) -> Chiffre:
    made = {
        **{key: value for key, value in cited.items() if key != "raison"},
        **{key: told[key] for key in ("indicateur", "zonage", "zone", "valeur", "part_couverte")},
        **{key: told[key] or "" for key in ("modalite", "categorie", "parametre")},
        "titre": named["titre"],
        "unite": named["unite"],
    }
    why = {"valeur": told["raison"], "part_couverte": UNCOVERED, "donnees_du": UNDATED, "donnees_au": UNDATED}
    missing = {key: cited["raison"] or why.get(key) or "sans objet" for key, value in made.items() if value is None}
    return Chiffre.model_validate({**made, "manquant": missing})
