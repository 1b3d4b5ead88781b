"""All communes of France: what set-up baked, alone and against the real open data."""

import csv
import time
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.territories.communes import commune_of, find
from coeurdeville.territories.referentiel import FOLDER, Referentiel, read_referentiel

READ_IN = 0.050
"""Seconds, with pyarrow already imported."""


def column(known: Referentiel, name: str) -> dict[str, str | int | None]:
    return dict(zip(known.communes["code"].to_pylist(), known.communes[name].to_pylist(), strict=True))


def test_reading_takes_less_than_50_ms(france: Referentiel) -> None:
    times = []
    for _ in range(10):
        read_referentiel.cache_clear()
        start = time.perf_counter()
        read_referentiel(FOLDER)
        times.append(time.perf_counter() - start)
    assert min(times) < READ_IN


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("02691", "02691"),
        ("saint quentin (02)", "02691"),
        ("35236", "35236"),
        ("redon", "35236"),
        ("Lannion", "22113"),
        ("L’Haÿ les Roses", "94038"),
        ("2a004", "2A004"),
        ("1004", "01004"),
        ("Cherbourg-Octeville", "50129"),
        ("73044", "73065"),
        ("Marseille 1er arrondissement", "13055"),
        ("Bors (Canton de Charente-Sud)", "16053"),
        ("97617", "97617"),
    ],
)
def test_towns_are_found_as_people_write_them(france: Referentiel, text: str, code: str) -> None:
    assert find(text, france).commune.code == code


def test_every_former_name_leads_to_a_commune_of_today(france: Referentiel) -> None:
    assert set(france.anciennes["commune"].to_pylist()) <= set(france.communes["code"].to_pylist())


def test_the_name_with_its_departement_always_finds_the_commune(france: Referentiel) -> None:
    for code in france.communes["code"].to_pylist()[::500]:
        commune = commune_of(code, france)
        assert find(f"{commune.nom} ({commune.departement.code})", france).commune == commune


def test_the_nearest_names_of_a_misspelt_town(france: Referentiel) -> None:
    with pytest.raises(Refused) as refused:
        find("Saint-Quantin", france)
    assert "Saint-Quentin (02691, Aisne)" in refused.value.problems[0].cure


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


@pytest.mark.real
def test_communes_are_those_of_the_official_populations(france: Referentiel, mirror: Path) -> None:
    """Insee, populations of 2023 in the communes of 2025: metropole and overseas départements but Mayotte."""
    official = {row["COM"]: row for row in rows(mirror / "reference/cog_2026/donnees_communes.csv", ";")}
    populations = column(france, "population")
    sortes = dict(zip(france.anciennes["code"].to_pylist(), france.anciennes["sorte"].to_pylist(), strict=True))
    common = official.keys() & populations.keys()
    assert {code: int(official[code]["PMUN"]) for code in common} == {code: populations[code] for code in common}
    assert {sortes[code] for code in official.keys() - common} == {"arrondissement municipal"}
    elsewhere = {
        code for code in populations.keys() - common if not code.startswith(("976", "975", "977", "978", "98"))
    }
    assert elsewhere == {"13055", "69123", "75056"}, "the three communes that the table gives by arrondissement"


@pytest.mark.real
def test_names_are_official_but_for_those_that_changed_since(france: Referentiel, mirror: Path) -> None:
    cog = mirror / "reference/cog_2026"
    names = column(france, "nom")
    old = {row["COM"]: row["Commune"].replace("'", "’") for row in rows(cog / "donnees_communes.csv", ";")}
    moved = {(row["COM_AP"], row["LIBELLE_AP"].replace("'", "’")) for row in rows(cog / "mouvements-communes.csv")}
    changed = {(code, names[code]) for code in old.keys() & names.keys() if old[code] != names[code]}
    assert len(changed) < 30
    assert changed <= moved


@pytest.mark.real
def test_overseas_populations_are_official(france: Referentiel, mirror: Path) -> None:
    cog = mirror / "reference/cog_2026"
    mayotte = {f"97{row['CODCOM']}": int(row["PMUN"]) for row in rows(cog / "donnees_communes_mayotte.csv", ";")}
    elsewhere = {
        row["code_commune"]: int(row["population"])
        for row in rows(cog / "collectivites-outremer.csv")
        if row["population"]
    }
    populations = column(france, "population")
    assert len(mayotte) == 17
    assert {code: populations[code] for code in mayotte | elsewhere} == mayotte | elsewhere


@pytest.mark.real
def test_former_codes_are_those_of_the_official_movements(france: Referentiel, mirror: Path) -> None:
    """Every code that a merger took away since 2016 can still be looked up."""
    moves = rows(mirror / "reference/cog_2026/mouvements-communes.csv")
    mergers = [row for row in moves if row["MOD"] in {"31", "32", "33", "34"} and row["DATE_EFF"] >= "2016"]
    present = set(france.communes["code"].to_pylist())
    gone = {row["COM_AV"] for row in mergers if row["TYPECOM_AV"] == "COM"} - present
    assert len(gone) > 1000
    assert gone <= set(france.anciennes["code"].to_pylist())
