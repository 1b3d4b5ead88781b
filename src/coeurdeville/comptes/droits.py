"""Who may do what: one predicate a right. A view asks for one by name and knows no role."""

from __future__ import annotations

from functools import cache

from django.contrib.auth.models import AnonymousUser
from django_otp.plugins.otp_totp.models import TOTPDevice
from rules.permissions import add_perm
from rules.predicates import predicate

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import PAIR
from coeurdeville.core.problems import Refused
from coeurdeville.territories.perimeter import perimeter

User = Utilisateur | AnonymousUser


@predicate
def est_membre(user: User, commune: str) -> bool:
    """Has any role in the town."""
    return user.is_authenticated and commune in user.roles


@predicate
def est_du_binome(user: User, commune: str) -> bool:
    """Is its référent métier or its correspondant données."""
    return user.is_authenticated and user.roles.get(commune) in PAIR


@predicate
def est_animateur_de(user: User, commune: str) -> bool:
    """Looks after a perimeter in which the town is."""
    return user.is_authenticated and any(commune in _codes(text) for text in user.textes_perimetres)


@predicate
def est_animateur(user: User) -> bool:
    """Looks after some perimeter."""
    return user.is_authenticated and bool(user.textes_perimetres)


@predicate
def est_coordination(user: User) -> bool:
    """Is of the coordination, and has proved it by a second factor in this session."""
    return user.is_authenticated and user.coordination and second_facteur_donne(user)


@predicate
def sans_binome(_user: User, commune: str) -> bool:
    """Nobody keeps the town's space yet: its first member has to come from outside."""
    return not Membre.objects.filter(commune=commune, role__in=PAIR).exists()


VOIR_ESPACE = "espaces.voir"
MODIFIER_ESPACE = "espaces.modifier"
PUBLIER = "espaces.publier"
GERER_MEMBRES = "espaces.gerer_membres"
ANIMER = "espaces.animer"
OUVRIR_ESPACE = "espaces.ouvrir"
COORDONNER = "programme.coordonner"

add_perm(VOIR_ESPACE, est_membre | est_animateur_de | est_coordination)
add_perm(MODIFIER_ESPACE, est_du_binome)
add_perm(PUBLIER, est_du_binome)
add_perm(GERER_MEMBRES, est_du_binome | est_coordination | est_animateur_de & sans_binome)
add_perm(ANIMER, est_animateur | est_coordination)
add_perm(OUVRIR_ESPACE, est_animateur_de | est_coordination)
add_perm(COORDONNER, est_coordination)


def peut(user: User, droit: str, commune: str | None = None) -> bool:
    """Whether a user holds a right, in a town when the right is about one."""
    return bool(user.has_perm(droit, commune))  # type: ignore[arg-type]


def second_facteur_donne(user: User) -> bool:
    """Whether a second factor was given in this session: `django_otp` says it on the user of a request."""
    verified = getattr(user, "is_verified", None)
    return verified is not None and bool(verified())


def doit_second_facteur(user: User) -> bool:
    """Whether the account may do nothing with a password alone: the coordination, and who writes pages."""
    return user.is_authenticated and (user.coordination or user.is_staff or user.is_superuser)


def a_second_facteur(user: User) -> bool:
    """Whether the account has a telephone that gives codes."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def attend_second_facteur(user: User) -> bool:
    """Whether this session must still give its second factor: the account owes one, or chose to have one."""
    if not user.is_authenticated or second_facteur_donne(user):
        return False
    return doit_second_facteur(user) or a_second_facteur(user)


@cache
def _codes(text: str) -> frozenset[str]:
    """Towns of a perimeter; none when its words no longer mean anything."""
    try:
        return frozenset(perimeter(text).codes)
    except Refused:
        return frozenset()
