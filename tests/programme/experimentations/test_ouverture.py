"""A retained candidature opens a project with what it deposited; one that withdraws closes it."""

from decimal import Decimal

import pytest
from programme.experimentations.projets import laureate
from programme.monde import coordination, member

from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.experimentations.ouverture import ouvrir
from coeurdeville.programme.journal.ecriture import histoire
from coeurdeville.programme.models import Courrier, Experimentation

pytestmark = pytest.mark.django_db


def test_project_takes_what_was_deposited() -> None:
    project = laureate()
    assert (project.titre, project.theme, project.service, project.probleme) == (
        "Patrimoine arboré", "climat", "patrimoine-arbore", "",
    )  # fmt: skip
    assert project.etapes.count() == 6
    assert project.etapes.first().titre == "Recenser, explorer et qualifier les données existantes"
    assert [(one.part, one.fonction, one.charge) for one in project.participants.all()] == [
        ("correspondant_donnees", "géomaticienne", Decimal("3.0")),
        ("elu", "adjoint au climat", None),
        ("referent_metier", "responsable des espaces verts", Decimal("3.0")),
    ]
    assert [one.verbe for one in histoire(project)] == ["creer"]


def test_evaluation_opens_with_the_data_foreseen() -> None:
    evaluation = laureate().evaluation
    assert evaluation.forme == "diagnostic"
    assert [(one.couche, one.indispensable) for one in evaluation.donnees.all()] == [
        ("arbres", True),
        ("batiments", False),
    ]
    assert [(one.nature, one.couche) for one in evaluation.conditions.all()] == [("donnee", "arbres")]


def test_service_that_no_registry_has_is_named_by_its_first_sentence() -> None:
    project = laureate(service="autre", service_texte="Un outil pour choisir où planter. Il servirait aux élus.")
    assert (project.titre, project.service) == ("Un outil pour choisir où planter", "")


def test_opening_twice_makes_one_project() -> None:
    project = laureate()
    ouvrir(project.candidature, coordination(), "")
    assert Experimentation.objects.count() == 1


def test_town_that_withdraws_gives_up_its_project_and_the_coordination_is_told() -> None:
    project = laureate()
    coordination()
    franchir(project.candidature, "desister", member(), "Le référent est parti.")
    project.refresh_from_db()
    assert project.etat == "abandonnee"
    assert project.fin_reelle is not None
    assert histoire(project).last().motif == "La ville s’est désistée. Le référent est parti."
    letter = Courrier.objects.get(modele="abandon")
    assert "Motif : La ville s’est désistée. Le référent est parti." in letter.texte.replace("\u00a0", " ")
