"""A town folder becomes the files of an edition, step by step."""

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shapely

from coeurdeville.cli.diagnosing import write_diagnostic
from coeurdeville.core.problems import Refused
from coeurdeville.reports.editions import Established, establish
from coeurdeville.reports.editions.composing import Counts
from coeurdeville.runs.store import Store

TODAY = date(2026, 11, 25)


def test_every_step_is_told_with_what_is_behind(dossier: Path, store: Store, established: Established) -> None:
    steps: list[tuple[str, int]] = []
    again = establish(dossier, store, TODAY, lambda step, percent: steps.append((step, percent)))
    assert steps == [
        ("Lecture du dossier de la ville", 0),
        ("Patrimoine arboré", 5),
        ("Règle 3-30-300", 18),
        ("Connaissance des espèces", 32),
        ("Exposition aux inondations", 46),
        ("Dessin des cartes et des graphiques", 60),
        ("Écriture des fichiers", 75),
        ("Diagnostic établi", 100),
    ]
    assert (established.counts, again.counts) == (Counts(4, 4, 4), Counts(4, 4, 0))
    assert again.files == established.files


COMPUTED = ("boundary", "buffer", "clip_by_rect", "intersection", "intersects", "simplify", "union_all")


def test_shapes_that_works_share_are_computed_on_by_one_thread(
    dossier: Path, store: Store, established: Established, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[str] = set()

    def watched(name: str) -> Any:
        usual = getattr(shapely, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            seen.add(threading.current_thread().name)
            return usual(*args, **kwargs)

        return call

    for name in COMPUTED:
        monkeypatch.setattr(shapely, name, watched(name))
    establish(dossier, store, TODAY)
    assert seen == {threading.current_thread().name}


def test_the_edition_holds_the_files_that_the_command_writes(keeping: Any, poor: Established, tmp_path: Path) -> None:
    folder = keeping("contour", "batiments", "espaces-verts")
    written = write_diagnostic(folder, tmp_path / "resultats", TODAY)
    assert {path.name: path.read_bytes() for path in written.files} == {
        name: poor.files[name]
        for name in (
            "diagnostic.gpkg", "diagnostic.html", "diagnostic.json", "diagnostic.pdf",
            "indicateurs.csv", "indicateurs.xlsx",
        )
    }  # fmt: skip


def test_what_is_to_be_said_comes_back_as_data(keeping: Any, tmp_path: Path) -> None:
    made = establish(keeping("batiments"), Store(tmp_path), TODAY)
    assert [problem.code for problem in made.problems] == ["contour-absent"]
    assert not [name for name in made.files if name.startswith("carte-fond-contour")]


def test_an_inventory_with_errors_is_refused(keeping: Any, tmp_path: Path) -> None:
    folder = keeping("batiments")
    toml = folder / "ville.toml"
    toml.write_text(toml.read_text("utf-8").replace("nom =", "surnom =", 1), "utf-8")
    with pytest.raises(Refused, match="cle-obligatoire"):
        establish(folder, Store(tmp_path), TODAY)


def test_a_run_that_is_stopped_keeps_the_services_that_were_done(keeping: Any, tmp_path: Path) -> None:
    folder = keeping("contour", "batiments", "espaces-verts")

    def stop(step: str, _: int) -> None:
        if step == "Dessin des cartes et des graphiques":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        establish(folder, Store(tmp_path), TODAY, stop)
    assert establish(folder, Store(tmp_path), TODAY).counts == Counts(4, 1, 0)
