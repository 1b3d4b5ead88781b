"""Files and folders that come in and go out: what was found is said, what is hostile is refused, nothing is lost."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.inventory.ville import open_ville
from coeurdeville.web.espace.dossier import ajout
from coeurdeville.web.public.schemas.checking.giving import Given

from .conftest import said

HERE = '[ville]\nnom = "Valbois-sur-Ourle"\ncommune = "00042"\n'
AJOUTER, IMPORTER = "/espace/00042/ajouter-fichier/", "/espace/00042/importer/"
TREES = (
    "identifiant;lat;lon;espèce;hauteur totale;h tronc\n"
    + "".join(f"{rank};46.5;2.{3500 + rank};Tilia;12;2\n" for rank in range(1, 30))
).encode()


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_file_is_read_entered_and_told(ana: Client, revisions: Depot) -> None:
    page = ana.post(
        AJOUTER, {"fin": "1", "fichier": sent("../../Relevé 2024.csv", TREES), "couche": "arbres", "licence": "lov2"}
    )
    assert page.status_code == 200
    assert "C’est la révision 2 du dossier" in page.text
    ((one, *_),) = page.context["donnees"]
    assert (one.id, one.fichier) == ("arbres-2", "fichiers/releve-2024.csv")
    assert one.correspondance.colonnes["hauteur_totale"] == "hauteur totale"
    assert (revisions.ouvrir() / one.fichier).read_bytes() == TREES
    last = revisions.derniere()
    assert last is not None
    assert last.motif == "Ajout de Relevé 2024.csv"


def test_the_same_file_again_adds_nothing(ana: Client, revisions: Depot) -> None:
    for _ in range(2):
        page = ana.post(AJOUTER, {"fin": "1", "fichier": sent("releve.csv", TREES), "couche": "arbres"})
    assert "Ce fichier était déjà au dossier" in page.text
    assert len(revisions.revisions()) == 2


def test_a_column_that_is_not_sure_is_asked_then_confirmed(ana: Client, revisions: Depot) -> None:
    content = TREES.replace(b"hauteur totale", b"ma_hauteur_relevee")
    page = ana.post(AJOUTER, {"fin": "1", "fichier": sent("releve.csv", content), "couche": "arbres"})
    ((one, *_),) = page.context["donnees"]
    assert list(one.correspondance.a_confirmer) == ["hauteur_totale"]
    assert "Hauteur totale serait «&nbsp;ma_hauteur_relevee&nbsp;»" in page.text
    assert "Confirmer et compléter la fiche" in page.text
    form = ana.get("/espace/00042/modifier/arbres-2/").context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    ana.post("/espace/00042/modifier/arbres-2/", data | {"confirmer.hauteur_totale": "oui"})
    mapping = said(revisions, "arbres-2").correspondance
    assert (mapping.colonnes["hauteur_totale"], mapping.a_confirmer) == ("ma_hauteur_relevee", {})


def test_a_file_added_beside_another_change_keeps_both(ana: Client, luc: Client, revisions: Depot) -> None:
    luc.post("/espace/00042/retirer/eaux/", {"base": 1})
    ana.post(AJOUTER, {"fin": "1", "fichier": sent("releve.csv", TREES), "couche": "arbres"})
    last = revisions.derniere()
    assert last is not None
    assert last.numero == 3


@pytest.mark.parametrize(
    ("name", "content", "couche", "words"),
    [
        ("vide.csv", b"", "arbres", "est vide"),
        ("programme.csv", b"MZ\x90\x00" + b"\x00" * 200, "arbres", "programme.csv"),
        ("page.csv", b"<html><script>alert(1)</script></html>", "arbres", "page.csv"),
        ("plan.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n", "arbres", "pas accepté"),
        ("notes.csv", TREES, "", "Choisir la couche dans la liste"),
        ("notes.csv", b"nom\nun\ndeux\n", "arbres", "coordonnées"),
    ],
)
def test_what_cannot_be_used_is_refused_and_the_answers_stay(
    ana: Client, revisions: Depot, name: str, content: bytes, couche: str, words: str
) -> None:
    page = ana.post(
        AJOUTER, {"fin": "1", "fichier": sent(name, content), "couche": couche, "producteur": "Bureau d’études"}
    )
    assert page.status_code == 400
    assert "Le dossier de la ville n’a pas changé" in page.text
    assert words in page.text
    assert page.context["form"]["producteur"].value() == "Bureau d’études"
    assert "<script>alert" not in page.text
    assert len(revisions.revisions()) == 1


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"fin": "1"}, "Aucun fichier n’a été choisi"),
        ({}, "L’envoi du fichier s’est interrompu avant la fin"),
        ({"fin": "1", "verification": "jeton-inconnu"}, "par cette vérification n’est plus là"),
        (
            {"fin": "1", "fichier": [sent("a.csv", TREES), sent("b.csv", TREES)], "couche": "arbres"},
            "Plusieurs fichiers de données",
        ),
        (
            {"fin": "1", "fichier": [sent(f"{rank}.csv", TREES) for rank in range(13)], "couche": "arbres"},
            "Plus de 12 fichiers",
        ),
        ({"fin": "1", "fichier": sent("a.csv", TREES), "couche": "arbres", "millesime": "été"}, "n’est pas lisible"),
        (
            {"fin": "1", "fichier": sent("a.csv", TREES), "couche": "arbres", "constantes": "scenario moyen"},
            "ne dit pas quelle colonne",
        ),
    ],
)
def test_a_form_that_says_too_little_or_too_much(ana: Client, told: dict[str, object], code: str) -> None:
    page = ana.post(AJOUTER, told)
    assert page.status_code == 400
    assert code in page.text


def test_the_file_that_a_checking_repaired_is_added(
    ana: Client, revisions: Depot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "arbres-urbains.csv"
    table.write_bytes(TREES)
    given = Given(table, tmp_path / "arbres.toml", "arbres-urbains", "inventaire.xlsx", "00042")
    monkeypatch.setattr(ajout, "repaired_file", {"jeton": given}.get)
    page = ana.get(f"{AJOUTER}?verification=jeton").text
    assert "<strong>inventaire.xlsx</strong>" in page
    assert 'type="file"' not in page
    assert ana.post(AJOUTER, {"fin": "1", "verification": "jeton", "couche": "arbres"}).status_code == 200
    assert "fichiers/arbres-urbains.csv" in revisions.revisions()[-1].fichiers


def test_a_file_sent_after_the_session_keeps_its_answers(ana: Client, revisions: Depot) -> None:
    ana.get(AJOUTER)
    del ana.cookies["sessionid"]
    client = ana
    client.post(
        AJOUTER, {"fin": "1", "fichier": sent("a.csv", TREES), "couche": "arbres", "producteur": "Bureau d’études"}
    )
    client.force_login(Utilisateur.objects.get(), "django.contrib.auth.backends.ModelBackend")
    page = client.get(AJOUTER)
    assert "il faut choisir le fichier de nouveau" in page.text
    assert page.context["form"]["producteur"].value() == "Bureau d’études"
    assert len(revisions.revisions()) == 1


def test_a_folder_goes_out_and_comes_back(ana: Client, revisions: Depot) -> None:
    answer = ana.get("/espace/00042/exporter/")
    content = b"".join(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="ville-00042-revision-1.zip"'
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert [one["motif"] for one in json.loads(archive.read("revisions.json"))] == ["Création du dossier"]
    ana.post("/espace/00042/retirer/arbres/", {"base": 1, "avec_fichier": "on"})
    assert ana.post(IMPORTER, {"fin": "1", "fichier": sent("mon dossier.zip", content)})["Location"] == "/espace/00042/"
    last = revisions.derniere()
    assert last is not None
    assert (last.numero, last.motif, last.fichiers) == (3, "Import de mon dossier.zip", revisions.revision(1).fichiers)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "est vide"),
        (b"PK\x03\x04coup", "tronqué ou abîmé"),
        (b"pas une archive", "tronqué ou abîmé"),
        ({"../ville.toml": "x"}, "sortiraient de leur dossier"),
        ({"notes.txt": "x"}, "pas de fichier ville.toml"),
        ({"ville.toml": '[ville]\nnom = "Autre"\ncommune = "00043"\n'}, "commune 00043"),
        ({"ville.toml": "0" * 60_000_000}, "grossissent"),
        ({"ville.toml": HERE, "fichiers/run.exe": "MZ"}, "«\u00a0fichiers/run.exe\u00a0» est refusé"),
        ({"ville.toml": HERE, "fichiers/a.csv": "<!doctype html>"}, "une page web"),
    ],
)
def test_a_folder_that_cannot_be_taken_changes_nothing(
    ana: Client, revisions: Depot, content: bytes | dict[str, str], words: str
) -> None:
    page = ana.post(IMPORTER, {"fin": "1", "fichier": sent("dossier.zip", zipped(content))})
    assert page.status_code == 400
    assert "Le dossier de la ville n’a pas changé" in page.text
    assert words in page.text
    assert len(revisions.revisions()) == 1


def test_a_refusal_names_the_folder_that_was_sent(ana: Client) -> None:
    page = ana.post(IMPORTER, {"fin": "1", "fichier": sent("Valbois 2026.zip", b"pas une archive")})
    assert "«\u00a0Valbois 2026.zip\u00a0»" in page.text


def test_a_folder_that_changes_nothing_says_so(ana: Client, revisions: Depot) -> None:
    content = b"".join(ana.get("/espace/00042/exporter/"))  # type: ignore[call-overload]
    page = ana.post(IMPORTER, {"fin": "1", "fichier": sent("d.zip", content)}, follow=True)
    assert "le même que la révision 1\u00a0: rien n’a changé" in page.text
    assert "Dossier importé" not in page.text
    assert len(revisions.revisions()) == 1


def test_what_is_left_aside_or_missing_is_said(ana: Client, revisions: Depot) -> None:
    town = HERE + '[[donnees]]\nid = "arbres"\ncouche = "arbres"\nfichier = "fichiers/arbres.csv"\n'
    content = zipped({"ville.toml": town, "autre/secret.txt": "x", "revisions.json": "[]"})
    page = ana.post(IMPORTER, {"fin": "1", "fichier": sent("d.zip", content)}, follow=True)
    assert "Dossier importé\u00a0: révision 2" in page.text
    assert "1\u00a0fichier a été laissé de côté" in page.text
    assert "autre/secret.txt" in page.text
    assert "le fichier «\u00a0fichiers/arbres.csv\u00a0» n’est pas dans le dossier" in page.text
    assert list(revisions.revision(2).fichiers) == ["ville.toml"]


def test_nothing_chosen_is_said(ana: Client) -> None:
    assert "Aucun fichier n’a été choisi" in ana.post(IMPORTER, {"fin": "1"}).text


def zipped(content: bytes | dict[str, str]) -> bytes:
    if isinstance(content, bytes):
        return content
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return made.getvalue()


def test_files_wait_nowhere(ana: Client, revisions: Depot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ana.post(AJOUTER, {"fin": "1", "fichier": sent("a.csv", b"nom\nun\n"), "couche": "arbres"})
    ana.post(IMPORTER, {"fin": "1", "fichier": sent("a.zip", b"non")})
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_a_newer_file_takes_the_place_of_an_entrys(ana: Client, revisions: Depot) -> None:
    page = ana.get(AJOUTER, {"donnee": "arbres"})
    assert "Donner un fichier à «&nbsp;Arbres publics&nbsp;»" in page.text
    ana.post(AJOUTER, {"fin": "1", "fichier": sent("Relevé 2024.csv", TREES), "donnee": "arbres"})
    one = said(revisions)
    assert (one.titre, one.detenteur, one.fichier) == ("Arbres publics", "Ville de Valbois", "fichiers/releve-2024.csv")
    assert (revisions.ouvrir() / "fichiers" / "releve-2024.csv").read_bytes() == TREES


def test_a_shapefile_cut_while_it_was_sent_is_not_kept(ana: Client, revisions: Depot) -> None:
    page = ana.post(AJOUTER, {"fichier": [sent("arbres.shp", b"x"), sent("arbres.shx", b"x")], "couche": "arbres"})
    assert page.status_code == 400
    assert "s’est interrompu avant la fin" in page.text
    assert "s’est interrompu avant la fin" in ana.post(IMPORTER, {"fichier": sent("d.zip", b"PK")}).text
    assert len(revisions.revisions()) == 1


def test_importing_gives_back_a_content_that_every_revision_lost(ana: Client, revisions: Depot) -> None:
    exported = b"".join(ana.get("/espace/00042/exporter/"))  # type: ignore[call-overload]
    last = revisions.derniere()
    assert last is not None
    revisions.objets.path(last.fichiers["fichiers/arbres.csv"]).unlink()
    opened = revisions.ouvrir()
    opened.rename(opened.with_name("perdue"))
    assert ana.get("/espace/00042/").status_code == 503
    assert ana.post(IMPORTER, {"fin": "1", "fichier": sent("d.zip", exported)}).status_code == 302
    assert ana.get("/espace/00042/").status_code == 200


def test_an_entry_set_aside_keeps_no_other_file_out(ana: Client, revisions: Depot) -> None:
    def outside(town: Path) -> None:
        text = (town / "ville.toml").read_text("utf-8")
        (town / "ville.toml").write_text(text.replace("fichiers/arbres.csv", "../../../00002/ville.toml"), "utf-8")

    revisions.enregistrer(1, outside, "Ana Roy", "erreur")
    assert "fichier-hors-dossier" in [one.code for one in open_ville(revisions.ouvrir()).problems]
    page = ana.post(AJOUTER, {"fin": "1", "fichier": sent("releve.csv", TREES), "couche": "arbres"})
    assert page.status_code == 200
    assert "C’est la révision 3 du dossier" in page.text
