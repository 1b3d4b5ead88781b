"""Photographs in a paper."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from coeurdeville.reports.documents import Document, Picture, is_picture, render_html, render_pdf

Read = Callable[..., str]


def file(kind: str, mode: str = "RGB") -> bytes:
    made = BytesIO()
    Image.new(mode, (1600, 1000), "#1C6B49").save(made, kind)
    return made.getvalue()


def paper(content: bytes) -> Document:
    shown = Picture("/medias/rue.jpg", content, "Une rue sous des tilleuls", "La rue d’après", "Ville, CC BY 4.0")
    return Document("Essai", date=date(2026, 1, 2), blocks=(shown,))


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("WEBP", "RGB"), ("GIF", "P")])
def test_paper_holds_the_picture_and_its_words(kind: str, mode: str, read: Read) -> None:
    made = render_pdf(paper(file(kind, mode)))
    (listed,) = [line for line in read(made, "pdfimages", "-list").splitlines()[2:] if " image " in line]
    assert listed.split()[3:5] == ["1200", "750"]
    told = read(made)
    assert "La rue d’après" in told
    assert "Ville, CC BY 4.0" in told
    assert b"<pdfaid:part>2</pdfaid:part>" in made


def test_page_shows_it_from_its_address() -> None:
    told = render_html(paper(b""))
    assert '<img class="img-fluid" src="/medias/rue.jpg" alt="Une rue sous des tilleuls" loading="lazy">' in told
    assert "<figcaption>La rue d’après</figcaption>" in told


def test_cut_file_is_no_picture() -> None:
    whole = file("JPEG")
    assert is_picture(whole)
    assert not is_picture(whole[: len(whole) // 2])
    assert not is_picture(b"GIF89a")
