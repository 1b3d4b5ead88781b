"""The words of the story say what the site's own machine says of its towns."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localdate
from programme.demonstration.conftest import raconte
from pytest_django import Settings

from coeurdeville.core.french import day
from coeurdeville.demo.names import TOWNS
from coeurdeville.demo.season import write_told
from coeurdeville.demo.town import make_town
from coeurdeville.deployability.verdict import CellState
from coeurdeville.espaces.inventaires import inventaires, matrice_interne
from coeurdeville.espaces.ouverture import importer_dossier
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.adoptions.besoins import besoins, terrain
from coeurdeville.programme.cas_usage.lecture import publies
from coeurdeville.programme.evaluations import redeploiement
from coeurdeville.programme.evaluations.redeploiement import Issue, eprouver
from coeurdeville.programme.models import Adoption, Condition, DonneeUtile, Experimentation, VersionCas
from coeurdeville.services.catalogue import all_services

FLOODS, TREES = "00003", "00001"


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The folders of the twelve towns, as the demonstration draws them, with few buildings."""
    folder = tmp_path_factory.mktemp("villes")
    codes = [f"{rank:05d}" for rank, _ in enumerate(TOWNS, 1)]
    for rank, code in enumerate(codes, 1):
        write_told(make_town(buildings=60, seed=rank, code=code), folder / code)
    return [folder / code for code in codes]


@pytest.fixture
def contee(db: None, dossiers: list[Path], tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The story, told with towns that have their inventories, and read as if all of them were published."""
    settings.DATA = tmp_path / "site"
    raconte({folder.name: importer_dossier(folder, "démonstration").nom for folder in dossiers})
    monkeypatch.setattr(redeploiement, "matrice", matrice_interne)


def test_words_and_machine_agree(contee: None) -> None:
    whole = matrice_interne()
    for project in Experimentation.objects.filter(etat="terminee"):
        cell = whole.cell(project.commune, all_services()[project.service])
        assert cell.state is not CellState.BLOCKED, f"{project} is over, and {project.nom} could not run it"
    for adoption in Adoption.objects.filter(etat="deployee").select_related("cas__experimentation"):
        service = all_services()[adoption.cas.experimentation.service]
        assert whole.cell(adoption.commune, service).state is not CellState.BLOCKED
    _cards_can_be_taken_up()
    _town_without_a_map_of_floods()
    _what_is_tested_is_what_is_said()
    _frozen_cards_are_of_their_day()
    cool = inventaires()["00005"].told[kinds()["lieux-frais"]]
    assert [one.ouverture for one in cool] == [Ouverture.CANDIDATE]


def _cards_can_be_taken_up() -> None:
    """Each town that tried or took up what a published card tells meets its conditions, and another one does."""
    codes = list(inventaires())
    for one in publies():
        found = {town.code: town.issue for town in eprouver(one.cas.experimentation.evaluation, codes).villes}
        met = {code for code, issue in found.items() if issue is Issue.REMPLIT}
        assert met - {one.fiche.commune}, one.fiche.titre
        assert one.fiche.commune in met
        taken = one.cas.adoptions.filter(etat="deployee").values_list("commune", flat=True)
        assert set(taken) <= met


def _town_without_a_map_of_floods() -> None:
    [card] = [one for one in publies() if one.fiche.commune == FLOODS]
    [left] = card.cas.adoptions.filter(etat="abandonnee")
    assert [one.couche for one in besoins(card.fiche, terrain(left.commune)).manquantes] == ["zones-inondables"]


def _what_is_tested_is_what_is_said() -> None:
    """A perimeter of the story is a number of inhabitants, and says it; no word says that national data are enough."""
    for one in Condition.objects.filter(nature="perimetre"):
        assert "habitants" in one.texte
        assert f"{one.minimum:,}".replace(",", " ") in one.texte.replace("\u00a0", " ").replace("\u202f", " ")
    for one in DonneeUtile.objects.exclude(perenne=""):
        assert "Table nationale" not in one.perenne
    told = " ".join(str(one.contenu) for one in VersionCas.objects.all())
    assert "suffisent pour commencer" not in told


def _frozen_cards_are_of_their_day() -> None:
    for one in VersionCas.objects.all():
        assert day(localdate()) not in str(one.contenu)
        assert localdate().isoformat() not in str(one.contenu)
        limit = (one.publiee_le.date() + timedelta(days=1)).isoformat()
        assert all(donnee["depuis"] < limit for donnee in one.contenu["donnees"])
