"""A consultant writes the missions entrusted to them, and nothing else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from programme.monde import user
from web.experimentations.conftest import Browser, browse, mission, project

from coeurdeville.programme.models import Courrier, Experimentation, Mission, NoteJournal
from coeurdeville.web.uploads import LAST

__all__ = ["browse", "mission", "project"]


def test_coordination_orders_then_engages_a_mission(project: Experimentation, browse: Browser) -> None:
    client, said = browse("coordination"), {"objet": "Cadrer", "cabinet": "Cabinet", "jours_prevus": "3,5"}
    path = f"/experimentations/{project.pk}/missions/ajouter/"
    refused = client.post(path, {**said, "courriel": "inconnue@essai.example"})
    assert (refused.status_code, "Aucun compte n’a l’adresse" in refused.content.decode()) == (400, True)
    client.post(path, said)
    made = Mission.objects.get(objet="Cadrer")
    client.post(f"/gestes/mission/{made.pk}/engager/")
    made.refresh_from_db()
    assert made.etat == "prevue"
    more = {"courriel": "autre@essai.example", "debut": "2026-02-02", "fin": "2026-04-02"}
    user("autre")
    client.post(f"/missions/{made.pk}/modifier/", {**said, **more})
    client.post(f"/gestes/mission/{made.pk}/engager/")
    made.refresh_from_db()
    assert (made.etat, str(made.accompagnateur)) == ("en_cours", "autre@essai.example")
    assert Courrier.objects.get(modele="mission_engagee").destinataire == made.accompagnateur


def test_consultant_writes_the_report_and_hands_it_in(mission: Mission, browse: Browser) -> None:
    client = browse("consultante")
    client.post(f"/missions/{mission.pk}/rapport/", {"jours_faits": "4,5", "rapport": "Ce qui a été trouvé."})
    sent = {"fichier": SimpleUploadedFile("note.csv", b"a;b\n1;2\n"), LAST: "1"}
    client.post(f"/missions/{mission.pk}/fichier/", sent)
    client.post(f"/gestes/mission/{mission.pk}/rendre/")
    mission.refresh_from_db()
    assert (mission.etat, float(mission.jours_faits), mission.fichier) == ("rendue", 4.5, "note.csv")
    assert client.get(f"/missions/{mission.pk}/rapport/").status_code == 403
    page = browse("lecteur").get(f"/missions/{mission.pk}/").content.decode()
    assert "Ce qui a été trouvé." in page


def test_empty_report_is_not_handed_in(mission: Mission, browse: Browser) -> None:
    answer = browse("consultante").post(f"/gestes/mission/{mission.pk}/rendre/", follow=True)
    mission.refresh_from_db()
    assert mission.etat == "en_cours"
    assert "Le rapport est vide." in answer.content.decode()


@pytest.mark.parametrize("who", ["referent_metier", "animateur", "coordination"])
def test_nobody_else_writes_the_report(mission: Mission, browse: Browser, who: str) -> None:
    assert browse(who).get(f"/missions/{mission.pk}/").status_code == 200
    assert browse(who).get(f"/missions/{mission.pk}/rapport/").status_code == 403


@pytest.mark.parametrize("state", ["prevue", "annulee"])
def test_consultant_reads_the_project_of_a_mission_that_runs(mission: Mission, browse: Browser, state: str) -> None:
    client, path = browse("consultante"), f"/experimentations/{mission.experimentation_id}/"
    assert client.get(path).status_code == 200
    assert path in client.get("/experimentations/").content.decode()
    Mission.objects.update(etat=state)
    assert client.get(path).status_code == 403
    assert path not in client.get("/experimentations/").content.decode()
    page = client.get(f"/missions/{mission.pk}/")
    assert (page.status_code, f'"{path}"' in page.content.decode()) == (200, False)


def test_consultant_still_reads_the_project_once_the_report_is_handed_in(mission: Mission, browse: Browser) -> None:
    Mission.objects.update(etat="rendue")
    client, path = browse("consultante"), f"/experimentations/{mission.experimentation_id}/"
    assert client.get(path).status_code == 200
    assert path in client.get("/experimentations/").content.decode()
    assert f'"{path}"' in client.get(f"/missions/{mission.pk}/").content.decode()


def test_consultant_writes_in_the_journal_while_the_mission_runs(mission: Mission, browse: Browser) -> None:
    client, path = browse("consultante"), f"/experimentations/{mission.experimentation_id}/journal/"
    assert f'href="{path}ajouter/"' in client.get(path).content.decode()
    client.post(f"{path}ajouter/", {"jour": "2026-02-02", "texte": "Atelier avec les jardiniers."})
    mine = NoteJournal.objects.get()
    assert f'href="{path}{mine.pk}/"' in client.get(path).content.decode()
    client.post(f"{path}{mine.pk}/", {"jour": "2026-02-02", "texte": "Atelier avec douze jardiniers."})
    mine.refresh_from_db()
    assert mine.texte == "Atelier avec douze jardiniers."
    Mission.objects.update(etat="rendue")
    assert client.get(path).status_code == 200
    for end in ("ajouter/", f"{mine.pk}/"):
        assert client.get(f"{path}{end}").status_code == 403
    assert f'href="{path}ajouter/"' not in client.get(path).content.decode()


def test_consultant_changes_no_page_of_the_pair(mission: Mission, browse: Browser) -> None:
    path = f"/experimentations/{mission.experimentation_id}/journal/"
    browse("referent_metier").post(f"{path}ajouter/", {"jour": "2026-02-02", "texte": "Réunion."})
    theirs, client = NoteJournal.objects.get(), browse("consultante")
    assert f'href="{path}{theirs.pk}/"' not in client.get(path).content.decode()
    assert client.get(f"{path}{theirs.pk}/").status_code == 403
    assert client.post(f"{path}{theirs.pk}/retirer/").status_code == 403
    assert browse("referent_metier").get(f"{path}{theirs.pk}/").status_code == 200
