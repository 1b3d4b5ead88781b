"""The history of a folder: every change told, any revision restored."""

from collections.abc import Callable

import pytest
from django.test import Client

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.web.espace.dossier.mots import libelle

from .conftest import ARBRES, said

Fill = Callable[..., dict[str, object]]


@pytest.fixture
def changed(ana: Client, fiche: Fill, revisions: Depot) -> Depot:
    """Three revisions."""
    ana.post(ARBRES, fiche(detenteur="Agglo", motif="Transfert"))
    ana.post("/espace/00042/retirer/eaux/", {"base": 2, "motif": "Doublon"})
    return revisions


def test_revisions_are_told_latest_first(ana: Client, changed: Depot) -> None:
    page = ana.get("/espace/00042/historique/")
    told = [(one.numero, one.motif, who) for one, who in page.context["revisions"]]
    assert told == [(3, "Doublon", "Ana Roy"), (2, "Transfert", "Ana Roy"), (1, "Création du dossier", "Ana Roy")]


def test_a_name_that_is_gone_is_not_shown(luc: Client, ana: Client, changed: Depot) -> None:
    Utilisateur.objects.get(courriel="ana@valbois.example").delete()
    page = luc.get("/espace/00042/historique/2/")
    assert "ancien membre (correspondant données)" in page.text
    assert "compte:" not in page.text


def test_a_revision_tells_what_it_changes(ana: Client, changed: Depot) -> None:
    page = ana.get("/espace/00042/historique/2/")
    (entry,) = page.context["difference"].entrees
    assert [(one.champ, one.avant, one.apres) for one in entry.lignes] == [("detenteur", "Ville de Valbois", "Agglo")]
    assert "<del>Ville de Valbois</del>" in page.text


def test_two_revisions_are_compared(ana: Client, changed: Depot) -> None:
    difference = ana.get("/espace/00042/historique/3/?depuis=1").context["difference"]
    assert [(one.id, str(one.changement)) for one in difference.entrees] == [
        ("arbres", "modification"),
        ("eaux", "retrait"),
    ]
    assert ana.get("/espace/00042/historique/3/?depuis=abc").context["depuis"] == 2


@pytest.mark.parametrize("number", [0, 4, 999_999_999_999])
def test_a_revision_that_does_not_exist(ana: Client, changed: Depot, number: int) -> None:
    assert ana.get(f"/espace/00042/historique/{number}/").status_code == 404
    assert ana.post(f"/espace/00042/historique/{number}/restaurer/").status_code in (400, 404)
    assert len(changed.revisions()) == 3


def test_a_revision_is_restored_under_a_new_number(ana: Client, changed: Depot) -> None:
    page = ana.post("/espace/00042/historique/1/restaurer/", {"motif": "Erreur"}, follow=True)
    assert "Révision 1 restaurée" in page.text
    assert said(changed).detenteur == "Ville de Valbois"
    assert [one.motif for one in changed.revisions()] == ["Création du dossier", "Transfert", "Doublon", "Erreur"]


def test_many_revisions_go_by_pages(ana: Client, revisions: Depot) -> None:
    for rank in range(1, 33):
        revisions.enregistrer(
            rank, lambda folder, rank=rank: (folder / "note.txt").write_text(str(rank), "utf-8"), "Ana", str(rank)
        )
    page = ana.get("/espace/00042/historique/?page=2")
    assert [one.numero for one, _ in page.context["revisions"]] == [3, 2, 1]
    assert "Page 2 sur 2" in page.text


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("titre", "Titre"),
        ("statuts.2.preuve", "Statut 2, preuve"),
        ("statuts.2.statut", "Statut 2, statut"),
        ("colonnes.hauteur_totale", "Colonne hauteur_totale"),
        ("a_confirmer.hauteur_totale.colonne", "Colonne à confirmer hauteur_totale, colonne du fichier"),
        ("valeurs.espece.TIL", "Code espece TIL"),
        ("ville.population", "Ville, population"),
        ("cle_de_la_main", "cle_de_la_main"),
    ],
)
def test_keys_are_said_in_words(key: str, words: str) -> None:
    assert libelle(key) == words
