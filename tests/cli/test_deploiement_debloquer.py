"""What to bring first, and what to put in a common form, from the command line."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coeurdeville.cli.deploiements import debloquer, standardiser


def ran(command: object, *words: object) -> Result:
    found = CliRunner().invoke(command, [str(word) for word in words], catch_exceptions=False)  # type: ignore[arg-type]
    assert found.exit_code == 0, found.output
    return found


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_departement_is_told_what_to_bring_by_whom_and_for_whom(misprints: Callable[[str], list[str]]) -> None:
    out = ran(debloquer.command, "--perimetre", "02").stdout
    told = plain(out)
    assert told.startswith("département Aisne (02) : ")
    assert "Une donnée" in told
    assert "« Arbres »" in told
    assert "communes, " in told
    assert "aucun ensemble de cette taille ne fait mieux" in told
    assert "797 services calculés de plus tourneraient ; 1 594 services décrits de plus auraient leurs données" in told
    assert "Services décrits qui n’y ont pas leurs données à coup sûr : " in told
    assert "autres ensembles de cette taille font aussi bien" in told
    assert not re.search(r"services? décrits? [^\n]*tourn", told)
    assert not [line for line in out.splitlines() if misprints(re.sub(" +", " ", line))]


@pytest.mark.parametrize("goal", ["cellules", "habitants", "villes"])
def test_the_number_of_data_is_that_asked_at_most(goal: str, tmp_path: Path) -> None:
    ran(debloquer.command, "--perimetre", "02691,35236", "--par", goal, "--nombre", 2, "--csv", tmp_path / "d.csv")
    with (tmp_path / "d.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert [int(row["nombre"]) for row in rows] == sorted({int(row["nombre"]) for row in rows})
    assert max(int(row["nombre"]) for row in rows) <= 2
    assert all(row["optimum_prouve"] == "oui" for row in rows)


def test_only_data_that_code_reads_leaves_no_reader_to_write(tmp_path: Path) -> None:
    ran(debloquer.command, "--perimetre", "02691", "--lus-seulement", "--csv", tmp_path / "d.csv")
    with (tmp_path / "d.csv").open(encoding="utf-8", newline="") as file:
        assert all(not row["lecteur_a_ecrire"] for row in csv.DictReader(file))


def test_a_goal_that_is_not_one_is_refused() -> None:
    assert CliRunner().invoke(debloquer.command, ["--par", "euros"]).exit_code == 2


def test_candidates_are_told_with_their_terms_and_the_date_of_the_base(tmp_path: Path) -> None:
    told = plain(ran(standardiser.command, "--perimetre", "02", "--csv", tmp_path / "s.csv").stdout)
    assert "Socle commun lu le 22/08/2026" in told
    assert "1. Arbres [arbres]" in told
    assert "rang à poids égaux" in told
    with (tmp_path / "s.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["donnee"] == "arbres"
    assert [float(row["note"]) for row in rows] == sorted((float(row["note"]) for row in rows), reverse=True)


@pytest.mark.parametrize("command", [debloquer.command, standardiser.command])
def test_a_folder_without_town_is_said(command: object, tmp_path: Path) -> None:
    assert "[aucun-dossier-de-ville]" in ran(command, "--perimetre", "02691", "--villes", tmp_path).stderr
