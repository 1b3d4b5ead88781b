"""A paper on paper: accessible by declaration, whole, whatever its texts are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reports.documents.conftest import SVG

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
    render_pdf,
)
from coeurdeville.reports.typesetting import page_count

HOSTILE = '#import "x" $a$ #b *c* _d_ @e [f] \\g `h` <i> // /* = 1 #sys.inputs 木'
LONG = "9f86d081884c7d659a2feaa0c55ad015" * 8

Read = Callable[..., str]


def flat(text: str) -> str:
    """Without spaces, nor the hyphens on which lines are cut."""
    return "".join(text.split()).replace("-", "")


def test_the_file_declares_its_standards_and_is_the_same_twice(whole: Document) -> None:
    made = render_pdf(whole)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert render_pdf(whole) == made


def test_a_draft_without_date_is_accessible_and_the_same_twice(whole: Document) -> None:
    made = render_pdf(replace(whole, date=None))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"pdfaid:part" not in made
    assert render_pdf(replace(whole, date=None)) == made


def test_the_paper_says_what_the_structure_says(whole: Document, read: Read) -> None:
    told = flat(read(render_pdf(whole)))
    for words in (
        "Banque des Territoires · OpenDataFrance", "Climat", "Où planter pour que l’on ait moins chaud ?",
        "Cas d’usage de Valbois", "1er mai 2023 · CU-2022-01", "Cinquante rues ont été choisies1, 2.", "50 rues",
        "sur 412", "Trois étés de suite.Des écoles ont fermé.", "Un arbre, au centre", "Inventaire de Valbois, 2022",
        "1. Compléter l’inventaire.", "2. Choisir les rues.", "publiée", "État au 1er mai 2023.",
        "Recours : aucune ligne.",
        "Nous aurions dû appeler plus tôt.", "Chef de projet", "Téléphone", "non renseigné",
        "Attention. Les arbres privés ne sont pas comptés.", "est-ce assez2 ?", "Camille Essai", "Dominique Essai",
        "https://exemple.invalid/efforts.csv", "/appels/saison-2/valbois/journal/", "Ville et chiffres fictifs.",
    ):  # fmt: skip
        assert flat(words) in told, words


def test_it_is_tagged(whole: Document, read: Read) -> None:
    told = read(render_pdf(whole), "pdfinfo", "-struct")
    for tag in ("H1", "H2", "Table", "TH", "TD", "Figure", "L (block)", "Link", "TOC"):
        assert tag in told, tag
    assert "Où planter" in read(render_pdf(whole), "pdfinfo")


def test_it_has_bookmarks(whole: Document) -> None:
    assert b"/Outlines" in render_pdf(whole)


def test_every_page_has_its_number_date_and_reference(read: Read) -> None:
    made = Document("t", reference="PV-1", date=date(2022, 6, 9), blocks=(Paragraph("Une phrase. " * 900),))
    pages = read(render_pdf(made)).split("\f")[:-1]
    assert len(pages) == 2
    for rank, said in enumerate(pages, 1):
        assert f"page {rank} sur 2" in said
        assert "9 juin 2022 · PV-1" in said


def test_no_text_is_read_as_markup(read: Read) -> None:
    blocks = (
        Heading(HOSTILE), Paragraph(HOSTILE, (Evidence(HOSTILE, "https://exemple.invalid/#a[b]"),)),
        Bullets((HOSTILE,)), Quote(HOSTILE, HOSTILE), Note(HOSTILE), Facts(((HOSTILE, HOSTILE),)),
        KeyFigures((KeyFigure(HOSTILE, HOSTILE),)),
        Table(HOSTILE, (Column(HOSTILE),), ((HOSTILE,),), HOSTILE), Signatures((Signature(HOSTILE, HOSTILE),)),
    )  # fmt: skip
    made = Document(HOSTILE, HOSTILE, None, HOSTILE, None, (HOSTILE,), (HOSTILE,), blocks, HOSTILE, contents=True)
    assert flat(read(render_pdf(made))).count(flat("$a$ #b *c* _d_ @e [f] \\g `h` <i> // /* = 1 #sys.inputs ?")) == 25


def test_a_long_word_stays_on_the_page_and_whole(read: Read) -> None:
    blocks = (
        Paragraph(LONG), Facts((("Empreinte", LONG), (LONG, "x"))), KeyFigures((KeyFigure(LONG, "a"),)), Note(LONG),
        Table("t", (Column("a"), Column(LONG)), ((LONG, "x"),)), Columns((Paragraph(LONG),), (Heading(LONG),)),
    )  # fmt: skip
    made = render_pdf(Document("t", reference=LONG, addressee=(LONG,), blocks=blocks))
    assert flat(read(made, "pdftotext", "-x", "0", "-y", "0", "-W", "596", "-H", "842")).count(LONG) >= 9


def test_a_compound_name_is_cut_at_its_hyphens(read: Read) -> None:
    name, more = "Bourgogne-Franche-Comté", "Le jury demande de préciser qui tient les données. " * 2
    cells = (Column("Ville"), Column("Région"), Column("Rang"), Column("Raison"), Column("Suite"))
    made = render_pdf(Document("t", blocks=(Table("t", cells, (("Valbois", name, "1", more, more),)),)))
    assert {"Bourgogne-Franche-", "Comté"} <= set(read(made, "pdftotext", "-layout").split())


def test_a_long_table_goes_on_over_pages_under_its_head(read: Read) -> None:
    rows = tuple((f"Ville {rank}.", str(rank)) for rank in range(300))
    pages = read(
        render_pdf(Document("t", blocks=(Table("Villes", (Column("Commune"), Column("Note", True)), rows),)))
    ).split("\f")[:-1]
    assert len(pages) == 6
    assert all("Commune" in said for said in pages)
    assert [word for word in "".join(pages).split() if word.endswith(".")] == [f"{rank}." for rank in range(300)]


def test_a_cell_longer_than_a_page_loses_nothing(read: Read) -> None:
    words = [f"mot{rank}" for rank in range(2000)]
    told = read(
        render_pdf(Document("t", blocks=(Table("Avis", (Column("a"), Column("b")), (("x", " ".join(words)),)),)))
    )
    assert [word for word in told.split() if word.startswith("mot")] == words


def test_pages_wanted_are_kept_by_smaller_type_and_never_by_leaving_out() -> None:
    text = " ".join(f"mot{rank}" for rank in range(1000))
    made = Document("t", blocks=(Paragraph(text),))
    assert page_count(render_pdf(made)) == 2
    assert page_count(render_pdf(made, pages=1)) == 1
    longer = Document("t", blocks=(Paragraph(text * 4),))
    assert render_pdf(longer, pages=1) == render_pdf(longer)


def test_a_letter_shows_its_addressee_first(read: Read) -> None:
    made = Document("Votre candidature est retenue", addressee=("Ville de Valbois", "00001 Valbois"))
    told = read(render_pdf(made))
    assert told.index("00001 Valbois") < told.index("Votre candidature")


def test_long_texts_take_the_room_that_names_leave(read: Read) -> None:
    why = "Le jury a retenu ce dossier pour sa méthode, que d’autres villes reprendront sans peine. " * 3
    rows = (("Argentrac-les-Bains", why), ("Pontcharme", why))
    made = render_pdf(Document("t", blocks=(Table("Retenues", (Column("Ville"), Column("Motif")), rows),)))
    lines = read(made, "pdftotext", "-bbox").splitlines()
    left = [float(one.split('xMin="')[1].split('"')[0]) for one in lines if ">Motif<" in one]
    assert 100 < left[0] < 220
    assert "Argentrac-les-Bains" in read(made, "pdftotext", "-layout")


def test_no_word_of_a_table_runs_into_the_next_column(read: Read) -> None:
    labels = ("Thème", "Donnée", "Ville", "Avec", "Acteur", "Forme", "Coût")
    rows = (
        ("Adaptation au changement climatique", "Relevés de température", "Brissancourt",
         "Université et association d’habitants", "citoyens et associations", "cercle de confiance", "prêt"),
        ("Biodiversité", "Points lumineux", "Vernoise-le-Pont", "Syndicat d’énergie", "acteur public local",
         "clause d’un marché ou d’une concession", "repas et transport"),
    )  # fmt: skip
    table = Table("Coopérations", tuple(Column(one) for one in labels), rows)
    told = read(render_pdf(Document("Essai", date=date(2026, 1, 1), blocks=(table,)))).split()
    assert {"Brissancourt", "Université"} <= set(told)


def test_numbers_of_notes_stay_with_the_word_that_calls_them(read: Read) -> None:
    proofs = tuple(Evidence(f"Dossier {rank}") for rank in range(1, 8))
    words = tuple(Paragraph("mot " * 18 + "x" * rank + " fin.", proofs) for rank in range(1, 25))
    lines = read(render_pdf(Document("t", blocks=words)), "pdftotext", "-layout").splitlines()
    told = [one.strip() for one in lines if "fin" in one or "7" in one][:24]
    assert [one for one in told if not ("fin" in one and "7" in one)] == []


def picture(tall: int) -> Figure:
    return Figure(SVG.replace("0 0 200 100", f"0 0 200 {tall}").replace('height="100"', f'height="{tall}"'), "Barres.",
                  "Le dessin")  # fmt: skip


def test_a_sentence_goes_with_what_it_presents(read: Read) -> None:
    rows = tuple((f"Ville {rank}", "Une clause d’un marché, relue chaque année par le service.") for rank in range(9))
    table = Table("Le dessin", (Column("Ville"), Column("Forme")), rows)
    for shown in (picture(150), table):
        for lines in range(28, 50, 2):
            before = Paragraph("\n".join(["mot"] * lines))
            made = render_pdf(Document("t", blocks=(before, Heading("Les accords"), Paragraph("Onze phrases."), shown)))
            pages = read(made).split("\f")
            where = [next(n for n, said in enumerate(pages) if words in said)
                     for words in ("Les accords", "Onze phrases.", "Le dessin")]  # fmt: skip
            assert len(set(where)) == 1, (lines, shown)


def test_room_that_is_left_goes_to_larger_type(read: Read) -> None:
    def tall(made: bytes) -> float:
        line = next(one for one in read(made, "pdftotext", "-bbox").splitlines() if ">mot7<" in one)
        top, bottom = (float(line.split(f'{name}="')[1].split('"')[0]) for name in ("yMin", "yMax"))
        return bottom - top

    short = Document("t", blocks=(Paragraph(" ".join(f"mot{rank}" for rank in range(300))),))
    assert tall(render_pdf(short, pages=2)) > tall(render_pdf(short)) * 1.15
