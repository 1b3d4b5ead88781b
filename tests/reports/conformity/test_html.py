"""The page of a verdict: one file, nothing fetched, nothing executed, everything said."""

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from coeurdeville.reports.conformity.html import render
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import read_schema
from coeurdeville.schemas.reporting.conformity import Conformity

FIELDS = [
    {"name": "id", "type": "integer", "constraints": {"required": True}},
    {"name": "hauteur", "type": "number", "description": "Hauteur,\n en mètres."},
    {"name": "etat"},
]
TREES = {"title": "Arbres", "version": "1.0.0", "path": "https://exemple.fr/schema.json", "fields": FIELDS}
HEAD = "id;hauteur;etat\n"
HOSTILE = """<script>alert(1)</script> " onload="x & <img src=x>"""
Page = Callable[..., str]


class Outline(HTMLParser):
    """Elements in order, whether they close in order, and the words that are seen."""

    VOID = ("meta", "rect")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """The page of a text against the schema of trees, unless another is given."""

    def write(text: str, descriptor: object = TREES, name: str = "arbres.csv") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        read = read_schema(descriptor)
        verdict = check(read_text(path, delimiter=";"), read.schema, match="names")
        return render(Conformity(verdict, read.schema, date(2026, 11, 23), read.problems))

    return write


def seen(text: str) -> str:
    """The words of a page, on one line, with plain spaces."""
    return " ".join(" ".join(Outline(text).words).split())


FAULTY = HEAD + "x;2,5;sain\n;3;sain\n3;abc;sain\n4\n\n5;2;sain;trop\n"


@pytest.mark.parametrize("text", [FAULTY, HEAD, HEAD + "1;2;sain\n", "", "autre\nx\n"])
def test_the_page_is_well_formed_whatever_the_file(page: Page, text: str) -> None:
    outline = Outline(page(text))
    assert not outline.faults
    assert not outline.open
    assert outline.elements[0] == ("html", {"lang": "fr"})
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_policy_names_the_style_by_its_hash(page: Page) -> None:
    text = page(FAULTY)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_fetched_or_run(page: Page) -> None:
    outline = Outline(page(FAULTY))
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in outline.elements}
    assert not [attrs for _, attrs in outline.elements if {"src", "style", "onload", "onclick"} & attrs.keys()]


def test_markup_in_the_file_and_in_the_schema_is_only_text(page: Page) -> None:
    fields = [{"name": "id", "type": "integer", "description": HOSTILE}, {"name": HOSTILE, "type": "number"}]
    schema = {"title": HOSTILE, "version": HOSTILE, "path": f"https://x/{HOSTILE}", "fields": fields}
    quoted = HOSTILE.replace('"', '""')
    text = page(f'id;"{quoted}";"b{quoted}"\n"{quoted}";"{quoted}";1\n', schema, "<b>&.csv")
    outline = Outline(text)
    assert not outline.faults
    assert not {"script", "img", "b"} & {tag for tag, _ in outline.elements}
    assert not [attrs for _, attrs in outline.elements if "onload" in attrs]
    assert "<script>alert(1)</script>" in "".join(outline.words)


def test_an_address_that_is_not_one_of_the_web_is_not_a_link(page: Page) -> None:
    text = page(HEAD, {**TREES, "path": "javascript:alert(1)"})
    assert "javascript:alert(1)" in seen(text)
    assert 'href="javascript' not in text


def test_the_verdict_comes_first_then_its_figures(page: Page) -> None:
    said = seen(page(HEAD + "x;2,5;sain\n2;3;sain\n"))
    verdict, _, rest = said.partition("Le verdict Non conforme arbres.csv ne respecte pas le schéma « Arbres » 1.0.0")
    assert "Rapport de conformité arbres.csv Schéma « Arbres » 1.0.0 · vérifié le 23 novembre 2026" in verdict
    figures = "lignes lues 2 dont 1 à corriger (50 %) erreurs 2 chaque cellule compte colonnes concernées 2"
    assert f"Une ligne (50 %) est à corriger. {figures} le fichier en a 3 avertissement 0" in rest


def test_every_sort_of_the_table_leads_to_its_details(page: Page) -> None:
    outline = Outline(page(FAULTY))
    wanted = {str(attrs["href"])[1:] for tag, attrs in outline.elements if tag == "a" and attrs["href"][:1] == "#"}  # type: ignore[index]
    assert "constraint-error-required" in wanted
    assert wanted <= {attrs.get("id") for _, attrs in outline.elements}


def test_a_finding_says_what_is_expected_where_and_how_to_mend(page: Page) -> None:
    said = seen(page(FAULTY))
    assert "« hauteur » doit contenir un nombre, avec un point pour les décimales." in said
    assert "Pour corriger : Corriger ces cellules" in said
    assert "Ce que dit le schéma : Hauteur, en mètres." in said
    assert "ligne 2 2,5" in said
    assert "ligne 4 abc" in said


def test_twenty_places_are_shown_and_the_others_counted(page: Page) -> None:
    said = seen(page(HEAD + "".join(f"{row};x{row};sain\n" for row in range(1, 24))))
    assert "x20" in said
    assert "x21" not in said
    assert "et 3 autres" in said


def test_a_value_that_comes_again_is_said_once(page: Page) -> None:
    said = seen(page(HEAD + "".join(f"{row};NC;sain\n" for row in range(1, 5))))
    assert "Toujours la même valeur : NC ." in said
    assert "Lignes 2, 3, 4 et 5." in said


def test_the_columns_of_the_schema_say_whether_they_are_there(page: Page) -> None:
    said = seen(page("hauteur;agent\n2;x\n"))
    assert "Le schéma prévoit 3 colonnes, dont 1 présente dans le fichier. Hors du schéma : « agent »." in said
    assert "id Un nombre entier, obligatoire manque" in said
    assert "etat Un texte, facultatif absente 0" in said


@pytest.mark.parametrize(
    ("head", "words"),
    [("id;hauteur;etat", ", toutes présentes dans le fichier."), ("x;y", ", dont aucune n’est dans le fichier.")],
)
def test_all_and_none_have_their_words(page: Page, head: str, words: str) -> None:
    assert f"3 colonnes{words}" in seen(page(f"{head}\n"))


def test_a_valid_file_has_nothing_to_mend(page: Page) -> None:
    said = seen(page(HEAD + "1;2;sain\n"))
    assert "Conforme" in said
    assert "Rien n’est à corriger pour respecter ce schéma." in said
    assert "Ce qui est à corriger" not in said


def test_faults_of_the_schema_and_notes_of_the_reading_are_said(page: Page) -> None:
    faulty = {"title": "S", "fields": [{"name": "id", "type": "entier"}]}
    said = seen(page("titre;;\nid;b;c\n1;2;3\n4;5;6\n", faulty))
    assert "Le schéma est lui-même fautif" in said
    assert "L’en-tête de « arbres.csv » est à la ligne 2" in said


def test_typography(page: Page, misprints: Callable[[str], list[str]]) -> None:
    for text in (FAULTY, HEAD, "", HEAD + "1;2;sain\n", "hauteur;agent\n2;x\n"):
        words = [one.strip() for one in Outline(page(text)).words if "https" not in one]
        assert not [(fault, one) for one in words for fault in misprints(one)]


def test_the_same_verdict_gives_the_same_page(page: Page) -> None:
    assert page(FAULTY) == page(FAULTY)
