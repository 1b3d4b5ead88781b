"""A paper that has every kind of block, and the means to read it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.reports.documents import (
    Bullets,
    Column,
    Columns,
    Document,
    Evidence,
    Facts,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    Quote,
    Signature,
    Signatures,
    Table,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100" role="img">'
    '<title id="carte-title">ailleurs</title><g id="carte-points"><circle cx="20" cy="20" r="5" fill="#1C6B49"/></g>'
    '<text x="50" y="50" font-size="10">Centre</text></svg>'
)
JOURNAL = Evidence("Journal de Valbois, 3 mars 2023", "/appels/saison-2/valbois/journal/")
EFFORTS = Evidence("Tableau des efforts", "https://exemple.invalid/efforts.csv")


@pytest.fixture(scope="session")
def whole() -> Document:
    """Fictional town."""
    return Document(
        title="Où planter pour que l’on ait moins chaud ?",
        subtitle="Cas d’usage de Valbois",
        theme="climat",
        reference="CU-2022-01",
        date=date(2023, 5, 1),
        issuers=("Banque des Territoires", "OpenDataFrance"),
        blocks=(
            Paragraph("Cinquante rues ont été choisies.", (JOURNAL, EFFORTS)),
            KeyFigures((KeyFigure("50 rues", "choisies", "sur 412"), KeyFigure("34 jours", "de travail"))),
            Heading("Le problème"),
            Columns(
                (Paragraph("Trois étés de suite.\nDes écoles ont fermé."), Heading("La carte", 3)),
                (Figure(SVG, "Carte : un arbre au centre.", "Un arbre, au centre", "Inventaire de Valbois, 2022"),),
            ),
            Heading("Le problème"),
            Bullets(("Compléter l’inventaire.", "", "Choisir les rues."), ordered=True),
            Table(
                "Données et état",
                (Column("Donnée"), Column("Fiches", numeric=True), Column("État", shows="badge")),
                (("Arbres", "9 000", "publiée"), ("Réseaux", "", "demandée")),
                "État au 1er mai 2023.",
                ("ok", "partial"),
            ),
            Table("Recours", (Column("Ville"),), ()),
            Quote("Nous aurions dû appeler plus tôt.", "Chef de projet"),
            Facts((("Licence", "EUPL 1.2"), ("Téléphone", ""))),
            Note("Les arbres privés ne sont pas comptés.", "warning"),
            Paragraph("Deux jours ont été gagnés, est-ce assez ?", (EFFORTS,)),
            Signatures((Signature("Camille Essai", "Directrice"), Signature("Dominique Essai"))),
        ),
        footer="Ville et chiffres fictifs.",
        contents=True,
    )


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., str]:
    """What a tool of poppler says of a file; a test that needs it is skipped where it is not installed."""

    def run(document: bytes, tool: str = "pdftotext", *options: str) -> str:
        found = shutil.which(tool)
        if found is None:
            pytest.skip(f"{tool} (poppler-utils) is not installed")
        (tmp_path / "essai.pdf").write_bytes(document)
        command = [found, *options, str(tmp_path / "essai.pdf"), *(["-"] if tool == "pdftotext" else [])]
        return subprocess.run(command, capture_output=True, check=True, text=True, errors="replace").stdout

    return run
