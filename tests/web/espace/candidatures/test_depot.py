"""Reviewing, depositing, joining files, the receipt."""

import io
import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import now
from programme.candidatures.dossier import fill
from web.espace.candidatures.conftest import someone
from web.espace.candidatures.test_etapes import at

from coeurdeville.programme.candidatures.effacement import supprimer
from coeurdeville.programme.candidatures.pieces import fichier
from coeurdeville.programme.models import Appel, Candidature, PieceJointe, Recepisse

People = Callable[[str], Client]
TOKEN = "0123456789abcdef"
CSV = b"nom;nombre\nRue des Tilleuls;4\nPlace du Champ;7\n"


def test_review_tells_what_lacks_with_links(people: People, town: Candidature) -> None:
    page = people("referent").get(at(town, "relire/")).content.decode()
    assert f'<a href="{at(town, "etapes/partage/")}#champ-partage">' in page
    assert "14\u00a0questions à compléter" in page
    assert 'name="jeton"' not in page


def test_deposit_leads_to_the_receipt_twice_the_same(people: People, town: Candidature) -> None:
    fill(town, someone())
    browser = people("referent")
    assert 'name="jeton"' in browser.get(at(town, "relire/")).content.decode()
    before = now()
    for _ in range(2):
        answer = browser.post(at(town, "deposer/"), {"verbe": "deposer", "jeton": TOKEN})
        assert answer.headers["Location"] == at(town, "recepisses/1/")
    receipt = Recepisse.objects.get()
    assert before <= receipt.recu_le <= now()
    page = browser.get(at(town, "recepisses/1/")).content.decode()
    assert receipt.empreinte in page
    assert "essai-02691-1" in page
    paper = browser.get(at(town, "recepisses/1.pdf"))
    assert paper.content.startswith(b"%PDF-")
    assert paper.headers["Content-Disposition"] == 'attachment; filename="recepisse-essai-02691-1.pdf"'


