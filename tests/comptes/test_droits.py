"""Who may do what, role by role."""

import pytest
from django.contrib.auth.models import AnonymousUser

from coeurdeville.comptes import droits
from coeurdeville.comptes.models import Animateur, Membre, Utilisateur
from coeurdeville.comptes.roles import Role

TOWN, OTHER = "02691", "35236"
RIGHTS = (droits.VOIR_ESPACE, droits.MODIFIER_ESPACE, droits.PUBLIER, droits.GERER_MEMBRES, droits.OUVRIR_ESPACE)
OF_THE_PAIR = {droits.VOIR_ESPACE, droits.MODIFIER_ESPACE, droits.PUBLIER, droits.GERER_MEMBRES}
OF_THE_COORDINATION = {droits.VOIR_ESPACE, droits.GERER_MEMBRES, droits.OUVRIR_ESPACE}

pytestmark = pytest.mark.django_db


def member(role: Role) -> Utilisateur:
    user = Utilisateur.objects.create_user(f"{role}@ville.fr", "mot de passe")
    Membre.objects.create(utilisateur=user, commune=TOWN, role=role)
    return user


def animateur(perimetre: str) -> Utilisateur:
    user = Utilisateur.objects.create_user("a@aisne.fr")
    Animateur.objects.create(utilisateur=user, perimetre=perimetre)
    return user


def verified(user: Utilisateur, answer: bool = True) -> Utilisateur:
    """The user as `django_otp` gives them to a request, with or without a second factor."""
    user.is_verified = lambda: answer  # type: ignore[attr-defined]
    return user


def granted(user: Utilisateur | AnonymousUser, town: str) -> set[str]:
    return {right for right in RIGHTS if droits.peut(user, right, town)}


@pytest.mark.parametrize("role", [Role.REFERENT, Role.CORRESPONDANT])
def test_pair_does_everything_in_its_town_but_open_it(role: Role) -> None:
    assert granted(member(role), TOWN) == OF_THE_PAIR
    assert granted(Utilisateur.objects.get(), OTHER) == set()


def test_reader_only_reads() -> None:
    assert granted(member(Role.LECTEUR), TOWN) == {droits.VOIR_ESPACE}


def test_animateur_sees_the_towns_of_the_perimeter_and_opens_their_spaces() -> None:
    member(Role.REFERENT)
    user = animateur("02")
    assert granted(user, TOWN) == {droits.VOIR_ESPACE, droits.OUVRIR_ESPACE}
    assert granted(user, OTHER) == set()
    assert user.has_perm(droits.ANIMER)


def test_animateur_invites_the_first_of_the_pair_only() -> None:
    member(Role.LECTEUR)
    assert droits.peut(animateur("02"), droits.GERER_MEMBRES, TOWN)
    member(Role.CORRESPONDANT)
    assert not droits.peut(Utilisateur.objects.get(courriel="a@aisne.fr"), droits.GERER_MEMBRES, TOWN)


def test_perimeter_that_no_longer_means_anything_opens_nothing() -> None:
    assert granted(animateur("une région disparue"), TOWN) == set()


def test_coordination_without_second_factor_has_no_right() -> None:
    user = verified(Utilisateur.objects.create_user("c@coordination.fr", coordination=True), False)
    assert granted(user, TOWN) == set()
    assert granted(verified(user), TOWN) == OF_THE_COORDINATION


def test_superuser_has_the_rights_of_the_coordination_and_no_other() -> None:
    user = verified(Utilisateur.objects.create_superuser("s@coordination.fr"), False)
    assert granted(user, TOWN) == set()
    assert granted(verified(user), TOWN) == OF_THE_COORDINATION
    assert user.has_perm("wagtailadmin.access_admin")


def test_closed_account_has_no_right() -> None:
    user = member(Role.REFERENT)
    user.is_active = False
    assert granted(user, TOWN) == set()


def test_visitor_has_no_right() -> None:
    assert granted(AnonymousUser(), TOWN) == set()
    assert not droits.attend_second_facteur(AnonymousUser())


@pytest.mark.parametrize("flag", ["coordination", "is_staff", "is_superuser"])
def test_whoever_keeps_the_site_owes_a_second_factor(flag: str) -> None:
    user = verified(Utilisateur.objects.create_user("c@coordination.fr", **{flag: True}), False)
    assert droits.attend_second_facteur(user)
    assert not droits.attend_second_facteur(verified(user))


def test_others_owe_a_second_factor_once_they_chose_one() -> None:
    user = verified(member(Role.REFERENT), False)
    assert not droits.attend_second_facteur(user)
    user.totpdevice_set.create(name="téléphone", confirmed=False)  # type: ignore[attr-defined]
    assert not droits.attend_second_facteur(user)
    user.totpdevice_set.update(confirmed=True)  # type: ignore[attr-defined]
    assert droits.attend_second_facteur(user)


def test_all_the_rights_of_a_town_cost_two_queries(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    member(Role.REFERENT)
    user = Utilisateur.objects.get()
    with django_assert_num_queries(2):
        assert granted(user, TOWN) == OF_THE_PAIR
