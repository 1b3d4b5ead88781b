"""Risks that the State records for a commune."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer


class RecordedRisks(TableLayer):
    """Natural and technological risks of one commune, by number: two digits name a risk, those that follow a detail.

    `113` is a detail of `11`, which may not be recorded itself. Recorded means known to the State for the commune,
    not that all of its ground is exposed; not recorded does not mean that there is none.
    """

    id, slug, title = "recorded_risks", "risques-recenses", "Risques recensés"
    competence = "donnees-nationales"
    words = ("risques recenses", "risques majeurs", "gaspar")
    columns = (
        Column("number", "str", "Numéro du risque", required=True, names=("num_risque", "numero")),
        Column("name", "str", "Risque", required=True, names=("libelle_risque_long", "libelle_risque")),
        Column("main", "str", "Numéro du risque principal", names=("num_risque_principal",)),
        Column("seismic_zone", "str", "Zone de sismicité", names=("zone_sismicite",)),
    )
