"""What pages say of problems: no command, no name of a part of a text file."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import coeurdeville.espaces
import coeurdeville.inventory
import coeurdeville.layers
import coeurdeville.readers
from coeurdeville.core.problems import Kind
from coeurdeville.web.espace.dossier.mots import pour_le_web, pour_une_page

COMMAND = re.compile(r"coeurdeville (?:ville|inventaire|source|couche|schema|service)|--\w|\[donnees|dans ville\.toml")
NEVER_MET = {"ville-existante", "observatoire-sans-date", "liste-trop-longue", "organisme-non-trouve"}
"""Of folders, files and searches that only commands make."""


def met() -> dict[str, Kind]:
    """The problems that pages of a town's space may have to say."""
    packages = (coeurdeville.inventory, coeurdeville.readers, coeurdeville.layers, coeurdeville.espaces)
    names = [one.name for package in packages for one in walk_packages(package.__path__, f"{package.__name__}.")]
    modules = [import_module(name) for name in names if ".management" not in name]
    kinds = [one for module in modules for one in vars(module).values() if isinstance(one, Kind)]
    return {one.code: one for one in kinds if one.code not in NEVER_MET}


KINDS = met()


@pytest.mark.parametrize("code", sorted(KINDS))
def test_no_page_speaks_of_a_command(code: str) -> None:
    kind = KINDS[code]
    words = dict.fromkeys(re.findall(r"{(\w+)", kind.message + kind.cure), "x")
    (said,) = pour_le_web([kind(**words)])
    assert not COMMAND.search(said.message + said.cure), said


def test_reason_of_a_doubt_names_no_part_of_a_file() -> None:
    assert pour_une_page("des codes (1, 2)\u00a0: dire lesquels valent oui ou non, sous [donnees.valeurs.arbre]") == (
        "des codes (1, 2)\u00a0: dire lesquels valent oui ou non dans la fiche de la donnée"
    )
