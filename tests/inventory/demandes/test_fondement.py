"""The ground follows from what the holder is; where there is no right, none is claimed."""

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.demandes.droit import droit
from coeurdeville.inventory.demandes.fondement import FONDEMENTS, Concession, Destinataire, choose, fondements_for
from coeurdeville.inventory.vocabulaire import Acteur, Nature

PUBLIC = [one for one in Nature if one.acteur in (Acteur.PUBLIC_LOCAL, Acteur.PUBLIC_NATIONAL)]
FIRST = {
    **dict.fromkeys(PUBLIC, "administration"),
    Nature.CCAS: "courtoisie",
    Nature.PARAPUBLIC: "environnement",
    Nature.DELEGATAIRE: "concession",
    Nature.COMMERCIALE: "courtoisie",
    Nature.ASSOCIATION: "courtoisie",
    Nature.HABITANT: "courtoisie",
}


@pytest.mark.parametrize("nature", list(Nature))
def test_each_nature_has_its_ground(nature: Nature) -> None:
    assert fondements_for(nature)[0].cle == FIRST[nature]


@pytest.mark.parametrize("nature", [Nature.COMMERCIALE, Nature.ASSOCIATION, Nature.HABITANT])
@pytest.mark.parametrize("concession", [Concession.NON, Concession.ENERGIE])
def test_a_company_an_association_an_inhabitant_owe_nothing(nature: Nature, concession: Concession) -> None:
    assert [one.cle for one in fondements_for(nature, concession=concession)] == ["courtoisie"]
    assert not fondements_for(nature)[0].droit


def test_the_ccas_is_first_asked_as_a_neighbour_and_may_be_as_another_administration() -> None:
    first, *others = fondements_for(Nature.CCAS)
    assert (first.cle, first.horloge) == ("courtoisie", False)
    assert [one.cle for one in others] == ["administration", "environnement", "mission-de-service-public"]


@pytest.mark.parametrize("nature", [one for one in PUBLIC if one is not Nature.CCAS])
def test_a_public_holder_may_be_asked_otherwise(nature: Nature) -> None:
    assert [one.cle for one in fondements_for(nature)] == [
        "administration", "environnement", "mission-de-service-public", "courtoisie",
    ]  # fmt: skip


@pytest.mark.parametrize("nature", [*Nature, None])
def test_what_is_not_environmental_is_not_asked_as_such(nature: Nature | None) -> None:
    assert "environnement" not in {one.cle for one in fondements_for(nature, environnementale=False)}


def test_a_body_with_a_mission_is_asked_for_documents_when_they_are_not_environmental() -> None:
    assert fondements_for(Nature.PARAPUBLIC, environnementale=False)[0].cle == "mission-de-service-public"


def test_networks_of_energy_have_their_article_and_go_to_who_granted_them() -> None:
    first = fondements_for(Nature.SYNDICAT, concession=Concession.ENERGIE)[0]
    assert first.cle == "concession-energie"
    assert first.destinataire is Destinataire.CONCEDANTE
    assert "cgct-l2224-31" in {one.cle for one in first.autour}


@pytest.mark.parametrize("key", ["concession", "concession-energie"])
def test_what_binds_a_concessionaire_to_its_authority_gives_the_town_no_right(key: str) -> None:
    ground = FONDEMENTS[key]
    assert ground.cles == ("rep-num-1", "crpa-l311-1")
    assert {"ccp-l3131-2", "ccp-l3131-3", "ccp-l3131-4"} <= set(ground.cles_autour)


def test_the_exchange_for_users_is_known_to_the_sender_only() -> None:
    ground = FONDEMENTS["administration"]
    assert "crpa-l114-8" not in ground.cles
    assert [one.cle for one in ground.autour] == ["crpa-l114-8"]


def test_a_delegate_may_be_asked_by_the_town_that_granted_it() -> None:
    assert "concession-de-la-ville" in {one.cle for one in fondements_for(Nature.DELEGATAIRE)}


@pytest.mark.parametrize("acteur", [Acteur.NON_RENSEIGNE, Acteur.ENTREPRISE, Acteur.CITOYENS])
def test_no_right_is_supposed_of_a_holder_that_is_not_known(acteur: Acteur) -> None:
    assert fondements_for(None, acteur)[0].cle == "courtoisie"


@pytest.mark.parametrize("acteur", [Acteur.PUBLIC_LOCAL, Acteur.PUBLIC_NATIONAL])
def test_the_category_alone_is_enough_for_a_public_holder(acteur: Acteur) -> None:
    assert fondements_for(None, acteur)[0].cle == "administration"


def test_the_town_writes_to_itself_without_law() -> None:
    assert [one.cle for one in fondements_for(Nature.COMMUNE, interne=True)] == ["interne"]


def test_a_user_chooses_among_those_possible() -> None:
    candidates = fondements_for(Nature.ETAT)
    assert choose("", candidates).cle == "administration"
    assert choose("Environnement", candidates).cle == "environnement"
    with pytest.raises(Refused) as refused:
        choose("concession", candidates)
    assert "administration" in refused.value.problems[0].cure


@pytest.mark.parametrize("ground", FONDEMENTS.values(), ids=lambda one: one.cle)
def test_grounds_of_right_have_articles_of_the_table_and_others_have_none(ground) -> None:
    assert bool(ground.articles) == ground.droit
    assert all("demande" in one.usages for one in (droit()[key] for key in (*ground.cles, *ground.cles_autour)))
    assert all("refus" in one.usages for one in ground.refus)
