"""The interactive map of a real inventory, against the raw file."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.ville import create_ville
from coeurdeville.reports.editions import Edition, Editions, establish
from coeurdeville.runs.store import Store
from coeurdeville.territories.communes import commune_of

pytestmark = pytest.mark.real
GONE = {"ABATTU", "Essouché", "Non essouché", "REMPLACÉ", "SUPPRIMÉ"}
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def real(mirror: Path, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root = tmp_path_factory.mktemp("saint-quentin")
    create_ville(root / "ville", commune_of("02691"), TODAY)
    add_file(root / "ville", mirror / "reference/contours_1000m/communes-1000m-02.geojson", "contour", producteur="IGN")
    trees = mirror / "towns/02691-saint-quentin/Data_Arbre.csv"
    add_file(root / "ville", trees, "arbres", producteur="Ville", millesime=Vintage.parse("2017-2018"))
    made = establish(root / "ville", Store(root / "magasin"), TODAY)
    editions = Editions(root / "editions")
    edition = editions.get("02691", editions.put("02691", made.files, TODAY))
    assert edition is not None
    return edition


def test_trees_stand_where_the_raw_file_puts_them(real: Edition, mirror: Path) -> None:
    raw = pd.read_csv(mirror / "towns/02691-saint-quentin/Data_Arbre.csv")
    raw = raw[~raw["fk_arb_etat"].isin(GONE)][["longitude", "latitude"]].to_numpy()
    found = real.features("patrimoine-arbore", "objets", limit=10_000)
    assert found is not None
    drawn = np.array([json.loads(piece)["geometry"]["coordinates"] for piece in found.pieces])
    limits = real.features("patrimoine-arbore", "contour")
    assert limits is not None
    town = shapely.from_geojson(json.dumps(json.loads(limits.pieces[0])["geometry"]))
    inside = raw[shapely.intersects_xy(town, raw)]
    assert found.total == len(drawn) == len(inside)
    assert np.abs(np.sort(drawn, axis=0) - np.sort(inside, axis=0)).max() < 1e-6


def test_a_rectangle_gives_the_trees_inside(real: Edition) -> None:
    every = real.features("patrimoine-arbore", "objets", limit=10_000)
    box = (3.27, 49.84, 3.29, 49.85)
    found = real.features("patrimoine-arbore", "objets", box, 10_000)
    assert every is not None
    assert found is not None
    places = [(piece, json.loads(piece)["geometry"]["coordinates"]) for piece in every.pieces]
    inside = tuple(piece for piece, (x, y) in places if box[0] <= x <= box[2] and box[1] <= y <= box[3])
    assert 100 < len(inside) < every.total
    assert (found.total, found.pieces) == (len(inside), inside)
