"""Sending a file: what is said of one that is refused, and that nothing of it is kept."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.test import Client

from coeurdeville.readers.reception import DATA, Limits
from coeurdeville.web import uploads
from coeurdeville.web.public.schemas.checking import beginning

from .conftest import SEND, said_of

pytestmark = pytest.mark.django_db
TREES = b"id,longitude,latitude,code_insee,hauteur,etat\n02691-1,3.28,49.84,02691,12,en place\n"


def kept(data: Path) -> list[Path]:
    folder = data / "verifications"
    return list(folder.iterdir()) if folder.is_dir() else []


def test_form_works_without_script_and_says_what_becomes_of_the_file(client: Client) -> None:
    page = client.get(SEND)
    assert "Il est gardé 24 heures à une adresse que vous seul connaissez" in said_of(page)
    form = page.content.decode().partition("<form")[2].partition("</form>")[0]
    assert form.rindex('type="file"') < form.index('name="fin"')


def test_schema_of_the_address_is_chosen(client: Client) -> None:
    assert '<option value="lieux-frais" selected>' in client.get(f"{SEND}?schema=lieux-frais").content.decode()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("arbres.csv", b"MZ\x90\x00", "c’est un programme Windows"),
        ("arbres.csv", b"<html><script>alert(1)</script>", "c’est une page web"),
        ("arbres.csv", b"", "est vide"),
        ("plan.pdf", b"%PDF-1.7\n%%EOF", "document PDF, qui n’est pas accepté ici"),
        ("arbres.xlsx", b"PK\x03\x04tronqu\xe9", "est tronqué ou abîmé"),
    ],
)
def test_file_that_is_refused_is_said_and_not_kept(
    name: str, content: bytes, said: str, data: Path, send: Callable[..., Any]
) -> None:
    response = send(name, content)
    assert response.status_code == 400
    assert said in said_of(response)
    assert "Il y a un problème" in said_of(response)
    assert kept(data) == []


def test_all_that_is_wrong_with_the_form_is_said_at_once(data: Path, send: Callable[..., Any]) -> None:
    response = send("a.csv", b"MZ", schema="inconnu", commune="Nullepart-sur-Rien")
    page = response.content.decode()
    assert [f'href="#{one}"' in page for one in ("fichier", "schema", "commune")] == [True, True, True]
    assert kept(data) == []


def test_ambiguous_commune_is_said_with_its_candidates(data: Path, send: Callable[..., Any]) -> None:
    response = send("a.csv", TREES, commune="Saint-Denis")
    assert response.status_code == 400
    assert "Saint-Denis" in said_of(response)
    assert kept(data) == []


def test_sending_without_file_is_said(client: Client) -> None:
    assert "Aucun fichier n’a été choisi." in said_of(client.post(SEND, {"fin": "1"}))


def test_body_cut_at_nine_tenths_is_refused(client: Client, data: Path) -> None:
    """The last field of the form never arrives, as when a connection breaks behind a proxy that waits for nothing."""
    content = TREES * 2000
    head = b'--x\r\nContent-Disposition: form-data; name="fichier"; filename="arbres.csv"\r\n\r\n'
    body = head + content + b'\r\n--x\r\nContent-Disposition: form-data; name="fin"\r\n\r\n1\r\n--x--\r\n'
    cut = body[: len(body) * 9 // 10]
    response = client.generic("POST", SEND, cut, "multipart/form-data; boundary=x")
    assert response.status_code == 400
    assert "L’envoi du fichier s’est interrompu avant la fin." in said_of(response)
    assert kept(data) == []


@pytest.mark.parametrize("in_memory", [0, 2_500_000])
def test_body_beyond_the_limit_is_not_written(
    in_memory: int, data: Path, send: Callable[..., Any], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Limits(size=10_000, accepted=DATA)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = in_memory
    monkeypatch.setattr(uploads, "BESIDE", 1000)
    monkeypatch.setattr(uploads, "LIMITS", small)
    monkeypatch.setattr(beginning, "TABLES", small)
    response = send("a.csv", TREES * 1000)
    assert response.status_code == 413
    assert "dépasse 10 ko" in said_of(response)
    assert kept(data) == []


def test_too_many_sendings_are_refused_for_a_time(send: Callable[..., Any], settings: Any) -> None:
    settings.CHECKS_PER_HOUR = 2
    assert [send("a.csv", b"MZ").status_code for _ in range(3)] == [400, 400, 429]
    response = send("a.csv", TREES)
    assert 0 < int(response["Retry-After"]) <= 3600
    assert "Trop de fichiers envoyés" in said_of(response)


def book(*sheets: str) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as written:
        for name in sheets:
            sheet = written.add_worksheet(name)
            for row, cells in enumerate(TREES.decode().splitlines()):
                sheet.write_row(row, 0, cells.split(","))
    return file.getvalue()


def test_workbook_of_two_sheets_asks_which(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.xlsx", book("2025", "2026"), schema="arbres-urbains")
    page = client.get(address)
    assert "Que faut-il lire dans ce fichier" in said_of(page)
    assert 'value="2026"' in page.content.decode()
    assert client.post(f"{address}choix/", {"feuille": "2026"})["Location"] == address
    assert "Le verdict" in said_of(client.get(address))


def test_sheet_that_is_not_there_is_asked_again(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.xlsx", book("2025", "2026"), schema="arbres-urbains")
    client.post(f"{address}choix/", {"feuille": "1999"})
    assert "Que faut-il lire dans ce fichier" in said_of(client.get(address))


def test_archive_of_two_files_asks_which(checked: Callable[..., str], client: Client) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.csv", TREES)
        archive.writestr("b.csv", TREES)
    address = checked("arbres.zip", file.getvalue(), schema="arbres-urbains")
    client.post(f"{address}choix/", {"feuille": "b.csv"})
    assert "Le verdict" in said_of(client.get(address))


def test_file_of_no_schema_asks_which(checked: Callable[..., str], client: Client) -> None:
    address = checked("bancs.csv", b"matiere;couleur\nbois;vert\n")
    page = client.get(address)
    assert "De quel schéma s’agit-il" in said_of(page)
    assert page.content.decode().count('name="schema"') == 4
    client.post(f"{address}choix/", {"schema": "espaces-verts"})
    assert "Espaces verts" in said_of(client.get(address))


def test_file_that_cannot_be_read_has_a_page_that_says_why(checked: Callable[..., str], client: Client) -> None:
    page = client.get(checked("arbres.json", b'[{"id": 1}, {"id": '))
    assert page.status_code == 422
    assert "arbres.json n’a pas pu être vérifié" in said_of(page)
    assert "est tronqué ou abîmé" in said_of(page)
