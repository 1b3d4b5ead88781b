"""Minutes of the jury: what was decided and on what figures, frozen under a digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from coeurdeville.core.problems import Refused
from coeurdeville.programme.instructions.contenu import contenu, decisions
from coeurdeville.programme.instructions.liens import ecartees
from coeurdeville.programme.instructions.manques import Seance, manques
from coeurdeville.programme.instructions.valeur import attendu, courant, empreinte
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Appel, Candidature, Mandat, ProcesVerbal

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur


def etablir(appel: Appel, acteur: Utilisateur, seance: Seance) -> ProcesVerbal:
    """Freeze what the jury decided, once everything is decided; after the announcement, what it decided anew.

    Raises
    ------
    Refused
        Everything that is missing.
    """
    with transaction.atomic():
        locked = Appel.objects.select_for_update().get(pk=appel.pk)
        problems = list(manques(locked, seance))
        if problems or seance.le is None:
            raise Refused(problems)
        told = contenu(locked, seance.le, seance.presents, seance.observations.strip())
        minutes = ProcesVerbal.objects.create(
            appel=locked, rang=locked.proces_verbaux.count() + 1, contenu=told, empreinte=empreinte(told),
            etabli_par=acteur,
        )  # fmt: skip
        naitre(minutes, acteur)
    return minutes


def etablissable(appel: Appel) -> bool:
    """Whether minutes may be drawn up now, were nothing else lacking."""
    former = courant(appel)
    if appel.annonce_le is None:
        return appel.etat == "instruction" and former is None
    return appel.etat == "decide" and not attendu(former) and bool(decisions(appel))


def tous(appel: Appel) -> list[ProcesVerbal]:
    """Every minutes of a call, the newest first."""
    return list(appel.proces_verbaux.order_by("-rang"))


def membres(appel: Appel) -> list[Mandat]:
    """Who sits in the jury, by name."""
    held = appel.mandats.filter(role=Mandat.Role.JURY, utilisateur__isnull=False)
    return sorted(held.select_related("utilisateur"), key=str)


def masquees(user: Utilisateur, minutes: ProcesVerbal) -> frozenset[int]:
    """Candidatures of the minutes of which somebody reads nothing: they have a link with them."""
    return ecartees(
        user, list(Candidature.objects.filter(pk__in=[one["numero"] for one in minutes.contenu["classement"]]))
    )
