"""A paper on screen: what a parser finds, and what no text can do."""

import re

import pytest
from bs4 import BeautifulSoup, Tag

from coeurdeville.reports.documents import (
    Column,
    Document,
    Evidence,
    Facts,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quote,
    Table,
    page,
    render_html,
)

HOSTILE = """<script>alert('x')</script> " onload="x & <!-- ]]> \x07\u202e"""


@pytest.fixture(scope="module")
def soup(whole: Document) -> BeautifulSoup:
    return BeautifulSoup(render_html(whole), "html.parser")


def one(soup: BeautifulSoup, selector: str) -> Tag:
    found = soup.select(selector)
    assert len(found) == 1, selector
    return found[0]


def titles(soup: BeautifulSoup) -> list[tuple[str, str]]:
    return [(tag.name, tag.get_text()) for tag in soup.find_all(re.compile(r"h\d"))]


def test_titles_keep_their_order(soup: BeautifulSoup) -> None:
    assert titles(soup) == [
        ("h1", "Où planter pour que l’on ait moins chaud\u202f?"),
        ("h2", "Le problème"),
        ("h3", "La carte"),
        ("h2", "Le problème"),
        ("h2", "Sur quoi reposent ces phrases"),
    ]


def test_titles_follow_those_of_the_page(whole: Document) -> None:
    inside = BeautifulSoup(render_html(whole, base_level=3), "html.parser")
    assert [name for name, _ in titles(inside)] == ["h3", "h4", "h5", "h4", "h4"]


def test_identifiers_are_unique_and_stable(soup: BeautifulSoup, whole: Document) -> None:
    places = [tag["id"] for tag in soup.select("[id]")]
    assert len(places) == len(set(places))
    assert [tag["id"] for tag in soup.select(".titre2[id]")] == ["doc-le-probleme", "doc-le-probleme-2"]
    assert all(str(place).startswith("doc-") for place in places)
    assert render_html(whole) == render_html(whole)


def test_two_papers_stand_on_one_page(whole: Document) -> None:
    both = BeautifulSoup(render_html(whole) + render_html(whole, prefix="autre"), "html.parser")
    places = [tag["id"] for tag in both.select("[id]")]
    assert len(places) == len(set(places))


def test_every_link_inside_leads_somewhere(soup: BeautifulSoup) -> None:
    inside = [str(tag["href"]) for tag in soup.select("a[href^='#']")]
    assert len(inside) == 8, "two titles, three calls, three ways back"
    assert all(soup.find(id=link[1:]) for link in inside)


def test_notes_are_numbered_once_and_come_before_the_full_stop(soup: BeautifulSoup) -> None:
    first, last = soup.select("article > p:has(sup)")
    assert first.get_text() == "Cinquante rues ont été choisies1, 2."
    assert last.get_text() == "Deux jours ont été gagnés, est-ce assez2\u202f?"
    notes = soup.select("ol.preuves > li")
    assert [note.get_text() for note in notes] == ["Journal de Valbois, 3 mars 2023 ↑", "Tableau des efforts ↑ ↑"]
    assert notes[0].a is not None
    assert notes[0].a["href"] == "/appels/saison-2/valbois/journal/"


def test_table_says_what_it_is(soup: BeautifulSoup) -> None:
    table = one(soup, "table")
    assert one(soup, "caption").get_text() == "Données et état"
    assert [(cell["scope"], cell.get_text()) for cell in table.select("th")] == [
        ("col", "Donnée"), ("col", "Fiches"), ("col", "État"), ("row", "Arbres"), ("row", "Réseaux"),
    ]  # fmt: skip
    assert [cell.get_text() for cell in table.select("td")] == ["9 000", "publiée", "–", "demandée"]
    region = table.parent
    assert region is not None
    assert (region["role"], region["tabindex"], region["aria-label"]) == ("region", "0", "Données et état")


def test_a_table_without_rows_is_said(soup: BeautifulSoup) -> None:
    assert "Recours\u00a0: aucune ligne." in soup.get_text()


def test_the_drawing_is_ours(soup: BeautifulSoup) -> None:
    drawing = one(soup, "figure > svg")
    assert drawing["aria-labelledby"] == "doc--figure1-title doc--figure1-desc"
    assert one(soup, "svg title").get_text() == "Un arbre, au centre"
    assert one(soup, "svg desc").get_text() == "Carte : un arbre au centre."
    assert one(soup, "svg circle")["cx"] == "20", "a group that holds circles alone is kept"


def test_lists_facts_and_notes_say_their_kind(soup: BeautifulSoup) -> None:
    assert [item.get_text() for item in soup.select("article > ol > li")] == [
        "Compléter l’inventaire.",
        "Choisir les rues.",
    ]
    assert [tag.get_text() for tag in soup.select(".informations > div")] == [
        "LicenceEUPL 1.2",
        "Téléphonenon renseigné",
    ]
    assert one(soup, "[role=note]").get_text() == "Attention. Les arbres privés ne sont pas comptés."
    assert one(soup, "blockquote").get_text() == "Nous aurions dû appeler plus tôt."
    assert one(soup, "time")["datetime"] == "2023-05-01"


def test_lines_are_kept() -> None:
    assert "<p>Un\ndeux\u202f!</p>" in render_html(Document("t", blocks=(Paragraph("Un  \r\n deux !\n"),)))


def test_what_has_no_words_leaves_no_trace() -> None:
    empty = (Paragraph(" "), Quote(""), Note("\n"), Facts(()))
    assert render_html(Document("t", blocks=empty)) == render_html(Document("t"))


def test_no_text_becomes_markup() -> None:
    link = 'https://exemple.invalid/?"><script>'
    table = Table(HOSTILE, (Column(HOSTILE),), ((HOSTILE,),), HOSTILE)
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><text>a</text></svg>'
    blocks = (
        Heading(HOSTILE),
        Paragraph(HOSTILE, (Evidence(HOSTILE, link),)),
        table,
        Figure(drawing, HOSTILE, HOSTILE),
    )
    made = Document(HOSTILE, subtitle=HOSTILE, issuers=(HOSTILE,), addressee=(HOSTILE,), blocks=blocks, footer=HOSTILE)
    soup = BeautifulSoup(page(made), "html.parser")
    assert not soup.find_all(["script", "link", "iframe", "img"])
    for tag in soup.find_all(True):
        assert not [name for name in tag.attrs if name == "style" or name.startswith("on")]
    assert soup.get_text().count("<script>alert('x')</script>") >= 8


def test_the_page_lets_nothing_else_in(whole: Document) -> None:
    soup = BeautifulSoup(page(whole), "html.parser")
    assert one(soup, "html")["lang"] == "fr"
    assert one(soup, "head > title").get_text() == "Où planter pour que l’on ait moins chaud\u202f?"
    assert str(one(soup, "meta[http-equiv]")["content"]).startswith("default-src 'none'; style-src 'sha256-")
    assert len(soup.select("main > article")) == 1
