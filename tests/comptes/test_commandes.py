"""The commands of accounts."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.timezone import now

from coeurdeville.comptes.models import Animateur, Evenement, Invitation, Utilisateur, Verbe
from coeurdeville.comptes.roles import Role

pytestmark = pytest.mark.django_db


def run(name: str, *arguments: str) -> str:
    told = StringIO()
    call_command(name, *arguments, stdout=told)
    return told.getvalue()


def test_first_account_of_the_coordination_gets_in_by_the_link_that_is_printed(client: Client) -> None:
    told = run("creer_coordination", "C@coordination.fr", "--nom", "Camille")
    user = Utilisateur.objects.get(courriel="c@coordination.fr")
    assert (user.nom, user.coordination, user.is_superuser) == ("Camille", True, True)
    assert not user.has_usable_password()
    path = re.search(r"^http://127\.0\.0\.1:8000(/\S+)$", told, re.MULTILINE)
    assert path
    assert client.post(path[1]).headers["Location"] == "/compte/"
    assert client.get("/compte/").headers["Location"].startswith("/compte/second-facteur/")


def test_account_that_exists_is_promoted() -> None:
    user = Utilisateur.objects.create_user("c@coordination.fr", "un mot de passe")
    run("creer_coordination", "c@coordination.fr")
    user.refresh_from_db()
    assert user.coordination
    assert user.check_password("un mot de passe")
    assert Evenement.objects.get(verbe=Verbe.COORDINATION).concerne == user


def test_what_is_no_address_makes_no_account() -> None:
    with pytest.raises(CommandError, match="n’est pas une adresse électronique"):
        run("creer_coordination", "camille")
    assert not Utilisateur.objects.exists()


def test_animateur_is_named_for_a_perimeter_that_exists() -> None:
    assert run("nommer_animateur", "a@aisne.fr", "02") == "a@aisne.fr anime : département Aisne (02).\n"
    assert Animateur.objects.get().perimetre == "02"
    with pytest.raises(CommandError, match="perimetre-inconnu"):
        run("nommer_animateur", "b@aisne.fr", "l’Atlantide")
    assert Utilisateur.objects.count() == 1


def test_what_was_kept_long_enough_goes() -> None:
    for days in (364, 366):
        deed = Evenement.objects.create(verbe=Verbe.SESSIONS)
        Evenement.objects.filter(pk=deed.pk).update(date=now() - timedelta(days=days))
    for days, accepted in ((89, None), (91, None), (91, now())):
        Invitation.objects.create(
            commune="02691", courriel=f"{days}{bool(accepted)}@ville.fr", role=Role.LECTEUR,
            envoyee_le=now() - timedelta(days=days), acceptee_le=accepted,
        )  # fmt: skip
    told = run("purger_comptes")
    assert "Effacés : 1\u00a0ligne du journal, 1\u00a0invitation, " in told
    assert sorted(Invitation.objects.values_list("courriel", flat=True)) == ["89False@ville.fr", "91True@ville.fr"]
    assert Evenement.objects.count() == 1
