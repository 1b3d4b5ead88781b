"""The holder follows the competence, not the town; the nature of an intercommunal body is read from its real name."""

from collections import Counter
from collections.abc import Callable

import pytest

from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.demandes.competence import holder_of
from coeurdeville.inventory.demandes.competences import competences, read_competences
from coeurdeville.inventory.demandes.nature_epci import NatureEpci, full_name, nature_of
from coeurdeville.inventory.vocabulaire import Nature
from coeurdeville.layers.catalogue import kinds
from coeurdeville.territories.commune import Commune, Epci
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.referentiel import read_referentiel


def test_every_intercommunal_body_of_france_has_a_nature() -> None:
    table = read_referentiel().communes
    pairs = {pair for pair in zip(table["epci"].to_pylist(), table["epci_nom"].to_pylist(), strict=True) if pair[0]}
    counted = Counter(nature_of(Epci(*pair)) for pair in pairs)
    assert counted[None] == 0
    assert counted[NatureEpci.GRAND_PARIS] == 1
    assert 20 <= counted[NatureEpci.METRO] <= 22
    assert counted[NatureEpci.CC] > counted[NatureEpci.CA] > counted[NatureEpci.CU]


@pytest.mark.parametrize(
    ("name", "nature", "full"),
    [
        ("CA de Redon", NatureEpci.CA, "Communauté d’agglomération de Redon"),
        ("CC du Val d’Orne", NatureEpci.CC, "Communauté de communes du Val d’Orne"),
        ("CU Le Mans Métropole", NatureEpci.CU, "Communauté urbaine Le Mans Métropole"),
        ("Grenoble-Alpes-Métropole", NatureEpci.METRO, "Grenoble-Alpes-Métropole"),
        ("Eurométropole de Strasbourg", NatureEpci.METRO, "Eurométropole de Strasbourg"),
        ("Métropole du Grand Paris", NatureEpci.GRAND_PARIS, "Métropole du Grand Paris"),
        ("CAP Littoral", None, "CAP Littoral"),
    ],
)
def test_a_name_tells_a_nature(name: str, nature: NatureEpci | None, full: str) -> None:
    assert nature_of(Epci("1", name)) is nature
    assert full_name(Epci("1", name)) == full


def test_every_layer_has_a_competence_of_the_table() -> None:
    wanted = {kind.competence for kind in kinds().values()} - {""}
    assert wanted <= competences().keys()


@pytest.mark.parametrize(
    ("competence", "code", "name", "nature", "sure"),
    [
        ("eaux-pluviales", "02691", "Communauté d’agglomération du Saint-Quentinois", Nature.INTERCOMMUNALITE, True),
        ("eclairage-public", "02691", "Commune de Saint-Quentin", Nature.COMMUNE, False),
        ("eclairage-public", "33063", "Bordeaux Métropole", Nature.INTERCOMMUNALITE, False),
        ("arbres-alignement", "33063", "Bordeaux Métropole", Nature.INTERCOMMUNALITE, False),
        ("arbres-alignement", "02691", "Commune de Saint-Quentin", Nature.COMMUNE, False),
        ("reseaux-energie", "02691", "", Nature.SYNDICAT, False),
        ("region", "02691", "Région Hauts-de-France", Nature.REGION, False),
        ("region", "77288", "", None, False),
        ("region", "2A004", "", None, False),
        ("region", "97411", "", None, False),
        ("donnees-nationales", "02691", "", Nature.ETAT, False),
        ("eau-potable", "75056", "", None, False),
        ("donnees-nationales", "75056", "", Nature.ETAT, False),
        ("eaux-pluviales", "29083", "Commune d’Île-de-Sein", Nature.COMMUNE, False),
        ("", "02691", "", None, False),
    ],
)
def test_real_communes_have_their_usual_holders(
    competence: str, code: str, name: str, nature: Nature | None, sure: bool
) -> None:
    commune = commune_of(code)
    found = holder_of(competence, commune, nature_of(commune.epci))
    assert (found.nom, found.nature, found.sur) == (name, nature, sure)


@pytest.mark.parametrize("key", list(competences()))
@pytest.mark.parametrize("nature", [*NatureEpci, None])
def test_a_holder_is_always_explained(
    key: str, nature: NatureEpci | None, commune: Commune, misprints: Callable[[str], list[str]]
) -> None:
    found = holder_of(key, commune, nature)
    assert found.pourquoi
    assert misprints(spaced(found.pourquoi)) == []
    assert not (found.sur and found.nature is None)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("02691", "dans une communauté d’agglomération, seule la voirie d’intérêt communautaire"),
        ("33063", "dans une métropole, la voirie est de droit à l’intercommunalité"),
        ("29083", "la commune n’appartient à aucune intercommunalité"),
    ],
)
def test_the_reason_is_that_of_this_commune(code: str, why: str) -> None:
    commune = commune_of(code)
    assert holder_of("voirie", commune, nature_of(commune.epci)).pourquoi.startswith(why)


def test_where_holders_differ_each_nature_has_its_reason() -> None:
    for one in competences().values():
        if len(set(one.detenteurs.values())) > 1:
            assert one.cas.keys() == one.detenteurs.keys(), one.cle


def test_each_competence_is_to_be_checked() -> None:
    assert {one.mention for one in competences().values()} == {"à vérifier"}


def test_an_unknown_competence_is_refused_with_the_nearest(commune: Commune) -> None:
    with pytest.raises(Refused) as refused:
        holder_of("eclairage", commune, NatureEpci.CA)
    assert "eclairage-public" in refused.value.problems[0].message


def test_all_mistakes_of_a_table_are_told_at_once() -> None:
    text = """
    [competences.x]
    titre = "X"
    detenteurs = { METRO = "prefet", CU = "epci", CA = "epci" }
    surs = ["CV"]
    cas = [{ natures = ["PETR"], pourquoi = "autre" }]
    pourquoi = "parce que"
    base = "aucune"
    """
    with pytest.raises(Refused) as refused:
        read_competences(text)
    assert sorted(one.code for one in refused.value.problems) == [
        "cle-obligatoire", "cle-obligatoire", "competence-mal-ecrite", "competence-mal-ecrite", "competence-mal-ecrite",
    ]  # fmt: skip


def test_national_data_have_no_usual_holder_beyond_the_departements() -> None:
    """Nouméa: what is made « for the whole country » usually stops before it."""
    commune = commune_of("98818")
    found = holder_of("donnees-nationales", commune, nature_of(commune.epci))
    assert (found.nom, found.nature, found.sur) == ("", None, False)
