"""The twelve towns of the story, each with a space and its inventory."""

from pathlib import Path

import pytest
from pytest_django import Settings

from coeurdeville.comptes.models import Animateur, Utilisateur
from coeurdeville.demo.names import TOWNS
from coeurdeville.espaces.ouverture import importer_dossier
from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.demonstration.recit import raconter


@pytest.fixture
def villes(db: None, tmp_path: Path, settings: Settings) -> dict[str, str]:
    """Insee code -> name."""
    settings.DATA = tmp_path / "site"
    named = {f"{n:05d}": name for n, name in enumerate(TOWNS, 1)}
    for code, name in named.items():
        folder = tmp_path / code
        folder.mkdir()
        (folder / "ville.toml").write_text(
            f'[ville]\nnom = "{name}"\ncommune = "{code}"\ncreee_le = 2022-01-01\n', "utf-8"
        )
        importer_dossier(folder, "démonstration")
    return named


@pytest.fixture
def saison(villes: dict[str, str]) -> Acteurs:
    """The story, told."""
    return raconte(villes)


def raconte(villes: dict[str, str]) -> Acteurs:
    """The story told with these towns, which an animateur follows."""
    user = Utilisateur.objects.create_user("animateur@demo.example")
    Animateur.objects.create(utilisateur=user, perimetre=",".join(villes))
    return raconter(villes)
