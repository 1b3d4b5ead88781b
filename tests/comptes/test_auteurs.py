"""Who signs a revision."""

from collections.abc import Callable

import pytest

from coeurdeville.comptes.auteurs import noms, signature
from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import Role

pytestmark = pytest.mark.django_db


def test_name_is_shown_until_the_account_goes() -> None:
    user = Utilisateur.objects.create_user("a@ville.fr", nom="Anne Petit")
    Membre.objects.create(utilisateur=user, commune="02691", role=Role.CORRESPONDANT)
    signed = signature(user, "02691")
    assert signed == f"compte:{user.pk}:correspondant_donnees"
    assert noms([signed]) == {signed: "Anne Petit"}
    user.delete()
    assert noms([signed]) == {signed: "ancien membre (correspondant données)"}


@pytest.mark.parametrize(("coordination", "role"), [(True, "coordination"), (False, "animateur")])
def test_whoever_is_no_member_signs_as_what_they_are(coordination: bool, role: str) -> None:
    user = Utilisateur.objects.create_user("c@ville.fr", coordination=coordination)
    assert signature(user, "02691") == f"compte:{user.pk}:{role}"
    user.delete()
    assert list(noms([f"compte:9:{role}"]).values()) == [f"ancien membre ({role})"]


def test_author_from_elsewhere_is_shown_as_they_are(django_assert_num_queries: Callable[..., object]) -> None:
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert noms(["import", "compte:9:inconnu", "compte:8:lecteur"]) == {
            "import": "import",
            "compte:9:inconnu": "ancien membre (inconnu)",
            "compte:8:lecteur": "ancien membre (lecteur)",
        }
