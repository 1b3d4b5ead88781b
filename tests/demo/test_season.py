"""The inventories of the towns of season 2 are sound, dated before the call, and bear what the season changed."""

from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.problems import Level
from coeurdeville.demo.season import BEFORE, WITHOUT, write_told
from coeurdeville.demo.town import make_town
from coeurdeville.inventory.vocabulaire import Ouverture


@pytest.mark.parametrize(("code", "entry", "before", "after"), [
    ("00001", "traits-des-essences", Ouverture.ABSENTE, Ouverture.OUVERTE),
    ("00002", "points-lumineux", Ouverture.CANDIDATE, Ouverture.OUVERTE),
    ("00003", "zones-inondables", Ouverture.OUVERTE, Ouverture.OUVERTE),
    ("00005", "lieux-frais", Ouverture.ABSENTE, Ouverture.CANDIDATE),
    ("00008", "zones-inondables", Ouverture.NON_RENSEIGNE, Ouverture.ABSENTE),
])  # fmt: skip
def test_inventory_of_a_town(tmp_path: Path, code: str, entry: str, before: Ouverture, after: Ouverture) -> None:
    ville = write_told(make_town(buildings=60, seed=3, code=code), tmp_path / "ville")
    assert [problem for problem in ville.problems if problem.level is not Level.NOTE] == []
    [found] = [one for one in ville.donnees if one.id == entry]
    then = found.statut_au(BEFORE)
    assert (then.ouverture if then else Ouverture.NON_RENSEIGNE, found.ouverture) == (before, after)
    assert bool(found.fichier) == (entry == "zones-inondables" and "flood_zones" not in WITHOUT.get(code, ()))
    assert max(statut.date for one in ville.donnees for statut in one.statuts) < date(2024, 6, 1)
