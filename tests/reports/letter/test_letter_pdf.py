"""The paper letter: accessible by declaration, on one page, with the words of the structure."""

import dataclasses
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.inventory.demandes.competence import Detenteur
from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.fondement import FONDEMENTS
from coeurdeville.inventory.demandes.lettre import Lettre, write_lettre
from coeurdeville.inventory.vocabulaire import Acteur, Nature
from coeurdeville.layers.catalogue import kind_named
from coeurdeville.reports.letter import pdf
from coeurdeville.reports.typesetting import page_count
from coeurdeville.territories.commune import Commune, Departement, Region

HOSTILE = '#import "x" $a$ #b *c* _d_ @e [f] \\g `h` <i> // /* = 1 #sys.inputs'
COMMUNE = Commune("00042", "Valbois", Departement("00", "x"), Region("00", "x"), None, None, 9000, 2026, ("00120",), ())


def letter(ground: str, layer: str = "reseau-pluvial", name: str = "Syndicat du Val") -> Lettre:
    kind, chosen = kind_named(layer), FONDEMENTS[ground]
    holder = Detenteur(name, Nature.SYNDICAT, "", sur=True)
    demande = Demande(COMMUNE, kind, kind.title, holder, Acteur.NON_RENSEIGNE, (chosen,), chosen)
    return write_lettre(demande, date(2026, 11, 25))


def text_of(document: bytes, folder: Path) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    (folder / "lettre.pdf").write_bytes(document)
    told = subprocess.run([tool, str(folder / "lettre.pdf"), "-"], capture_output=True, check=True, text=True).stdout
    return flat(told)


def flat(text: str) -> str:
    """Without spaces, nor the hyphens on which lines are cut."""
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("ground", list(FONDEMENTS))
def test_a_letter_holds_on_one_page(ground: str) -> None:
    assert page_count(pdf.render(letter(ground))) == 1


@pytest.mark.parametrize("layer", ["arbres", "espaces-verts", "lieux-frais", "batiments"])
def test_the_annex_has_a_page_of_its_own(layer: str) -> None:
    assert page_count(pdf.render(letter("concession-energie", layer))) == 2


def test_the_file_declares_its_standards_and_is_the_same_twice() -> None:
    document = pdf.render(letter("administration"))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in document
    assert b"<pdfaid:part>2</pdfaid:part>" in document
    assert pdf.render(letter("administration")) == document


def test_the_paper_says_what_the_structure_says(tmp_path: Path) -> None:
    made = letter("environnement", "arbres")
    told = text_of(pdf.render(made), tmp_path)
    parts = (
        *made.expediteur, *made.destinataire, made.objet, *made.references, made.civilite, *made.ouverture,
        *made.points, *made.suite, *made.signature, *made.copies, made.annexe_titre,
    )  # fmt: skip
    assert [one for one in parts if flat(one) not in told] == []
    assert made.annexe is not None
    assert all(flat(one.nom) in told for one in made.annexe.colonnes)


def test_hostile_text_is_data(tmp_path: Path) -> None:
    told = text_of(pdf.render(letter("courtoisie", name=HOSTILE)), tmp_path)
    assert flat("$a$ #b *c* _d_ @e [f]") in told


def test_a_very_long_letter_goes_on_over_pages(tmp_path: Path) -> None:
    made = letter("administration")
    long = dataclasses.replace(made, suite=made.suite * 12)
    assert page_count(pdf.render(long)) > 1
    assert flat(made.signature[-1]) in text_of(pdf.render(long), tmp_path)
