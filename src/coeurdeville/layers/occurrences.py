"""Observations of species."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.vector import POINT, VectorLayer


class Occurrences(VectorLayer):
    """A species seen, where and when. Observers are never kept."""

    id, slug, title, geometry = "occurrences", "observations", "Observations d’espèces", POINT
    competence = "associations-naturalistes"
    words = ("observations naturalistes", "faune", "flore", "especes", "atlas de la biodiversite")
    scope = "observations transmises, sans protocole commun"
    dated = "seen"
    columns = (
        Column("taxon", "str", "Identifiant du taxon accepté", required=True,
               names=("cd_ref", "cd_nom", "specieskey", "acceptedtaxonkey", "taxonkey", "taxonid", "nom_cite")),
        Column("name", "str", "Nom scientifique",
               names=("nom_cite", "species", "nom_valide", "scientificname", "nom_scientifique", "lb_nom")),
        Column("group", "str", "Groupe", names=("groupe", "group2_inpn", "group1_inpn", "class", "classe", "kingdom")),
        Column("seen", "date", "Date",
               names=("date", "date_debut", "date_min", "eventdate", "date_observation", "date_obs")),
        Column("uncertainty", "float", "Imprécision", "m", minimum=0, maximum=1_000_000,
               names=("precision", "precision_geometrie", "precision_geographique", "coordinateuncertaintyinmeters",
                      "imprecision")),
        Column("count", "int", "Individus", minimum=0, maximum=10_000_000,
               names=("nombre_min", "individualcount", "nombre", "effectif")),
    )  # fmt: skip
