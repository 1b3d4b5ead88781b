import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from coeurdeville.core.licences import LICENCES
from coeurdeville.territories import acv
from coeurdeville.territories.acv import members, membership, sources
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.perimeter import perimeter
from coeurdeville.territories.projections import WGS84, to_crs
from coeurdeville.territories.referentiel import Referentiel
from coeurdeville.territories.territory import territory_of


def test_the_programme_has_244_communes_and_230_territories() -> None:
    assert len(members()) == 244
    assert len({member.id_acv for member in members()}) == 230


def test_membership_of_a_member_and_of_another_commune() -> None:
    vitre = membership("35360")
    assert vitre is not None
    assert (vitre.id_acv, vitre.nom, vitre.date) == ("ACV220", "Vitré", "2024-04")
    assert membership("02100") is None


def test_two_communes_may_share_a_programme_id() -> None:
    assert {member.nom for member in members() if member.id_acv == "ACV017"} == {"Aurillac", "Arpajon-sur-Cère"}


def test_every_row_names_a_source_that_is_described_with_a_known_licence() -> None:
    named = {key for member in members() for key in (member.source, member.source_point)}
    assert named == set(sources())
    assert {source.licence for source in sources().values()} <= set(LICENCES)


def test_members_are_communes_of_today(france: Referentiel) -> None:
    assert [member.nom for member in members()] == [commune_of(member.code_insee, france).nom for member in members()]


@pytest.mark.real
def test_members_and_points_are_those_of_the_source_but_overseas(mirror: Path) -> None:
    with (mirror / "reference/acv_communes_2024.csv").open(encoding="utf-8", newline="") as lines:
        rows = {row["insee_com"]: row for row in csv.DictReader(lines)}
    ours = {member.code_insee: member for member in members()}
    assert {code: (row["id_acv"], row["nom"].replace("'", "’")) for code, row in rows.items()} == {
        code: (member.id_acv, member.nom) for code, member in ours.items()
    }
    for code, member in ours.items():
        drawn = (float(rows[code]["lon"]), float(rows[code]["lat"]))
        assert (drawn == (member.longitude, member.latitude)) == (not code.startswith("97")), code


@pytest.mark.real
def test_the_circle_of_each_member_holds_its_outline(mirror: Path, france: Referentiel) -> None:
    folder = mirror / "reference/contours_1000m"
    for member in members():
        departement = commune_of(member.code_insee, france).departement.code
        features = json.loads((folder / f"communes-1000m-{departement}.geojson").read_text(encoding="utf-8"))[
            "features"
        ]
        (outline,) = (shape(f["geometry"]) for f in features if f["properties"]["code"] == member.code_insee)
        assert outline.distance(shapely.Point(member.longitude, member.latitude)) < 0.01, member.nom
        town = territory_of(commune_of(member.code_insee, france))
        corners = to_crs(shapely.get_coordinates(outline), WGS84, town.crs)
        assert np.all(town.holds(shapely.points(corners))), member.nom


@pytest.fixture
def two_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The table with the rows of another date, that of 2027 without Vitré: nothing else changes."""
    text = acv.TABLE.read_text("utf-8")
    later = [line.replace(",2024-04,", ",2027-02,") for line in text.splitlines()[1:] if ",35360," not in line]
    table = tmp_path / "acv.csv"
    table.write_text("\n".join([*text.splitlines(), *later, ""]), "utf-8")
    monkeypatch.setattr(acv, "TABLE", table)
    acv.listes.cache_clear()
    yield
    acv.listes.cache_clear()


@pytest.mark.usefixtures("two_lists")
@pytest.mark.parametrize(
    ("jour", "listed", "said", "known"),
    [
        (date(2018, 3, 27), "2024-04", "avril 2024", False),
        (date(2024, 3, 31), "2024-04", "avril 2024", False),
        (date(2024, 4, 1), "2024-04", "avril 2024", True),
        (date(2027, 1, 31), "2024-04", "avril 2024", True),
        (date(2027, 2, 1), "2027-02", "février 2027", True),
        (date(2040, 1, 1), "2027-02", "février 2027", True),
    ],
)
def test_the_list_of_a_day_is_the_last_one_that_is_not_after_it(
    jour: date, listed: str, said: str, known: bool
) -> None:
    used = acv.liste_au(jour)
    assert (used.date, used.dite, used.vaut(jour)) == (listed, said, known)
    assert ("35360" in used.membres) is (listed == "2024-04")
    assert ("35360" in perimeter("programme", au=jour).codes) is (listed == "2024-04")


@pytest.mark.usefixtures("two_lists")
def test_members_of_today_are_those_of_the_last_list() -> None:
    assert (len(members()), membership("35360")) == (243, None)
    assert "35360" not in perimeter("programme").codes
