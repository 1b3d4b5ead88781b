"""The communes as baked at set-up: two Parquet files beside this module, read once, searched in place."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.territories.commune import Ancienne, Commune, Departement, Epci, Region
from coeurdeville.territories.edition import Edition

FOLDER = Path(__file__).parent
COMMUNES = "communes.parquet"
ANCIENNES = "anciennes_communes.parquet"
EDITION = b"coeurdeville.edition"
"""Key of the edition in the metadata of both files."""

NOT_BAKED = Kind(
    "referentiel-absent",
    "Le référentiel des communes n’est pas préparé, ou n’est pas lisible.",
    "Lancer « make setup » dans le dossier du projet.",
)


@dataclass(frozen=True)
class Referentiel:
    """Every commune of one edition. A look-up turns only the rows it finds into objects."""

    communes: Any
    """pyarrow table, one row per commune of today, sorted by code."""
    anciennes: Any
    """pyarrow table, one row per former, delegated or associated commune, arrondissement or former code."""
    edition: Edition

    def where(self, column: str, value: str) -> tuple[Commune, ...]:
        """Communes of today with exactly this value in `code`, `cle` or another column of text."""
        return self._communes(_is(self.communes[column], value))

    def starting_with(self, key: str) -> tuple[Commune, ...]:
        """Communes of today whose search key starts so."""
        import pyarrow.compute as pc

        return self._communes(pc.starts_with(self.communes["cle"], key))

    def served_by(self, code_postal: str) -> tuple[Commune, ...]:
        """Communes of today that a postal code of five digits serves."""
        import pyarrow.compute as pc

        return self._communes(pc.match_substring(self.communes["codes_postaux"], code_postal))

    def former_where(self, column: str, value: str) -> tuple[Ancienne, ...]:
        """Former communes and codes with exactly this value in `code` or `cle`."""
        found = self.anciennes.filter(_is(self.anciennes[column], value))
        return tuple(Ancienne(row["code"], row["nom"], row["sorte"], row["commune"]) for row in found.to_pylist())

    def keys(self) -> list[str]:
        """The search keys of all communes of today, one per row."""
        return list(self.communes["cle"].to_pylist())

    def _communes(self, mask: Any) -> tuple[Commune, ...]:
        found = (commune_of_row(row) for row in self.communes.filter(mask).to_pylist())
        return tuple(sorted(found, key=lambda commune: (-(commune.population or 0), commune.code)))


@cache
def read_referentiel(folder: Path = FOLDER) -> Referentiel:
    """The communes baked in a folder; kept in memory, so that a second call costs nothing.

    Raises
    ------
    Refused
        `referentiel-absent` when a file is missing, truncated or of another form.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        communes, anciennes = (pq.ParquetFile(folder / name).read() for name in (COMMUNES, ANCIENNES))
        edition = Edition(**json.loads(communes.schema.metadata[EDITION]))
    except (OSError, pa.ArrowInvalid, KeyError, TypeError) as unreadable:
        raise Refused([NOT_BAKED()]) from unreadable
    return Referentiel(communes, anciennes, edition)


def _is(column: Any, value: str) -> Any:
    """Where the text is exactly this one. `pyarrow.compute.equal` would import pandas for its scalar: one second."""
    import pyarrow.compute as pc

    return pc.match_substring_regex(column, f"^{re.escape(value)}$")


def commune_of_row(row: dict[str, Any]) -> Commune:
    """A row of the table of communes as an object."""
    return Commune(
        code=row["code"],
        nom=row["nom"],
        departement=Departement(row["departement"], row["departement_nom"]),
        region=Region(row["region"], row["region_nom"]),
        epci=None if row["epci"] is None else Epci(row["epci"], row["epci_nom"]),
        siren=row["siren"],
        population=row["population"],
        population_year=row["population_year"],
        codes_postaux=tuple(row["codes_postaux"].split()),
        anciens_codes=tuple(row["anciens_codes"].split()),
    )
