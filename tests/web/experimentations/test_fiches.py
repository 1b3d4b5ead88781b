"""Writing the records of a project on its pages."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from web.experimentations.conftest import Browser

from coeurdeville.programme.models import Experimentation, NoteJournal, Objectif, Participant, Preuve
from coeurdeville.web.uploads import LAST

NOTE = {"jour": "2026-02-02", "texte": "Première réunion."}


def path(project: Experimentation, end: str) -> str:
    return f"/experimentations/{project.pk}/{end}"


def test_page_is_written_changed_and_taken_away(project: Experimentation, browse: Browser) -> None:
    client = browse("referent_metier")
    answer = client.post(path(project, "journal/ajouter/"), NOTE)
    assert (answer.status_code, answer.headers["Location"]) == (302, path(project, "journal/"))
    one = NoteJournal.objects.get()
    client.post(path(project, f"journal/{one.pk}/"), {**NOTE, "texte": "Seconde."})
    one.refresh_from_db()
    assert one.texte == "Seconde."
    client.post(path(project, f"journal/{one.pk}/retirer/"))
    assert not NoteJournal.objects.exists()
    told = client.get(path(project, "historique/")).content.decode()
    assert [told.count(word) for word in ("a ajouté une page", "a changé une page", "a retiré une page")] == [1, 1, 1]


def test_what_is_refused_stays_in_the_form_with_its_reason(project: Experimentation, browse: Browser) -> None:
    said = {"jour": "2026-02-02", "part": "", "objet": "Achat de sondes", "jours": "", "euros": ""}
    answer = browse("referent_metier").post(path(project, "effort/ajouter/"), said)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Ni jours ni euros." in page
    assert 'value="Achat de sondes"' in page


def test_two_writers_do_not_erase_each_other(project: Experimentation, browse: Browser) -> None:
    one = NoteJournal.objects.create(experimentation=project, **NOTE)
    first, second = browse("referent_metier"), browse("correspondant_donnees")
    seen = first.get(path(project, f"journal/{one.pk}/")).context["form"].lue
    second.post(path(project, f"journal/{one.pk}/"), {**NOTE, "texte": "La sienne.", "lue": seen})
    answer = first.post(path(project, f"journal/{one.pk}/"), {**NOTE, "texte": "La mienne.", "lue": seen})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "La sienne." in page
    assert "La mienne." in page
    again = {**NOTE, "texte": "Les deux.", "lue": answer.context["form"].lue}
    assert first.post(path(project, f"journal/{one.pk}/"), again).status_code == 302
    one.refresh_from_db()
    assert one.texte == "Les deux."


def test_decimal_comma_is_understood(project: Experimentation, browse: Browser) -> None:
    said = {"jour": "2026-02-02", "part": "elu", "objet": "Atelier", "jours": "1,5", "euros": ""}
    assert browse("referent_metier").post(path(project, "effort/ajouter/"), said).status_code == 302
    assert project.efforts.get().jours == 1.5


def test_evidence_is_chosen_among_what_there_is_and_said_gone(project: Experimentation, browse: Browser) -> None:
    client = browse("correspondant_donnees")
    sent = {"fichier": SimpleUploadedFile("releve.csv", b"arbre;essence\n1;tilleul\n"), LAST: "1"}
    client.post(path(project, "fichiers/envoyer/"), sent)
    assert b"releve.csv" in client.get(path(project, "fichiers/")).content
    said = {"objet": "fichier:releve.csv", "montre": "Les arbres relevés"}
    assert client.post(path(project, "preuves/ajouter/"), said).status_code == 302
    assert "n’est plus là" not in client.get(path(project, "preuves/")).content.decode()
    Preuve.objects.update(reference="perdu.csv")
    assert "n’est plus là" in client.get(path(project, "preuves/")).content.decode()
    assert client.post(path(project, "preuves/ajouter/"), {**said, "objet": "entree:inventee"}).status_code == 400


def test_file_is_taken_by_those_who_follow_the_project_alone(project: Experimentation, browse: Browser) -> None:
    sent = {"fichier": SimpleUploadedFile("releve.csv", b"a;b\n1;2\n"), LAST: "1"}
    browse("referent_metier").post(path(project, "fichiers/envoyer/"), sent)
    answer: Any = browse("consultante").get(path(project, "fichiers/releve.csv"))
    assert b"".join(answer.streaming_content) == b"a;b\n1;2\n"
    assert browse("ailleurs").get(path(project, "fichiers/releve.csv")).status_code == 403
    assert browse("referent_metier").get(path(project, "fichiers/..%2F..%2Fbase.sqlite3")).status_code == 404


def test_cut_sending_keeps_nothing(project: Experimentation, browse: Browser) -> None:
    client = browse("referent_metier")
    client.post(path(project, "fichiers/envoyer/"), {"fichier": SimpleUploadedFile("a.csv", b"a;b\n")})
    assert b"a.csv" not in client.get(path(project, "fichiers/")).content


def test_steps_are_spread_and_the_part_handed_over(project: Experimentation, browse: Browser) -> None:
    client = browse("referent_metier")
    client.post(path(project, "plan/repartir/"), {"debut": "2026-02-02", "mois": "9"})
    project.refresh_from_db()
    assert str(project.fin_prevue) == "2026-11-01"
    assert "au démarrage" in client.get(path(project, "plan/")).content.decode()
    leaving = project.participants.get(part="referent_metier")
    said = {"fonction": "paysagiste", "des": "2026-03-01"}
    client.post(path(project, f"equipe/{leaving.pk}/succession/"), said)
    held = project.participants.filter(part="referent_metier")
    assert [(one.fonction, str(one.du), str(one.au)) for one in held] == [
        ("responsable des espaces verts", "2026-01-05", "2026-02-28"), ("paysagiste", "2026-03-01", "None"),
    ]  # fmt: skip


def test_evaluation_and_its_conditions(project: Experimentation, browse: Browser) -> None:
    client = browse("referent_metier")
    aim = {
        "titre": "Relever",
        "unite": "arbres",
        "depart": "0",
        "cible": "400",
        "resultat": "412",
        "source": "relevé",
    }
    assert client.post(path(project, "objectifs/ajouter/"), aim).headers["Location"] == path(project, "evaluation/")
    assert Objectif.objects.get().resultat == 412
    client.post(path(project, "evaluation/service/"), {"forme": "diagnostic", "service": "Une carte des arbres."})
    client.post(path(project, "evaluation/verifier/"))
    limit = {"nature": "perimetre", "texte": "Villes moyennes", "minimum": "20000", "maximum": "", "perimetre": ""}
    client.post(path(project, "conditions/ajouter/"), limit)
    page = client.get(path(project, "evaluation/")).content.decode()
    for words in ("Une carte des arbres.", "Relever", "Villes moyennes", "regardée le"):
        assert words in page, words
    found = client.get(path(project, "evaluation/redeploiement/")).content.decode()
    assert "essayées sur les 244 villes" in found
    assert "<svg" in found


def test_account_is_no_field_of_the_team(project: Experimentation, browse: Browser) -> None:
    page = browse("referent_metier").get(path(project, "equipe/ajouter/"))
    assert "utilisateur" not in page.context["form"].fields
    assert Participant.objects.filter(utilisateur__isnull=False).count() == 0


def test_export(project: Experimentation, browse: Browser) -> None:
    answer = browse("lecteur").get(path(project, "plan/export.csv"))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.decode("utf-8-sig").startswith("commune,ville,ordre,titre,debut_prevu")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1 250,50", "1250.50"), ("1\u202f250,50", "1250.50"), ("1\u00a0250", "1250.00"), ("1250.5", "1250.50")],
)
def test_figures_are_typed_as_the_site_writes_them(
    project: Experimentation, browse: Browser, typed: str, kept: str
) -> None:
    said = {"jour": "2026-02-02", "part": "", "objet": "Sondes", "jours": "", "euros": typed}
    assert browse("referent_metier").post(path(project, "effort/ajouter/"), said).status_code == 302
    assert str(project.efforts.get().euros) == kept


def test_figure_that_is_none_is_refused(project: Experimentation, browse: Browser) -> None:
    said = {"jour": "2026-02-02", "part": "", "objet": "Sondes", "jours": "", "euros": "1.250,50"}
    answer = browse("referent_metier").post(path(project, "effort/ajouter/"), said)
    assert (answer.status_code, "Saisissez un nombre" in answer.content.decode()) == (400, True)


def test_populations_are_typed_with_their_spaces(project: Experimentation, browse: Browser) -> None:
    limit = {"nature": "perimetre", "texte": "Villes moyennes", "minimum": "20\u202f000", "maximum": "50 000"}
    assert browse("referent_metier").post(path(project, "conditions/ajouter/"), limit).status_code == 302
    one = project.evaluation.conditions.get(nature="perimetre")
    assert (one.minimum, one.maximum) == (20_000, 50_000)
    below = {**limit, "minimum": "-5"}
    assert browse("referent_metier").post(path(project, "conditions/ajouter/"), below).status_code == 400
