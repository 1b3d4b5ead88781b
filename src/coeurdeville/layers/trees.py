"""Trees: one point each."""

from __future__ import annotations

from typing import Any

import numpy as np

from coeurdeville.core.problems import Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.recognition import State, Tags
from coeurdeville.layers.contract.vector import POINT, VectorLayer

THICKEST = 6.0
"""Median ratio of trunk diameter [cm] to height [m] above which diameters are not believed."""


class Trees(VectorLayer):
    """Individual trees, from a town's inventory, OpenStreetMap or lidar detection."""

    id, slug, title, geometry = "trees", "arbres", "Arbres", POINT
    competence = "arbres-alignement"
    words = ("arbres", "arbre", "patrimoine arbore", "arbres d alignement", "inventaire des arbres")
    scope = "arbres inventoriés, pour l’essentiel publics"
    bounded, dated = True, "recorded"
    osm = (Tags("natural", frozenset({"tree"})),)
    state = State(
        names=("etat", "etat_arbre", "statut", "fk_arb_etat", "situation_arbre", "presence"),
        gone=(
            "abattu",
            "supprime",
            "essouche",
            "remplace",
            "arrache",
            "coupe",
            "souche",
            "mort",
            "disparu",
            "enleve",
            "non essouche",
        ),
        end_dates=("dte_abattage", "date_abattage", "date_suppression", "date_coupe"),
    )
    columns = (
        Column("species", "str", "Espèce", names=("essence", "nom_latin", "nom_scientifique", "genre_espece", "taxon",
                                                  "espece", "libelle_essence", "fk_nomtech", "nomlatin", "nom_usage",
                                                  "nomfrancais", "nom_francais", "essencefra")),
        Column("genus", "str", "Genre", names=("genre", "genus")),
        Column("family", "str", "Famille", names=("famille",)),
        Column("height", "float", "Hauteur totale", "m", minimum=0, maximum=70,
               names=("hauteur", "haut_tot", "haut_m", "hauteur_m", "hauteur_totale", "hauteurarbre")),
        Column("trunk", "float", "Diamètre du tronc", "cm", minimum=0, maximum=500,
               names=("diametre", "tronc_diam", "diametre_tronc", "diam_tronc", "diam_cm", "dbh")),
        Column("girth", "float", "Tour du tronc", "cm", minimum=0, maximum=1570,
               names=("circonference", "circ_cm", "circonference_cm", "circ", "tour_tronc", "circumference")),
        Column("crown_radius", "float", "Rayon du houppier", "m", minimum=0, maximum=25,
               names=("rayon_houppier", "rayon_couronne")),
        Column("crown_width", "float", "Largeur du houppier", "m", minimum=0, maximum=50,
               names=("houppier", "diam_houppier", "diametre_houppier", "largeur_houppier", "diameter_crown")),
        Column("stage", "str", "Stade de développement",
               values=("jeune", "jeune adulte", "adulte", "mature", "sénescent"),
               synonyms=(("vieux", "mature"), ("âgé", "mature"), ("vieillissant", "mature")),
               names=("stade", "stadedev", "fk_stadedev", "stade_developpement", "stadedeveloppement")),
        Column("planted", "int", "Année de plantation", minimum=1500, maximum=2100, year=True,
               names=("annee_plantation", "plantation", "dte_plantation", "date_plantation", "an_plantation")),
        Column("district", "str", "Quartier noté",
               names=("quartier", "clc_quartier", "nom_quartier", "secteur_quartier", "arrondissement")),
        Column("remarkable", "bool", "Arbre remarquable", names=("remarquable", "arbre_remarquable")),
        Column("recorded", "date", "Date du relevé",
               names=("date_releve", "created_date", "date_maj", "date_observation", "dte_releve")),
    )  # fmt: skip

    @classmethod
    def doubts(cls, frame: Any) -> dict[str, str]:
        """A trunk that is too thick for the height of its tree is likely a girth: proposed, never assumed."""
        if not {"trunk", "height"} <= set(frame):
            return {}
        known = (frame["trunk"] > 0) & (frame["height"] > 0)
        ratio = (frame["trunk"][known] / frame["height"][known]).median()
        if not ratio > THICKEST:
            return {}
        mean = frame["trunk"][known].mean()
        return {
            "trunk": f"{mean:.0f} cm en moyenne pour des arbres de {frame['height'][known].mean():.0f} m\u00a0: "
            "peut-être un tour. Ce serait alors la colonne « Tour du tronc »"
        }

    @classmethod
    def complete(cls, frame: Any, origin: Origin) -> tuple[Any, Origin, list[Problem]]:
        """Species, genus and family identified from what is written; diameters and radii from girths and widths."""
        from coeurdeville.layers.reference.taxa import identify

        said: list[Problem] = []
        if "girth" in frame:
            _fill(frame, "trunk", frame["girth"] / np.pi)
        if "crown_width" in frame:
            _fill(frame, "crown_radius", frame["crown_width"] / 2)
        for name in (column for column in ("height", "trunk", "crown_radius") if column in frame):
            frame[name] = frame[name].where(frame[name] > 0)
        if "species" in frame or "genus" in frame:
            found = identify(_written(frame))
            for rank in ("species", "genus", "family"):
                frame[rank] = np.where(getattr(found, rank) == "", None, getattr(found, rank))
            said.extend(found.problems)
        return frame, origin, said


def _written(frame: Any) -> Any:
    """What is written of each tree: its species, else its genus; a species without its genus is joined to it."""
    species, genus = (frame[name].to_numpy(dtype=object) if name in frame else None for name in ("species", "genus"))
    if species is None:
        return genus
    if genus is None:
        return species
    return np.array([_joined(one, other) for one, other in zip(species, genus, strict=True)], dtype=object)


def _joined(species: Any, genus: Any) -> Any:
    if not isinstance(species, str):
        return genus
    alone = " " not in species.strip() and species.islower() and isinstance(genus, str)
    return f"{genus} {species}" if alone else species


def _fill(frame: Any, name: str, values: Any) -> None:
    frame[name] = frame[name].fillna(values) if name in frame else values
