"""An animateur offers help to a perimeter; each town agrees or not."""

import pytest
from programme.monde import member, user

from coeurdeville.comptes.models import Animateur, Utilisateur
from coeurdeville.core.problems import Refused
from coeurdeville.espaces.models import Espace
from coeurdeville.programme.adoptions.offres import clore, offres, offrir, sienne
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Accord, Courrier, Evenement

pytestmark = pytest.mark.django_db
WORDS = ("Relever les arbres ensemble", "Deux ateliers d’une demi-journée.")


@pytest.fixture
def animateur() -> Utilisateur:
    found = user("animateur")
    Animateur.objects.create(utilisateur=found, perimetre="00001,00002,00003")
    for code, name in (("00001", "Bruyères-lès-Aulnes"), ("00002", "Valmorin")):
        Espace.objects.create(commune=code, nom=name)
    return found


def test_each_town_with_a_space_is_proposed_an_agreement(animateur: Utilisateur) -> None:
    made = offrir(animateur, "00001,00002,00003", *WORDS)
    assert [(one.commune, one.etat) for one in made.accords.all()] == [("00001", "propose"), ("00002", "propose")]
    assert Evenement.objects.filter(objet="accord", verbe="creer").count() == 2


def test_pair_is_written_to_and_the_animateur_is_answered(animateur: Utilisateur) -> None:
    first, second = member(commune="00001"), member(commune="00002")
    towns = offrir(animateur, "00001,00002", *WORDS).accords.all()
    offered = list(Courrier.objects.order_by("pk"))
    assert [one.destinataire for one in offered] == [first, second]
    assert "Deux ateliers d’une demi-journée." in offered[0].texte
    franchir(towns[0], "accepter", first)
    franchir(towns[1], "refuser", second, "Pas avant l’automne.")
    answers = Courrier.objects.filter(destinataire=animateur).order_by("pk")
    assert [one.sujet for one in answers] == [
        "Bruyères-lès-Aulnes accepte votre accompagnement", "Valmorin refuse votre accompagnement",
    ]  # fmt: skip
    assert "Pas avant l’automne." in answers[1].texte


def test_animateur_who_left_is_not_written_to(animateur: Utilisateur) -> None:
    town = member(commune="00001")
    accord = offrir(animateur, "00001", *WORDS).accords.get()
    Utilisateur.objects.filter(pk=animateur.pk).update(is_active=False)
    franchir(Accord.objects.get(pk=accord.pk), "refuser", town, "Pas avant l’automne.")
    assert [one.destinataire for one in Courrier.objects.all()] == [town]


def test_towns_that_one_does_not_follow_are_refused(animateur: Utilisateur) -> None:
    with pytest.raises(Refused) as refused:
        offrir(animateur, "00001,00009", *WORDS)
    assert [one.code for one in refused.value.problems] == ["offre-hors-perimetre"]


def test_perimeter_without_space_is_refused(animateur: Utilisateur) -> None:
    with pytest.raises(Refused) as refused:
        offrir(animateur, "00003", *WORDS)
    assert [one.code for one in refused.value.problems] == ["offre-sans-ville"]


def test_town_accepts_then_either_closes(animateur: Utilisateur) -> None:
    first, second = offrir(animateur, "00001,00002", *WORDS).accords.all()
    franchir(first, "accepter", member(commune="00001"))
    franchir(second, "refuser", member(commune="00002"), "Pas avant l’automne.")
    franchir(first, "clore", animateur, "Les ateliers sont faits.")
    assert [one.etat for one in Accord.objects.all()] == ["clos", "refuse"]
    (seen,) = offres(animateur)
    assert [(name, count) for _, name, count in seen.decompte] == [("refusé", 1), ("clos", 1)]


def test_closed_offer_is_not_accepted_any_more(animateur: Utilisateur) -> None:
    made = offrir(animateur, "00001", *WORDS)
    clore(made)
    with pytest.raises(Refused) as refused:
        franchir(made.accords.get(), "accepter", member(commune="00001"))
    assert [one.code for one in refused.value.problems] == ["offre-deja-close"]
    with pytest.raises(Refused):
        clore(made)


def test_offer_is_of_who_made_it(animateur: Utilisateur) -> None:
    made = offrir(animateur, "00001", *WORDS)
    assert sienne(animateur, made)
    assert not sienne(user("autre"), made)
