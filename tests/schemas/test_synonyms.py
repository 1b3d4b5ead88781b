"""Names of columns, understood."""

import pytest

from coeurdeville.schemas.synonyms import KNOWN, read_name, title_of


@pytest.mark.parametrize(
    ("name", "key", "unit"),
    [
        ("Surface_m2", "surface", "m²"),
        ("SUP_M2", "surface", "m²"),
        ("superficie", "surface", ""),
        ("Surface (m²)", "surface", "m²"),
        ("nomEspace", "nom", ""),
        ("Libellé", "nom", ""),
        ("X_WGS84", "longitude", ""),
        ("Date de mise à jour", "date_maj", ""),
        ("hauteur_cm", "hauteur", "cm"),
        ("long_m", "longueur", "m"),
        ("Humidité %", "humidite", "%"),
        ("nb_bancs", "nb_bancs", ""),
        ("m", "m", ""),
        ("???", "", ""),
    ],
)
def test_name_gives_its_key_and_unit(name: str, key: str, unit: str) -> None:
    assert (read_name(name).key, read_name(name).unit) == (key, unit)


def test_a_name_means_one_thing_only() -> None:
    names = [name for key, known in KNOWN.items() for name in (key, *known.names)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("key", "unit", "title"),
    [("surface", "m²", "Surface (m²)"), ("longitude", "m", "Longitude (degrés)"), ("nb_bancs", "", "Nb bancs")],
)
def test_title_says_the_unit_once(key: str, unit: str, title: str) -> None:
    assert title_of(key, unit) == title
