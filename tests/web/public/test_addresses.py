"""Addresses of towns are those that the site answers to."""

import pytest
from django.urls import resolve

from coeurdeville.web.public import addresses


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (addresses.town_path("65059", "Aure-d’Œil"), "ville"),
        (addresses.service_path("2A004", "Ajaccio", "trame-verte"), "ville-service"),
        (addresses.versions_path("35236", "Redon"), "ville-versions"),
        (addresses.version_path("35236", "Redon", "2026-11-25-2"), "ville-version"),
        (addresses.file_path("35236", "Redon", "2026-11-25", "a.csv"), "ville-fichier"),
        (addresses.compare_path("35236", "Redon"), "ville-comparer"),
        (addresses.embed_path("35236", "trame-verte"), "ville-integrer"),
    ],
)
def test_each_address_is_answered_by_its_page(path: str, name: str) -> None:
    assert resolve(path).url_name == name


def test_name_is_plain_in_the_address() -> None:
    assert addresses.town_path("94038", "L’Haÿ-les-Roses") == "/ville/94038-l-hay-les-roses/"
