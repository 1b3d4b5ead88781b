"""Texts that a spreadsheet would run, wherever a repaired table takes them from."""

from pathlib import Path

from coeurdeville.readers.read import read
from coeurdeville.schemas.catalogue import schema
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.schemas.repair.repair import repair

RAW = """id;nom_latin;cultivar;nom_commun;lon;lat
1;=HYPERLINK(1);@SUM(1);+cmd|x;3.28;49.84
2;Tilia cordata;=A1;@b;3.28;49.85
"""


def test_names_of_trees_and_constants_are_disarmed_and_it_is_logged(tmp_path: Path) -> None:
    path = tmp_path / "arbres.csv"
    path.write_text(RAW)
    columns = {"id": "id", "longitude": "lon", "latitude": "lat", "nom_vernaculaire": "nom_commun",
               "cultivar_variete": "cultivar"}  # fmt: skip
    mapping = Correspondance(colonnes=columns, constantes={"code_insee": "02691", "gestionnaire": "=1+1"})
    repaired = repair(read(path), schema("arbres-urbains").schema, mapping)
    cells = [str(one) for one in repaired.table.to_numpy().ravel() if isinstance(one, str)]
    assert [one for one in cells if one.startswith(("=", "@", "+"))] == []
    assert repaired.table["nom_vernaculaire"].tolist() == ["'+cmd|x", "'@b"]
    assert repaired.table["gestionnaire"].tolist() == ["'=1+1", "'=1+1"]
    counts = {one.field: one.count for one in repaired.changes if one.rule == "formule-desarmee"}
    assert (counts["nom_vernaculaire"], counts["gestionnaire"]) == (2, 2)
