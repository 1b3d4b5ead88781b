"""To whom a message goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import PAIR
from coeurdeville.programme.models import Candidature

if TYPE_CHECKING:
    from coeurdeville.programme.etats.objet import Objet


def destinataires(a: str, objet: Objet) -> Iterable[Utilisateur]:
    """Active accounts behind a name of the table, each once, in a stable order. None when nobody holds the place."""
    return A[a](objet)


def _pairs(communes: Iterable[Any]) -> Iterable[Utilisateur]:
    users = Membre.objects.filter(commune__in=communes, role__in=PAIR).values("utilisateur")
    return Utilisateur.objects.filter(pk__in=users, is_active=True).order_by("pk")


def _titulaire(objet: Objet) -> Iterable[Utilisateur]:
    holder = objet.titulaire
    return [holder] if holder is not None and holder.is_active else []


def _animateur(objet: Any) -> Iterable[Utilisateur]:
    """Who made the offer that an agreement answers."""
    maker = objet.offre.animateur
    return [maker] if maker is not None and maker.is_active else []


def _candidats(objet: Any) -> Iterable[Utilisateur]:
    """Of the towns that answered a call and did not withdraw."""
    return _pairs(Candidature.objects.filter(appel=objet.appel).exclude(etat="retiree").values("commune"))


A: Final[dict[str, Callable[[Objet], Iterable[Utilisateur]]]] = {
    "animateur": _animateur,
    "binome": lambda objet: _pairs([objet.commune_concernee]),
    "candidats": _candidats,
    "coordination": lambda _: Utilisateur.objects.filter(coordination=True, is_active=True).order_by("pk"),
    "titulaire": _titulaire,
}
"""The names that the table uses."""
