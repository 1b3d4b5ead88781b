"""A card says what the records say, and where it comes from."""

import pytest
from programme.cas_usage.fiches import card
from programme.monde import user

from coeurdeville.programme.cas_usage.assemblage import assembler
from coeurdeville.programme.cas_usage.fiche import Contact, Cooperation, Jours, Objectif, Obstacle, Resultat, Texte
from coeurdeville.programme.models import CasUsage, Evenement, Participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def cas() -> CasUsage:
    return card()


def test_card_opens_when_the_evaluation_is_validated(cas: CasUsage) -> None:
    assert (cas.slug, cas.titre, cas.etat) == (
        "bruyeres-les-aulnes-patrimoine-arbore",
        "Patrimoine arboré",
        "brouillon",
    )
    born = Evenement.objects.get(objet="casusage", numero=cas.pk)
    assert (born.verbe, born.vers) == ("creer", "brouillon")


def test_second_card_of_the_same_name_has_a_rank(cas: CasUsage) -> None:
    assert card("00002").slug == "bruyeres-les-aulnes-patrimoine-arbore-2"


def test_words_come_from_the_candidature_and_the_evaluation(cas: CasUsage) -> None:
    fiche = assembler(cas)
    assert fiche.textes("probleme") == (Texte("L’été, les jeunes arbres meurent.", "candidature déposée"),)
    (service, users) = fiche.textes("service")
    assert service.texte == "Une carte des arbres à arroser."
    assert users.texte == "Qui s’en sert\u00a0: Les équipes des parcs."
    assert service.source.startswith("évaluation validée le ")
    assert fiche.textes("actions")[0].texte == "Former les équipes au paillage."


def test_figures_are_worded_with_their_unit(cas: CasUsage) -> None:
    fiche = assembler(cas)
    aim = Objectif("Jeunes arbres perdus l’été", "18\u202f%", "11\u202f%", "10\u202f%", "comptage des parcs")
    assert fiche.objectifs == (aim,)
    assert fiche.resultats == (Resultat("La tournée d’arrosage suit la carte.", "plan de tournée"),)


def test_effort_is_that_of_the_log(cas: CasUsage) -> None:
    effort = assembler(cas).effort
    assert (effort.jours, effort.euros, effort.roles) == (12, 3400, (Jours("référent métier", 12),))
    assert (round(effort.mois or 0), effort.prevu) == (10, "6 à 9 mois")


def test_obstacles_and_cooperations_are_told(cas: CasUsage) -> None:
    fiche = assembler(cas)
    assert fiche.obstacles == (Obstacle("accès aux données", "Le plan du réseau ne venait pas.", "une convention"),)
    shared = Cooperation("Inventaire des arbres (Arbres)", "Agence d’urbanisme", "convention", "gratuit")
    assert fiche.cooperations == (shared,)


def test_conditions_are_tested_on_the_towns(cas: CasUsage) -> None:
    fiche = assembler(cas)
    assert [one.texte for one in fiche.conditions] == ["Arbres", "Une équipe qui relève à pied"]
    assert fiche.essai is not None
    assert fiche.essai.total == 244


def test_contacts_are_functions(cas: CasUsage) -> None:
    Participant.objects.filter(part="elu").update(fonction="Mme Camille Essai, camille.essai@ville.example")
    Participant.objects.filter(part="referent_metier").update(utilisateur=user("jeanne.secret", nom="Jeanne Secret"))
    contacts = assembler(cas).contacts
    assert Contact("Référent métier", "responsable des espaces verts") in contacts
    assert "secret" not in str(contacts).lower()
    assert "camille" not in str(contacts).lower()


def test_those_who_left_before_the_end_are_not_asked(cas: CasUsage) -> None:
    Participant.objects.filter(part="elu").update(au="2023-01-01")
    assert "Élu porteur" not in [one.part for one in assembler(cas).contacts]


def test_words_by_hand_follow_those_of_the_records(cas: CasUsage) -> None:
    cas.prose, cas.redaction = {"methode": "Un premier.\n\nUn second."}, {"methode": "Vu d’ailleurs."}
    assert [(one.texte, one.source) for one in assembler(cas).textes("methode")][1:] == [
        ("Un premier.", "mots de la ville"),
        ("Un second.", "mots de la ville"),
        ("Vu d’ailleurs.", "mots de la coordination"),
    ]
