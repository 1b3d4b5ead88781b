"""Deleting an account: what goes, what stays, and why."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from coeurdeville.comptes.journal import noter
from coeurdeville.comptes.membres import indispensable
from coeurdeville.comptes.models import Invitation, Utilisateur, Verbe
from coeurdeville.core.problems import Problem, Refused


@transaction.atomic
def supprimer(user: Utilisateur, villes: Mapping[str, str]) -> None:
    """Delete an account, its roles, perimeters, second factor and the invitations sent to its address.

    Revisions, runs and deeds stay without its name: they belong to the town. `villes`: names by commune.

    Raises
    ------
    Refused
        `dernier-du-binome`, for each town that nobody could keep any more.
    """
    problems = empechements(user, villes, verrouille=True)
    if problems:
        raise Refused(problems)
    noter(Verbe.COMPTE_SUPPRIME, None)
    Invitation.objects.filter(courriel=user.courriel).delete()
    user.delete()


def empechements(user: Utilisateur, villes: Mapping[str, str], *, verrouille: bool = False) -> list[Problem]:
    """Why an account cannot be deleted yet; empty when it can. `verrouille`: as `indispensable`."""
    members = user.membres.select_related("utilisateur")
    found = (indispensable(one, villes.get(one.commune, one.commune), verrouille=verrouille) for one in members)
    return [problem for problem in found if problem]
