"""The words of a card on its paper."""

from dataclasses import replace

import pytest
from programme.cas_usage.fiches import published

from coeurdeville.programme.cas_usage.fiche import Condition, Effort, Essai, Fiche, Obstacle
from coeurdeville.programme.cas_usage.papier import document
from coeurdeville.programme.cas_usage.tableaux import condition
from coeurdeville.programme.cas_usage.versions import contenu
from coeurdeville.reports.documents import render_html


@pytest.fixture
def fiche(db: None) -> Fiche:
    return contenu(published().versions.first())


def read(fiche: Fiche) -> str:
    return render_html(document(fiche, "version 1", None)).replace("\u00a0", " ").replace("\u202f", " ")


def test_half_days_are_the_same_everywhere(fiche: Fiche) -> None:
    assert "36,5 jours, 640 €" in read(replace(fiche, effort=Effort(jours=36.5, euros=640)))


def test_bounds_that_the_words_tell_are_not_told_twice() -> None:
    one = Condition(nature="perimetre", texte="5 000 habitants au moins", minimum=5000)
    said = "Périmètre géographique : 5 000 habitants au moins"
    assert condition(one).replace("\u00a0", " ").replace("\u202f", " ") == said
    other = condition(replace(one, texte="Villes moyennes")).replace("\u00a0", " ").replace("\u202f", " ")
    assert other == "Périmètre géographique : Villes moyennes (5 000 habitants au moins)"


def test_trial_agrees_with_its_counts(fiche: Fiche) -> None:
    trial = Essai(le="2023-11-02", remplissent=0, a_verifier=1, manquent=240, hors=3)
    assert (
        "244 villes : aucune ne les remplit, 1 a une donnée à vérifier, 240 en ont une qui manque, "
        "3 sont hors du périmètre."
    ) in read(replace(fiche, essai=trial))
    assert "<dt>a encore une donnée à vérifier</dt>" in read(replace(fiche, essai=trial))
    assert "<dt>remplit les conditions</dt>" in read(replace(fiche, essai=replace(trial, remplissent=1)))
    assert "<dt>remplit les conditions</dt>" in read(replace(fiche, essai=replace(trial, a_verifier=0)))


def test_sentence_has_one_full_stop(fiche: Fiche) -> None:
    met = Obstacle(famille="qualité", texte="Des espèces manquaient.", leve="Une fiche d’une page.")
    told = read(replace(fiche, obstacles=(met,)))
    assert "Levé par : Une fiche d’une page." in told
    assert "page.." not in told


def test_suspended_months_are_told_apart(fiche: Fiche) -> None:
    told = Effort(jours=12, mois=48.2, prevu="6 à 9 mois", suspendus=42.1)
    assert "en 48 mois, dont 42 de suspension ; prévu : 6 à 9 mois" in read(replace(fiche, effort=told))
    assert "en 48 mois ; prévu : 6 à 9 mois" in read(replace(fiche, effort=replace(told, suspendus=0.2)))
