"""Towns that join a group and leave it, and who may read and write there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coeurdeville.comptes.roles import PAIR
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.espaces.ouverts import noms
from coeurdeville.programme.droits import coordination
from coeurdeville.programme.models import Adhesion, Experimentation

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Groupe

NOT_PAIR = Kind(
    "adhesion-reservee-au-binome",
    "Seul le binôme d’une ville peut la faire entrer dans un groupe, ou l’en sortir.",
    "Le demander à son référent métier ou à son correspondant données.",
)
CLOSED = Kind(
    "groupe-ferme",
    "Ce groupe n’est ouvert qu’aux villes de la saison qui expérimentent.",
    "Écrire à la coordination pour le suivre autrement.",
)


def rejoindre(groupe: Groupe, commune: str, acteur: Utilisateur) -> Adhesion:
    """Make a town a member. Nothing more when it is one already.

    Raises
    ------
    Refused
        `adhesion-reservee-au-binome`, `groupe-ferme`.
    """
    _refuse_others(commune, acteur)
    if not groupe.ouvert and not _of_season(groupe, commune):
        raise Refused([CLOSED()])
    name = noms([commune]).get(commune, commune)
    found, _ = Adhesion.objects.get_or_create(groupe=groupe, commune=commune, defaults={"nom": name})
    return found


def quitter(groupe: Groupe, commune: str, acteur: Utilisateur) -> None:
    """Take a town out of a group; what it wrote there stays.

    Raises
    ------
    Refused
        `adhesion-reservee-au-binome`.
    """
    _refuse_others(commune, acteur)
    Adhesion.objects.filter(groupe=groupe, commune=commune).delete()


def entre(user: Utilisateur, groupe: Groupe) -> bool:
    """Whether somebody may read inside a group: members of its towns, and the coordination. One query."""
    if not user.is_authenticated:
        return False
    return coordination(user) or groupe.adhesions.filter(commune__in=user.roles).exists()


def anime(user: Utilisateur, groupe: Groupe) -> bool:
    """Whether somebody may write in a group: the pairs of its towns, and the coordination. One query."""
    if not user.is_authenticated:
        return False
    return coordination(user) or groupe.adhesions.filter(commune__in=villes_de(user)).exists()


def villes_de(user: Utilisateur) -> Sequence[str]:
    """Insee codes of the towns of whose pair somebody is."""
    return [commune for commune, role in user.roles.items() if role in PAIR]


def _refuse_others(commune: str, acteur: Utilisateur) -> None:
    if commune not in villes_de(acteur):
        raise Refused([NOT_PAIR()])


def _of_season(groupe: Groupe, commune: str) -> bool:
    return Experimentation.objects.filter(commune=commune, candidature__appel__saison=groupe.saison).exists()
