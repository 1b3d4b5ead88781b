"""A small export in the form of the observatoire, with its traps, on communes that exist nowhere."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow as pa
import pytest

from coeurdeville.territories.commune import Commune
from coeurdeville.territories.edition import Edition
from coeurdeville.territories.referentiel import Referentiel, commune_of_row

HEADER = "siren,nom,type,regcode,url_ptf,nb_ptf,url_datagouv,nb_datagouv,id_datagouv,pop_insee,depcode,text"
DATAGOUV = "https://www.data.gouv.fr/fr/organizations"


def row(code: str, name: str, siren: str, epci: str, population: int | None) -> dict[str, object]:
    return {
        "code": code, "nom": name, "cle": name.lower(), "departement": "00", "departement_nom": "Département fictif",
        "region": "00", "region_nom": "Région fictive", "epci": epci, "epci_nom": f"CA {epci}", "siren": siren,
        "population": population, "population_year": 2026, "codes_postaux": "", "anciens_codes": "",
    }  # fmt: skip


ROWS = [
    row("00001", "Valbois", "210000011", "200000101", 9_000),
    row("00002", "Ourle", "210000029", "200000101", 30_000),
    row("00003", "Clairmont", "210000037", "200000202", 60_000),
    row("00004", "Menu", "210000045", "200000202", 800),
    row("00005", "Sanschiffre", "210000052", "200000202", None),
]


@pytest.fixture(scope="session")
def known() -> Referentiel:
    """Five fictional communes in two intercommunal bodies."""
    return Referentiel(pa.Table.from_pylist(ROWS), pa.table({}), Edition("fictif", "1", 2026, 2026, 2026))


@pytest.fixture(scope="session")
def communes() -> dict[str, Commune]:
    return {str(one["code"]): commune_of_row(one) for one in ROWS}


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., Path]:
    """Writes an export with these lines."""

    def write(lines: Sequence[str], name: str = "export-211216.csv", header: str = HEADER) -> Path:
        path = tmp_path / name
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return path

    return write
