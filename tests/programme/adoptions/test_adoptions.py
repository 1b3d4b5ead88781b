"""A town says that it wants a service; what it has and lacks is told, and « deployed » is shown by something."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.timezone import now
from programme.cas_usage.fiches import published
from programme.monde import call, candidature, coordination, member

from coeurdeville.core.problems import Refused
from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.programme.adoptions import preuves
from coeurdeville.programme.adoptions.besoins import besoins, terrain
from coeurdeville.programme.adoptions.lecture import page_adoptions, villes_du_binome
from coeurdeville.programme.adoptions.ouverture import vouloir
from coeurdeville.programme.cas_usage.fiche import Condition
from coeurdeville.programme.cas_usage.lecture import publie
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Adoption, CasUsage, Evenement

pytestmark = pytest.mark.django_db
OTHER = "00002"


@pytest.fixture
def cas() -> CasUsage:
    return published()


def space(commune: str = OTHER, nom: str = "Valmorin") -> Espace:
    return Espace.objects.get_or_create(commune=commune, defaults={"nom": nom})[0]


def wanted(cas: CasUsage, commune: str = OTHER) -> Adoption:
    return vouloir(cas, space(commune), member(commune=commune))


def test_adoption_is_born_interested(cas: CasUsage) -> None:
    made = wanted(cas)
    assert (made.etat, made.nom, made.commune) == ("interessee", "Valmorin", OTHER)
    assert Evenement.objects.get(objet="adoption").vers == "interessee"


def test_all_that_forbids_it_is_told(cas: CasUsage) -> None:
    franchir(cas, "retirer", coordination(), "Un chiffre était faux.")
    with pytest.raises(Refused) as refused:
        vouloir(cas, space("00001"), member(commune=OTHER))
    codes = [one.code for one in refused.value.problems]
    assert codes == ["adoption-hors-binome", "adoption-cas-absent", "adoption-de-soi"]


def test_said_twice_is_refused(cas: CasUsage) -> None:
    wanted(cas)
    with pytest.raises(Refused) as refused:
        wanted(cas)
    assert [one.code for one in refused.value.problems] == ["adoption-deja-dite"]
    assert Adoption.objects.count() == 1


def test_deployed_asks_for_a_diagnostic_or_a_written_proof(cas: CasUsage) -> None:
    made = wanted(cas)
    with pytest.raises(Refused) as refused:
        franchir(made, "deployer", member(commune=OTHER), "oui")
    assert refused.value.problems[0].message == (
        "Rien ne montre encore que le service tourne dans la ville\u00a0: elle n’a pas de diagnostic publié."
    )
    franchir(made, "deployer", member(commune=OTHER), "La carte est à l’accueil des parcs depuis mai.")
    assert Evenement.objects.get(objet="adoption", verbe="deployer").motif.startswith("La carte")


def _edition(services: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Edition.objects.create(espace=space(), identifiant="2026-11-01", etablie_le=date(2026, 11, 1), publiee_le=now())
    kept = SimpleNamespace(summary={"services": [{"nom": one} for one in services]})
    monkeypatch.setattr(preuves, "editions", lambda: SimpleNamespace(get=lambda *_: kept))


def test_diagnostic_that_has_the_service_is_enough(cas: CasUsage, monkeypatch: pytest.MonkeyPatch) -> None:
    _edition(["patrimoine-arbore"], monkeypatch)
    made = wanted(cas)
    franchir(made, "deployer", member(commune=OTHER))
    assert made.etat == "deployee"


def test_diagnostic_without_the_service_is_not(cas: CasUsage, monkeypatch: pytest.MonkeyPatch) -> None:
    _edition(["ilots-de-chaleur"], monkeypatch)
    with pytest.raises(Refused) as refused:
        franchir(wanted(cas), "deployer", member(commune=OTHER))
    assert "son diagnostic du 01/11/2026 ne le contient pas" in refused.value.problems[0].message


def test_what_lacks_leads_to_a_letter(cas: CasUsage) -> None:
    card = publie(cas.slug)
    assert card is not None
    asked = besoins(card.fiche, terrain("02691"))
    trees = next(one for one in asked.lignes if one.couche == "arbres")
    assert (trees.indispensable, trees.sens, trees.lettre) == (True, "partial", "arbres")
    assert trees.detenteurs
    assert not asked.remplit
    assert asked.contraintes == ["Une équipe qui relève à pied"]


def test_town_outside_the_perimeter_is_told_why(cas: CasUsage) -> None:
    card = publie(cas.slug)
    assert card is not None
    small = Condition("perimetre", "Une petite ville", maximum=10_000)
    fiche = card.fiche.__class__(**{**vars(card.fiche), "conditions": (small,)})
    assert besoins(fiche, terrain("02691")).hors == "Une petite ville"


def test_own_town_is_not_proposed_its_card(cas: CasUsage) -> None:
    card = publie(cas.slug)
    assert card is not None
    space("00001")
    assert villes_du_binome(member(commune="00001"), card) == []
    assert [(one.commune, taken) for one, taken in villes_du_binome(member(commune=space().commune), card)] == [
        (OTHER, None)
    ]


def test_town_that_was_not_retained_is_first_served(cas: CasUsage) -> None:
    candidature(call("decide", slug="autre"), OTHER, "Valmorin", "non_retenue")
    page = page_adoptions(OTHER)
    assert page.non_retenue
    assert [one.publie.cas for one in (*page.suggestions, *page.autres)] == [cas]
    assert not page_adoptions("00001").non_retenue


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_same_whatever_the_adoptions(
    count: int, django_assert_num_queries: Callable[[int], object]
) -> None:
    for rank in range(1, count + 1):
        wanted(published(f"0001{rank}", f"Ville {rank}"))
    page_adoptions(OTHER)
    with django_assert_num_queries(7):  # type: ignore[attr-defined]
        assert len(page_adoptions(OTHER).suivies) == count
