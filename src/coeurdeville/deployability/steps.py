"""What to do next in a town for a service: commands where the software does it, sentences where people do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coeurdeville.core.french import spaced
from coeurdeville.deployability.holders import NATIONAL
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.resolver import State
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState, Reason, Why
from coeurdeville.deployability.words import named
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.services.contract.described import Described
from coeurdeville.sources.catalogue import sheets
from coeurdeville.territories.coverage import zone_of

NO_FOLDER = "<dossier>"
"""Stands for the town folder that the user has not made yet."""


@dataclass(frozen=True)
class Step:
    """One thing to do."""

    text: str
    command: str = ""
    """What to type; empty when it is done by people."""


def next_steps(cell: Cell, town: TownInventory) -> tuple[Step, ...]:
    """What to do, in order, until the service runs as well as it can be hoped to.

    Nothing when there is nothing to run: a described service whose data are all there.
    """
    folder = NO_FOLDER if town.dossier is None else str(town.dossier)
    return (*_until_it_runs(cell, town, folder), *_run(cell, folder), *_further(cell, town, folder))


def asks(cell: Cell, town: TownInventory) -> tuple[str, ...]:
    """What the inventory makes possible for the layers that lack, in sentences for people who type no command."""
    lacking = (one for one in cell.verdict.reasons if one.why in (Why.ABSENT, Why.DOUBTED))
    found = (step.text for reason in lacking for step in _of_inventory(reason, town, NO_FOLDER))
    return tuple(dict.fromkeys(found))


def _run(cell: Cell, folder: str) -> Iterator[Step]:
    """The computation itself, where there is one and it has not been made."""
    if cell.verdict.runs and cell.state is not CellState.PROVEN and not isinstance(cell.service, Described):
        yield Step("Calculer le service.", f"coeurdeville service lancer {cell.service.slug} {folder}")


def _further(cell: Cell, town: TownInventory, folder: str) -> Iterator[Step]:
    """Of a service that runs: the improvements of which the inventory knows a holder."""
    if cell.verdict.runs:
        for reason in cell.verdict.reasons:
            if reason.why in (Why.ABSENT, Why.DOUBTED):
                yield from _of_inventory(reason, town, folder)


def _until_it_runs(cell: Cell, town: TownInventory, folder: str) -> Iterator[Step]:
    verdict = cell.verdict
    if town.dossier is None and verdict.now is State.BLOCKED:
        yield Step("Créer le dossier de la ville.", f"coeurdeville ville creer {folder} --commune {cell.commune}")
    for reason in verdict.reasons:
        if reason.why in (Why.HAD, Why.STANDS_IN) and reason.provider and reason.provider.place is Place.SOURCE:
            yield Step(spaced(f"Demander « {reason.provider.title} » à sa source."),
                       f"coeurdeville source chercher {folder} {reason.provider.key} --en-ligne")  # fmt: skip
    for reason in verdict.reasons:
        if reason.layer in verdict.blocking:
            yield from _bring(reason, cell, town, folder)


def _bring(reason: Reason, cell: Cell, town: TownInventory, folder: str) -> Iterator[Step]:
    """How to bring a layer that blocks: settle what is doubted, ask its holder, else look for it."""
    if reason.provider is not None:
        yield from _settle(reason.provider, folder)
    yield from _of_inventory(reason, town, folder)
    local = reason.provider is None or reason.layer.competence != NATIONAL
    if local and zone_of(cell.commune) and not town.told.get(reason.layer):
        yield Step(
            f"Chercher si {named(reason.layer)} est déjà publiée ici.",
            f"coeurdeville inventaire decouvrir {cell.commune} --en-ligne",
        )
        yield _ask(f"Sinon, écrire à qui détient {named(reason.layer)}.", folder, reason.layer.slug)


def _of_inventory(reason: Reason, town: TownInventory, folder: str) -> Iterator[Step]:
    """What the inventory of the town makes possible: to ask the holder, else to produce what does not exist."""
    for donnee in town.told.get(reason.layer, ()):
        if donnee.ouverture is Ouverture.ABSENTE:
            verb = "Produire" if reason.provider is None else "À défaut, produire"
            yield Step(spaced(f"{verb} {named(reason.layer)} : l’inventaire dit que la ville n’en a pas."))
        elif not donnee.fichier and donnee.ouverture is not Ouverture.OUVERTE:
            yield _ask(f"Écrire à qui détient {named(reason.layer)}.", folder, donnee.id)


def _ask(text: str, folder: str, entry: str) -> Step:
    return Step(text, f"coeurdeville inventaire demander {folder} {entry}")


def _settle(provider: Provider, folder: str) -> Iterator[Step]:
    """What lifts the doubts of a provider."""
    if Doubt.UNREADABLE in provider.doubts:
        yield Step(spaced(f"Remplacer le fichier de « {provider.title} », ou corriger son entrée."),
                   f"coeurdeville ville verifier {folder}")  # fmt: skip
    if Doubt.COVERAGE in provider.doubts:
        yield Step(spaced(f"Vérifier que « {provider.title} » couvre la commune : {provider.lacking}."))
    if isinstance(provider.layer, Awaited):
        yield Step(spaced(f"Attendre que le logiciel sache lire {named(provider.layer)}."))
    elif provider.place is Place.SOURCE:
        yield Step(
            spaced(f"Obtenir « {provider.title} » chez son producteur : {sheets()[provider.key].page}"),
            _add(provider.layer, folder),
        )
    elif provider.place is Place.PUBLISHED:
        yield Step(spaced(f"Télécharger « {provider.title} » à l’adresse que donne l’inventaire."),
                   _add(provider.layer, folder))  # fmt: skip


def _add(layer: DataKind, folder: str) -> str:
    return f"coeurdeville ville ajouter {folder} <fichier> --couche {layer.slug}"
