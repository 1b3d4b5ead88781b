"""What season 2, as the demonstration tells it, has left in the inventories of its towns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from coeurdeville.core.licences import LOV2
from coeurdeville.core.vintage import Vintage
from coeurdeville.demo.dossier import write_dossier
from coeurdeville.demo.town import DemoTown
from coeurdeville.inventory.donnee import Cooperation, Donnee, Statut
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Forme, Nature, Niveau, Ouverture

BEFORE: Final = date(2022, 2, 1)
"""Day of the inventories: the call opens a fortnight later."""
WITHOUT: Final[Mapping[str, tuple[str, ...]]] = {
    "00002": ("trees",), "00003": ("districts",), "00008": ("flood_zones",),
}  # fmt: skip
"""Insee code -> ids of the layers that the town has no file of: all towns cannot do the same."""
AUTHOR: Final = "correspondant données (fictif)"
SPECIES: Final = "https://livrables.demo.example/essences"
"""Where the first town has published the table of species that goes with its grid."""


def write_told(town: DemoTown, dossier: Path) -> Ville:
    """The folder of a town of the season, as `write_dossier` does: dated as it was told, with what the season left."""
    return write_dossier(town, dossier, BEFORE, WITHOUT.get(town.code, ()), _ENTRIES.get(town.code, ()))


def _opened(couche: str, titre: str, when: date, proof: str, adresse: str, detenteur: str, nature: Nature) -> Donnee:
    """Data that the town did not have at first, and that are published."""
    return Donnee(
        couche, couche, f"{titre} (fictif)", adresse=adresse, producteur=detenteur, detenteur=detenteur, nature=nature,
        licence=LOV2, millesime=Vintage(when, when), statuts=(
            Statut(BEFORE, Ouverture.ABSENTE, AUTHOR, "inventaire fait pour l’appel"),
            Statut(when, Ouverture.OUVERTE, AUTHOR, proof),
        ),
    )  # fmt: skip


_GAS = Donnee(
    "reseaux-souterrains", "reseaux-souterrains", "Réseaux enterrés (fictif)", detenteur="Délégataire du gaz (fictif)",
    nature=Nature.DELEGATAIRE, statuts=(
        Statut(BEFORE, Ouverture.SECURITE, AUTHOR, "lettre de refus", "plans de réseaux sensibles", "crpa-l311-5"),
        Statut(date(2023, 6, 1), Ouverture.CERCLE, AUTHOR, "clause ajoutée à la concession"),
    ),
    cooperations=(Cooperation("Délégataire du gaz (fictif)", Forme.CLAUSE, Nature.DELEGATAIRE,
                              "plans des rues à planter", "durée de la concession", "aucun"),),
)  # fmt: skip
_LAMPS = Donnee(
    "points-lumineux", "points-lumineux", "Points lumineux (fictif)", adresse="https://livrables.demo.example/lampes",
    producteur="Syndicat d’énergie (fictif)", detenteur="Syndicat d’énergie (fictif)", nature=Nature.SYNDICAT,
    niveau=Niveau.DEPARTEMENT, licence=LOV2, millesime=Vintage(date(2023, 9, 29), date(2023, 9, 29)), statuts=(
        Statut(BEFORE, Ouverture.CANDIDATE, AUTHOR, "engagement écrit du syndicat"),
        Statut(date(2023, 9, 29), Ouverture.OUVERTE, AUTHOR, "extraction publiée par le syndicat"),
    ),
    cooperations=(Cooperation("Syndicat d’énergie (fictif)", Forme.CONVENTION, Nature.SYNDICAT,
                              "mise à jour à chaque chantier", "", "aucun"),),
)  # fmt: skip
_COOL = Donnee(
    "lieux-frais", "lieux-frais", "Lieux frais (fictif)", detenteur="CCAS (fictif)", nature=Nature.CCAS,
    millesime=Vintage(date(2023, 1, 13), date(2023, 1, 13)), qualite="liste de 2023, que personne n’a tenue depuis",
    statuts=(
        Statut(BEFORE, Ouverture.ABSENTE, AUTHOR, "une liste papier, sans adresses"),
        Statut(date(2023, 1, 13), Ouverture.CANDIDATE, AUTHOR, "première étape de l’expérimentation"),
    ),
)  # fmt: skip
_NO_FLOOD = Donnee(
    "zones-inondables", "zones-inondables", "Zones inondables (fictif)", detenteur="Services de l’État (fictif)",
    nature=Nature.ETAT, statuts=(
        Statut(date(2024, 3, 4), Ouverture.ABSENTE, AUTHOR, "courriel des services de l’État : la rivière n’est dans "
               "aucune carte de crue"),
    ),
)  # fmt: skip
_ENTRIES: Final[Mapping[str, tuple[Donnee, ...]]] = {
    "00001": (
        _opened("traits-des-essences", "Aptitudes des essences", date(2023, 8, 24), "table publiée avec la grille",
                SPECIES, "Ville de Valmorin-sur-Aune", Nature.COMMUNE),
        _GAS,
    ),
    "00002": (_LAMPS,),
    "00004": (
        _opened("mesures-temperature", "Mesures de température", date(2024, 2, 16), "relevés de l’été, publiés sans "
                "l’adresse des habitants", "https://livrables.demo.example/temperatures",
                "Université et association d’habitants (fictives)", Nature.ASSOCIATION),
    ),
    "00005": (_COOL,),
    "00008": (_NO_FLOOD,),
    "00009": (
        _opened("traits-des-essences", "Aptitudes des essences", date(2024, 5, 17), "reprise de la table de "
                "Valmorin-sur-Aune", SPECIES, "Ville de Valmorin-sur-Aune (fictive)", Nature.COMMUNE),
    ),
}  # fmt: skip
