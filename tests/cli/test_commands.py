"""Commands say what they did, and help needs nothing heavy."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.cli.main import COMMANDS
from coeurdeville.cli.parameters import read_parameters
from coeurdeville.core.problems import Refused
from coeurdeville.services.climate.three_thirty_three_hundred import three_thirty_three_hundred

Run = Callable[..., Any]
HEAVY = {"pandas", "geopandas", "numpy", "shapely", "pyarrow", "pyogrio", "scipy", "typst", "vl_convert", "httpx"}


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['coeurdeville', '--aide']\n"
        "from coeurdeville.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code\n"
        "print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert all(name in ran.stdout for name in COMMANDS)
    assert not HEAVY & set(ran.stderr.split())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_help(name: str, coeurdeville: Run) -> None:
    assert coeurdeville(name, "--aide").status == 0


def test_layers_are_listed_and_shown(coeurdeville: Run) -> None:
    assert "espaces-verts" in coeurdeville("couche", "liste").out
    shown = coeurdeville("couche", "montrer", "Arbres").out
    assert "hauteur_totale" in shown
    assert "de 0 à 70 m" in shown
    assert coeurdeville("couche", "montrer", "hauteur-de-vegetation").status == 0


def test_a_file_is_added_with_what_was_recognised(valbois: Path, tmp_path: Path, coeurdeville: Run) -> None:
    path = tmp_path / "arbres.csv"
    path.write_text(
        "X;Y;essence;etat;ma_hauteur_x\n700100;6600100;Tilia cordata;vivant;5\n700200;6600200;Acer;abattu;6\n"
    )
    ran = coeurdeville("ville", "ajouter", valbois, path, "--couche", "arbres", "--licence", "lov2")
    assert ran.status == 0
    assert "Donnée « arbres » ajoutée (couche arbres)." in ran.out
    assert "espece                       ← essence" in ran.out
    assert "objets disparus              ← etat : abattu" in ran.out
    assert "[a-confirmer]" in ran.err


def test_a_town_without_outline_is_told_so_once(tmp_path: Path, coeurdeville: Run, valbois: Path) -> None:
    toml = valbois / "ville.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text[: text.index("[[donnees]]")], encoding="utf-8")
    path = tmp_path / "arbres.csv"
    path.write_text("X;Y;essence\n700100;6600100;Tilia cordata\n")
    assert coeurdeville("ville", "ajouter", valbois, path, "--couche", "arbres").err.count("[contour-absent]") == 1
    assert coeurdeville("ville", "verifier", valbois).err.count("[contour-absent]") == 1
    assert coeurdeville("service", "lancer", "patrimoine-arbore", valbois).err.count("[contour-absent]") == 1


def test_a_second_run_says_that_nothing_was_done_again(valbois: Path, tmp_path: Path, coeurdeville: Run) -> None:
    path = tmp_path / "arbres.csv"
    path.write_text("X;Y;essence\n700100;6600100;Tilia cordata\n")
    coeurdeville("ville", "ajouter", valbois, path, "--couche", "arbres")
    first = coeurdeville("service", "lancer", "patrimoine-arbore", valbois)
    second = coeurdeville("service", "lancer", "patrimoine-arbore", valbois)
    assert first.out.startswith("Calculé.")
    assert "rien n’a été refait" in second.out
    assert first.out.splitlines()[1:] == second.out.splitlines()[1:]


@pytest.mark.parametrize(("text", "value"), [("sight=22.5", 22.5), ("sight=22,5", 22.5), ("sight=30", 30.0)])
def test_a_parameter_is_read_in_its_own_type(text: str, value: float) -> None:
    assert read_parameters(three_thirty_three_hundred, [text]) == {"sight": value}


def test_every_wrong_parameter_is_said_at_once() -> None:
    with pytest.raises(Refused) as refused:
        read_parameters(three_thirty_three_hundred, ["sight=x", "portee=1", "walk="])
    assert [problem.code for problem in refused.value.problems] == [
        "parametre-illisible", "parametre-inconnu", "parametre-illisible",
    ]  # fmt: skip
