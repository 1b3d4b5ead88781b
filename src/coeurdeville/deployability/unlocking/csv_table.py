"""The sets that unlock most, as a CSV file: one line for each."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from coeurdeville.core.formulas import harmless
from coeurdeville.deployability.unlocking.best_sets import Unlocking
from coeurdeville.deployability.unlocking.words import of_way

COLUMNS = ("nombre", "donnees", "titres", "lecteur_a_ecrire", "par_qui", "services_dans_les_communes",
           "dont_calcules", "dont_decrits", "communes", "habitants", "habitants_par_service", "services",
           "optimum_prouve", "valeur", "borne", "ex_aequo", "donnees_qui_changent")  # fmt: skip


def write_csv(sets: Iterable[Unlocking], target: TextIO) -> None:
    """Write every set. Lists are separated by ` | `; `valeur` and `borne` are in the unit of the goal.

    `ex_aequo` is empty when not every set was tried.
    """
    written = csv.writer(target, lineterminator="\r\n")
    written.writerow(COLUMNS)
    for one in sets:
        written.writerow([harmless(cell) for cell in _cells(one)])


def _cells(one: Unlocking) -> Iterator[str]:
    yield str(len(one.layers))
    yield " | ".join(layer.slug for layer in one.layers)
    yield " | ".join(layer.title for layer in one.layers)
    yield " | ".join(layer.slug for layer in one.unread)
    yield " | ".join(f"{way.layer.slug}, {of_way(way)} : {towns}" for way, towns in one.holders)
    for count in (one.cells, one.computed, one.described, one.towns, one.inhabitants, one.served):
        yield str(count)
    yield " | ".join(service.slug for service in one.services)
    yield "oui" if one.exact else "non"
    yield str(one.value)
    yield str(one.bound)
    yield "" if one.as_good is None else str(one.as_good)
    yield " | ".join(layer.slug for layer in one.varying)
