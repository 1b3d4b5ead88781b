"""What the communes of a perimeter publish, from the command line."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HEADER = "siren,nom,type,url_ptf,nb_ptf,url_datagouv,nb_datagouv,id_datagouv,depcode\n"


def test_without_file_the_programme_is_told_with_its_date_and_denominators(coeurdeville: Callable[..., Any]) -> None:
    ran = coeurdeville("inventaire", "ouverture")
    assert ran.status == 0, ran.err
    assert "244 communes" in ran.out
    assert "OpenDataFrance, observatoire de l’open data des territoires, 16/12/2021" in ran.out
    assert "sur 244 communes présumées soumises" in ran.out
    for band in ("moins de 20 000 habitants", "de 20 000 à 50 000 habitants", "plus de 50 000 habitants"):
        assert band in ran.out
    assert "pour atteindre 50 %" in ran.out


def test_communes_outside_the_programme_are_unknown_and_not_closed(
    coeurdeville: Callable[..., Any],
) -> None:
    ran = coeurdeville("inventaire", "ouverture", "--perimetre", "02")
    assert ran.status == 0
    assert "commune-hors-releve" in ran.err
    assert "sur quoi rien n’est dit" in ran.out
    assert "02691 Saint-Quentin" in ran.out


def test_a_file_is_read_and_the_table_gives_every_commune(coeurdeville: Callable[..., Any], tmp_path: Path) -> None:
    export, table = tmp_path / "organismes.csv", tmp_path / "sortie" / "etats.csv"
    export.write_text(HEADER + "210206603,SAINT QUENTIN,COM,,,,,,02\n", encoding="utf-8")
    ran = coeurdeville("inventaire", "ouverture", "--observatoire", export, "--edition", "2022", "--perimetre",
                       "02691, 02722", "--csv", table)  # fmt: skip
    assert ran.status == 0, ran.err
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["code_insee"], row["etat"], row["obligation"], row["vu_le"]) for row in rows] == [
        ("02691", "non vue", "présumée soumise", "2022"),
        ("02722", "non vue", "présumée soumise", "2022"),
    ]


def test_a_wrong_file_is_refused_in_french(coeurdeville: Callable[..., Any], tmp_path: Path) -> None:
    export = tmp_path / "arbres.csv"
    export.write_text("essence;hauteur\nTilia;8\n", encoding="utf-8")
    ran = coeurdeville("inventaire", "ouverture", "--observatoire", export)
    assert (ran.status, "observatoire-illisible" in ran.err) == (1, True)


@pytest.mark.real
def test_france_prints_one_share_for_each_denominator(coeurdeville: Callable[..., Any], mirror: Path) -> None:
    export = mirror / "catalogue" / "odf_observatoire" / "ODF-Observatoire-apiviz_data-export_solidata-211216c.csv"
    ran = coeurdeville("inventaire", "ouverture", "--observatoire", export, "--perimetre", "france")
    assert ran.status == 0
    for number in ("4 411", "4 510", "près de 5 000", "22 845"):
        assert f"(16/12/2021) sur {number}" in ran.out
