"""Communes by code, fictional ones included."""

from collections.abc import Callable

import pytest

from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.models import Espace

pytestmark = pytest.mark.django_db


def test_real_and_fictional_towns_and_codes_that_nobody_has(
    django_assert_num_queries: Callable[[int], object],
) -> None:
    Espace.objects.create(commune="00001", nom="Valmorin")
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        found = communes_de(("35236", "00001", "00009"))
    assert {code: (one.nom, one.departement.nom, one.population is None) for code, one in found.items()} == {
        "35236": ("Redon", "Ille-et-Vilaine", False),
        "00001": ("Valmorin", "fictif", True),
    }


def test_no_query_for_communes_of_today(django_assert_num_queries: Callable[[int], object]) -> None:
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        assert list(communes_de(("35236",))) == ["35236"]
