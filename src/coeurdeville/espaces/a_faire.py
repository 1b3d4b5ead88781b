"""What an inventory still lacks, in the order in which it is worth doing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coeurdeville.core.french import plain
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Ouverture

Manque = Callable[[Donnee], bool]
"""Whether something lacks in an entry."""


@dataclass(frozen=True)
class Etape:
    """Something to do for some entries."""

    cle: str
    """As the list of entries filters by it."""
    action: str
    """`Confirmer les colonnes`."""
    pourquoi: str
    nombre: int = 0
    """Entries concerned."""


MANQUES: Mapping[str, tuple[str, str, Manque]] = {
    "a-confirmer": (
        "Confirmer les colonnes reconnues",
        "Une colonne qui n’est pas confirmée n’entre dans aucun calcul.",
        lambda one: bool(one.correspondance.a_confirmer),
    ),
    "sans-statut": (
        "Dire si la donnée est ouverte",
        "Le statut daté dit ce qui est public, et pourquoi le reste ne l’est pas.",
        lambda one: one.statut is None,
    ),
    "sans-detenteur": (
        "Dire qui détient la donnée",
        "Sans détenteur, il n’y a personne à qui la demander.",
        lambda one: not one.tenue_par and one.ouverture is not Ouverture.ABSENTE,
    ),
    "sans-licence": (
        "Confirmer la licence des fichiers",
        "Sans licence confirmée, un résultat ne se publie pas en données ouvertes.",
        lambda one: bool(one.fichier) and one.licence is UNKNOWN,
    ),
    "sans-fichier": (
        "Obtenir les fichiers qui manquent",
        "Les demander à leur détenteur : la lettre est prête dans les demandes.",
        lambda one: not one.fichier and one.ouverture is not Ouverture.ABSENTE,
    ),
}
"""Key -> what to do, why, and of which entries."""


def a_faire(donnees: Sequence[Donnee]) -> list[Etape]:
    """The steps that concern at least one entry."""
    found = (Etape(key, action, why, sum(map(lacks, donnees))) for key, (action, why, lacks) in MANQUES.items())
    return [one for one in found if one.nombre]


def par_statut(donnees: Sequence[Donnee]) -> list[tuple[Ouverture, int]]:
    """Statuses that some entries have, with their number, in the order of the vocabulary."""
    counts = Counter(one.ouverture for one in donnees)
    return [(one, counts[one]) for one in Ouverture if counts[one]]


def choisies(
    donnees: Sequence[Donnee], texte: str = "", ouverture: str = "", acteur: str = "", manque: str = ""
) -> list[Donnee]:
    """The entries that answer to every filter that is given; a filter that is not known leaves all of them."""
    lacks = MANQUES[manque][2] if manque in MANQUES else None
    return [
        one
        for one in donnees
        if (not texte or _holds(one, texte))
        and ouverture in ("", one.ouverture)
        and acteur in ("", one.categorie)
        and (lacks is None or lacks(one))
    ]


def _holds(donnee: Donnee, texte: str) -> bool:
    """Whether the words of an entry hold a text, accents and case apart."""
    words = " ".join((donnee.titre, donnee.id, donnee.couche, donnee.detenteur, donnee.producteur, donnee.fichier))
    return plain(texte.strip()) in plain(words)
