"""The town is recognised by its SIREN, its namesakes are not; what is taken holds no person."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.decouverte.datagouv import API
from coeurdeville.inventory.decouverte.lieu import Corps, corps_of
from coeurdeville.inventory.decouverte.recherche import Decouverte, discover
from coeurdeville.inventory.observatoire.faits import read_facts
from coeurdeville.net.net import Net
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.referentiel import read_referentiel

Record = Callable[[str, object], None]
Page = Callable[..., dict[str, Any]]


@pytest.fixture
def found(recorded: Path, bodies: Sequence[Corps]) -> Decouverte:
    return discover(bodies, Net.replay(recorded))


def test_datasets_of_the_town_of_its_body_and_of_others_on_its_ground(found: Decouverte) -> None:
    of = {one.jeu.id: one.corps.nom if one.corps else None for one in found.trouves}
    assert of == {
        "arbres": "Valbois-sur-Ourle", "tarifs": "Valbois-sur-Ourle", "points": "Valbois-sur-Ourle",
        "mystere": "Valbois-sur-Ourle", "avaloirs": "CA de l’Ourle", "nc": "CA de l’Ourle", "etat": None,
    }  # fmt: skip
    assert all(one.sur for one in found.trouves)


def test_what_is_taken_of_a_dataset(found: Decouverte) -> None:
    jeux = {one.jeu.id: one.jeu for one in found.trouves}
    arbres = jeux["arbres"]
    assert (arbres.licence.key, arbres.maj, arbres.formats) == ("lov2", date(2025, 3, 4), ("csv", "geojson"))
    assert arbres.adresse == "https://www.data.gouv.fr/datasets/arbres/"
    assert jeux["points"].schemas == ("datagouv/schema-fontaine-eau",)
    assert jeux["points"].formats == (), "a resource without format counts for none"
    assert (jeux["mystere"].licence.key, jeux["mystere"].licence_ecrite) == ("inconnue", "licence-maison")
    assert jeux["mystere"].maj == date(2026, 1, 1), "the date of the page, for want of that of the resources"


def test_datasets_that_are_not_public_are_said_and_not_given(found: Decouverte) -> None:
    (problem,) = [one for one in found.problems if one.code == "jeu-retire"]
    assert problem.examples == ("Espaces verts 2012", "Friches en projet", "Arbres 2010")


def test_without_siren_a_namesake_is_never_taken(recorded: Path, bodies: Sequence[Corps]) -> None:
    nameless = (replace(bodies[0], siren=""), bodies[1])
    found = discover(nameless, Net.replay(recorded))
    assert "tarifs" not in {one.jeu.id for one in found.trouves}
    (problem,) = [one for one in found.problems if one.code == "organisme-homonyme"]
    assert problem.count == 2, "the deleted one and the association are none"


def test_the_only_one_of_its_name_without_siren_is_to_be_confirmed(recorded: Path, bodies: Sequence[Corps]) -> None:
    valbois = replace(bodies[0], nom="Valbois")
    found = discover((valbois,), Net.replay(recorded))
    own = [one for one in found.trouves if one.corps is valbois]
    assert {one.jeu.id for one in own} == {"arbres-valbois", "budget-valbois"}
    assert not any(one.sur for one in own)
    assert "organisme-par-son-nom" in {one.code for one in found.problems}


def test_one_that_the_observatoire_saw_needs_no_siren(recorded: Path, bodies: Sequence[Corps]) -> None:
    valbois = replace(bodies[0], nom="Valbois", homonymes=True, page="valbois-sans-siren")
    found = discover((valbois,), Net.replay(recorded))
    assert all(one.sur for one in found.trouves if one.corps is valbois)
    assert {one.jeu.id for one in found.trouves if one.corps is valbois} == {"arbres-valbois", "budget-valbois"}
    assert not found.problems


def test_a_siren_that_differs_outweighs_the_observatoire(recorded: Path, bodies: Sequence[Corps]) -> None:
    other = replace(bodies[0], page="valbois-ailleurs")
    found = discover((other,), Net.replay(recorded))
    assert {one.jeu.id for one in found.trouves if one.corps is other} == {"arbres", "tarifs", "points", "mystere"}


def test_a_name_that_several_communes_bear_tells_nothing(recorded: Path, bodies: Sequence[Corps]) -> None:
    found = discover((replace(bodies[0], nom="Valbois", homonymes=True),), Net.replay(recorded))
    assert not [one for one in found.trouves if one.corps]
    assert "organisme-homonyme" in {one.code for one in found.problems}


def test_a_list_that_does_not_come_is_said_and_the_others_are_given(
    recorded: Path, bodies: Sequence[Corps], tmp_path: Path
) -> None:
    folder = shutil.copytree(recorded, tmp_path / "reponses")
    (folder / "jeux-mairie.json").write_text("<html>en travaux</html>", encoding="utf-8")
    found = discover(bodies, Net.replay(folder))
    assert {one.jeu.id for one in found.trouves} == {"arbres", "etat", "avaloirs", "nc"}
    assert "reponse-illisible" in {one.code for one in found.problems}


def test_nothing_at_all_is_refused_with_one_reason(bodies: Sequence[Corps], tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        discover(bodies, Net(tmp_path))
    assert [one.code for one in refused.value.problems] == ["hors-ligne"]


def test_nobody_is_said(record: Record, page: Page, bodies: Sequence[Corps], tmp_path: Path) -> None:
    body = bodies[0]
    record(f"{API}/organizations/?q=Valbois-sur-Ourle&page=1&page_size=100", page([], 0))
    record(f"{API}/datasets/?geozone=fr:commune:00042&page=1&page_size=100", page([], 0))
    found = discover((body,), Net.replay(tmp_path))
    assert found.trouves == ()
    assert [one.code for one in found.problems] == ["organisme-non-trouve"]


def test_no_person_is_kept(recorded: Path, bodies: Sequence[Corps]) -> None:
    net = Net.replay(recorded)
    discover(bodies, net)
    assert net.answers
    kept = " ".join(one.body.decode() for one in net.answers)
    assert "Fictif" not in kept
    assert "sig@valbois.test" not in kept
    assert "members" not in kept


@pytest.mark.parametrize(
    ("name", "town", "body"),
    [
        ("Mairie de Redon", True, False),
        ("Ville de Redon", True, False),
        ("Redon Agglomération", False, True),
        ("CA Redon Agglomération", False, True),
        ("Lycée de Redon", False, False),
    ],
)
def test_the_commune_and_its_body_are_told_apart(name: str, town: bool, body: bool) -> None:
    known = read_referentiel()
    commune, epci = corps_of(commune_of("35236", known), known)
    assert (commune.porte(name), epci.porte(name)) == (town, body)


def test_namesakes_of_a_commune_are_known() -> None:
    known = read_referentiel()
    assert corps_of(commune_of("02691", known), known)[0].homonymes is False
    assert corps_of(commune_of("93066", known), known)[0].homonymes is True, "there are several Saint-Denis"


def test_the_page_is_the_one_that_the_observatoire_saw() -> None:
    known = read_referentiel()
    commune, epci = corps_of(commune_of("02691", known), known, read_facts().etats["02691"])
    assert (commune.page, epci.page) == ("534fffaea3a7292c64a780fb", "")
