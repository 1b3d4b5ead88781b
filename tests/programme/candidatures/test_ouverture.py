"""Opening a candidature: who may, and what those who may not are told."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils.timezone import now
from programme.monde import TOWN, call, member

from coeurdeville.core.problems import Refused
from coeurdeville.programme.candidatures.eligibilite import commune_du_siret, empechements_de_la_ville
from coeurdeville.programme.candidatures.ouverture import ouvrir
from coeurdeville.programme.models import Evenement

pytestmark = pytest.mark.django_db
REDON = "21350236200014"
"""SIRET whose first nine figures are the SIREN of a commune, with a key that holds."""


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def test_opened_once_by_town_and_call() -> None:
    appel = call()
    first = ouvrir(appel, TOWN, member(), nom="Bruyères-lès-Aulnes")
    assert (first.etat, first.nom, first.cree_par) == ("brouillon", "Bruyères-lès-Aulnes", member())
    assert ouvrir(appel, TOWN, member()) == first
    assert Evenement.objects.get().verbe == "creer"


def test_town_out_of_the_perimeter_is_told_what_to_do() -> None:
    appel = call(eligibles_au=date(2022, 2, 14), contact="programme@essai.example")
    (problem,) = empechements_de_la_ville(appel, "00009", "Ailleurs")
    assert problem.code == "ville-non-eligible"
    assert problem.message.endswith("ville fictive 00003, au 14/02/2022.")
    assert "programme@essai.example" in problem.cure


@pytest.mark.parametrize(("fields", "code"), [
    ({"etat": "instruction"}, "appel-non-ouvert"),
    ({"ouvre_le": now() + timedelta(days=1)}, "appel-pas-encore-ouvert"),
    ({"ferme_le": now() - timedelta(days=1)}, "appel-clos"),
])  # fmt: skip
def test_call_that_is_not_open(fields: dict[str, object], code: str) -> None:
    assert refused(lambda: ouvrir(call(**fields), TOWN, member())) == [code]


def test_everything_is_said_at_once() -> None:
    appel = call(ferme_le=now() - timedelta(days=1))
    assert refused(lambda: ouvrir(appel, "00009", member(), siret="123")) == [
        "appel-clos", "ville-non-eligible", "siret-illisible",
    ]  # fmt: skip


def test_commune_of_a_siret() -> None:
    assert commune_du_siret("213 502 362 00014") == "35236"
    assert [one.code for one in empechements_de_la_ville(call(), TOWN, "Bruyères-lès-Aulnes", REDON)] == [
        "siret-d-une-autre-commune"
    ]
    assert refused(lambda: commune_du_siret("21350236200015")) == ["siret-illisible"]
    assert refused(lambda: commune_du_siret("73282932000074")) == ["siret-d-aucune-commune"]
