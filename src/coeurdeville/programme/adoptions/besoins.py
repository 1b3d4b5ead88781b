"""A card against the folder of one town: what it has, what it lacks and who holds it, or why it is outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from coeurdeville.deployability.assess import Assessor
from coeurdeville.deployability.holders import Holder, holders_of
from coeurdeville.deployability.matrix import Cell, Matrix
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState, Reason, Why
from coeurdeville.deployability.words import of_holder, of_reason
from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.inventaires import matrice_interne
from coeurdeville.layers.catalogue import DataKind, kinds
from coeurdeville.programme.cas_usage import fiche as card
from coeurdeville.programme.cas_usage.fiche import Fiche
from coeurdeville.programme.evaluations.perimetre import contraintes, hors
from coeurdeville.programme.models import Condition
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Described, Sort
from coeurdeville.territories.commune import Commune

HAS: Final = (Why.HAD, Why.STANDS_IN)
RUNS: Final = (CellState.POSSIBLE, CellState.DEGRADED, CellState.PROVEN)
SENS: Final = {Why.HAD: "ok", Why.STANDS_IN: "ok", Why.DOUBTED: "partial", Why.ASKABLE: "partial", Why.ABSENT: "wrong"}
MOTS: Final = {
    Why.HAD: "la ville l’a", Why.STANDS_IN: "une autre en tient lieu", Why.DOUBTED: "à vérifier",
    Why.ASKABLE: "à demander", Why.ABSENT: "manque",
}  # fmt: skip


@dataclass(frozen=True)
class Ligne:
    """One layer of the card in the town."""

    couche: str
    titre: str
    indispensable: bool
    etat: str
    sens: str
    """Badge of the site."""
    dit: str
    """Who gives it, or why it is not sure."""
    detenteurs: tuple[str, ...]
    """Who holds what lacks, in words."""
    lettre: str
    """End of the address of a letter to ask for it: entry of the inventory, or layer; empty when nothing lacks."""


@dataclass(frozen=True)
class Besoins:
    """A card in a town."""

    hors: str
    """The condition that puts the town outside; empty when it is inside."""
    lignes: Sequence[Ligne]
    contraintes: Sequence[str]
    """To be checked on the spot."""
    remplit: bool
    """Whether it is inside and has for sure all that is indispensable."""

    @property
    def manquantes(self) -> Sequence[Ligne]:
        """The indispensable layers that are not sure."""
        return [one for one in self.lignes if one.indispensable and one.sens != "ok"]


@dataclass(frozen=True)
class Terrain:
    """A town as cards are tried on it: read once for all of them."""

    commune: str
    lieu: Commune | None
    """None when nothing but its code is known."""
    inventaire: TownInventory
    matrice: Matrix


def terrain(commune: str) -> Terrain:
    """The town of a code, with all that its own space knows. Two queries at most."""
    whole = matrice_interne()
    held = whole.inventories.get(commune) or TownInventory(commune)
    return Terrain(commune, communes_de([commune]).get(commune), held, whole)


def besoins(fiche: Fiche, ville: Terrain) -> Besoins:
    """What a published card asks of a town, as its own folder and the national sources stand. No query."""
    cell = _cell(fiche, ville)
    known = None if ville.lieu is None or not ville.lieu.population else ville.lieu
    held = _by_layer(holders_of(cell, ville.inventaire, known))
    conditions = _conditions(fiche)
    outside = hors(conditions, ville.commune, ville.lieu)
    lines = [_line(one, ville.inventaire, held) for one in cell.verdict.reasons]
    return Besoins(outside, lines, contraintes(conditions), not outside and cell.state in RUNS)


def _cell(fiche: Fiche, ville: Terrain) -> Cell:
    whole = ville.matrice
    alone = Matrix([ville.commune], (), whole.inventories, {}, whole.national, Assessor())
    return alone.cell(ville.commune, _service(fiche))


def _service(fiche: Fiche) -> Described:
    """The layers of the card as those of a described service; what the service of the registry asks for adds to them.

    Indispensable: those of the conditions, else those that the card says are, and the needs of the service.
    """
    service = all_services().get(fiche.service)
    stated = [one.couche for one in fiche.conditions if one.nature == Condition.Nature.DONNEE]
    needed = stated or [one.couche for one in fiche.donnees if one.indispensable]
    useful = [one.couche for one in fiche.donnees]
    own, others = (service.needs.values(), service.layers.values()) if service else ((), ())
    needs = _layers([*needed, *(kind.slug for kind in own)])
    better = _layers([one for one in (*useful, *(kind.slug for kind in others)) if one not in _slugs(needs)])
    theme = Theme(fiche.theme) if fiche.theme in set(Theme) else Theme.CLIMATE
    name = f"cas-{'-'.join((*needs, '', *better))}"
    return Described(name, name, fiche.titre, "", theme, Sort.PRACTICE, needs, better, {}, (), (), (), (), "")


def _slugs(layers: Mapping[str, DataKind]) -> set[str]:
    return {kind.slug for kind in layers.values()}


def _layers(slugs: Sequence[str]) -> dict[str, DataKind]:
    """Each layer once, under one name, whatever the argument of a service calls it."""
    return {slug.replace("-", "_"): kinds()[slug] for slug in slugs if slug in kinds()}


def _conditions(fiche: Fiche) -> list[Condition]:
    """Those of the card as the rules of redeployment read them."""
    return [_kept(one) for one in fiche.conditions]


def _kept(one: card.Condition) -> Condition:
    return Condition(nature=one.nature, texte=one.texte, couche=one.couche, minimum=one.minimum, maximum=one.maximum,
                     perimetre=one.perimetre)  # fmt: skip


def _by_layer(holders: Sequence[Holder]) -> Mapping[DataKind, list[Holder]]:
    found: dict[DataKind, list[Holder]] = {}
    for one in holders:
        found.setdefault(one.layer, []).append(one)
    return found


def _line(reason: Reason, town: TownInventory, held: Mapping[DataKind, list[Holder]]) -> Ligne:
    layer = reason.layer
    holders = [] if reason.why in HAS else held.get(layer, [])
    entry = next((one.entry for one in holders if one.entry), layer.slug)
    return Ligne(
        layer.slug, layer.title, reason.need, MOTS[reason.why], SENS[reason.why],
        of_reason(reason, telling(layer, town)), tuple(map(of_holder, holders)), "" if reason.why in HAS else entry,
    )  # fmt: skip
