"""Groups across towns, retained or not, and what they share."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import now
from programme.monde import TOWN
from web.experimentations.conftest import Browser, browse, mission, project

from coeurdeville.programme.etats.franchir import empechements
from coeurdeville.programme.models import Adhesion, Experimentation, Groupe, Ressource, Reunion, Saison
from coeurdeville.web.uploads import LAST

__all__ = ["browse", "mission", "project"]
SAID = {"titre": "Clause de restitution", "genre": "methode", "theme": "", "presentation": "À mettre dans un marché.",
        "auteur": "Ville d’essai", "licence": "lov2", "version": "1.0", "datee_du": "2026-02-02",
        "adresse": "https://essai.example/clause"}  # fmt: skip


@pytest.fixture
def group(project: Experimentation) -> Groupe:
    return Groupe.objects.create(
        saison=Saison.objects.get(), slug="arbres", titre="Arbres", presentation="Les arbres de ville."
    )


@pytest.fixture
def inside(group: Groupe) -> Groupe:
    Adhesion.objects.create(groupe=group, commune=TOWN, nom="Ville")
    return group


def test_pair_joins_and_leaves(group: Groupe, browse: Browser) -> None:
    client = browse("referent_metier")
    client.post("/groupes/arbres/rejoindre/", {"commune": TOWN})
    assert [one.nom for one in group.adhesions.all()] == ["Bruyères-lès-Aulnes"]
    client.post("/groupes/arbres/quitter/", {"commune": TOWN})
    assert not Adhesion.objects.exists()


@pytest.mark.parametrize(("who", "town"), [("lecteur", TOWN), ("referent_metier", "00007"), ("ailleurs", TOWN)])
def test_nobody_else_makes_a_town_join(group: Groupe, browse: Browser, who: str, town: str) -> None:
    answer = browse(who).post("/groupes/arbres/rejoindre/", {"commune": town}, follow=True)
    assert not Adhesion.objects.exists()
    assert "Seul le binôme d’une ville" in answer.content.decode()


def test_closed_group_takes_towns_that_experiment_alone(group: Groupe, browse: Browser) -> None:
    Groupe.objects.update(ouvert=False)
    browse("referent_metier").post("/groupes/arbres/rejoindre/", {"commune": TOWN})
    assert Adhesion.objects.count() == 1
    Adhesion.objects.all().delete()
    other = Saison.objects.create(slug="saison-3", titre="Saison 3", numero=3, debut=date(2027, 1, 1))
    Groupe.objects.update(saison=other)
    browse("referent_metier").post("/groupes/arbres/rejoindre/", {"commune": TOWN})
    assert not Adhesion.objects.exists()


def test_meetings_are_for_members(inside: Groupe, browse: Browser) -> None:
    Reunion.objects.create(groupe=inside, le=now() - timedelta(days=3), lieu="Salle 2", compte_rendu="Dit ensemble.")
    assert "Dit ensemble." in browse("lecteur").get("/groupes/arbres/").content.decode()
    for other in (Client(), browse("ailleurs")):
        page = other.get("/groupes/arbres/").content.decode()
        assert "Dit ensemble." not in page
        assert "Les arbres de ville." in page


def test_meeting_is_called_and_its_minutes_come_after(inside: Groupe, browse: Browser) -> None:
    client, later = browse("referent_metier"), (now() + timedelta(days=9)).date().isoformat()
    said = {"jour": later, "heure": "14:00", "lieu": "En ligne", "ordre_du_jour": "Clauses", "compte_rendu": "Déjà ?"}
    early = client.post("/groupes/arbres/reunions/ajouter/", said)
    assert (early.status_code, "n’a pas encore eu lieu" in early.content.decode()) == (400, True)
    client.post("/groupes/arbres/reunions/ajouter/", {**said, "compte_rendu": ""})
    assert Reunion.objects.get().ordre_du_jour == "Clauses"
    assert browse("lecteur").get("/groupes/arbres/reunions/ajouter/").status_code == 403


def test_resource_is_proposed_then_published_then_replaced(inside: Groupe, browse: Browser) -> None:
    member, coordination = browse("referent_metier"), browse("coordination")
    member.post("/groupes/arbres/ressources/proposer/", SAID)
    assert Client().get("/ressources/clause-de-restitution/").status_code == 404
    first = Ressource.objects.get()
    coordination.post(f"/gestes/ressource/{first.pk}/publier/")
    assert Client().get("/ressources/clause-de-restitution/").status_code == 200
    member.post("/ressources/clause-de-restitution/version/", {**SAID, "version": "1.0", "change": "Rien."})
    assert Ressource.objects.count() == 1
    member.post("/ressources/clause-de-restitution/version/", {**SAID, "version": "2.0", "change": "Un délai."})
    second = Ressource.objects.get(version="2.0")
    assert "version 1.0" in Client().get("/ressources/").content.decode()
    coordination.post(f"/gestes/ressource/{second.pk}/publier/")
    listed = Client().get("/ressources/").content.decode()
    assert ("version 2.0" in listed, "version 1.0" in listed) == (True, False)
    former = Client().get("/ressources/clause-de-restitution/").content.decode()
    assert "Une version plus récente est publiée" in former


def test_published_file_does_not_change(inside: Groupe, browse: Browser) -> None:
    client = browse("referent_metier")
    client.post("/groupes/arbres/ressources/proposer/", {**SAID, "adresse": ""})
    client.post(
        "/ressources/clause-de-restitution/joindre/", {"fichier": SimpleUploadedFile("a.csv", b"a;b\n1;2\n"), LAST: "1"}
    )
    Ressource.objects.update(etat="publiee")
    answer: Any = Client().get("/ressources/clause-de-restitution/fichier/")
    assert b"".join(answer.streaming_content) == b"a;b\n1;2\n"
    client.post(
        "/ressources/clause-de-restitution/joindre/", {"fichier": SimpleUploadedFile("b.csv", b"a;b\n3;4\n"), LAST: "1"}
    )
    assert Ressource.objects.get().fichier == "a.csv"


def test_what_a_resource_lacks_is_said_at_once(inside: Groupe) -> None:
    empty = Ressource.objects.create(saison=inside.saison, slug="x", titre="x", licence="interne")
    assert [one.code for one in empechements(empty, "publier", None)] == [
        "ressource-sans-auteur", "ressource-sans-resume", "ressource-non-ouverte", "ressource-sans-contenu",
        "ressource-sans-date",
    ]  # fmt: skip


@pytest.mark.parametrize("several", [1, 3])
def test_lists_ask_as_much_for_one_as_for_three(group: Groupe, several: int, django_assert_num_queries: Any) -> None:
    for rank in range(several):
        Ressource.objects.create(saison=group.saison, slug=f"r{rank}", titre="R", licence="lov2", etat="publiee")
        if rank:
            Groupe.objects.create(saison=group.saison, slug=f"g{rank}", titre="G")
    with django_assert_num_queries(1):
        assert Client().get("/groupes/").content.decode().count('<li class="">') == several
    with django_assert_num_queries(1):
        assert Client().get("/ressources/").content.decode().count('<li class="">') == several


@pytest.mark.parametrize(
    ("query", "found"), [("?genre=methode", 1), ("?genre=technique", 0), ("?theme=climat", 1), ("?texte=clause", 1)]
)
def test_filters(group: Groupe, query: str, found: int) -> None:
    Ressource.objects.create(
        saison=group.saison,
        slug="r",
        titre="Une clause",
        genre="methode",
        theme="climat",
        licence="lov2",
        etat="publiee",
    )
    assert Client().get(f"/ressources/{query}").content.decode().count('<li class="climat">') == found


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Clause de restitution des données d’entretien des arbres d’alignement",
         "clause-de-restitution-des-donnees-d-entretien-des-arbres"),
        ("Court", "court"),
        ("木", "ressource"),
        ("A" * 90, "a" * 60),
    ],
)  # fmt: skip
def test_address_of_a_resource_is_cut_between_words(inside: Groupe, browse: Browser, title: str, slug: str) -> None:
    browse("referent_metier").post("/groupes/arbres/ressources/proposer/", {**SAID, "titre": title})
    assert Ressource.objects.get().slug == slug
