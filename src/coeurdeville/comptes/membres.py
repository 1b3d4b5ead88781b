"""Members of a town: their list, their roles, their leaving."""

from __future__ import annotations

from django.db import transaction

from coeurdeville.comptes.journal import noter
from coeurdeville.comptes.models import Membre, Utilisateur, Verbe
from coeurdeville.comptes.refus import DERNIER_DU_BINOME
from coeurdeville.comptes.roles import PAIR, Role
from coeurdeville.core.french import of
from coeurdeville.core.problems import Problem, Refused


def membres(commune: str) -> list[Membre]:
    """The members of a town, by role then by name."""
    return list(Membre.objects.filter(commune=commune).select_related("utilisateur"))


def membre(commune: str, identifiant: int) -> Membre | None:
    """A member of the town; None when there is none of this number."""
    return Membre.objects.filter(commune=commune, pk=identifiant).select_related("utilisateur").first()


@transaction.atomic
def changer_role(qui: Membre, role: Role, ville: str, par: Utilisateur) -> None:
    """Give a member another role.

    Raises
    ------
    Refused
        `dernier-du-binome` when nobody could keep the space any more.
    """
    if role not in PAIR:
        _garder_le_binome(qui, ville)
    qui.role = role
    qui.save(update_fields=["role"])
    noter(Verbe.ROLE, par, qui.utilisateur, qui.commune, role.label)


@transaction.atomic
def retirer(qui: Membre, ville: str, par: Utilisateur) -> None:
    """Take a member out of a town; a member may take themselves out. Raises as `changer_role`."""
    _garder_le_binome(qui, ville)
    verbe = Verbe.QUITTE if qui.utilisateur_id == par.pk else Verbe.RETIRE
    noter(verbe, par, qui.utilisateur, qui.commune, Role(qui.role).label)
    qui.delete()


def indispensable(qui: Membre, ville: str, *, verrouille: bool = True) -> Problem | None:
    """Why a member cannot go: the last of the pair does not leave a space to nobody. None when they can.

    `verrouille`: nobody else leaves the pair until the transaction ends; a page that only says it locks nothing.
    """
    pair = Membre.objects.filter(commune=qui.commune, role__in=PAIR)
    pair = pair.select_for_update() if verrouille else pair
    others = [one for one in pair.values_list("pk", flat=True) if one != qui.pk]
    if others or qui.role not in PAIR:
        return None
    return DERNIER_DU_BINOME(nom=str(qui.utilisateur), ville=of(ville))


def _garder_le_binome(qui: Membre, ville: str) -> None:
    problem = indispensable(qui, ville)
    if problem:
        raise Refused([problem])
