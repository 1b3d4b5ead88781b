"""States on a past day come from the journal alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.utils.timezone import localdate
from programme.cas_usage.fiches import published
from programme.experimentations.projets import laureate
from programme.monde import call, member

from coeurdeville.espaces.models import Espace
from coeurdeville.programme.adoptions.diffusion import Diffusion, Fait, diffusion
from coeurdeville.programme.adoptions.lecture import adoptions_de
from coeurdeville.programme.adoptions.mois import Mois, par_mois
from coeurdeville.programme.adoptions.ouverture import vouloir
from coeurdeville.programme.cas_usage.lecture import publie
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.journal.ecriture import noter
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


def test_months_count_what_had_begun_at_their_last_day(adoption: Adoption) -> None:
    project = adoption.cas.experimentation
    for verb, code, when in (
        ("demarrer", "en_cours", (2022, 11, 7)), ("suspendre", "suspendue", (2023, 2, 1)),
        ("reprendre", "en_cours", (2023, 4, 3)), ("abandonner", "abandonnee", (2023, 5, 2)),
    ):  # fmt: skip
        noter(project, verb, None, "", code)
        dated("experimentation", project.pk, verb, datetime(*when, 9, tzinfo=UTC))
    months = {one.dernier: one for one in par_mois(date(2024, 6, 15))}
    assert (min(months), max(months)) == (date(2022, 10, 31), date(2024, 6, 15))
    assert months[date(2022, 10, 31)] == Mois(date(2022, 10, 31), 0, 0, 0)
    assert [months[date(2022, 11, 30)].commences, months[date(2023, 4, 30)].commences] == [1, 1]
    assert months[date(2023, 12, 31)] == Mois(date(2023, 12, 31), 1, 0, 0)
    assert months[date(2024, 1, 31)].adoptions == 1
    assert months[date(2024, 6, 15)] == Mois(date(2024, 6, 15), 1, 1, 0)


def test_project_given_up_before_it_began_is_never_counted(adoption: Adoption) -> None:
    noter(adoption.cas.experimentation, "abandonner", None, "preparation", "abandonnee")
    assert {one.commences for one in par_mois(localdate())} == {0}


def test_why_a_town_gave_up_is_told_while_it_has_and_without_addresses(adoption: Adoption) -> None:
    Evenement.objects.filter(objet="adoption", verbe="abandonner").update(
        motif="Plus personne aux parcs, demander à jean.dupont@valmorin.example."
    )
    [left] = [one for one in diffusion(date(2024, 6, 1)).faits if one.sorte == "adoption"]
    assert left.raison.startswith("Plus personne aux parcs")
    assert "jean.dupont" not in left.raison
    assert not any(one.raison for one in diffusion(date(2024, 5, 31)).faits)
    [(_, told)] = adoptions_de(publie(adoption.cas.slug))  # type: ignore[arg-type]
    assert told == left.raison
    franchir(adoption, "etudier", member(commune="00002"))
    assert [told for _, told in adoptions_de(publie(adoption.cas.slug))] == [""]  # type: ignore[arg-type]


def test_accents_do_not_send_a_title_to_the_end() -> None:
    titles = ["Trame noire", "Îlot de chaleur", "Œuvres", "Arbres"]
    facts = [Fait("adoption", rank, f"0000{rank}", "Éole", one, "", "", "etude", datetime(2024, 1, 1, tzinfo=UTC))
             for rank, one in enumerate(titles)]  # fmt: skip
    assert list(Diffusion(date(2024, 1, 1), facts).services()) == ["Arbres", "Îlot de chaleur", "Œuvres", "Trame noire"]


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
