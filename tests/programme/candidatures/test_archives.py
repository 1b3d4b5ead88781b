"""A call taken out: tables, workbook, bundle."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.utils.timezone import now
from programme.candidatures.dossier import fill
from programme.instructions.seance import judged, minutes
from programme.monde import call, candidature, member, review
from pytest_django import DjangoAssertNumQueries, Settings

from coeurdeville.programme.candidatures.archives.actes import decisions, journal
from coeurdeville.programme.candidatures.archives.feuilles import classeur, en_csv
from coeurdeville.programme.candidatures.archives.liasse import liasse
from coeurdeville.programme.candidatures.archives.lignes import notes, tableau
from coeurdeville.programme.candidatures.depot import deposer
from coeurdeville.programme.candidatures.pieces import fichier
from coeurdeville.programme.models import Appel, Candidature, Decision, Note, PieceJointe, Recepisse

pytestmark = pytest.mark.django_db


@pytest.fixture
def appel(settings: Settings, tmp_path: Path) -> Appel:
    """One town deposited with a file and was reviewed; another one never deposited."""
    settings.DATA = tmp_path
    made = call()
    town = candidature(made)
    fill(town, member(), partage="=1+1")
    fichier("ab" * 32).parent.mkdir(parents=True)
    fichier("ab" * 32).write_bytes(b"plan")
    for name, digest in (("plan.csv", "ab" * 32), ("perdu.pdf", "cd" * 32)):
        PieceJointe.objects.create(candidature=town, nom=name, sorte="CSV", taille=4, empreinte=digest)
    deposer(town, member(), "deposer", now(), "a")
    fill(candidature(made, "00002", "Jamais-Déposée"), member(commune="00002"))
    reading = review(Candidature.objects.get(commune="00001"), "ana", "rendue")
    for rank, one in enumerate(made.criteres.all()):
        Note.objects.create(relecture=reading, critere=one, valeur=rank + 1, motif="Un avis qui reste à l’instruction.")
    return made


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_table_has_a_line_by_deposit_and_no_formula(appel: Appel) -> None:
    (row,) = rows(en_csv(tableau(appel)))
    assert (row["Code Insee"], row["Ville"], row["État"]) == ("00001", "Bruyères-lès-Aulnes", "déposée")
    assert row["Récépissé"] == "essai-00001-1"
    assert row["Comment la ville partagera ses travaux avec les autres"] == "'=1+1"
    assert row["Données que le service demanderait"] == "Arbres (indispensable)"
    assert (row["Pièces jointes"], row["Relectures"]) == ("2", "1")
    assert float(row["Médiane"]) == 2.4


def test_scores_name_nobody_unless_asked_and_hold_no_comment(appel: Appel) -> None:
    told = en_csv(notes(appel, noms=False)).decode()
    assert "Relecteur 1" in told
    assert "ana@" not in told
    assert "avis" not in told
    assert [row["Note"] for row in rows(en_csv(notes(appel, noms=True)))] == ["1", "2", "3", "4"]
    assert rows(en_csv(notes(appel, noms=True)))[0]["Relecteur"] == "ana@essai.example"


def test_workbook_has_both_sheets(appel: Appel) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(classeur(appel, noms=False)))
    assert book.sheet_names == ["Candidatures", "Notes"]
    sheet: Any = book.get_sheet_by_name("Candidatures").to_python()
    assert sheet[1][:2] == ["00001", "Bruyères-lès-Aulnes"]
    assert "=1+1" in sheet[1]


def test_bundle_has_a_folder_by_town(appel: Appel) -> None:
    file = io.BytesIO()
    liasse(appel, file, noms=False)
    bundle = zipfile.ZipFile(file)
    town = "00001-bruyeres-les-aulnes"
    assert sorted(bundle.namelist()) == [
        f"{town}/dossier.html", f"{town}/dossier.json", f"{town}/pieces/1-plan.csv",
        f"{town}/recepisses/essai-00001-1.html", f"{town}/recepisses/essai-00001-1.json",
        "LISEZMOI.txt", "appel.html", "candidatures.csv", "candidatures.xlsx", "journal.csv", "manquants.txt",
        "notes.csv",
    ]  # fmt: skip
    told = json.loads(bundle.read(f"{town}/dossier.json"))
    receipt = Recepisse.objects.get()
    assert (told["empreinte"], told["reponses"]) == (receipt.empreinte, receipt.contenu["reponses"])
    assert bundle.read(f"{town}/pieces/1-plan.csv") == b"plan"
    assert "2-perdu.pdf" in bundle.read("manquants.txt").decode()
    assert "essai-00001-1" in bundle.read(f"{town}/dossier.html").decode()


def test_bundle_has_the_text_of_the_call_its_minutes_its_decisions_and_its_journal(appel: Appel) -> None:
    town = Candidature.objects.get(commune="00001")
    Decision.objects.create(candidature=town, issue="ecarter", motif="=Un dossier encore jeune.")
    Appel.objects.update(etat="decide", annonce_le=now())
    told = Appel.objects.get()
    assert rows(en_csv(decisions(told)))[0] == {
        "Code Insee": "00001", "Ville": "Bruyères-lès-Aulnes", "Issue": "non retenue", "Rang": "",
        "Motif": "'=Un dossier encore jeune.",
    }  # fmt: skip
    (event,) = [one for one in rows(en_csv(journal(told))) if one["Ce qui a été fait"] == "a déposé la candidature"]
    assert (event["Objet"], event["Ville"], event["État"]) == ("la candidature", "Bruyères-lès-Aulnes", "déposée")
    file = io.BytesIO()
    liasse(told, file, noms=False)
    bundle = zipfile.ZipFile(file)
    assert "decisions.csv" in bundle.namelist()
    assert "Appel d’essai" in bundle.read("appel.html").decode()


def test_bundle_has_the_minutes() -> None:
    judged_call = judged()
    minutes(judged_call)
    file = io.BytesIO()
    liasse(judged_call, file, noms=False)
    bundle = zipfile.ZipFile(file)
    assert "Procès-verbal nº 1 du jury" in bundle.read("proces-verbaux/1.html").decode().replace("\u00a0", " ")
    assert "decisions.csv" not in bundle.namelist()


@pytest.mark.parametrize("count", [1, 3, 200])
def test_queries_of_the_table(count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    made = call()
    for rank in range(count):
        town = Candidature.objects.create(appel=made, commune=f"00{rank:03d}", nom=f"Ville {rank}", etat="deposee")
        Recepisse.objects.create(
            candidature=town, numero=f"n-{rank}", rang=1, recu_le=now(), limite=now(), empreinte="", jeton="a",
            contenu={"reponses": {"partage": "Un."}, "pieces": []},
        )  # fmt: skip
    with django_assert_num_queries(4):
        assert len(tableau(made).lignes) == count
