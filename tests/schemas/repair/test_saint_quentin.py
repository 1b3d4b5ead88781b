"""A real raw inventory (EPSG:3949, codes, felled trees, agents) to a conforming file, then to a service's figures."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.spatial import cKDTree

from coeurdeville.cli.town import open_town
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.ville import create_ville
from coeurdeville.readers.read import read
from coeurdeville.runs.diagnose import diagnose
from coeurdeville.schemas.catalogue import schema
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.mapping.correspondance import Correspondance, Etat
from coeurdeville.schemas.matching.placing import reading_of
from coeurdeville.schemas.matching.propose import propose
from coeurdeville.schemas.repair.judging import csv_of
from coeurdeville.schemas.repair.repair import repair
from coeurdeville.services.catalogue import service
from coeurdeville.territories.communes import find
from coeurdeville.territories.projections import to_crs
from coeurdeville.territories.territory import territory_of

pytestmark = pytest.mark.real
CODES = {"etat": "fk_arb_etat", "stade_developpement": "fk_stadedev", "remarquable": "remarquable"}
TOLD = {
    "EN PLACE": "en place",
    "senescent": "sénescent",
    "Jeune": "jeune",
    "Adulte": "adulte",
    "Oui": "oui",
    "Non": "non",
}
"""Words of the cleaned file -> words of the schema."""
AGENTS = ("created_user", "last_edited_user", "Creator", "Editor")


def dictionaries(raw: Path, cleaned: Path) -> dict[str, dict[str, str]]:
    """Code -> the word that most trees of that code have in the cleaned file, trees being joined by place."""
    codes, words = (pd.read_csv(one, dtype=str, keep_default_na=False) for one in (raw, cleaned))
    places = to_crs(words[["longitude", "latitude"]].astype(float).to_numpy(), 4326, 3949)
    near, which = cKDTree(places).query(codes[["X", "Y"]].astype(float).to_numpy(), distance_upper_bound=0.5)
    same = np.isfinite(near)
    found = {}
    for field, column in CODES.items():
        pairs = pd.DataFrame(
            {"code": codes[column][same].to_numpy(), "word": words[column].iloc[which[same]].to_numpy()}
        )
        found[field] = pairs.groupby("code")["word"].agg(lambda told: told.mode()[0]).to_dict()
    return found


def test_raw_inventory_to_a_conforming_file_to_tree_heritage(mirror: Path, tmp_path: Path) -> None:
    folder = mirror / "towns" / "02691-saint-quentin"
    raw = folder / "Patrimoine_Arbore_final.csv"
    told = dictionaries(raw, folder / "Data_Arbre.csv")
    gone = tuple(code for code, word in told["etat"].items() if word != "EN PLACE")
    wanted, territory, features = schema("arbres-urbains").schema, territory_of(find("02691").commune), read(raw)

    lecture, _ = reading_of(features, Correspondance().lecture, territory)
    assert (lecture.x, lecture.y, lecture.projection) == ("X", "Y", 3949)
    proposed = propose(features.frame, wanted, Correspondance(lecture), ("X", "Y")).mapping()
    mapping = Correspondance(
        lecture,
        colonnes={**proposed.colonnes, **CODES},
        valeurs={
            field: {code: TOLD[word] for code, word in words.items() if word in TOLD} for field, words in told.items()
        },
        etats=(*proposed.etats, Etat("fk_arb_etat", gone)),
    )  # fmt: skip
    found = repair(features, wanted, mapping, territory=territory)

    assert len(found.table) + len(found.rejects) == 11_366
    assert not set(AGENTS) & {*found.table.columns, *found.rejects.columns}
    plain = pd.read_csv(raw, dtype=str, keep_default_na=False)
    assert len(found.table) == ((plain["dte_abattage"] == "") & ~plain["fk_arb_etat"].isin(gone)).sum()
    out = tmp_path / "arbres-urbains.csv"
    out.write_bytes(csv_of(found.table))
    assert check(read_text(out), wanted).valid
    assert heritage(tmp_path / "ville", out)["trees"] == len(found.table)


def heritage(dossier: Path, file: Path) -> dict[str, Any]:
    """Figures of the town by the service of trees."""
    create_ville(dossier, find("02691").commune, date(2026, 11, 23))
    add_file(dossier, file, "arbres")
    town = open_town(dossier)
    (outcome,) = diagnose([service("patrimoine-arbore")], town.offre.couches, town.territory, town.store)
    assert outcome.result is not None
    return {row.indicator: row.value for row in outcome.result.rows if row.zoning == "commune" and not row.category}