def test_digest_is_computed_again_by_anybody(people: People, town: Candidature, tmp_path: Path) -> None:
    fill(town, someone(), partage="Une fiche « à part » : 1,5 page.")
    browser = people("referent")
    browser.post(at(town, "deposer/"), {"verbe": "deposer", "jeton": TOKEN})
    assert at(town, "recepisses/1.json") in browser.get(at(town, "recepisses/1/")).content.decode()
    answer = people("lecteur").get(at(town, "recepisses/1.json"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="recepisse-essai-02691-1.json"'
    file = tmp_path / "recepisse-essai-02691-1.json"
    file.write_bytes(answer.content)
    told = subprocess.run(["sha256sum", file.name], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert told == f"{Recepisse.objects.get().empreinte}  {file.name}\n"
    assert "à part" in json.loads(answer.content)["contenu"]["reponses"]["partage"]
    supprimer(Candidature.objects.get(), datetime(2024, 9, 15, 10, tzinfo=UTC))
    assert browser.get(at(town, "recepisses/1.json")).status_code == 404
    assert "recepisses/1.json" not in browser.get(at(town, "recepisses/1/")).content.decode()


def test_late_deposit_is_refused_clearly_and_keeps_everything(people: People, town: Candidature) -> None:
    fill(town, someone())
    Appel.objects.update(ferme_le=now() - timedelta(seconds=2))
    answer = people("referent").post(at(town, "deposer/"), {"verbe": "deposer", "jeton": TOKEN})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "La demande est arrivée le" in page
    assert "Ce qui se lit ci-dessous est enregistré." in page
    assert "Dire où planter d’abord." in page
    assert not Recepisse.objects.exists()


def test_form_without_token_does_nothing(people: People, town: Candidature) -> None:
    fill(town, someone())
    for sent in ({"verbe": "deposer"}, {"verbe": "retenir", "jeton": TOKEN}):
        assert people("referent").post(at(town, "deposer/"), sent).headers["Location"] == at(town, "relire/")
    assert Candidature.objects.get().etat == "brouillon"


def test_reader_does_not_deposit(people: People, town: Candidature) -> None:
    fill(town, someone())
    assert people("lecteur").post(at(town, "deposer/"), {"verbe": "deposer", "jeton": TOKEN}).status_code == 403
    assert 'name="jeton"' not in people("lecteur").get(at(town, "relire/")).content.decode()


def test_change_after_the_deposit_is_told_until_it_is_deposited(people: People, town: Candidature) -> None:
    fill(town, someone())
    browser = people("referent")
    browser.post(at(town, "deposer/"), {"verbe": "deposer", "jeton": TOKEN})
    assert "Rien à déposer de nouveau" in browser.get(at(town, "relire/")).content.decode()
    browser.post(at(town, "champs/partage/"), {"partage": "Deux fiches.", "base.partage": "1"})
    assert "c’est l’ancienne qui sera lue" in browser.get(at(town)).content.decode()
    browser.post(at(town, "deposer/"), {"verbe": "amender", "jeton": TOKEN.upper()})
    assert "c’est elle qui sera lue" in browser.get(at(town, "recepisses/1/")).content.decode()


def test_file_is_joined_read_and_taken_out(people: People, town: Candidature) -> None:
    browser = people("referent")
    sent = {"fichier": SimpleUploadedFile("plan.csv", CSV), "fin": "1"}
    assert browser.post(at(town, "pieces/"), sent).headers["Location"] == at(town, "pieces/")
    piece = PieceJointe.objects.get()
    assert (piece.nom, piece.taille, fichier(piece.empreinte).read_bytes()) == ("plan.csv", len(CSV), CSV)
    answer = people("lecteur").get(at(town, f"pieces/{piece.pk}/"))
    assert b"".join(answer.streaming_content) == CSV  # type: ignore[attr-defined]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="plan.csv"'
    browser.post(at(town, "pieces/"), {"fichier": SimpleUploadedFile("plan.csv", CSV), "fin": "1"})
    assert PieceJointe.objects.count() == 1
    browser.post(at(town, f"pieces/{piece.pk}/retirer/"))
    assert "Aucune pièce" in browser.get(at(town, "pieces/")).content.decode()
    assert fichier(piece.empreinte).is_file()


def test_file_that_harms_is_refused(people: People, town: Candidature) -> None:
    sent = {"fichier": SimpleUploadedFile("plan.pdf", b"MZ\x90\x00" + b"\x00" * 200), "fin": "1"}
    answer = people("referent").post(at(town, "pieces/"), sent)
    assert answer.status_code == 400
    assert not PieceJointe.objects.exists()


def test_upload_cut_at_nine_tenths_loses_nothing_typed(people: People, town: Candidature) -> None:
    fill(town, someone())
    whole = (
        b'--x\r\nContent-Disposition: form-data; name="fichier"; filename="plan.csv"\r\n\r\n' + CSV * 200
        + b'\r\n--x\r\nContent-Disposition: form-data; name="fin"\r\n\r\n1\r\n--x--\r\n'
    )  # fmt: skip
    cut = whole[: len(whole) * 9 // 10]
    answer = people("referent").generic(
        "POST", at(town, "pieces/"), cut, "multipart/form-data; boundary=x", CONTENT_LENGTH=str(len(whole)),
        **{"wsgi.input": io.BytesIO(cut)},
    )  # fmt: skip
    assert answer.status_code == 400
    assert "s’est interrompu avant la fin" in answer.content.decode()
    assert not PieceJointe.objects.exists()
    assert town.reponses.count() == 14


def test_joined_file_is_in_the_receipt(people: People, town: Candidature) -> None:
    fill(town, someone())
    browser = people("referent")
    browser.post(at(town, "pieces/"), {"fichier": SimpleUploadedFile("plan.csv", CSV), "fin": "1"})
    browser.post(at(town, "deposer/"), {"verbe": "deposer", "jeton": TOKEN})
    piece = PieceJointe.objects.get()
    assert Recepisse.objects.get().contenu["pieces"] == [
        {"nom": "plan.csv", "sorte": piece.sorte, "taille": len(CSV), "empreinte": piece.empreinte}
    ]


def test_pages_of_what_was_deleted_say_so_and_ask_nothing(people: People, town: Candidature) -> None:
    fill(town, someone())
    browser = people("referent")
    browser.post(at(town, "deposer/"), {"verbe": "deposer", "jeton": TOKEN})
    supprimer(Candidature.objects.get(), datetime(2024, 9, 15, 10, tzinfo=UTC))
    for rest in ("", "relire/", "etapes/binome/", "pieces/", "recepisses/1/"):
        page = browser.get(at(town, rest)).content.decode()
        assert "Effacé le 15/09/2024" in page, rest
        for asked in ("À compléter", "à compléter", "Relire et déposer", "qui sera lue", "Enregistrer"):
            assert asked not in page, (rest, asked)
