"""The inventories of the towns that have a space, and the matrix: kept in the process, made anew where they changed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from django.db.models import Exists, Max, OuterRef, Q

from coeurdeville.core.problems import Refused
from coeurdeville.deployability.assess import Assessor
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.proof import Proof
from coeurdeville.deployability.town import TownInventory, inventory_of
from coeurdeville.espaces.discretion import discreet_inventory
from coeurdeville.espaces.empreinte import empreinte
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Calcul, Edition, Espace, Etat
from coeurdeville.inventory.ville import open_ville
from coeurdeville.services.catalogue import all_services
from coeurdeville.territories.perimeter import programme

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)

Mark = tuple[str, int, int | None, bool]
"""Name, last revision, last run that came to its end, whether an edition is public: a town is read again when one of
them changes."""


@dataclass(frozen=True)
class _Town:
    """What was read of a town."""

    mark: Mark
    inventory: TownInventory | None
    proofs: Mapping[str, Proof]


@dataclass(frozen=True)
class _Known:
    """What this process has read."""

    marks: Mapping[str, Mark]
    towns: Mapping[str, _Town]
    matrix: Matrix
    public: Matrix
    """The same without what is known of the towns that have published nothing yet."""


@dataclass
class _Kept:
    """The only copy of a process, replaced as a whole."""

    folder: Path | None = None
    known: _Known | None = None
    lock: Lock = field(default_factory=Lock)
    assessor: Assessor = field(default_factory=Assessor)


_KEPT = _Kept()


def inventaires() -> Mapping[str, TownInventory]:
    """Insee code -> inventory of the last revision of each town. One query when nothing changed."""
    return _known().matrix.inventories


def matrice() -> Matrix:
    """Every service in the communes of the programme and in those that published, by Insee code.

    A town that has published nothing counts as one without folder: its inventory is its own until then. Inventories
    name no person.
    """
    return _known().public


def matrice_interne() -> Matrix:
    """The same with all that the spaces know, for those who may see them."""
    return _known().matrix


def _known() -> _Known:
    folder, marks = depot("").folder, _marks()
    with _KEPT.lock:
        former = _KEPT.known if _KEPT.folder == folder else None
        if former is None or former.marks != marks:
            former = _read(marks, former.towns if former else {})
            _KEPT.folder, _KEPT.known = folder, former
        return former


def _marks() -> dict[str, Mark]:
    last = Max("calculs__pk", filter=Q(calculs__etat=Etat.FAIT))
    public = Exists(Edition.objects.filter(espace=OuterRef("pk"), publiee_le__isnull=False, retiree_le__isnull=True))
    rows = Espace.objects.order_by("commune").annotate(dernier=last, publique=public)
    return {code: (nom, revision, run, shown) for code, nom, revision, run, shown in
            rows.values_list("commune", "nom", "revision", "dernier", "publique")}  # fmt: skip


def _read(marks: Mapping[str, Mark], former: Mapping[str, _Town]) -> _Known:
    runs = Calcul.objects.in_bulk([mark[2] for code, mark in marks.items() if mark[2] and _new(code, mark, former)])
    towns = {code: _town(code, mark, runs.get(mark[2] or 0)) if _new(code, mark, former) else former[code]
             for code, mark in marks.items()}  # fmt: skip
    shown = {code: _shown(one) for code, one in towns.items() if one.mark[3]}
    return _Known(marks, towns, _matrix(towns), _matrix(shown))


def _shown(town: _Town) -> _Town:
    """What anybody may read of a town."""
    return town if town.inventory is None else replace(town, inventory=discreet_inventory(town.inventory))


def _matrix(towns: Mapping[str, _Town]) -> Matrix:
    """Of the programme and of these towns, with what is known of them; both matrices share their verdicts."""
    inventories = {code: one.inventory for code, one in towns.items() if one.inventory is not None}
    proofs = {(code, slug): proof for code, one in towns.items() for slug, proof in one.proofs.items()}
    services = tuple(all_services().values())
    return Matrix(sorted({*programme(), *towns}), services, inventories, proofs, assessor=_KEPT.assessor)


def _new(code: str, mark: Mark, former: Mapping[str, _Town]) -> bool:
    return code not in former or former[code].mark != mark


def _town(code: str, mark: Mark, run: Calcul | None) -> _Town:
    """A town whose folder cannot be read counts as one without folder: it is logged, and stops no page."""
    name, number, _, _ = mark
    if not number:
        return _Town(mark, None, {})
    try:
        kept = depot(code)
        ville = open_ville(kept.ouvrir(number))
        revision = kept.revision(number)
        valid = run is not None and run.empreinte == empreinte(revision, ville)
        unread = run.illisibles if run is not None and valid else {}
        proofs = _proofs(run) if run is not None and valid else {}
        return _Town(mark, inventory_of(ville, code, unread), proofs)
    except (OSError, Refused, StopIteration):
        logger.exception("the folder of %s (%s) cannot be read", name, code)
        return _Town(mark, None, {})


def _proofs(run: Calcul) -> dict[str, Proof]:
    return {slug: Proof(one["cle"], date.fromisoformat(one["jour"]), one["confiance"])
            for slug, one in run.preuves.items()}  # fmt: skip
