"""What the npm package `@etalab/decoupage-administratif` says of the communes, as rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coeurdeville.territories.edition import Edition
from coeurdeville.territories.noms import bare_key

PRESENT = "commune-actuelle"
SORTES = {
    "commune-deleguee": "commune déléguée",
    "commune-associee": "commune associée",
    "arrondissement-municipal": "arrondissement municipal",
}

Row = dict[str, Any]


def read_rows(package: Path, edition: Edition) -> tuple[list[Row], list[Row]]:
    """Communes of today, then the names and codes that are not theirs (any more); each sorted by code.

    Absent facts are None. Names take the French apostrophe, which the package writes straight.
    """
    listed = _read(package, "communes")
    present = [commune for commune in listed if commune["type"] == PRESENT]
    parts = [commune for commune in listed if commune["type"] != PRESENT]
    return (
        sorted(_communes(package, present, edition), key=_by_code),
        sorted(_anciennes(present, parts), key=_by_code),
    )


def _communes(package: Path, present: list[Row], edition: Edition) -> Iterator[Row]:
    departements, regions = _names(package, "departements"), _names(package, "regions")
    epcis = {member["code"]: epci for epci in _read(package, "epci") for member in epci["membres"]}
    for commune in present:
        epci = epcis.get(commune["code"])
        yield {
            "code": commune["code"],
            "nom": _typeset(commune["nom"]),
            "cle": bare_key(commune["nom"]),
            "departement": commune["departement"],
            "departement_nom": departements[commune["departement"]],
            "region": commune["region"],
            "region_nom": regions[commune["region"]],
            "epci": None if epci is None else epci["code"],
            "epci_nom": None if epci is None else _typeset(epci["nom"]),
            "siren": commune.get("siren"),
            "population": commune.get("population"),
            "population_year": _population_year(commune, edition),
            "codes_postaux": " ".join(sorted(commune.get("codesPostaux", ()))),
            "anciens_codes": " ".join(sorted(commune.get("anciensCodes", ()))),
        }


def _population_year(commune: Row, edition: Edition) -> int | None:
    known = commune.get("population") is not None
    return edition.population_year_of(commune["departement"], commune["zone"]) if known else None


def _anciennes(present: list[Row], parts: list[Row]) -> Iterator[Row]:
    """Parts of communes, which have names; then the former codes that have none in the package."""
    for part in parts:
        today = part.get("chefLieu") or part["commune"]
        yield _ancienne(part["code"], _typeset(part["nom"]), SORTES[part["type"]], today)
    named = {part["code"] for part in parts}
    for commune in present:
        for code in set(commune.get("anciensCodes", ())) - named:
            yield _ancienne(code, None, "ancien code", commune["code"])


def _ancienne(code: str, nom: str | None, sorte: str, commune: str) -> Row:
    return {"code": code, "nom": nom, "cle": bare_key(nom or ""), "sorte": sorte, "commune": commune}


def _typeset(nom: str) -> str:
    return nom.replace("'", "’")


def _by_code(row: Row) -> tuple[str, str]:
    return row["code"], row["nom"] or ""


def _names(package: Path, name: str) -> dict[str, str]:
    return {unit["code"]: _typeset(unit["nom"]) for unit in _read(package, name)}


def _read(package: Path, name: str) -> list[Row]:
    return list(json.loads((package / "data" / f"{name}.json").read_text(encoding="utf-8")))
