"""Statuses are added day after day; what was written before stays as it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.statuts import add_reponse, add_statut
from coeurdeville.inventory.ville import FICHIER, Ville, add_donnee, open_ville
from coeurdeville.inventory.vocabulaire import Ouverture

TODAY = date(2026, 11, 25)
NEW = Statut(TODAY, Ouverture.OUVERTE, "Zoé", "https://ville.fr")
TABLES = """
[[donnees]]
id = "eau" # avec le syndicat
couche = "eau"
titre = "Rivières"
licence = "Licence Ouverte 2.0"
millesime = "2026-01-02"

# l’histoire
[[donnees.statuts]]
date = 2026-02-01 # au téléphone
statut = "candidate"

[[donnees.statuts]]
date = 2026-01-01
statut = "non-accessible-sans-raison"

[donnees.colonnes]
nom = "NOM"

[[donnees]]
id = "autre"
couche = "routes"
"""
INLINE = """
[[donnees]]
id = "eau" # avec le syndicat
couche = "eau"
statuts = [
  { date = 2026-02-01, statut = "candidate" }, # au téléphone
  { date = 2026-01-01, statut = "non-accessible-sans-raison" }
]
"""
FLAT = 'donnees = [{ id = "eau", couche = "eau", statuts = [{ date = 2026-02-01, statut = "candidate" }] }]\n'
WAYS = pytest.mark.parametrize("text", [TABLES, INLINE])


def town_of(bare: Path, text: str) -> Ville:
    file = bare / FICHIER
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    return open_ville(bare)


def lines(ville: Ville) -> list[str]:
    return (ville.dossier / FICHIER).read_text(encoding="utf-8").splitlines()


def refusal(ville: Ville, change: Callable[[], object]) -> list[str]:
    """The codes of a refusal, which leaves the file as it was."""
    before = lines(ville)
    with pytest.raises(Refused) as refused:
        change()
    assert lines(ville) == before
    return [problem.code for problem in refused.value.problems]


def noting(ville: Ville, name: str, statut: Statut = NEW) -> list[str]:
    return refusal(ville, lambda: add_statut(ville, name, statut, TODAY))


def answering(ville: Ville, name: str, text: str, when: date) -> list[str]:
    return refusal(ville, lambda: add_reponse(ville, name, text, when, TODAY))


@WAYS
def test_a_status_is_added_and_every_line_stays(bare: Path, text: str) -> None:
    before = town_of(bare, text)
    old = lines(before)
    after = add_statut(before, "EAU", NEW, TODAY)
    assert after.donnees[0].statuts == (*before.donnees[0].statuts, NEW)
    assert after.donnees[0].ouverture is Ouverture.OUVERTE
    kept = iter(line.rstrip(",") for line in lines(after))
    assert all(line.rstrip(",") in kept for line in old if line)


def test_a_first_status_is_added(bare: Path) -> None:
    after = add_statut(add_donnee(open_ville(bare), Donnee("a", "arbres", "A")), "a", NEW, TODAY)
    assert after.donnees[0].statuts == (NEW,)


def test_an_inventory_on_one_line_is_written_too(bare: Path) -> None:
    file = bare / FICHIER
    file.write_text(FLAT + file.read_text(encoding="utf-8"), encoding="utf-8")
    after = add_statut(open_ville(bare), "eau", NEW, TODAY)
    assert [one.date for one in after.donnees[0].statuts] == [date(2026, 2, 1), TODAY]
    grown = add_donnee(after, Donnee("a", "arbres", "A", statuts=(NEW,)))
    assert [one.id for one in grown.donnees] == ["eau", "a"]


def test_a_status_is_added_to_an_entry_set_aside(bare: Path) -> None:
    ville = town_of(bare, '[[donnees]]\nid = "a"\ncouche = "arbres"\nlicence = "maison"\n')
    after = add_statut(ville, "a", NEW, TODAY)
    assert after.ecartees[0].statuts == (NEW,)
    assert 'licence = "maison"' in lines(after)


@WAYS
def test_the_holder_answers_to_the_latest_status(bare: Path, text: str) -> None:
    before = town_of(bare, text)
    after = add_reponse(before, "eau", "  Nous l’ouvrirons. ", date(2026, 3, 1), TODAY)
    first, second = after.donnees[0].statuts
    assert (first.reponse, first.reponse_date) == ("Nous l’ouvrirons.", date(2026, 3, 1))
    assert second == before.donnees[0].statuts[1]
    assert any("# au téléphone" in line for line in lines(after))
    assert answering(after, "eau", "Autre chose", date(2026, 3, 2)) == ["reponse-deja-notee"]


def test_the_holder_does_not_answer_to_a_status_of_a_day_to_come(bare: Path) -> None:
    later = '[[donnees]]\nid = "a"\ncouche = "arbres"\nstatuts = [{ date = 2926-01-01, statut = "ouverte" }, {jour}]\n'
    before = town_of(bare, later.replace("{jour}", '{ date = 2026-01-01, statut = "candidate" }'))
    after = add_reponse(before, "a", "Oui.", date(2026, 3, 1), TODAY)
    assert [one.reponse for one in (*after.donnees, *after.ecartees)[0].statuts] == ["", "Oui."]


def test_what_cannot_be_is_refused_and_nothing_is_written(bare: Path) -> None:
    ville = town_of(bare, TABLES)
    later = Statut(date(2026, 11, 26), Ouverture.OUVERTE)
    assert noting(ville, "eau", later) == ["jour-a-venir"]
    assert noting(ville, "eaux") == ["nom-inconnu"]
    assert answering(ville, "eau", " ", date(2026, 11, 26)) == ["reponse-vide", "jour-a-venir"]
    assert answering(ville, "eau", "non", date(2026, 1, 31)) == ["reponse-trop-ancienne"]
    assert answering(ville, "autre", "non", TODAY) == ["reponse-sans-statut"]


def test_the_nearest_entry_is_named(bare: Path) -> None:
    with pytest.raises(Refused, match="Le plus proche est «\u00a0eau"):
        add_statut(town_of(bare, TABLES), "eaux", NEW, TODAY)


def test_an_identifier_given_twice_is_refused(bare: Path) -> None:
    assert noting(town_of(bare, TABLES + TABLES), "eau") == ["identifiant-repete"]


def test_what_is_no_list_is_not_written_over(bare: Path) -> None:
    ville = town_of(bare, '[[donnees]]\nid = "a"\ncouche = "arbres"\nstatuts = "ouverte depuis mars"\n')
    assert noting(ville, "a") == ["valeur-inattendue"]
