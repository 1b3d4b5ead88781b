"""Who may do what: one predicate a right. A view asks for one by name and knows no role."""

from __future__ import annotations

from functools import cache

from django.contrib.auth.models import AnonymousUser
from rules.permissions import add_perm
from rules.predicates import predicate

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import PAIR, Role
from coeurdeville.territories.perimeter import perimeter

User = Utilisateur | AnonymousUser


@predicate
def est_membre(user: User, commune: str) -> bool:
    """Has any role in the town."""
    return _role(user, commune) is not None


@predicate
def est_du_binome(user: User, commune: str) -> bool:
    """Is its référent métier or its correspondant données."""
    return _role(user, commune) in PAIR


@predicate
def est_animateur_de(user: User, commune: str) -> bool:
    """Looks after a perimeter in which the town is."""
    return user.is_authenticated and any(commune in _codes(one.perimetre) for one in user.perimetres.all())


@predicate
def est_animateur(user: User) -> bool:
    """Looks after some perimeter."""
    return user.is_authenticated and user.perimetres.exists()


@predicate
def est_coordination(user: User) -> bool:
    """Is of the coordination, and has proved it by a second factor in this session."""
    return user.is_authenticated and user.coordination and second_factor(user)


VOIR_ESPACE = "espaces.voir"
MODIFIER_ESPACE = "espaces.modifier"
PUBLIER = "espaces.publier"
GERER_MEMBRES = "espaces.gerer_membres"
ANIMER = "espaces.animer"
OUVRIR_ESPACE = "espaces.ouvrir"

add_perm(VOIR_ESPACE, est_membre | est_animateur_de | est_coordination)
add_perm(MODIFIER_ESPACE, est_du_binome)
add_perm(PUBLIER, est_du_binome)
add_perm(GERER_MEMBRES, est_du_binome | est_coordination)
add_perm(ANIMER, est_animateur | est_coordination)
add_perm(OUVRIR_ESPACE, est_animateur_de | est_coordination)


def second_factor(user: User) -> bool:
    """Whether a second factor was given in this session: `django_otp` says it on the user of a request."""
    verified = getattr(user, "is_verified", None)
    return verified is not None and bool(verified())


def _role(user: User, commune: str) -> Role | None:
    """The role of a user in a town; None when they have none."""
    if not user.is_authenticated:
        return None
    found = Membre.objects.filter(utilisateur=user, commune=commune).values_list("role", flat=True).first()
    return Role(found) if found else None


@cache
def _codes(text: str) -> frozenset[str]:
    return frozenset(perimeter(text).codes)
