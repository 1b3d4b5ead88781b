"""The steps of the form, with and without script."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from web.espace.candidatures.conftest import someone

from coeurdeville.espaces.dossiers import enregistrer
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import FICHIER, add_donnee, open_ville
from coeurdeville.programme.candidatures.ecritures import ecrire
from coeurdeville.programme.models import Appel, Candidature, Ecriture, Reponse

People = Callable[[str], Client]


def at(town: Candidature, rest: str = "") -> str:
    return f"/espace/02691/candidatures/{town.pk}/{rest}"


def test_list_says_that_the_town_is_eligible_and_opens(people: People, appel: Appel) -> None:
    page = people("referent").get("/espace/02691/candidatures/").content.decode()
    assert "ville éligible" in page
    assert "Il reste 9\u00a0jours et 23\u00a0heures" in page
    answer = people("referent").post("/espace/02691/candidatures/ouvrir/essai/")
    assert answer.headers["Location"] == at(Candidature.objects.get())
    assert Candidature.objects.get().nom == "Saint-Quentin"


def test_town_out_of_the_call_is_told_why(people: People, appel: Appel) -> None:
    Appel.objects.update(perimetre="00001")
    page = people("referent").get("/espace/02691/candidatures/").content.decode()
    assert "Saint-Quentin n’est pas dans les villes éligibles" in page
    answer = people("referent").post("/espace/02691/candidatures/ouvrir/essai/")
    assert "n’est pas dans les villes éligibles" in answer.content.decode()
    assert not Candidature.objects.exists()


def test_siret_that_is_refused_stays_as_it_was_typed(people: People, appel: Appel) -> None:
    answer = people("referent").post("/espace/02691/candidatures/ouvrir/essai/", {"siret": "123 456"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="123 456"' in page
    assert "«\u00a0123 456\u00a0» n’est pas un SIRET." in page
    assert not Candidature.objects.exists()


def test_step_is_saved_as_a_whole(people: People, town: Candidature) -> None:
    sent = {"referent": "Cheffe", "base.referent": "0", "charge": "2,5", "base.charge": "0", "elu": "", "base.elu": "0"}
    answer = people("referent").post(at(town, "etapes/binome/"), sent)
    assert answer.headers["Location"] == at(town, "etapes/probleme/")
    assert {one.champ: one.valeur for one in Reponse.objects.all()} == {"referent": "Cheffe", "charge": 2.5}


def test_what_is_refused_is_shown_as_typed_and_the_rest_is_saved(people: People, town: Candidature) -> None:
    answer = people("referent").post(at(town, "etapes/binome/"), {"referent": "Cheffe", "charge": "beaucoup"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="beaucoup"' in page
    assert '<a href="#champ-charge">' in page
    assert "les autres réponses de l’étape sont enregistrées" in page
    assert Reponse.objects.get().valeur == "Cheffe"


def test_last_step_leads_to_the_review(people: People, town: Candidature) -> None:
    answer = people("referent").post(at(town, "etapes/partage/"), {"partage": "Une fiche.", "ouverture": "oui"})
    assert answer.headers["Location"] == at(town, "relire/")
    answer = people("referent").post(at(town, "etapes/partage/"), {"attentes": "Un appui.", "joindre": "1"})
    assert answer.headers["Location"] == at(town, "pieces/")
    assert Reponse.objects.count() == 3


def test_data_are_proposed_by_the_service_and_saved(people: People, town: Candidature) -> None:
    sent = {"donnees|arbres|": "indispensable", "donnees|batiments|": "", "donnees|routes|r1": "utile"}
    people("referent").post(at(town, "etapes/donnees/"), sent)
    assert Reponse.objects.get().valeur == [
        {"couche": "arbres", "entree": "", "role": "indispensable"},
        {"couche": "routes", "entree": "r1", "role": "utile"},
    ]


def test_field_is_saved_by_the_script(people: People, town: Candidature) -> None:
    answer = people("referent").post(at(town, "champs/partage/"), {"partage": "Une fiche.", "base.partage": "0"})
    told = answer.json()
    assert (told["etat"], told["version"]) == ("enregistre", 1)
    assert told["dit"].startswith("Enregistré à ")
    answer = people("referent").post(at(town, "champs/charge/"), {"charge": "99", "base.charge": "0"})
    assert answer.status_code == 400
    assert answer.json()["etat"] == "refuse"
    assert "99" in answer.json()["dit"]


def test_two_members_on_one_section_lose_nothing(people: People, town: Candidature) -> None:
    people("referent").post(at(town, "champs/partage/"), {"partage": "De l’une.", "base.partage": "0"})
    other = people("correspondant")
    told = other.post(at(town, "champs/partage/"), {"partage": "De l’autre.", "base.partage": "0"}).json()
    beside = Ecriture.objects.get(version=None)
    assert (told["etat"], told["adresse"]) == ("ecart", at(town, f"ecarts/{beside.pk}/"))
    page = other.get(told["adresse"]).content.decode()
    assert "De l’une." in page
    assert "De l’autre." in page
    assert "Deux textes pour une même question" in other.get(at(town)).content.decode()
    assert people("referent").get(told["adresse"]).status_code == 404
    sent = {"choix": "fusion", "fusion": "Des deux.", "base.partage": "1"}
    assert other.post(told["adresse"], sent).headers["Location"] == at(town, "etapes/partage/")
    assert Reponse.objects.get().valeur == "Des deux."
    assert Ecriture.objects.count() == 3


@pytest.mark.parametrize(("choix", "kept"), [("mien", "De l’autre."), ("autre", "De l’une.")])
def test_one_text_is_chosen(people: People, town: Candidature, choix: str, kept: str) -> None:
    ecrire(town, "partage", "De l’une.", 0, someone())
    sent = {"partage": "De l’autre.", "base.partage": "0"}
    answer = people("correspondant").post(at(town, "etapes/partage/"), sent)
    people("correspondant").post(answer.headers["Location"], {"choix": choix, "base.partage": "1"})
    assert Reponse.objects.get().valeur == kept
    assert Ecriture.objects.get(version=None).reglee_le is not None


def test_history_shows_all_and_takes_back(people: People, town: Candidature) -> None:
    ecrire(town, "partage", "Un.", 0, someone())
    ecrire(town, "partage", "Deux.", 1, someone())
    first = Ecriture.objects.get(version=1)
    page = people("lecteur").get(at(town, "champs/partage/histoire/")).content.decode()
    assert "Un." in page
    assert "Reprendre ce texte" not in page
    sent = {"ecriture": first.pk, "base.partage": "2"}
    assert people("lecteur").post(at(town, "champs/partage/histoire/"), sent).status_code == 403
    people("referent").post(at(town, "champs/partage/histoire/"), sent)
    assert Reponse.objects.get().valeur == "Un."


def test_session_that_ends_in_the_middle_of_the_form_loses_nothing(people: People, town: Candidature) -> None:
    browser = people("referent")
    browser.get(at(town, "etapes/partage/"))
    del browser.cookies["sessionid"]
    sent = {"partage": "Tapé avant la fin.", "base.partage": "0"}
    assert browser.post(at(town, "etapes/partage/"), sent).headers["Location"] == at(town, "etapes/partage/")
    assert "/compte/connexion/" in browser.get(at(town, "etapes/partage/")).headers["Location"]
    browser.force_login(someone(), "django.contrib.auth.backends.ModelBackend")
    page = browser.get(at(town, "etapes/partage/")).content.decode()
    assert "Tapé avant la fin." in page
    assert not Reponse.objects.exists()
    browser.post(at(town, "etapes/partage/"), sent)
    assert Reponse.objects.get().valeur == "Tapé avant la fin."


def test_reader_reads_and_writes_nothing(people: People, town: Candidature) -> None:
    page = people("lecteur").get(at(town, "etapes/partage/")).content.decode()
    assert "<textarea" not in page
    assert people("lecteur").post(at(town, "champs/partage/"), {"partage": "Non."}).status_code == 403


def test_inventory_is_counted_as_the_space_counts_it(people: People, town: Candidature) -> None:
    def written(draft: Path) -> None:
        add_donnee(open_ville(draft), Donnee("bord", "contour", "Contour"), Donnee("arbres", "arbres", "Arbres"))
        with (draft / FICHIER).open("a", encoding="utf-8") as file:
            file.write('\n[[donnees]]\nid = "fautive"\ntitre = "Fautive"\ncouche = "licornes"\n')

    enregistrer("02691", 1, written, someone(), "Trois données.")
    browser = people("referent")
    assert "3 données à l’inventaire" in browser.get("/espace/02691/").content.decode()
    page = browser.get(at(town, "etapes/donnees/")).content.decode()
    assert "<summary>3 données</summary>" in page
    assert "donnees|arbres|arbres" in page
    assert "donnees|contour|bord" in page
    assert "licornes" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_the_list(
    count: int, people: People, appel: Appel, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(count):
        other = Appel.objects.create(
            saison=appel.saison, slug=f"autre-{rank}", titre=f"Autre {rank}", etat="publie",
            ouvre_le=appel.ouvre_le, ferme_le=appel.ferme_le, perimetre="02691",
        )  # fmt: skip
        Candidature.objects.create(appel=other, commune="02691", nom="Saint-Quentin")
    browser = people("referent")
    browser.get("/espace/02691/candidatures/")
    with django_assert_num_queries(9):
        browser.get("/espace/02691/candidatures/")


@pytest.mark.parametrize("count", [1, 14])
def test_queries_of_a_step(
    count: int, people: People, town: Candidature, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for champ in list(dict.fromkeys(["partage", "experience", "attentes", "ressources", "partenaires"]))[:count]:
        ecrire(town, champ, "Un.", 0, someone())
    browser = people("referent")
    browser.get(at(town, "etapes/partage/"))
    with django_assert_num_queries(14):
        browser.get(at(town, "etapes/partage/"))
