"""A result that is picked in a public edition comes from it, with its source."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils.timezone import now
from programme.experimentations.projets import laureate
from pytest_django import Settings

from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.programme.evaluations.chiffres import offerts, rapporter, verifier
from coeurdeville.programme.models import Objectif

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)
TREES = "patrimoine-arbore/trees"


@pytest.fixture
def aim(files: Mapping[str, bytes], settings: Settings, tmp_path: Path) -> Objectif:
    settings.DATA = tmp_path
    project = laureate()
    town = Espace.objects.create(commune=project.commune, nom=project.nom)
    name = editions().put(project.commune, files, DAY)
    Edition.objects.create(espace=town, identifiant=name, etablie_le=DAY, publiee_le=now())
    Edition.objects.create(espace=town, identifiant="2026-10-01", etablie_le=DAY, publiee_le=now(), retiree_le=now())
    return Objectif(evaluation=project.evaluation, titre="Planter", edition=name, indicateur=TREES)


def test_only_figures_of_the_whole_town_in_public_editions_are_offered(aim: Objectif) -> None:
    [(edition, figures)] = offerts(aim.evaluation.commune)
    assert edition.identifiant == "2026-11-25"
    assert [one.titre for one in figures if one.cle == TREES] == ["Arbres en place"]
    assert len({one.cle for one in figures}) == len(figures) > 20


def test_value_unit_and_source_come_from_the_edition(aim: Objectif) -> None:
    aim.resultat, aim.unite, aim.source = Decimal(9999), "platanes", "au jugé"
    rapporter(aim)
    assert (aim.resultat, aim.unite) == (Decimal(230), "arbres")
    assert aim.source.replace("\u00a0", " ") == "Diagnostic du 25/11/2026, Patrimoine arboré : Arbres en place"


@pytest.mark.parametrize(
    ("edition", "figure", "expected"),
    [
        ("", "", []),
        ("2026-11-25", TREES, []),
        ("2026-11-25", "patrimoine-arbore/absent", ["chiffre-absent"]),
        ("2026-10-01", TREES, ["diagnostic-non-public"]),
    ],
)
def test_what_is_not_public_or_not_given_is_refused(
    aim: Objectif, edition: str, figure: str, expected: list[str]
) -> None:
    aim.edition, aim.indicateur = edition, figure
    assert [one.code for one in verifier(aim)] == expected
