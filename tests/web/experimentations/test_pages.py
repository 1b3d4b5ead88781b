"""The pages of a project: who reads, who writes, what they ask of the database."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from programme.experimentations.projets import laureate
from programme.monde import coordination
from web.experimentations.conftest import Browser

from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import (
    Appel,
    Condition,
    Evaluation,
    Experimentation,
    Livrable,
    Mission,
    NoteJournal,
    Objectif,
    Obstacle,
    Resultat,
)

PARTS = ("plan", "equipe", "journal", "obstacles", "effort", "donnees", "livrables", "preuves")
PAGES = ("", *(f"{one}/" for one in PARTS), "fichiers/", "historique/", "missions/", "evaluation/")
READERS = ("lecteur", "referent_metier", "correspondant_donnees", "animateur", "consultante", "coordination")


@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_read_by_those_who_follow_the_project_alone(
    project: Experimentation, browse: Browser, page: str
) -> None:
    found = {who: browse(who).get(f"/experimentations/{project.pk}/{page}").status_code for who in READERS}
    assert found == dict.fromkeys(READERS, 200)
    assert browse("ailleurs").get(f"/experimentations/{project.pk}/{page}").status_code == 403
    assert Client().get(f"/experimentations/{project.pk}/{page}").status_code == 302


@pytest.mark.parametrize("part", PARTS)
def test_the_pair_writes_and_the_consultant_in_the_journal(
    project: Experimentation, browse: Browser, part: str
) -> None:
    path = f"/experimentations/{project.pk}/{part}/ajouter/"
    others = ("lecteur", "animateur", "coordination", "ailleurs", *(() if part == "journal" else ("consultante",)))
    assert {who: browse(who).get(path).status_code for who in others} == dict.fromkeys(others, 403)
    assert browse("referent_metier").get(path).status_code == 200


@pytest.mark.parametrize("part", [one for one in PARTS if one not in {"plan", "equipe"}])
def test_empty_part_says_what_to_write_first(project: Experimentation, browse: Browser, part: str) -> None:
    page = browse("lecteur").get(f"/experimentations/{project.pk}/{part}/").content.decode()
    assert 'class="vide"' in page
    assert "Le binôme de la ville l’écrira ici." in page


def test_home_says_drift_next_and_who(project: Experimentation, browse: Browser) -> None:
    page = browse("lecteur").get(f"/experimentations/{project.pk}/").content.decode()
    for words in ("de retard à ce jour", "géomaticienne", "responsable des espaces verts", "À faire"):
        assert words in page


def test_part_that_nobody_holds_is_on_the_home(project: Experimentation, browse: Browser) -> None:
    project.participants.filter(part="referent_metier").update(au="2026-02-01")
    page = browse("lecteur").get(f"/experimentations/{project.pk}/").content.decode()
    assert "Personne ne tient le rôle de référent métier" in page


def test_unknown_part_and_unknown_project(project: Experimentation, browse: Browser) -> None:
    for path in (
        f"{project.pk}/inconnue/",
        "999/",
        "999/plan/",
        f"{project.pk}/plan/999/",
        f"{project.pk}/preuves/export.csv",
    ):
        assert browse("referent_metier").get(f"/experimentations/{path}").status_code in {200, 404}, path
    assert browse("referent_metier").get(f"/experimentations/{project.pk}/inconnue/").status_code == 404
    assert browse("referent_metier").get("/experimentations/999/").status_code == 404


@pytest.mark.parametrize("several", [1, 3])
def test_list_asks_as_much_for_one_as_for_three(
    project: Experimentation, browse: Browser, several: int, django_assert_num_queries: Any
) -> None:
    appel = Appel.objects.get()
    for rank in range(1, several):
        laureate(appel, f"0000{rank + 1}", f"Ville {rank}")
    client = browse("coordination")
    with django_assert_num_queries(13):
        page = client.get("/experimentations/").content.decode()
    assert page.count('<h2><a href="/experimentations/') == several


@pytest.mark.parametrize("several", [1, 3])
@pytest.mark.parametrize(("part", "queries"), [("journal", 7), ("obstacles", 6)])
def test_parts_ask_as_much_for_one_as_for_three(
    project: Experimentation, browse: Browser, part: str, queries: int, several: int, django_assert_num_queries: Any
) -> None:
    for _ in range(several):
        NoteJournal.objects.create(experimentation=project, jour="2026-02-02", texte="…")
        Obstacle.objects.create(experimentation=project, famille="acces", texte="…", rencontre_le="2026-02-02")
    client = browse("lecteur")
    with django_assert_num_queries(queries):
        client.get(f"/experimentations/{project.pk}/{part}/")


@pytest.mark.parametrize("several", [1, 3])
@pytest.mark.parametrize(("page", "queries"), [("", 15), ("evaluation/", 19)])
def test_home_and_evaluation_ask_as_much_for_one_as_for_three(
    project: Experimentation, browse: Browser, page: str, queries: int, several: int, django_assert_num_queries: Any
) -> None:
    for rank in range(several):
        Livrable.objects.create(experimentation=project, titre=f"Livrable {rank}", attendu_le="2026-02-02")
        Objectif.objects.create(evaluation=project.evaluation, titre=f"Objectif {rank}")
        Resultat.objects.create(evaluation=project.evaluation, texte="…")
        Condition.objects.create(evaluation=project.evaluation, nature="contrainte", texte="…")
    client = browse("referent_metier")
    with django_assert_num_queries(queries):
        client.get(f"/experimentations/{project.pk}/{page}")


@pytest.mark.parametrize("several", [1, 3])
def test_missions_ask_as_much_for_one_as_for_three(
    mission: Mission, browse: Browser, several: int, django_assert_num_queries: Any
) -> None:
    for _ in range(1, several):
        mission.pk = None
        mission.save()
    client = browse("consultante")
    with django_assert_num_queries(4):
        page = client.get("/missions/").content.decode()
    assert page.count("Trouver les données") == several


def over(project: Experimentation, evaluation: str) -> None:
    """Ended by the coordination; its evaluation is there."""
    franchir(project, "terminer", coordination())
    Evaluation.objects.filter(experimentation=project).update(etat=evaluation)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("brouillon", "Il reste à soumettre son"),
        ("soumise", "la coordination la lit"),
        ("validee", "Il reste à publier le"),
    ],
)
def test_home_of_a_project_that_is_over_says_what_is_left(
    project: Experimentation, browse: Browser, state: str, said: str
) -> None:
    over(project, state)
    project.livrables.all().delete()
    assert said in browse("lecteur").get(f"/experimentations/{project.pk}/").content.decode()


def test_closed_project_offers_no_writing_and_refuses_it(project: Experimentation, browse: Browser) -> None:
    over(project, "validee")
    client, path = browse("referent_metier"), f"/experimentations/{project.pk}"
    page = client.get(f"{path}/effort/").content.decode()
    assert "les fiches de ce projet ne changent plus" in page
    assert f"{path}/effort/ajouter/" not in page
    sent = {"jour": "2026-03-02", "part": "elu", "objet": "Réunion", "jours": "500", "euros": ""}
    answer = client.post(f"{path}/effort/ajouter/", sent)
    assert (answer.status_code, project.efforts.count()) == (400, 0)
    assert "L’évaluation de ce projet est validée" in answer.content.decode()
    upload = SimpleUploadedFile("note.csv", b"a;b\n1;2\n")
    client.post(f"{path}/fichiers/envoyer/", {"fichier": upload, "fin": "1"})
    assert "note.csv" not in client.get(f"{path}/fichiers/").content.decode()


def test_what_is_written_after_the_end_is_shown(project: Experimentation, browse: Browser) -> None:
    over(project, "soumise")
    client, path = browse("referent_metier"), f"/experimentations/{project.pk}"
    client.post(f"{path}/effort/ajouter/", {"jour": "2026-03-02", "part": "elu", "objet": "Réunion", "jours": "5"})
    assert "1 écriture depuis la fin du projet" in client.get(f"{path}/").content.decode()
    assert "après la fin du projet" in client.get(f"{path}/historique/").content.decode()


def test_halves_and_nothing_are_singular(project: Experimentation, mission: Mission, browse: Browser) -> None:
    project.participants.filter(part="referent_metier").update(charge="1.5")
    project.efforts.create(jour="2026-02-02", part="elu", objet="Atelier", jours="1.5")
    client = browse("lecteur")

    def read(path: str) -> str:
        return client.get(path).content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")

    assert "1,5 jour par mois" in read(f"/experimentations/{project.pk}/equipe/")
    home = read(f"/experimentations/{project.pk}/")
    assert ("1,5 jour de la ville" in home, "0 jour de conseil" in home) == (True, True)
    assert "0 jour sur 5 prévus" in read(f"/missions/{mission.pk}/")
    assert "0 jour sur 5 prévus" in read(f"/experimentations/{project.pk}/missions/")


def test_plan_is_read_on_a_phone_without_scrolling(project: Experimentation, browse: Browser) -> None:
    page = browse("lecteur").get(f"/experimentations/{project.pk}/plan/").content.decode()
    table = page[page.index("<table") : page.index("</table>")]
    assert table.startswith('<table role="table" class="table empile">')
    rows = project.etapes.count()
    assert [table.count(f'data-titre="{title}"') for title in ("Prévu", "Réel", "Écart")] == [rows] * 3
