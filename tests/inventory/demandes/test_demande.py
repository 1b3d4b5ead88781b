"""What is asked, of whom: the inventory's word first, then the competence; what is unsure is said."""

from collections.abc import Callable
from datetime import date

import pytest

from coeurdeville.core.licences import LOV2
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.demandes.demande import prepare_demande
from coeurdeville.inventory.demandes.nommes import is_town
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Ouverture
from coeurdeville.territories.commune import Commune

Town = Callable[..., Ville]


def entry(**told) -> Donnee:
    return Donnee(**{"id": "les-arbres", "couche": "arbres", "titre": "Arbres de la ville", **told})


def test_the_holder_that_the_inventory_names_is_asked(town: Town) -> None:
    ville = town(entry(detenteur="Syndicat des Eaux", nature=Nature.SYNDICAT, producteur="Bureau d’études"))
    demande, doubts = prepare_demande(ville, "les-arbres")
    assert (demande.detenteur.nom, demande.fondement.cle, doubts) == ("Syndicat des Eaux", "administration", ())
    assert demande.titre == "Arbres de la ville"


def test_a_layer_that_the_inventory_lacks_is_asked_by_its_competence(town: Town) -> None:
    demande, doubts = prepare_demande(town(commune="02691"), "reseau-pluvial")
    assert demande.donnee is None
    assert demande.detenteur.nom == "Communauté d’agglomération du Saint-Quentinois"
    assert [one.code for one in doubts] == ["detenteur-suppose"]


def test_a_layer_finds_its_only_entry_and_not_one_of_many(town: Town) -> None:
    assert prepare_demande(town(entry()), "arbres")[0].donnee == entry()
    with pytest.raises(Refused) as refused:
        prepare_demande(town(entry(), entry(id="autres-arbres")), "arbres")
    assert refused.value.problems[0].code == "entree-multiple"
    assert "les-arbres, autres-arbres" in refused.value.problems[0].cure


def test_an_unknown_entry_is_refused_with_the_nearest(town: Town) -> None:
    with pytest.raises(Refused) as refused:
        prepare_demande(town(entry()), "les-arbre")
    (problem,) = refused.value.problems
    assert problem.code == "entree-inconnue"
    assert "les-arbres" in problem.message


def test_the_town_that_holds_its_data_writes_a_note(town: Town) -> None:
    demande, _ = prepare_demande(town(entry(producteur="Ville de Valbois, espaces verts")), "les-arbres")
    assert (demande.fondement.cle, demande.detenteur.nature) == ("interne", Nature.COMMUNE)


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Valbois", True), ("VILLE DE VALBOIS", True), ("Mairie de Valbois – voirie", True), ("la commune", True),
        ("Valbois-sur-Ourle", False), ("Valbois Habitat", False), ("Agence de Valbois", False),
    ],
)  # fmt: skip
def test_a_name_is_the_town_or_another(name: str, same: bool, commune: Commune) -> None:
    assert is_town(name, commune) is same


def test_a_holder_of_unknown_nature_has_no_right_supposed(town: Town) -> None:
    demande, doubts = prepare_demande(town(entry(detenteur="Truc")), "les-arbres")
    assert demande.fondement.cle == "courtoisie"
    assert [one.code for one in doubts] == ["detenteur-sans-nature"]


def test_the_category_of_the_inventory_wins_over_the_competence(town: Town) -> None:
    demande, _ = prepare_demande(town(entry(acteur=Acteur.CITOYENS)), "les-arbres")
    assert (demande.fondement.cle, demande.detenteur.nom) == ("courtoisie", "")


def test_what_is_open_need_not_be_asked(town: Town) -> None:
    told = (Statut(date(2026, 1, 1), Ouverture.OUVERTE),)
    held = entry(detenteur="X", nature=Nature.ETAT, licence=LOV2, statuts=told)
    assert [one.code for one in prepare_demande(town(held), "les-arbres")[1]] == ["donnee-deja-ouverte"]


def test_what_is_closed_says_by_which_articles(town: Town) -> None:
    closed = (Statut(date(2026, 1, 1), Ouverture.SECURITE),)
    (doubt,) = prepare_demande(town(entry(detenteur="X", nature=Nature.ETAT, statuts=closed)), "les-arbres")[1]
    assert doubt.code == "donnee-fermee"
    assert "CRPA, art. L311-5" in doubt.message
    assert "01/01/2026" in doubt.message


def test_what_does_not_exist_is_rather_produced(town: Town) -> None:
    told = (Statut(date(2026, 1, 1), Ouverture.ABSENTE),)
    demande, doubts = prepare_demande(town(entry(detenteur="X", nature=Nature.ETAT, statuts=told)), "les-arbres")
    assert [one.code for one in doubts] == ["donnee-inexistante"]
    assert "La produire" in doubts[0].cure
    assert demande.fondement.cle == "administration"


def test_a_company_of_unknown_nature_is_said_and_no_right_is_given_up(town: Town) -> None:
    network = entry(id="reseaux", couche="reseaux-souterrains", acteur=Acteur.ENTREPRISE)
    demande, doubts = prepare_demande(town(network, commune="02691"), "reseaux")
    assert "detenteur-sans-nature" in [one.code for one in doubts]
    assert demande.fondement.cle == "courtoisie"
    assert "concession-energie" in [one.cle for one in demande.candidats]


@pytest.mark.parametrize("name", ["?", "? ?", "inconnu", "À préciser", "à préciser ?", " – "])
def test_a_name_that_names_nobody_is_no_holder(town: Town, name: str) -> None:
    demande, doubts = prepare_demande(town(entry(detenteur=name), commune="02691"), "les-arbres")
    assert demande.detenteur.nom == "Commune de Saint-Quentin"
    assert "detenteur-suppose" in [one.code for one in doubts]
    assert entry(detenteur=name, producteur="Ville").tenue_par == "Ville"


def test_national_data_are_looked_for_first(town: Town) -> None:
    assert "donnee-nationale" in [one.code for one in prepare_demande(town(), "risques-recenses")[1]]


def test_networks_of_energy_are_asked_of_who_granted_them(town: Town) -> None:
    demande, _ = prepare_demande(town(commune="02691"), "reseaux-souterrains")
    assert demande.fondement.cle == "concession-energie"


def test_an_authority_that_granted_is_presumed_and_may_be_the_town(town: Town) -> None:
    told = entry(detenteur="Eaux fictives", nature=Nature.DELEGATAIRE)
    (doubt,) = prepare_demande(town(told), "les-arbres")[1]
    assert doubt.code == "autorite-concedante-presumee"
    assert "--fondement concession-de-la-ville" in doubt.cure
    assert prepare_demande(town(told), "les-arbres", "concession-de-la-ville")[1] == ()


def test_a_user_changes_the_ground(town: Town) -> None:
    demande, _ = prepare_demande(town(commune="02691"), "reseau-pluvial", "courtoisie")
    assert demande.fondement.cle == "courtoisie"
