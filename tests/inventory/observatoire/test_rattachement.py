"""Bodies are put on communes by SIREN; what fits nowhere is said, never guessed."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coeurdeville.inventory.observatoire.lecture import read_observatoire
from coeurdeville.inventory.observatoire.rattachement import place, successions
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.referentiel import Referentiel, read_referentiel
from coeurdeville.territories.towns import towns_of

Export = Callable[..., Path]
VALBOIS = "210000011,VALBOIS,COM,,https://valbois.test,4,,,,,00,"
BODY = "200000101,CA DE L OURLE,CA,,,,https://www.data.gouv.fr/o/9,2,9,,00,"


def test_a_commune_publishes_itself_through_its_body_or_is_not_seen(
    export: Export, communes: Mapping[str, Commune], known: Referentiel
) -> None:
    etats = place(read_observatoire(export([VALBOIS, BODY])), communes, known).etats
    assert etats["00001"].libelle == "publie elle-même, son intercommunalité aussi"
    assert etats["00002"].libelle == "par son intercommunalité seule"
    assert etats["00003"].libelle == "non vue"
    assert str(etats["00002"].epci).replace("\u00a0", " ") == "data.gouv.fr (2 jeux)"


def test_lines_of_one_commune_are_joined_without_adding_their_counts(
    export: Export, communes: Mapping[str, Commune], known: Referentiel
) -> None:
    other = "210000011,VALBOIS,COM,,,,https://www.data.gouv.fr/o/1,7,1,,00,"
    twin = "210000011,Commune de VALBOIS,COM,,https://autre.test,3,,,,,00,"
    placed = place(read_observatoire(export([VALBOIS, other, twin])), communes, known)
    own = placed.etats["00001"].elle_meme
    assert own is not None
    assert (own.portail, own.jeux_portail, own.jeux_datagouv) == ("https://valbois.test", 4, 7)
    assert not placed.problems


def test_a_commune_that_bears_the_siren_of_another_is_left_aside_and_said(
    export: Export, communes: Mapping[str, Commune], known: Referentiel
) -> None:
    thief = "210000011,OURLE,COM,,https://ourle.test,9,,,,,00,"
    placed = place(read_observatoire(export([thief, VALBOIS])), communes, known)
    own = placed.etats["00001"].elle_meme
    assert own is not None
    assert own.portail == "https://valbois.test"
    assert placed.etats["00002"].elle_meme is None, "a name alone puts nothing anywhere"
    assert [(one.code, one.count) for one in placed.problems] == [("siren-partage", 1)]


def test_a_body_that_is_nowhere_today_is_said(
    export: Export, communes: Mapping[str, Commune], known: Referentiel
) -> None:
    lines = ["249999999,CC DISPARUE,CC,,https://c.test,1,,,,,00,", "220000011,OURLE,COM,,https://o.test,1,,,,,00,"]
    placed = place(read_observatoire(export(lines)), communes, known)
    (problem,) = placed.problems
    assert (problem.code, problem.count) == ("organisme-sans-commune", 2)


def test_a_line_without_address_is_not_a_publication(
    export: Export, communes: Mapping[str, Commune], known: Referentiel
) -> None:
    placed = place(read_observatoire(export(["210000011,VALBOIS,COM,,,,,,,,00,"])), communes, known)
    assert placed.etats["00001"].elle_meme is None
    assert [one.code for one in placed.problems] == ["organisme-sans-adresse"]


def test_every_succession_leads_to_a_body_of_today_and_starts_from_none() -> None:
    table = read_referentiel().communes
    today = {*table["siren"].to_pylist(), *table["epci"].to_pylist()}
    assert set(successions().values()) <= today
    assert not set(successions()) & today


@pytest.mark.real
def test_real_lines_that_fit_nowhere_are_few_and_known(mirror: Path) -> None:
    known = read_referentiel()
    export = mirror / "catalogue" / "odf_observatoire" / "ODF-Observatoire-apiviz_data-export_solidata-211216c.csv"
    placed = place(read_observatoire(export), towns_of(["02691", "53130", "64045"], known), known)
    assert {one.code: one.count for one in placed.problems} == {"siren-partage": 3, "organisme-sans-commune": 10}
    assert placed.etats["02691"].libelle == "publie elle-même, son intercommunalité aussi"
    assert placed.etats["53130"].epci is not None, "Laval Agglomération changed of SIREN"
    assert placed.etats["64045"].elle_meme is None, "Arhansus bears the SIREN of a neighbour"
