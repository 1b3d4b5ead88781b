"""Each chapter says what the records say, and what it rests on."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from coeurdeville.programme.journal.ecriture import noter
from coeurdeville.programme.models import (
    Adoption,
    Appel,
    CasUsage,
    Cooperation,
    DonneeUtile,
    Effort,
    Evenement,
    Experimentation,
    Obstacle,
)
from coeurdeville.programme.syntheses.chapitres import CHAPITRES
from coeurdeville.programme.syntheses.chapitres.cooperation import cooperation
from coeurdeville.programme.syntheses.chapitres.deroulement import deroulement
from coeurdeville.programme.syntheses.chapitres.donnees import donnees
from coeurdeville.programme.syntheses.chapitres.effort import effort
from coeurdeville.programme.syntheses.chapitres.generalisation import generalisation
from coeurdeville.programme.syntheses.chapitres.obstacles import obstacles
from coeurdeville.programme.syntheses.chapitres.redeploiement import redeploiement
from coeurdeville.programme.syntheses.matiere import Matiere, reunir
from coeurdeville.programme.syntheses.papier import document
from coeurdeville.programme.syntheses.phrase import Chapitre, ecrit, lu
from coeurdeville.reports.documents import render_html, render_pdf

TODAY = date(2023, 10, 1)


@pytest.fixture
def matiere(appel: Appel, projets: list[Experimentation]) -> Matiere:
    return reunir(appel.saison, TODAY)


@pytest.fixture
def chapitres(matiere: Matiere) -> dict[str, Chapitre]:
    return {one.cle: one for one in (write(matiere) for write in CHAPITRES)}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(chapitre: Chapitre) -> list[str]:
    return [plain(one.texte) for one in chapitre.phrases]


def test_call_and_answers(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["appel"])[1:] == [
        "4 villes ont déposé une candidature et 3 ont été retenues, pour 10 attendues.",
        "Les villes retenues : Aulne, Brise et Cime.",
    ]
    assert chapitres["appel"].tableaux[0].lignes == (("thème non dit", "4", "3"),)


def test_course_tells_delays(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["deroulement"]) == [
        "3 expérimentations ont été ouvertes : 1 terminée, 1 en cours et 1 abandonnée.",
        "Celle qui est terminée, Aulne, a duré 10 mois, pour 6 à 9 mois prévus.",
        "1 a fini plus d’un mois après la date prévue : Aulne.",
        "L’expérimentation de Cime s’est arrêtée après 3,9 mois, sans aller au bout.",
    ]
    assert [row[4] for row in chapitres["deroulement"].tableaux[0].lignes] == [
        "du 01/11/2022 au 01/09/2023", "depuis le 01/11/2022", "du 01/11/2022 au 01/03/2023",
    ]  # fmt: skip
    rows = {row[0]: row[-1].replace("\u00a0", " ") for row in chapitres["deroulement"].tableaux[0].lignes}
    assert rows == {"Aulne": "92 jours de retard", "Brise": "122 jours de retard à ce jour",
                    "Cime": "92 jours d’avance"}  # fmt: skip


def test_results_are_those_of_validated_evaluations(chapitres: dict[str, Chapitre]) -> None:
    assert said(chapitres["resultats"]) == [
        "1 évaluation est validée sur 3 ; il manque Brise et Cime.",
        "Aulne a abouti à des données pour un diagnostic ou une décision : « Une grille d’une page. »",
        "Aulne, Essences : de 9 essences à 24 essences.",
        "Aulne : « Les élus la demandent. »",
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


def test_families_that_come_first_together_are_all_named(appel: Appel, projets: list[Experimentation]) -> None:
    for family in ("cout", "cout", "portage"):
        Obstacle.objects.create(experimentation=projets[2], famille=family, texte="…", rencontre_le=date(2023, 2, 1))
    assert said(obstacles(reunir(appel.saison, TODAY)))[0] == (
        "5 obstacles ont été notés ; les familles les plus fréquentes sont « accès aux données » et « coût »"
        " (2 chacune, dans 3 villes)."
    )


def test_suspension_is_told_apart(appel: Appel, projets: list[Experimentation]) -> None:
    for state, day in (("suspendue", date(2023, 1, 1)), ("en_cours", date(2023, 5, 1))):
        event = noter(projets[0], "…", None, "", state)
        Evenement.objects.filter(pk=event.pk).update(date=datetime.combine(day, time(9), tzinfo=UTC))
    chapter = deroulement(reunir(appel.saison, TODAY))
    assert said(chapter)[1:4:2] == [
        "Celle qui est terminée, Aulne, a duré 6 mois, hors suspension, pour 6 à 9 mois prévus.",
        "L’expérimentation de Cime s’est arrêtée après 3,9 mois, sans aller au bout.",
    ]
    assert said(chapter)[4] == (
        "L’expérimentation d’Aulne a été suspendue 3,9 mois, du 01/01/2023 au 01/05/2023 : elle a duré 10 mois en tout."
    )
    assert plain(chapter.tableaux[0].lignes[0][-1]) == "92 jours de retard, dont 92 de suspension"


def test_forms_that_come_first_together_are_all_named(appel: Appel, projets: list[Experimentation]) -> None:
    Cooperation.objects.create(
        experimentation=projets[0], titre="Sols", avec="Région", acteur="public-local", forme="convention"
    )
    assert "les formes les plus fréquentes sont « " in said(cooperation(reunir(appel.saison, TODAY)))[0]
    assert "(1 chacune)" in said(cooperation(reunir(appel.saison, TODAY)))[0]


def test_data_of_the_state_are_not_asked_a_schema(appel: Appel, projets: list[Experimentation]) -> None:
    for slug in ("batiments", "lieux-frais"):
        DonneeUtile.objects.create(evaluation=projets[0].evaluation, couche=slug)
    DonneeUtile.objects.filter(couche="arbres").delete()
    assert said(donnees(reunir(appel.saison, TODAY))) == [
        "1 donnée locale employée n’a pas de schéma reconnu, et mérite d’en recevoir un : Lieux frais.",
        "Rien ne dit encore, dans une ville au moins, qui tiendra à jour : Lieux frais.",
    ]


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
    told = "« Service Aulne » (Aulne) : 244 des 244 villes du programme remplissent aujourd’hui ses conditions, soit "
    assert first.startswith(told)
    assert second == "À vérifier sur place avant de reprendre « Service Aulne » : « Une équipe en régie »."


def test_conditions_that_nobody_meets_are_said_plainly(appel: Appel, projets: list[Experimentation]) -> None:
    projets[0].evaluation.conditions.filter(nature="perimetre").update(minimum=9_000_000)
    assert said(redeploiement(reunir(appel.saison, TODAY)))[0] == (
        "« Service Aulne » (Aulne) : aucune des 244 villes du programme ne remplit aujourd’hui ses conditions."
    )


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


def test_pictures_say_in_words_what_they_show(chapitres: dict[str, Chapitre]) -> None:
    told = {one.cle: [picture.legende.replace("\u00a0", " ").replace("\u202f", " ") for picture in one.dessins]
            for one in chapitres.values() if one.dessins}  # fmt: skip
    assert told == {
        "obstacles": ["Barres horizontales : accès aux données, 2 obstacles."],
        "effort": ["Barres horizontales : référent métier, 12 jours."],
        "generalisation": [
            "Carte de France, un signe par ville. Expérimentation dans 2 villes et abandon dans 1 ville. "
            "Hors de la carte, au-dessous : 3 villes fictives."
        ],
    }
    drawn = chapitres["generalisation"].dessins[0].svg
    assert all(f">{name}<" in drawn for name in ("Aulne", "Brise", "Cime", "expérimentation (2)"))


def adopted(projet: Experimentation, commune: str, nom: str, etat: str, slug: str = "aulne") -> None:
    """A town that wants the service of a project."""
    card, _ = CasUsage.objects.get_or_create(experimentation=projet, defaults={"slug": slug, "titre": projet.titre})
    Adoption.objects.create(cas=card, commune=commune, nom=nom, etat=etat)


def test_towns_and_adoptions_are_counted_apart(appel: Appel, projets: list[Experimentation]) -> None:
    adopted(projets[0], "00006", "Fagne", "interessee")
    adopted(projets[0], "00007", "Gué", "interessee")
    adopted(projets[1], "00007", "Gué", "etude", "brise")
    assert said(generalisation(reunir(appel.saison, TODAY))) == [
        "2 autres villes ont demandé l’un de ces services, en 3 adoptions : 2 intéressées et 1 à l’étude."
    ]


def test_half_days_are_told(appel: Appel, projets: list[Experimentation]) -> None:
    Effort.objects.create(
        experimentation=projets[1], jour=date(2023, 1, 5), part="elu", objet="…", jours=Decimal("36.5")
    )
    assert said(effort(reunir(appel.saison, TODAY)))[0] == (
        "Les villes qui ont tenu leur carnet ont noté 24,3 jours-agents en médiane, de 12 à 36,5."
    )


def test_pictures_are_on_the_paper(appel: Appel, projets: list[Experimentation]) -> None:
    chapters = [write(reunir(appel.saison, TODAY)) for write in CHAPITRES]
    paper = document(appel.saison, TODAY, 1, chapters)
    assert render_html(paper).count("<svg") == 3
    assert render_pdf(paper).startswith(b"%PDF")
