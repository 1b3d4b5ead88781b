"""The demo town says of the data that it lacks what an officer would say, and nothing in it contradicts itself."""

from datetime import date
from pathlib import Path

from coeurdeville.core.problems import Level
from coeurdeville.demo.dossier import write_dossier
from coeurdeville.demo.town import make_town
from coeurdeville.inventory.vocabulaire import Acteur, Ouverture

USUAL = {Ouverture.OUVERTE, Ouverture.CANDIDATE, Ouverture.CERCLE, Ouverture.SECURITE, Ouverture.ABSENTE,
         Ouverture.NON_RENSEIGNE}  # fmt: skip


def test_every_usual_case_is_there_and_the_inventory_is_sound(tmp_path: Path) -> None:
    ville = write_dossier(make_town(buildings=60, seed=3), tmp_path / "ville", date(2026, 11, 25))
    assert {one.ouverture for one in ville.donnees} == USUAL
    assert {one.categorie for one in ville.donnees} >= set(Acteur) - {Acteur.NON_RENSEIGNE, Acteur.PARAPUBLIC}
    assert [problem for problem in ville.problems if problem.level is not Level.NOTE] == []
    assert any(statut.reponse for one in ville.donnees for statut in one.statuts)
    assert all("fictif" in one.titre for one in ville.donnees)
