"""States on a past day come from the journal alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from programme.cas_usage.fiches import published
from programme.experimentations.projets import laureate
from programme.monde import call, member

from coeurdeville.espaces.models import Espace
from coeurdeville.programme.adoptions.diffusion import diffusion, par_mois
from coeurdeville.programme.adoptions.ouverture import vouloir
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Adoption, Evenement

pytestmark = pytest.mark.django_db


def dated(sorte: str, numero: int, verbe: str, when: datetime) -> None:
    Evenement.objects.filter(objet=sorte, numero=numero, verbe=verbe).update(date=when)


@pytest.fixture
def adoption() -> Adoption:
    """A project born in October 2022; an adoption said in January 2024, studied in March, given up in June."""
    cas = published()
    dated("experimentation", cas.experimentation_id, "creer", datetime(2022, 10, 1, 8, tzinfo=UTC))
    town = Espace.objects.create(commune="00002", nom="Valmorin")
    made = vouloir(cas, town, member(commune="00002"))
    franchir(made, "etudier", member(commune="00002"))
    franchir(made, "abandonner", member(commune="00002"), "Plus personne aux parcs.")
    for verb, when in (("creer", (2024, 1, 5)), ("etudier", (2024, 3, 10))):
        dated("adoption", made.pk, verb, datetime(*when, 9, tzinfo=UTC))
    dated("adoption", made.pk, "abandonner", datetime(2024, 5, 31, 22, 30, tzinfo=UTC))
    return made


@pytest.mark.parametrize(("jour", "etat"), [
    (date(2024, 1, 4), None), (date(2024, 1, 5), "interessee"), (date(2024, 3, 9), "interessee"),
    (date(2024, 3, 10), "etude"), (date(2024, 5, 31), "etude"), (date(2024, 6, 1), "abandonnee"),
])  # fmt: skip
def test_state_is_that_of_the_day_in_paris(adoption: Adoption, jour: date, etat: str | None) -> None:
    found = [one.code for one in diffusion(jour).faits if one.sorte == "adoption"]
    assert found == ([etat] if etat else [])


def test_state_does_not_come_from_the_object(adoption: Adoption) -> None:
    Adoption.objects.update(etat="deployee")
    assert [one.code for one in diffusion(date(2024, 2, 1)).faits if one.sorte == "adoption"] == ["interessee"]


def test_projects_of_a_call_that_is_not_announced_are_nowhere() -> None:
    laureate(call("instruction"))
    assert not diffusion(date(2099, 1, 1)).faits


def test_months_count_states_at_their_last_day(adoption: Adoption) -> None:
    months = par_mois(date(2024, 6, 15))
    assert (months[0][0], months[-1][0]) == (date(2022, 10, 31), date(2024, 6, 15))
    counts = {last.isoformat(): counted for last, counted in months}
    assert counts["2023-12-31"] == {("experimentation", "preparation"): 1}
    assert counts["2024-01-31"][("adoption", "interessee")] == 1
    assert counts["2024-05-31"][("adoption", "etude")] == 1
    assert counts["2024-06-15"][("adoption", "abandonnee")] == 1
    assert ("adoption", "etude") not in counts["2024-06-15"]


def test_nothing_gives_no_month() -> None:
    assert par_mois(date(2024, 6, 15)) == []


def test_towns_and_services_group_the_same_facts(adoption: Adoption) -> None:
    seen = diffusion(date(2024, 2, 1))
    assert [those[0].nom for those in seen.villes().values()] == ["Bruyères-lès-Aulnes", "Valmorin"]
    ((title, those),) = seen.services().items()
    assert (title, len(those), those[0].slug) == ("Patrimoine arboré", 2, "bruyeres-les-aulnes-patrimoine-arbore")


def test_four_queries_whatever_the_facts(
    adoption: Adoption, django_assert_num_queries: Callable[[int], object]
) -> None:
    with django_assert_num_queries(4):  # type: ignore[attr-defined]
        diffusion(date(2024, 2, 1))
    with django_assert_num_queries(3):  # type: ignore[attr-defined]
        par_mois(date(2024, 2, 1))
