"""Opening the candidature of a town."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from coeurdeville.core.problems import Refused
from coeurdeville.espaces.ouverts import espace_de
from coeurdeville.programme.candidatures.eligibilite import empechements_de_la_ville
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Candidature

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Appel


def ouvrir(
    appel: Appel,
    commune: str,
    user: Utilisateur | None,
    siret: str = "",
    nom: str = "",
    quand: datetime | None = None,
) -> Candidature:
    """The candidature of a town to a call: made now, or the one that is there already.

    Parameters
    ----------
    nom
        Of the town, when it has no space to tell it.
    quand
        When it asks; now, unless a past season is told.

    Raises
    ------
    Refused
        A call that does not receive, a town that is not eligible, a SIRET that is not its own: everything at once.
    """
    named = nom or _nom(commune)
    with transaction.atomic():
        found = Candidature.objects.filter(appel=appel, commune=commune).first()
        if found is not None:
            return found
        problems = empechements_de_la_ville(appel, commune, named, siret, quand)
        if problems:
            raise Refused(problems)
        made, new = Candidature.objects.get_or_create(
            appel=appel, commune=commune,
            defaults={"nom": named, "siret": "".join(siret.split()), "cree_par": user},
        )  # fmt: skip
        if new:
            naitre(made, user)
    return made


def _nom(commune: str) -> str:
    espace = espace_de(commune)
    return espace.nom if espace else commune
