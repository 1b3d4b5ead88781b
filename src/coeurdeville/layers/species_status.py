"""Legal and conservation status of species."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer


class SpeciesStatus(TableLayer):
    """Which taxa are protected, threatened, invasive, or too sensitive to be located."""

    id, slug, title = "species_status", "statuts-especes", "Statuts des espèces"
    competence = "donnees-nationales"
    words = ("statuts des especes", "especes protegees", "liste rouge")
    columns = (
        Column("taxon", "str", "Identifiant du taxon accepté", required=True, names=("cd_ref", "cd_nom", "specieskey")),
        Column("protected", "bool", "Protégée", names=("protegee", "protection")),
        Column("threatened", "bool", "Menacée", names=("menacee", "liste_rouge")),
        Column("invasive", "bool", "Exotique envahissante", names=("envahissante", "eee")),
        Column("sensitive", "bool", "Sensible", names=("sensible", "sensibilite")),
    )
