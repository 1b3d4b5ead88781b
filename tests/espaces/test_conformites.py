"""Towns whose file was checked against a schema: the last check, of public towns alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from coeurdeville.espaces.conformites import verifiees
from coeurdeville.espaces.index import reindexer
from coeurdeville.espaces.inventaires import inventaires
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.inventory.conformites import add_conformite
from coeurdeville.inventory.donnee import Conformite
from coeurdeville.inventory.ville import open_ville

CHECKS = (
    Conformite("arbres-urbains", date(2026, 5, 1), 10, 4),
    Conformite("arbres-urbains@1.0.0", date(2026, 11, 2), 12, 12),
)


def check(town: Path) -> None:
    for one in CHECKS:
        add_conformite(open_ville(town), "arbres", one)


def publish(espace: Espace) -> None:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    Edition.objects.create(espace=espace, identifiant="2026-11-25", etablie_le=now.date(), publiee_le=now)


def test_last_check_of_a_public_town_is_told(espace: Espace) -> None:
    depot(espace.commune).enregistrer(1, check, "Ada Test", "Vérification")
    reindexer(espace.commune)
    assert verifiees() == {}
    publish(espace)
    ((schema, (one,)),) = verifiees().items()
    assert (schema, one.nom, one.jour, one.lignes, one.conforme) == (
        "arbres-urbains", espace.nom, date(2026, 11, 2), 12, True
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries_whatever_the_number_of_towns(
    villes: Callable[[int], list[Espace]], count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for espace in villes(count):
        publish(espace)
    inventaires()
    with django_assert_num_queries(2):
        assert verifiees() == {}
