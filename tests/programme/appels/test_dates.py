"""When deposits are received, and how a limit is put off."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now
from programme.monde import call, candidature, coordination

from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.dates import Moment, moment
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.models import Appel, Courrier, Prolongation

pytestmark = pytest.mark.django_db
OPENS, CLOSES = datetime(2022, 2, 14, 8, tzinfo=UTC), datetime(2022, 4, 30, 21, 59, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_limit_itself_is_in_time() -> None:
    appel = call(ouvre_le=OPENS, ferme_le=CLOSES)
    assert moment(appel, OPENS - SECOND) is Moment.A_VENIR
    assert moment(appel, OPENS) is Moment.OUVERT
    assert moment(appel, CLOSES) is Moment.OUVERT
    assert moment(appel, CLOSES + timedelta(microseconds=1)) is Moment.CLOS


@pytest.mark.parametrize(
    ("etat", "said"),
    [*((one, Moment.CLOS) for one in ("brouillon", "instruction", "decide", "archive")), ("annule", Moment.ANNULE)],
)
def test_only_a_published_call_is_open(etat: str, said: Moment) -> None:
    assert moment(call(etat, ouvre_le=OPENS, ferme_le=CLOSES), OPENS) is said


def test_extension_keeps_the_former_limit_and_tells_those_who_began() -> None:
    appel = call()
    candidature(appel)
    former, later = appel.ferme_le, now() + timedelta(days=30)
    franchir(appel, "prolonger", coordination(), "Les congés de printemps.", nouvelle=later)
    assert Appel.objects.get().ferme_le == later
    kept = Prolongation.objects.get()
    assert (kept.ancienne, kept.nouvelle, kept.motif) == (former, later, "Les congés de printemps.")
    letter = Courrier.objects.get()
    assert letter.destinataire.courriel == "referent_metier-00001@essai.example"
    assert instant(later) in letter.texte.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("days", "codes"),
    [(None, ["prolongation-sans-date"]), (5, ["prolongation-avant-la-limite"]),
     (-20, ["prolongation-avant-la-limite", "prolongation-passee"])],
)  # fmt: skip
def test_limit_never_comes_nearer(days: int | None, codes: list[str]) -> None:
    appel = call()
    asked = {} if days is None else {"nouvelle": now() + timedelta(days=days)}
    with pytest.raises(Refused) as refused:
        franchir(appel, "prolonger", coordination(), "Parce que.", **asked)
    assert [one.code for one in refused.value.problems] == codes


def test_deposits_are_not_closed_before_the_limit() -> None:
    appel = call()
    with pytest.raises(Refused, match="instruction-avant-la-limite"):
        franchir(appel, "instruire", coordination())
    Appel.objects.update(ferme_le=now() - SECOND)
    franchir(appel, "instruire", coordination())
    assert Appel.objects.get().etat == "instruction"


def test_hour_said_twice_by_the_change_of_clocks_says_which() -> None:
    first, second = datetime(2022, 10, 30, 0, 30, tzinfo=UTC), datetime(2022, 10, 30, 1, 30, tzinfo=UTC)
    assert instant(first) == "30/10/2022 à 2 h 30 (heure d’été)"
    assert instant(second) == "30/10/2022 à 2 h 30 (heure d’hiver)"
    assert instant(CLOSES) == "30/04/2022 à 23 h 59"
