"""A demonstration town, its edition; and the same town with little of its data."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.reports.diagnostic import report_of
from coeurdeville.reports.editions import Edition, Editions, Established, establish
from coeurdeville.reports.editions.composing import compose
from coeurdeville.reports.editions.opening import open_dossier
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Subject
from coeurdeville.runs.store import Store

TODAY = date(2026, 11, 25)
ENTRY = "[[donnees]]"
Keep = Callable[..., Path]


@pytest.fixture(scope="session")
def keeping(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Keep:
    """Makes the folder of the same town with the data of these layers alone."""

    def keep(*couches: str) -> Path:
        folder = tmp_path_factory.mktemp("peu") / "dossier"
        shutil.copytree(dossier, folder)
        head, *entries = (dossier / "ville.toml").read_text("utf-8").split(ENTRY)
        kept = [one for one in entries if any(f'couche = "{couche}"\n' in one for couche in couches)]
        (folder / "ville.toml").write_text(ENTRY.join([head, *kept]), "utf-8")
        return folder

    return keep


@pytest.fixture(scope="session")
def subject(dossier: Path, store: Store, established: Established) -> Subject:
    """What the edition was written from, composed again."""
    return compose(open_dossier(dossier), store, TODAY)


@pytest.fixture(scope="session")
def report(subject: Subject) -> Report:
    return report_of(subject, subject.chapters())


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, bytes]], Edition]:
    """Puts files and reads them back."""

    def keep(files: Mapping[str, bytes]) -> Edition:
        editions = Editions(tmp_path_factory.mktemp("editions"))
        edition = editions.get("00001", editions.put("00001", files, TODAY))
        assert edition is not None
        return edition

    return keep


@pytest.fixture(scope="session")
def edition(established: Established, kept: Callable[[Mapping[str, bytes]], Edition]) -> Edition:
    return kept(established.files)


@pytest.fixture(scope="session")
def poor(keeping: Keep, tmp_path_factory: pytest.TempPathFactory) -> Established:
    """Without trees, quarters nor water: homes, their green spaces, the outline."""
    folder = keeping("contour", "batiments", "espaces-verts")
    return establish(folder, Store(tmp_path_factory.mktemp("magasin")), TODAY)
