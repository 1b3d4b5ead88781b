"""What is public: published, not withdrawn, latest first."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from coeurdeville.core.problems import Refused
from coeurdeville.espaces import lecture
from coeurdeville.espaces.models import Edition, Espace
from coeurdeville.espaces.publication import publier, retirer

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)


def space(code: str = "00001", nom: str = "Valmorin") -> Espace:
    return Espace.objects.create(commune=code, nom=nom, revision=1)


def edition(one: Espace, rank: int = 1, public: bool = True) -> Edition:
    when = datetime(2026, 11, 25, tzinfo=UTC) + timedelta(hours=rank) if public else None
    name = "2026-11-25" if rank == 1 else f"2026-11-25-{rank}"
    return Edition.objects.create(espace=one, identifiant=name, etablie_le=DAY, publiee_le=when)


def test_latest_public_edition_is_the_one_that_is_read() -> None:
    town = space()
    first, second = edition(town, 1), edition(town, 2)
    edition(town, 3, public=False)
    assert lecture.edition_publique("00001") == second
    assert lecture.editions_publiques("00001") == [second, first]
    assert lecture.edition_publique("00002") is None


def test_withdrawn_edition_is_known_by_its_name_alone() -> None:
    town = space()
    one = edition(town)
    retirer(one, None, "un fichier faux")
    assert lecture.edition_publique("00001") is None
    assert lecture.communes_publiees() == {}
    found = lecture.edition_publique_nommee("00001", "2026-11-25")
    assert found is not None
    assert (found.motif_retrait, found.publique) == ("un fichier faux", False)


def test_edition_that_was_never_published_is_not_read_by_its_name() -> None:
    edition(space(), public=False)
    assert lecture.edition_publique_nommee("00001", "2026-11-25") is None


def test_published_towns_by_name_and_recent_editions() -> None:
    b, a = space("00002", "Bourg"), space("00001", "Aubois")
    old, new, again = edition(b, 1), edition(a, 2), edition(b, 3)
    assert list(lecture.communes_publiees().items()) == [("00001", "Aubois"), ("00002", "Bourg")]
    assert lecture.editions_recentes(2) == [again, new]
    assert old in lecture.editions_publiques("00002")


@pytest.mark.parametrize("count", [1, 3])
def test_recent_editions_take_one_query(count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for rank in range(1, count + 1):
        edition(space(f"0000{rank}", f"Ville {rank}"))
    with django_assert_num_queries(1):
        assert len([one.espace.nom for one in lecture.editions_recentes(9)]) == count


def test_publishing_twice_keeps_the_first_day() -> None:
    one = edition(space(), public=False)
    publier(one, None)
    first = one.publiee_le
    publier(one, None)
    assert one.publiee_le == first is not None


@pytest.mark.parametrize(
    ("public", "withdrawn", "motif", "code"),
    [
        (False, False, "faux", "edition-non-publiee"),
        (True, True, "faux", "edition-retiree"),
        (True, False, "  ", "retrait-sans-motif"),
    ],
)
def test_refusals_of_withdrawing(public: bool, withdrawn: bool, motif: str, code: str) -> None:
    one = edition(space(), public=public)
    if withdrawn:
        retirer(one, None, "déjà")
    with pytest.raises(Refused) as refused:
        retirer(one, None, motif)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_withdrawn_edition_is_not_published_again() -> None:
    one = edition(space())
    retirer(one, None, "faux")
    with pytest.raises(Refused, match="edition-retiree"):
        publier(one, None)


def test_day_of_the_second_edition_of_a_day() -> None:
    town = space()
    assert [edition(town, 1).jour, edition(town, 2).jour] == ["25/11/2026", "25/11/2026 (n°\u00a02)"]
