"""The town folders of a folder: which commune each is of today, and those that are left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Level, Problem, Refused
from coeurdeville.deployability.town import TownInventory, inventory_of
from coeurdeville.inventory.ville import FICHIER, FICTIONAL, Ville, open_ville
from coeurdeville.territories.communes import find

FOLDER_LEFT_OUT = Kind(
    "dossier-de-ville-ecarte",
    "Le dossier « {folder} » n’est pas compté : son inventaire n’est pas lisible, ou ne dit pas sa commune.",
    "Le vérifier : coeurdeville ville verifier {folder}.",
    Level.WARNING,
)
ENTRIES_LEFT_OUT = Kind(
    "donnees-de-ville-ecartees",
    "Dossier « {folder} » : {count_words} de l’inventaire, en erreur, ne comptent pas.",
    "Les corriger : coeurdeville ville verifier {folder}.",
    Level.WARNING,
)
COMMUNE_MERGED = Kind(
    "dossier-d-une-commune-reunie",
    "Le dossier « {folder} » porte le code {code}, qui relève aujourd’hui de {commune} : il compte pour elle.",
    'Écrire ce code dans ville.toml : commune = "{today}".',
    Level.WARNING,
)
COMMUNE_TWICE = Kind(
    "commune-en-double",
    "Le dossier « {folder} » est celui de la commune {commune}, qu’un autre dossier décrit déjà : il n’est pas compté.",
    "Ne garder qu’un dossier par commune.",
    Level.WARNING,
)
NO_FOLDER = Kind(
    "aucun-dossier-de-ville",
    "Aucun dossier de ville n’est dans « {folder} ».",
    "Donner un dossier qui contient des dossiers de villes, chacun avec son fichier ville.toml.",
    Level.WARNING,
)


def inventories_in(
    folder: Path, unread_of: Callable[[Ville], Mapping[str, str]] = lambda _: {}
) -> tuple[dict[str, TownInventory], tuple[Problem, ...]]:
    """Insee code -> inventory of every town folder of a folder, and what is wrong with those that are left out."""
    found: dict[str, TownInventory] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob(f"*/{FICHIER}")):
        try:
            ville = open_ville(path.parent)
            code, said = today_of(ville)
        except Refused as refused:
            problems += [FOLDER_LEFT_OUT(folder=path.parent, examples=[one.message for one in refused.problems])]
            continue
        problems += said
        if ville.ecartees:
            words = plural(len(ville.ecartees), "donnée")
            problems.append(ENTRIES_LEFT_OUT(folder=path.parent, count_words=words))
        if code in found:
            problems.append(COMMUNE_TWICE(folder=path.parent, commune=code))
        elif code:
            found[code] = inventory_of(ville, code, unread_of(ville))
        else:
            problems.append(FOLDER_LEFT_OUT(folder=path.parent))
    if not found and not problems:
        problems.append(NO_FOLDER(folder=folder))
    return found, tuple(problems)


def today_of(ville: Ville) -> tuple[str, tuple[Problem, ...]]:
    """The Insee code of today of a town folder, and what to say when it is not the one that it writes.

    Raises
    ------
    Refused
        When the code is that of no commune, of today or former.
    """
    if not ville.commune or ville.commune.startswith(FICTIONAL):
        return ville.commune, ()
    commune = find(ville.commune).commune
    if commune.code == ville.commune:
        return commune.code, ()
    said = COMMUNE_MERGED(folder=ville.dossier, code=ville.commune, commune=commune, today=commune.code)
    return commune.code, (said,)
