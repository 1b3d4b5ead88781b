"""Which edition of the communes this is, so that a figure can cite it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

POPULATION_PAGES = {"8680726": 2023}
"""Reference year of the populations by number of the Insee page they were taken from (published on 18/12/2025)."""


@dataclass(frozen=True)
class Edition:
    """The npm package that the communes were baked from. Its data are under Licence Ouverte."""

    package: str
    version: str
    cog_year: int | None
    """Year of the code officiel géographique; None when the package does not say it."""
    population_year: int | None
    population_year_mayotte: int | None

    @property
    def citation(self) -> str:
        """`Insee, code officiel géographique 2026, via @etalab/decoupage-administratif 6.0.0`."""
        year = "" if self.cog_year is None else f" {self.cog_year}"
        return f"Insee, code officiel géographique{year}, via {self.package} {self.version}"

    def population_year_of(self, departement: str, zone: str) -> int | None:
        """The year of a commune's population; None in the overseas collectivities, counted at other dates."""
        if zone == "com":
            return None
        return self.population_year_mayotte if departement == "976" else self.population_year

    def to_json(self) -> str:
        """As kept in the metadata of the Parquet files."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def read_edition(package: Path) -> Edition:
    """The edition from `package.json`, and from the tables and sources of the package's readme."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    readme = package / "README.md"
    words = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    page = _first(r"\[Population légale\]\(\S*?/statistiques/(\d+)", words)
    return Edition(
        package=str(about["name"]),
        version=str(about["version"]),
        cog_year=_year(_first(rf"\|\s*(\d{{4}})\s*\|\s*{re.escape(str(about['version']))}\s*\|", words)),
        population_year=POPULATION_PAGES.get(page or ""),
        population_year_mayotte=_year(_first(r"population Mayotte INSEE (\d{4})", words)),
    )


def _first(pattern: str, words: str) -> str | None:
    found = re.search(pattern, words)
    return found[1] if found else None


def _year(text: str | None) -> int | None:
    return None if text is None else int(text)
