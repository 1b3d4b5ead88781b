"""The states of communes as a table that anybody can read again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from typing import TextIO

from coeurdeville.inventory.observatoire.obligation import obligation
from coeurdeville.inventory.observatoire.presence import Etat, Presence

COLUMNS = (
    "code_insee", "commune", "departement", "population", "obligation", "etat",
    "commune_portail", "commune_jeux_portail", "commune_datagouv", "commune_jeux_datagouv",
    "intercommunalite", "epci_portail", "epci_jeux_portail", "epci_datagouv", "epci_jeux_datagouv",
    "vu_le", "source",
)  # fmt: skip


def write_states(
    etats: Iterable[Etat], agents: Mapping[str, float], date: str, source: str, out: TextIO
) -> int:  # fmt: skip
    """One line for each commune, by code; an empty cell is not known. Returns how many lines."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    rows = [_row(etat, agents, date, source) for etat in sorted(etats, key=lambda one: one.commune.code)]
    table.writerows(rows)
    return len(rows)


def _row(etat: Etat, agents: Mapping[str, float], date: str, source: str) -> list[object]:
    town = etat.commune
    return [
        town.code, town.nom, town.departement.code, town.population, obligation(town.population, agents.get(town.code)),
        etat.libelle, *_cells(etat.elle_meme), town.epci.nom if town.epci else "", *_cells(etat.epci), date, source,
    ]  # fmt: skip


def _cells(presence: Presence | None) -> list[object]:
    if presence is None:
        return ["", "", "", ""]
    return [presence.portail, presence.jeux_portail, presence.datagouv, presence.jeux_datagouv]
