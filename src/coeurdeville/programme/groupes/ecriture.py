"""Opening a group, calling a meeting, writing its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import now

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.groupes.noms import nom
from coeurdeville.programme.models import Groupe, Reunion

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

MINUTES_TOO_EARLY = Kind(
    "compte-rendu-avant-la-reunion",
    "La réunion n’a pas encore eu lieu.",
    "Écrire son ordre du jour ; le compte rendu viendra après.",
)
SAME_TITLE = Kind("groupe-deja-la", "Un groupe s’appelle déjà ainsi.", "Choisir un autre titre.")


def ouvrir(groupe: Groupe) -> Groupe:
    """Keep a group, with an address from its title when it is new.

    Raises
    ------
    Refused
        `groupe-deja-la`.
    """
    if not groupe.pk:
        groupe.slug = nom(groupe.titre, 80, "groupe")
        if Groupe.objects.filter(slug=groupe.slug).exists():
            raise Refused([SAME_TITLE()])
    groupe.save()
    return groupe


def garder(reunion: Reunion, acteur: Utilisateur) -> Reunion:
    """Keep a meeting, and who wrote its minutes.

    Raises
    ------
    Refused
        `compte-rendu-avant-la-reunion`.
    """
    if reunion.compte_rendu.strip():
        if reunion.le > now():
            raise Refused([MINUTES_TOO_EARLY()])
        reunion.redige_par = acteur
    reunion.save()
    return reunion
