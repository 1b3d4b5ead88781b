"""An evaluation is handed in whole, and closed once it is."""

from datetime import date
from pathlib import Path

import pytest
from programme.experimentations.projets import laureate
from programme.monde import coordination, member
from pytest_django import Settings

from coeurdeville.core.problems import Refused
from coeurdeville.programme.etats.franchir import empechements, franchir
from coeurdeville.programme.evaluations.durables import verifier_tout
from coeurdeville.programme.experimentations.ecriture import ajouter, changer
from coeurdeville.programme.models import Courrier, DonneeUtile, Effort, Evaluation, Objectif

pytestmark = pytest.mark.django_db


@pytest.fixture
def evaluation(settings: Settings, tmp_path: Path) -> Evaluation:
    settings.DATA = tmp_path
    found: Evaluation = laureate().evaluation
    return found


def complete(one: Evaluation) -> Evaluation:
    """Everything that is asked, so that it can be handed in."""
    one.experimentation.etat = "terminee"
    one.experimentation.save()
    one.service = one.usagers = one.echecs = one.actions_non_numeriques = one.methode = "…"
    one.save()
    Objectif.objects.create(evaluation=one, titre="Planter", resultat=12, source="comptage")
    Effort.objects.create(experimentation=one.experimentation, jour=date(2026, 2, 2), objet="x", euros=10)
    one.donnees.update(perenne="Le service des espaces verts")
    verifier_tout(one)
    return one


def test_everything_lacking_is_said_at_once(evaluation: Evaluation) -> None:
    evaluation.conditions.all().delete()
    assert [one.code for one in empechements(evaluation, "soumettre", member())] == [
        "experimentation-non-terminee", "service-non-dit", "objectif-absent", "effort-non-note",
        "donnees-non-verifiees", "entretien-non-dit", "conditions-absentes",
    ]  # fmt: skip


def test_result_without_source_is_refused(evaluation: Evaluation) -> None:
    complete(evaluation).objectifs.update(source=" ")
    assert [one.code for one in empechements(evaluation, "soumettre", member())] == ["objectif-sans-resultat"]


def test_handed_in_it_changes_no_more_until_more_is_asked(evaluation: Evaluation) -> None:
    coordination()
    franchir(complete(evaluation), "soumettre", member())
    evaluation.methode = "autre"
    with pytest.raises(Refused) as caught:
        changer(evaluation, member())
    assert [one.code for one in caught.value.problems] == ["evaluation-close"]
    franchir(evaluation, "demander_complement", coordination(), "Dites combien d’arbres ont été plantés.")
    assert changer(evaluation, member()).methode == "autre"
    sent = {one.modele: one.texte for one in Courrier.objects.all()}
    assert sorted(sent) == ["evaluation_a_completer", "evaluation_soumise"]
    assert "Dites combien d’arbres ont été plantés." in sent["evaluation_a_completer"]


def test_data_of_the_deposit_are_not_listed_twice(evaluation: Evaluation) -> None:
    with pytest.raises(Refused) as caught:
        ajouter(DonneeUtile(evaluation=evaluation, couche="arbres"), member())
    assert [one.code for one in caught.value.problems] == ["donnee-deja-listee"]
    changer(evaluation.donnees.get(couche="arbres"), member())


def test_data_are_called_by_their_titles(evaluation: Evaluation) -> None:
    evaluation.donnees.all().delete()
    DonneeUtile.objects.create(evaluation=evaluation, couche="lieux-frais", indispensable=True)
    told = [one.message.replace("\u00a0", " ") for one in empechements(evaluation, "soumettre", member())]
    assert "Personne n’est dit entretenir des données indispensables : « Lieux frais »." in told
    assert "Des données n’ont pas été vérifiées par le site : « Lieux frais »." in told
