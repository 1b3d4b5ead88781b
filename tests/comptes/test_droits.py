"""Who may do what, role by role."""

import pytest
from django.contrib.auth.models import AnonymousUser

from coeurdeville.comptes import droits
from coeurdeville.comptes.models import Animateur, Membre, Utilisateur
from coeurdeville.comptes.roles import Role

TOWN, OTHER = "02691", "35236"
RIGHTS = (droits.VOIR_ESPACE, droits.MODIFIER_ESPACE, droits.PUBLIER, droits.GERER_MEMBRES, droits.OUVRIR_ESPACE)

pytestmark = pytest.mark.django_db


def member(role: Role) -> Utilisateur:
    user = Utilisateur.objects.create_user(f"{role}@ville.fr", "mot de passe")
    Membre.objects.create(utilisateur=user, commune=TOWN, role=role)
    return user


def granted(user: Utilisateur | AnonymousUser, town: str) -> set[str]:
    return {right for right in RIGHTS if user.has_perm(right, town)}


@pytest.mark.parametrize("role", [Role.REFERENT, Role.CORRESPONDANT])
def test_pair_does_everything_in_its_town_but_open_it(role: Role) -> None:
    assert granted(member(role), TOWN) == {*RIGHTS} - {droits.OUVRIR_ESPACE}
    assert granted(Utilisateur.objects.get(), OTHER) == set()


def test_reader_only_reads() -> None:
    assert granted(member(Role.LECTEUR), TOWN) == {droits.VOIR_ESPACE}


def test_animateur_sees_the_towns_of_the_perimeter_and_opens_their_spaces() -> None:
    user = Utilisateur.objects.create_user("a@aisne.fr")
    Animateur.objects.create(utilisateur=user, perimetre="02")
    assert granted(user, TOWN) == {droits.VOIR_ESPACE, droits.OUVRIR_ESPACE}
    assert granted(user, OTHER) == set()
    assert user.has_perm(droits.ANIMER)


def test_coordination_without_second_factor_has_no_right() -> None:
    user = Utilisateur.objects.create_user("c@coordination.fr", coordination=True)
    user.is_verified = lambda: False  # type: ignore[attr-defined]
    assert granted(user, TOWN) == set()
    user.is_verified = lambda: True  # type: ignore[attr-defined]
    assert granted(user, TOWN) == {droits.VOIR_ESPACE, droits.GERER_MEMBRES, droits.OUVRIR_ESPACE}


def test_visitor_has_no_right() -> None:
    assert granted(AnonymousUser(), TOWN) == set()
