"""Each chapter says what the records say, and what it rests on."""

from datetime import date

import pytest

from coeurdeville.programme.models import Appel, Experimentation
from coeurdeville.programme.syntheses.chapitres import CHAPITRES
from coeurdeville.programme.syntheses.matiere import Matiere, reunir
from coeurdeville.programme.syntheses.phrase import Chapitre, ecrit, lu

TODAY = date(2023, 10, 1)


@pytest.fixture
def matiere(appel: Appel, projets: list[Experimentation]) -> Matiere:
    return reunir(appel.saison, TODAY)


@pytest.fixture
def chapitres(matiere: Matiere) -> dict[str, Chapitre]:
    return {one.cle: one for one in (write(matiere) for write in CHAPITRES)}


def said(chapitre: Chapitre) -> list[str]:
    return [one.texte.replace("\u00a0", " ").replace("\u202f", " ") for one in chapitre.phrases]


def test_call_and_answers(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["appel"])[1:] == [
        "4 villes ont déposé une candidature et 3 ont été retenues, pour 10 attendues.",
        "Les villes retenues : Aulne, Brise et Cime.",
    ]
    assert chapitres["appel"].tableaux[0].lignes == (("thème non dit", "4", "3"),)


def test_course_tells_delays(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["deroulement"]) == [
        "3 expérimentations ont été ouvertes : 1 terminée, 1 en cours et 1 abandonnée.",
        "Celles qui sont finies ont duré 7 mois en médiane, pour 6 à 9 mois prévus ; la plus longue, Aulne, 10 mois.",
        "1 a fini plus d’un mois après la date prévue : Aulne.",
    ]
    rows = {row[0]: row[-1].replace("\u00a0", " ") for row in chapitres["deroulement"].tableaux[0].lignes}
    assert rows == {"Aulne": "92 jours de retard", "Brise": "122 jours de retard à ce jour",
                    "Cime": "92 jours d’avance"}  # fmt: skip


def test_results_are_those_of_validated_evaluations(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["resultats"]) == [
        "1 évaluation est validée sur 3 ; il manque Brise et Cime.",
        "Aulne a fait des données pour un diagnostic ou une décision : Une grille d’une page.",
        "Aulne, Essences : de 9 essences à 24 essences.",
        "Aulne : Les élus la demandent.",
    ]
    proofs = {one.cle: [proof.libelle for proof in one.appuis] for one in chapitres["resultats"].phrases}
    assert proofs[chapitres["resultats"].phrases[2].cle] == ["commandes", "Aulne, Service Aulne"]


def test_failures_are_told(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["echecs"]) == [
        "1 expérimentation a été abandonnée.",
        "Cime a renoncé : « Plus personne pour le porter. »",
        "Aulne : « La carte en ligne. »",
    ]


def test_obstacles_by_family_and_what_overcame_them(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["obstacles"]) == [
        "2 obstacles ont été notés ; la famille la plus fréquente est « accès aux données » (2, dans 2 villes).",
        "Accès aux données, Aulne : « Réseaux non donnés. » Levé ainsi : « Une clause. »",
        "Accès aux données : 1 obstacle n’est pas levé (Brise).",
    ]
    assert chapitres["obstacles"].tableaux[0].lignes == (("accès aux données", "2", "2", "1", "30"),)


def test_effort_is_never_guessed(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["effort"]) == [
        "Les villes qui ont tenu leur carnet ont noté 12 jours-agents en médiane.",
        "Aucun effort n’a été noté par Brise et Cime.",
    ]
    assert chapitres["effort"].tableaux[0].lignes == (("Aulne", "12", "0", "640"),)


def test_cooperation_by_theme(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["cooperation"]) == [
        "1 coopération a été notée, sous la forme « clause d’un marché ou d’une concession »."
    ]
    assert chapitres["cooperation"].tableaux[0].lignes[0][:4] == (
        "Adaptation au changement climatique", "Réseaux", "Aulne", "Délégataire",
    )  # fmt: skip


def test_conditions_are_tested_against_the_towns_of_the_programme(chapitres: dict[str, Chapitre]) -> None:
    first, second = said(chapitres["redeploiement"])
    told = "« Service Aulne » (Aulne) : 244 villes du programme remplissent aujourd’hui ses conditions sur 244, soit "
    assert first.startswith(told)
    assert second == "À vérifier sur place avant de reprendre « Service Aulne » : Une équipe en régie."


def test_no_adoption_is_said_too(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["generalisation"]) == ["Aucune autre ville n’a encore demandé l’un de ces services."]


def test_every_sentence_rests_on_something_under_its_own_key(chapitres: dict[str, Chapitre]) -> None:
    sentences = [one for chapter in chapitres.values() for one in chapter.phrases]
    assert all(one.appuis for one in sentences)
    assert len({one.cle for one in sentences}) == len(sentences)


def test_chapters_come_back_as_they_were_kept(chapitres: dict[str, Chapitre]) -> None:
    import json

    for one in chapitres.values():
        assert lu(json.loads(json.dumps(ecrit(one)))) == one


def test_empty_season_has_nothing_to_say(db: None) -> None:
    from programme.monde import call

    records = reunir(call("brouillon").saison, TODAY)
    assert [write(records).phrases for write in CHAPITRES] == [()] * len(CHAPITRES)
