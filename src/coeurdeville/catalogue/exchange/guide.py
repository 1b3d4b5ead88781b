"""How our workbook is filled, in the words of its last sheet."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.catalogue.exchange.columns import Column
from coeurdeville.catalogue.exchange.sheets import CHECKS, COOPERATIONS, ENTRIES, STATUSES
from coeurdeville.core.french import spaced

GUIDE_HEADERS = ("feuille", "colonne", "ce qu’on y écrit", "choix")
GUIDE_WIDTHS = (18, 28, 70, 60)


def sentences() -> Iterator[str]:
    """What must be known before filling."""
    yield f"Feuille « {ENTRIES} » : une ligne par donnée, même absente ou fermée. Seul le titre est indispensable."
    yield f"Feuille « {STATUSES} » : une ligne par constat, daté ; on en ajoute sans effacer les anciens."
    yield f"Feuille « {COOPERATIONS} » : qui travaille avec qui sur cette donnée, et comment."
    yield f"Feuille « {CHECKS} » : ce que le logiciel a vérifié ; elle ne se remplit pas à la main."
    yield "Une cellule à liste montre ses choix quand on y entre ; ce qui n’y est pas est gardé comme texte et signalé."
    yield "Laisser vide ce qui n’est pas connu. Pas de nom ni d’adresse de personne : la fonction ou le service suffit."
    yield "Ce classeur est celui de la ville : il garde tout, noms et contacts compris. Ne pas le publier tel quel."
    yield "Les autres formes d’échange ne nomment pas les habitants et masquent téléphones et courriels de personnes."
    yield "Des colonnes peuvent être ajoutées : elles sont gardées avec la donnée."
    yield "Relire le classeur : coeurdeville inventaire importer DOSSIER FICHIER.xlsx"


def explained(sheet: str, column: Column) -> tuple[str, str, str, str]:
    """The line of a column in the table of explanations."""
    choices = " ; ".join(column.choices()) if column.choices else ("une date" if column.day else "texte libre")
    return sheet, column.header, spaced(column.note), spaced(choices)
