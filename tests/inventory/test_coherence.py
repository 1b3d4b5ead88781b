"""Every contradiction of an inventory is said at once, and none keeps a good file from being used."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.core.licences import LICENCES, LOV2
from coeurdeville.core.problems import Level, Problem
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.coherence import check_said, check_together
from coeurdeville.inventory.demandes.droit import droit
from coeurdeville.inventory.detenteur import is_siren
from coeurdeville.inventory.donnee import Conformite, Donnee, Statut
from coeurdeville.inventory.ville import add_donnee, open_ville
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Niveau, Ouverture
from coeurdeville.schemas.mapping.correspondance import Correspondance, Lecture

TODAY = date(2026, 11, 25)
LATER = date(2926, 11, 30)
SOUND = Donnee("arbres", "arbres", "Arbres", adresse="https://ville.fr/arbres", producteur="Ville", licence=LOV2)
ODBL = LICENCES["odbl"]


def statut(ouverture: Ouverture, day: int = 1, **said: Any) -> Statut:
    return Statut(date(2026, 11, day), ouverture, **{"auteur": "Léa", "preuve": "lettre", **said})


def codes(problems: Any) -> list[str]:
    return [problem.code for problem in problems]


def said_of(**change: Any) -> list[Problem]:
    return list(check_said(replace(SOUND, **change), TODAY))


OPEN = (statut(Ouverture.OUVERTE),)
CLOSED = statut(Ouverture.PERSONNELLES, motif="noms", fondement="crpa-l311-6")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"statuts": OPEN}, []),
        ({"statuts": OPEN, "licence": LICENCES["inconnue"]}, ["statut-ouvert-sans-licence"]),
        ({"statuts": OPEN, "licence": LICENCES["cc-by-nc"]}, ["statut-ouvert-sans-licence"]),
        ({"statuts": OPEN, "adresse": ""}, ["statut-ouvert-sans-acces"]),
        ({"statuts": OPEN, "adresse": "", "fichier": "fichiers/a.csv"}, []),
        ({"statuts": OPEN, "donnees_personnelles": True}, ["statut-ouvert-personnelles"]),
        ({"statuts": (CLOSED,), "donnees_personnelles": True}, []),
        ({"statuts": (statut(Ouverture.ABSENTE),), "fichier": "fichiers/a.csv"}, ["statut-absente-avec-fichier"]),
        ({"statuts": (statut(Ouverture.ABSENTE), statut(Ouverture.OUVERTE, 2)), "fichier": "fichiers/a.csv"}, []),
        ({"acteur": Acteur.ENTREPRISE, "nature": Nature.COMMUNE}, ["acteur-contredit-nature"]),
        ({"acteur": Acteur.PUBLIC_LOCAL, "nature": Nature.COMMUNE, "niveau": Niveau.COMMUNE}, []),
        ({"nature": Nature.REGION, "niveau": Niveau.EPCI}, ["niveau-contredit-nature"]),
        ({"nature": Nature.SYNDICAT, "niveau": Niveau.EPCI}, []),
        ({"statuts": (statut(Ouverture.OUVERTE, 26),)}, ["date-a-venir"]),
        ({"statuts": (statut(Ouverture.OUVERTE, 25),)}, []),
        ({"statuts": (statut(Ouverture.CANDIDATE, 3, reponse="non", reponse_date=date(2026, 11, 2)),)},
         ["reponse-avant-statut"]),
        ({"statuts": (statut(Ouverture.CANDIDATE, 3, reponse="oui", reponse_date=date(2026, 11, 3)),)}, []),
        ({"statuts": (statut(Ouverture.CANDIDATE, reponse="oui"),)}, ["reponse-incomplete"]),
        ({"statuts": (statut(Ouverture.CANDIDATE, reponse_date=date(2026, 11, 3)),)}, ["reponse-incomplete"]),
        ({"statuts": (statut(Ouverture.CANDIDATE, auteur=""),)}, ["statut-sans-preuve"]),
        ({"statuts": (statut(Ouverture.CANDIDATE, preuve=""),)}, ["statut-sans-preuve"]),
        ({"statuts": (statut(Ouverture.NON_RENSEIGNE, preuve="", auteur=""),)}, []),
        ({"producteur": ""}, ["detenteur-inconnu"]),
        ({"producteur": "", "detenteur": "Syndicat"}, []),
        ({"producteur": "", "statuts": (statut(Ouverture.ABSENTE),)}, []),
        ({"statuts": (statut(Ouverture.SECURITE),)}, ["statut-ferme-sans-raison"]),
        ({"statuts": (statut(Ouverture.SECURITE, motif="réseau de gaz"),)}, []),
        ({"statuts": (statut(Ouverture.SECURITE, fondement="crpa-l311-5"),)}, []),
        ({"statuts": (statut(Ouverture.SECURITE, fondement="crpa-l999"),)}, ["statut-fondement-inconnu"]),
        ({"statuts": (statut(Ouverture.SECURITE, fondement="crpa-l311-4"),)}, ["statut-fondement-autre"]),
        ({"statuts": (statut(Ouverture.OUVERTE, fondement="crpa-l311-6"),)}, ["statut-ouvert-avec-fondement"]),
        ({"statuts": (statut(Ouverture.OUVERTE, fondement="crpa-l311-1"),)}, []),
        ({"siren": "552 100 554"}, []),
        ({"siren": "552100555"}, ["siren-de-detenteur-faux"]),
        ({"siren": "5521"}, ["siren-de-detenteur-faux"]),
        ({"statuts": (statut(Ouverture.CANDIDATE), statut(Ouverture.OUVERTE))}, ["statuts-du-meme-jour"]),
        ({"statuts": (statut(Ouverture.OUVERTE), statut(Ouverture.OUVERTE))}, []),
        ({"conformites": (Conformite("s", TODAY, 10, 11),)}, ["conformite-impossible"]),
        ({"conformites": (Conformite("s", TODAY, 10, -1),)}, ["conformite-impossible"]),
        ({"conformites": (Conformite("s", TODAY, 10, 10),)}, []),
        ({"conformites": (Conformite("s", date(2027, 1, 1), 10, 9),)}, ["date-a-venir"]),
    ],
)  # fmt: skip
def test_each_contradiction_is_said_and_what_is_sound_is_not(change: dict[str, Any], expected: list[str]) -> None:
    found = said_of(**change)
    assert codes(found) == expected
    assert all(problem.level is not Level.ERROR and problem.cure for problem in found)


def test_everything_is_said_at_once_with_its_days() -> None:
    history = (
        statut(Ouverture.SECURITE, 1, auteur="", preuve=""),
        statut(Ouverture.PROPRIETE, 2, preuve=""),
        Statut(LATER, Ouverture.OUVERTE, "Léa", "lettre"),
    )
    found = said_of(statuts=history, licence=LICENCES["interne"], siren="1", nature=Nature.COMMUNE, niveau=Niveau.ETAT)
    assert codes(found) == [
        "niveau-contredit-nature", "siren-de-detenteur-faux", "statut-sans-preuve",
        "statut-ferme-sans-raison", "statut-ferme-sans-raison", "date-a-venir",
    ]  # fmt: skip
    unproved = found[2]
    assert [one.replace("\u00a0", " ") for one in unproved.examples] == [
        "01/11/2026 : sans auteur ni preuve", "02/11/2026 : sans preuve",
    ]  # fmt: skip
    assert [one.examples for one in found[3:5]] == [("01/11/2026",), ("02/11/2026",)]


@pytest.mark.parametrize("status", [one for one in Ouverture if one.fermee])
def test_the_articles_proposed_are_those_of_the_status(status: Ouverture) -> None:
    (problem,) = said_of(statuts=(statut(status),))
    proposed = set(problem.cure.split(" : ")[-1].replace("\u00a0", " ").rstrip(".").split(": ")[-1].split(", "))
    assert proposed == {key for key, one in droit().items() if status in one.ferme}
    assert status.libelle in problem.message.replace("\u00a0", " ")


def test_a_status_of_a_day_to_come_does_not_count_yet() -> None:
    later = Statut(LATER, Ouverture.OUVERTE)
    assert replace(SOUND, statuts=(statut(Ouverture.SECURITE), later)).ouverture is Ouverture.SECURITE
    assert replace(SOUND, statuts=(later,)).statut is None
    assert replace(SOUND, statuts=(later,)).statut_au(LATER) == later


@pytest.mark.parametrize("name", ["?", "inconnu", "à préciser"])
def test_a_name_that_names_nobody_is_no_holder(name: str) -> None:
    assert codes(said_of(producteur="", detenteur=name)) == ["detenteur-inconnu"]


def test_an_entry_without_identifier_is_called_by_its_title() -> None:
    (problem,) = said_of(id="", siren="1")
    assert problem.message.replace("\u00a0", " ").startswith("Donnée « Arbres »")


def test_the_article_that_closes_is_proposed_for_the_status_alone() -> None:
    (problem,) = said_of(statuts=(statut(Ouverture.SECURITE, fondement="crpa-l311-4"),))
    assert "crpa-l311-5" in problem.cure
    assert "crpa-l311-6" not in problem.cure


def test_a_status_whose_date_cannot_be_read_is_not_said_twice() -> None:
    assert said_of(statuts=(Statut(date.min, Ouverture.SECURITE),)) == []


@pytest.mark.parametrize(("text", "right"), [("552100554", True), ("552.100.554", True), ("٥٥٢١٠٠٥٥٤", False)])
def test_a_siren_is_nine_figures_with_their_key(text: str, right: bool) -> None:
    assert is_siren(text) is right


FILED = replace(SOUND, fichier="fichiers/a.csv")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"licence": ODBL}, ["licences", "ODbL 1.0"]),
        ({"millesime": Vintage.parse("2023")}, ["millésimes", "2023"]),
        ({"licence": LICENCES["inconnue"]}, None),
        ({"licence": ODBL, "couche": "espaces-verts"}, None),
        ({"licence": ODBL, "fichier": "fichiers/b.csv"}, None),
        ({"licence": ODBL, "correspondance": Correspondance(Lecture(feuille="2"))}, None),
    ],
)
def test_entries_of_one_file_say_the_same_of_it(change: dict[str, Any], words: list[str] | None) -> None:
    first = replace(FILED, millesime=Vintage.parse("2024"))
    found = list(check_together([first, replace(first, id="autres", **change)]))
    assert codes(found) == (["donnees-contradictoires"] if words else [])
    assert all(word in found[0].message for word in words or ())


def test_entries_without_file_are_no_rivals() -> None:
    assert list(check_together([SOUND, replace(SOUND, id="autres", licence=ODBL)])) == []


def test_what_is_said_never_sets_a_good_file_aside(town: Path, csv: Callable[..., Path]) -> None:
    (donnee,) = add_file(town, csv([(1, 1)], essence=["Tilia cordata"]), "arbres").donnees
    wrong = replace(
        donnee, siren="1", acteur=Acteur.ENTREPRISE, nature=Nature.COMMUNE, donnees_personnelles=True,
        derive_de=("arbres", "rien"), conformites=(Conformite("s", TODAY, 1, 2),), adresse="",
        statuts=(Statut(date(2030, 1, 1), Ouverture.OUVERTE, fondement="x", reponse="r"),),
    )  # fmt: skip
    ville = add_donnee(open_ville(town, TODAY), wrong)
    assert [one.id for one in ville.donnees] == ["contour", "arbres"]
    assert {one.level for one in ville.problems} == {Level.WARNING, Level.NOTE}
    assert len(ville.problems) >= 11


def test_days_are_judged_by_the_day_that_is_given(bare: Path) -> None:
    add_donnee(open_ville(bare), replace(SOUND, statuts=(statut(Ouverture.OUVERTE, 20),)))
    assert codes(open_ville(bare, date(2026, 11, 19)).problems) == ["date-a-venir"]
    assert codes(open_ville(bare, date(2026, 11, 20)).problems) == []
