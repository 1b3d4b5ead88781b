"""Perimeters in words."""

import pytest

from coeurdeville.espaces.models import Espace
from coeurdeville.espaces.perimetres import titre

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def spaces() -> None:
    for code, name in (("00001", "Valmorin-sur-Aune"), ("00002", "Vernoise-le-Pont"), ("00003", "Pontcharme")):
        Espace.objects.create(commune=code, nom=name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("02", "département Aisne (02)"),
        ("00001", "Valmorin-sur-Aune"),
        ("00001,00003", "Valmorin-sur-Aune et Pontcharme"),
        ("00001,00002,00003,00004", "Valmorin-sur-Aune, Vernoise-le-Pont et 2 autres"),
        ("00009", "ville fictive 00009"),
        ("une région disparue", "une région disparue"),
    ],
)
def test_perimeter_in_words(text: str, said: str) -> None:
    assert titre(text) == said
