"""What anybody reads of calls."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils.timezone import now
from programme.monde import call, candidature

from coeurdeville.programme.appels.lecture import appel_public, appels_publics, recues, tous

pytestmark = pytest.mark.django_db


def test_open_calls_come_first_and_drafts_are_nobody_s_business() -> None:
    call("decide", slug="ancien", ferme_le=now() - timedelta(days=90))
    call("publie", slug="ouvert")
    call("publie", slug="bientot", ouvre_le=now() + timedelta(days=1))
    for hidden in ("brouillon", "annule"):
        call(hidden, slug=hidden)
    assert [(row.appel.slug, row.moment.value) for row in appels_publics()] == [
        ("ouvert", "ouvert"), ("bientot", "à venir"), ("ancien", "clos"),
    ]  # fmt: skip
    assert appel_public("brouillon") is None
    assert appel_public("ouvert") is not None


def test_count_of_candidatures_is_told_once_deposits_are_closed() -> None:
    appel = call()
    for commune, etat in (("00001", "deposee"), ("00002", "brouillon"), ("00003", "retiree"), ("00004", "a_completer")):
        candidature(appel, commune, commune, etat)
    assert [row.deposees for row in appels_publics()] == [0]
    assert [row.deposees for row in appels_publics(now() + timedelta(days=20))] == [2]
    assert recues(appel) == {"en préparation": 1, "déposée": 1, "à compléter": 1, "retirée": 1}


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_one_query(count: int, django_assert_num_queries: Callable[..., object]) -> None:
    for number in range(count):
        candidature(call(slug=f"appel-{number}"), "00001")
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert len(appels_publics()) == count
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert [str(one.saison) for one in tous()] == ["Saison 2"] * count
