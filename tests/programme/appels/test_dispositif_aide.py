"""A call in the form of aid directories."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from programme.monde import OPENING, call

from coeurdeville.programme.appels.dispositif_aide import COLUMNS, dispositif_aide
from coeurdeville.schemas.cells.opening import open_cells
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import load_schema

pytestmark = pytest.mark.django_db


def test_row_of_a_call() -> None:
    appel = call(ouvre_le=OPENING, promesse="Une expérimentation accompagnée.", presentation="x" * 6000)
    row = dispositif_aide(appel)
    assert tuple(row) == COLUMNS
    assert row["eligibilite_geographique"] == "COM-00001|COM-00002|COM-00003"
    assert row["date_ouverture"] == "2022-02-14T08:00:00Z"
    assert (
        row["porteurs"]
        == "[{ nom: 'Organisme A', roles: [ 'porteur' ] }, { nom: 'Organisme B', roles: [ 'porteur' ] }]"
    )
    assert len(row["description"]) == 5000
    assert "climat" in row["eligibilite"]


@pytest.mark.real
def test_row_conforms_to_the_national_schema(mirror: Path, tmp_path: Path) -> None:
    file = tmp_path / "dispositif.csv"
    text = StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerow(dispositif_aide(call(promesse="Une expérimentation accompagnée.", presentation="Pourquoi.")))
    file.write_text(text.getvalue(), "utf-8")
    schema = load_schema(mirror / "schemas/latest/etalab/dispositif-aide/latest/schema.json").schema
    assert check(open_cells(file, schema=schema), schema).findings == ()
