"""A cell of the matrix as the API tells it: everything that `deployability.records` says, and why a value lacks."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, Field

from coeurdeville.api.routes.shared import Missing
from coeurdeville.deployability.holders import holders_of
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.provider import Doubt, Place
from coeurdeville.deployability.records import record_of
from coeurdeville.deployability.resolver import State
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState, Why
from coeurdeville.deployability.words import of_holder
from coeurdeville.territories.commune import Commune


class Preuve(BaseModel):
    """A run that was kept."""

    calcul: str
    date: date
    confiance: str


class Fournisseur(BaseModel):
    """A way to have a layer."""

    couche: str
    lieu: Place
    cle: str = Field(description="Entrée de l’inventaire, ou nom de la source.")
    titre: str
    detenteur: str
    licence: str
    doutes: list[Doubt]
    il_manque: str
    millesime: str


class Raison(BaseModel):
    """A layer that the service asks for, and how it stands."""

    couche: str
    indispensable: bool
    raison: Why
    texte: str
    fournisseur: Fournisseur | None
    manquant: Missing


class Degre(BaseModel):
    """How far a result could be trusted."""

    degre: str
    raisons: list[str]


class Detenteur(BaseModel):
    """Who should be asked for a layer."""

    couche: str
    donnee: str
    detenteur: str
    nature: str
    acteur: str
    statut: str
    depuis: str
    pourquoi: str
    sur: bool
    texte: str


class Cellule(BaseModel):
    """One service in one town."""

    service: str
    titre: str
    decrit: bool
    etat: CellState
    etat_libelle: str
    prevision: CellState
    avec_les_fichiers_de_la_ville: State
    preuve: Preuve | None
    raisons: list[Raison]
    bloque_par: list[str]
    bloque_par_toutes: bool
    chiffres_perdus: list[str]
    confiance_au_mieux: Degre | None
    detenteurs: list[Detenteur]
    ensuite: list[str]
    manquant: Missing


def cellule(cell: Cell, town: TownInventory, commune: Commune | None, today: date) -> Cellule:
    """A cell with its reasons, who to ask, what to do next."""
    told = record_of(cell, town, commune, today)
    held = zip(told["detenteurs"], holders_of(cell, town, commune), strict=True)
    taken = ("service", "decrit", "etat", "prevision", "avec_les_fichiers_de_la_ville", "preuve", "bloque_par",
             "bloque_par_toutes", "chiffres_perdus", "confiance_au_mieux")  # fmt: skip
    return Cellule(
        **{key: told[key] for key in taken}, titre=cell.service.title, etat_libelle=cell.state.label,
        raisons=[_reason(one) for one in told["raisons"]],
        detenteurs=[Detenteur(**one, texte=of_holder(holder)) for one, holder in held],
        ensuite=[one["texte"] for one in told["ensuite"]], manquant=_missing(told),
    )  # fmt: skip


def _reason(told: dict[str, Any]) -> Raison:
    missing = {"fournisseur": "aucune source connue ne la donne"} if told["fournisseur"] is None else {}
    return Raison(**told, manquant=missing)


def _missing(told: dict[str, Any]) -> dict[str, str]:
    why = {
        "preuve": "aucun calcul gardé ne le prouve",
        "confiance_au_mieux": "le service ne tourne pas avec ce qui est connu, ou rien ne le calcule",
    }
    return {key: words for key, words in why.items() if told[key] is None}
