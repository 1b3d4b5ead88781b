"""The pages that show a folder: home, list, entry, file; who may see them; how many queries they cost."""

from collections.abc import Callable

import pytest
from django.test import Client

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.espaces.dossiers import enregistrer
from coeurdeville.espaces.models import Espace
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.inventory.ville import add_donnee, open_ville

from .conftest import CODE

PAGES = [
    "/espace/00042/",
    "/espace/00042/donnees/",
    "/espace/00042/donnees/arbres/",
    "/espace/00042/historique/",
    "/espace/00042/historique/1/",
    "/espace/00042/exporter/",
    "/espace/00042/fichiers/fichiers/arbres.csv",
]
ACTS = [
    "/espace/00042/modifier/arbres/",
    "/espace/00042/nouvelle-donnee/",
    "/espace/00042/ajouter-fichier/",
    "/espace/00042/retirer/arbres/",
    "/espace/00042/importer/",
]


@pytest.mark.parametrize("path", PAGES)
def test_members_see_and_others_do_not(ana: Client, lectrice: Client, client: Client, path: str) -> None:
    for member in (ana, lectrice):
        answer = member.get(path)
        assert (answer.status_code, bool(b"".join(answer))) == (200, True)
    assert client.get(path)["Location"] == f"/compte/connexion/?next={path}"
    stranger = Utilisateur.objects.create_user("x@ailleurs.example", "un mot de passe")
    client.force_login(stranger, "django.contrib.auth.backends.ModelBackend")
    assert client.get(path).status_code == 403


@pytest.mark.parametrize("path", ACTS)
def test_the_pair_alone_changes(ana: Client, lectrice: Client, revisions: Depot, path: str) -> None:
    assert ana.get(path).status_code == 200
    assert (lectrice.get(path).status_code, lectrice.post(path).status_code) == (403, 403)
    assert len(revisions.revisions()) == 1


@pytest.mark.parametrize("path", ["/espace/00042/historique/1/restaurer/", "/espace/00042/commencer/"])
def test_a_reader_neither_restores_nor_begins(lectrice: Client, path: str) -> None:
    assert lectrice.post(path).status_code == 403
    assert lectrice.get(path).status_code == 405


def test_home_says_what_to_do_next(ana: Client) -> None:
    page = ana.get("/espace/00042/")
    steps = [(one.cle, one.nombre) for one in page.context["etapes"]]
    assert steps == [("sans-statut", 1), ("sans-detenteur", 1), ("sans-licence", 1), ("sans-fichier", 1)]
    assert [(str(one), count) for one, count in page.context["statuts"]] == [("candidate", 1), ("non-renseigne", 1)]


def test_a_space_without_revision_asks_to_begin(ana: Client, espace: Espace) -> None:
    Espace.objects.create(commune="02691", nom="Saint-Quentin")
    Membre.objects.create(utilisateur=Utilisateur.objects.get(), commune="02691", role="referent_metier")
    assert "Le dossier de la ville est vide" in ana.get("/espace/02691/").text
    for path in ("modifier/arbres/", "nouvelle-donnee/", "ajouter-fichier/"):
        assert ana.get(f"/espace/02691/{path}")["Location"] == "/espace/02691/"
    assert ana.get("/espace/02691/exporter/").status_code == 404
    assert ana.get("/espace/02691/historique/").status_code == 200
    assert ana.post("/espace/02691/commencer/")["Location"] == "/espace/02691/"
    assert "0 donnée à l’inventaire" in ana.get("/espace/02691/").text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["arbres", "eaux"]),
        ("?ouverture=candidate", ["arbres"]),
        ("?acteur=non-renseigne", ["arbres", "eaux"]),
        ("?texte=COURS D'EAU", ["eaux"]),
        ("?manque=sans-fichier", ["eaux"]),
        ("?manque=rien-de-connu", ["arbres", "eaux"]),
        ("?ouverture=candidate&manque=sans-fichier", []),
    ],
)
def test_list_is_filtered(ana: Client, query: str, shown: list[str]) -> None:
    assert [one.id for one in ana.get(f"/espace/00042/donnees/{query}").context["donnees"]] == shown


def test_an_entry_that_is_not_there_says_where_to_look(ana: Client) -> None:
    page = ana.get("/espace/00042/donnees/lampes/")
    assert page.status_code == 404
    assert "n’est plus à l’inventaire" in page.text
    assert ana.get("/espace/00042/modifier/lampes/").status_code == 404
    assert ana.get("/espace/00042/retirer/lampes/").status_code == 404


def test_a_file_is_kept_and_never_shown(ana: Client) -> None:
    answer = ana.get("/espace/00042/fichiers/fichiers/arbres.csv")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="arbres.csv"'
    assert b"".join(answer) == b"lon;lat;essence\n2.35;46.5;tilleul\n"
    for path in ("../../base.sqlite3", "fichiers/autre.csv", "/etc/passwd", "revisions/000001.json"):
        assert ana.get(f"/espace/00042/fichiers/{path}").status_code == 404


def test_an_entry_with_an_identifier_that_no_address_expects(ana: Client, revisions: Depot) -> None:
    names = ["a/b", "été 2024 ?", "100 %"]
    user = Utilisateur.objects.get()
    enregistrer(
        CODE, 1, lambda folder: add_donnee(open_ville(folder), *(Donnee(one, "eau", one) for one in names)), user, "x"
    )
    page = ana.get("/espace/00042/donnees/")
    for one in names:
        assert one in [donnee.id for donnee in page.context["donnees"]]
    for link in ("a/b", "%C3%A9t%C3%A9%202024%20%3F", "100%20%25"):
        assert f"/espace/00042/donnees/{link}/" in page.text
        assert ana.get(f"/espace/00042/donnees/{link}/").status_code == 200


@pytest.mark.parametrize("more", [1, 3])
def test_lists_cost_the_same_whatever_their_length(
    ana: Client, revisions: Depot, more: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for rank in range(more):
        new = Donnee(f"bancs-{rank}", "fontaines", f"Bancs {rank}")
        revisions.enregistrer(
            1 + rank, lambda folder, new=new: add_donnee(open_ville(folder), new), f"compte:{rank + 1}:lecteur", "x"
        )
    for path, count in (("", 7), ("donnees/", 6), ("donnees/arbres/", 6), ("historique/", 7), ("historique/2/", 7)):
        with django_assert_num_queries(count):
            ana.get(f"/espace/00042/{path}")
