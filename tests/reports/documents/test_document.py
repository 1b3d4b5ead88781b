"""A paper is refused with all that would leave a reader out."""

from coeurdeville.core.problems import Refused
from coeurdeville.reports.documents import (
    Block,
    Column,
    Columns,
    Document,
    Evidence,
    Facts,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Signature,
    Signatures,
    Table,
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0L2 1"/></svg>'


def problems(*blocks: Block, title: str = "Titre") -> dict[str, str]:
    """Code of each problem and what is said of it."""
    try:
        Document(title, blocks=blocks)
    except Refused as refused:
        return {one.code: f"{one.message} {' '.join(one.examples)}" for one in refused.problems}
    return {}


def test_a_title_is_enough() -> None:
    assert problems() == {}


def test_everything_is_said_at_once() -> None:
    found = problems(
        Figure(SVG, " "),
        Table("Notes", (Column("Ville"), Column("Note")), (("Valbois", "4"), ("Autreville",))),
        Heading("Trop bas", 3),
        title="  ",
    )
    assert list(found) == [
        "document-sans-titre",
        "document-mots-absents",
        "document-tableau-irregulier",
        "document-titres-sautes",
    ]
    assert "la description d’une figure" in found["document-mots-absents"]
    assert "ligne 2\u00a0: 1" in found["document-tableau-irregulier"]
    assert "Trop bas" in found["document-titres-sautes"]


def test_words_that_nothing_replaces() -> None:
    found = problems(
        Heading(""),
        Paragraph("Une phrase.", (Evidence(""),)),
        Paragraph("", (Evidence("Journal"),)),
        Table("", (), ()),
        KeyFigures((KeyFigure("", "villes"),)),
        Facts((("", "valeur"),)),
        Signatures((Signature(""),)),
    )["document-mots-absents"]
    parts = ("un titre", "le nom d’une preuve", "une phrase qui a des preuves", "le titre d’un tableau")
    for what in (*parts, "les colonnes", "un chiffre clé", "le nom d’une information", "un signataire"):
        assert what in found


def test_problems_inside_columns_are_seen() -> None:
    assert list(problems(Columns((Figure(SVG, ""),), ()))) == ["document-mots-absents"]


def test_columns_hold_no_columns() -> None:
    assert list(problems(Columns((), (Columns((), ()),)))) == ["document-colonnes-emboitees"]


def test_a_drawing_that_acts_is_refused() -> None:
    for inside in ("<script>alert(1)</script>", '<a href="https://exemple.invalid"><path d="M0 0"/></a>', "<path"):
        drawing = SVG.replace('<path d="M0 0L2 1"/>', inside)
        assert list(problems(Figure(drawing, "Dessin"))) == ["document-dessin-refuse"], inside
    assert list(problems(Figure(SVG.replace('viewBox="0 0 2 1"', ""), "Dessin"))) == ["document-dessin-refuse"]
    assert list(problems(Figure(f'<!DOCTYPE svg [<!ENTITY a "b">]>{SVG}', "Dessin"))) == ["document-dessin-refuse"]


def test_an_evidence_leads_to_the_site_or_the_web() -> None:
    for link in ("/appels/s2/", "https://exemple.invalid/a", "http://exemple.invalid", ""):
        assert problems(Paragraph("Une phrase.", (Evidence("Preuve", link),))) == {}, link
    for link in ("javascript:alert(1)", "//exemple.invalid", "/\\exemple.invalid", "data:text/html,x", "/a b", "/a\nb"):
        assert list(problems(Paragraph("x.", (Evidence("Preuve", link),)))) == ["document-lien-refuse"], link


def test_titles_go_down_one_level_at_a_time() -> None:
    levels = [2, 3, 4, 2, 3]
    assert problems(*(Heading("t", level) for level in levels)) == {}
    for wrong in ([1], [3], [2, 4], [2, 3, 4, 5]):
        assert list(problems(*(Heading("t", level) for level in wrong))) == ["document-titres-sautes"], wrong


def test_one_status_a_row_in_one_column() -> None:
    plain, shown = (Column("a"), Column("b")), (Column("a"), Column("b", shows="badge"))
    rows = (("x", "oui"),)
    assert problems(Table("t", shown, rows, badges=("ok",))) == {}
    wrong = (Table("t", shown, rows), Table("t", plain, rows, "", ("ok",)), Table("t", shown, rows, "", ("ok", "ok")))
    for table in wrong:
        assert list(problems(table)) == ["document-tableau-statuts"]
