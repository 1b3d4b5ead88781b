"""Runs: asked for once, done once, taken again at most three times, and never in the way of a page."""

import errno
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from coeurdeville.core.problems import Refused
from coeurdeville.espaces import calculs, menee, patience
from coeurdeville.espaces.avancement import Avancement, Dessaisi
from coeurdeville.espaces.calculs import avancer, demander, prendre, reprendre
from coeurdeville.espaces.lieux import depot, editions, magasin
from coeurdeville.espaces.menee import mener
from coeurdeville.espaces.models import Calcul, Edition, Espace, Etat
from coeurdeville.espaces.taches import calculer
from coeurdeville.inventory.ville import FICHIER
from coeurdeville.reports.editions import Editions

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def space(revision: int = 1) -> Espace:
    return Espace.objects.create(commune="00001", nom="Valmorin", revision=revision)


def run(one: Espace, **values: object) -> Calcul:
    return Calcul.objects.create(espace=one, revision=1, **values)


def codes(calcul: Calcul) -> list[str]:
    calcul.refresh_from_db()
    return [row["code"] for row in calcul.problemes]


def test_asking_while_one_waits_gives_that_one_at_the_last_revision() -> None:
    one = space()
    first = demander(one, None)
    one.revision = 2
    assert demander(one, None) == first
    assert Calcul.objects.get().revision == 2


def test_asking_while_one_runs_leaves_it_its_revision() -> None:
    one = space()
    first = demander(one, None)
    prendre(first.pk)
    one.revision = 2
    assert demander(one, None) == first
    assert Calcul.objects.get().revision == 1


def test_run_after_a_finished_one_is_another() -> None:
    one = space()
    run(one, etat=Etat.FAIT)
    assert demander(one, None).etat == Etat.ATTENTE
    assert Calcul.objects.count() == 2


def test_space_without_revision_has_nothing_to_run() -> None:
    with pytest.raises(Refused, match="dossier-vide"):
        demander(space(revision=0), None)


def test_run_is_queued_once_it_is_saved(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    queued: list[int] = []
    monkeypatch.setattr(type(calculer), "enqueue", lambda _, pk: queued.append(pk))
    one = space()
    with django_capture_on_commit_callbacks(execute=True):
        first = demander(one, None)
        demander(one, None)
        assert queued == []
    assert queued == [first.pk]


def test_run_is_taken_by_one_worker_only() -> None:
    pk = run(space()).pk
    taken = prendre(pk)
    assert taken is not None
    assert (taken.etat, taken.tentatives) == (Etat.COURS, 1)
    assert prendre(pk) is None


def test_worker_believed_dead_stops_where_it_is() -> None:
    taken = prendre(run(space()).pk)
    assert taken is not None
    Calcul.objects.update(tentatives=2)
    assert not avancer(taken, etape="trop tard")
    with pytest.raises(Dessaisi):
        Avancement(taken)("trop tard", 50)
    assert Calcul.objects.get().etape == ""


def test_progress_is_written_at_each_step_and_not_at_each_call() -> None:
    taken = prendre(run(space()).pk)
    assert taken is not None
    tell = Avancement(taken)
    seen = []
    for step, percent in (("Arbres", 5), ("Arbres", 6), ("Dessin", 60), ("Fin", 100)):
        tell(step, percent)
        seen.append(tuple(Calcul.objects.values_list("etape", "avancement").get()))
    assert seen == [("Arbres", 5), ("Arbres", 5), ("Dessin", 60), ("Fin", 99)]


def test_progress_that_a_locked_database_refuses_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> bool:
        raise OperationalError("database is locked")

    taken = prendre(run(space()).pk)
    assert taken is not None
    monkeypatch.setattr("coeurdeville.espaces.avancement.avancer", locked)
    Avancement(taken)("Arbres", 5)
    assert Calcul.objects.get().avancement == 0


def test_locked_database_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(patience.time, "sleep", waits.append)
    answers = iter([OperationalError("database is locked"), OperationalError("database is locked"), 7])

    def write() -> int:
        answer = next(answers)
        if isinstance(answer, OperationalError):
            raise answer
        return answer

    assert patience.patient(write) == 7
    assert waits == [0.5, 2.0]


@pytest.mark.parametrize(
    ("state", "seen", "asked", "taken"),
    [
        (Etat.COURS, timedelta(seconds=10), timedelta(hours=2), False),
        (Etat.COURS, timedelta(seconds=100), timedelta(hours=2), True),
        (Etat.ATTENTE, None, timedelta(minutes=5), False),
        (Etat.ATTENTE, None, timedelta(minutes=20), True),
        (Etat.ATTENTE, timedelta(minutes=5), timedelta(hours=2), False),
        (Etat.FAIT, timedelta(hours=2), timedelta(hours=2), False),
    ],
)
def test_run_without_sign_of_life_is_queued_again(
    monkeypatch: pytest.MonkeyPatch, state: Etat, seen: timedelta | None, asked: timedelta, taken: bool
) -> None:
    queued: list[int] = []
    monkeypatch.setattr(calculs, "_enqueue", queued.append)
    now = timezone.now()
    one = run(space(), etat=state, tentatives=1, vu_le=now - seen if seen else None)
    Calcul.objects.update(demande_le=now - asked)
    done = reprendre()
    assert (done.reprises, done.abandons) == (int(taken), 0)
    assert queued == [one.pk] * taken
    assert reprendre().reprises == 0


def test_third_death_is_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    one = run(space(), etat=Etat.COURS, tentatives=3, vu_le=LONG_AGO, etape="Patrimoine arboré")
    assert reprendre() == calculs.Reprise(0, 1)
    assert codes(one) == ["calcul-abandonne"]
    assert one.etat == Etat.ECHEC
    assert one.problemes[0]["message"] == (
        "Le calcul s’est arrêté 3\u00a0fois sans finir, la dernière fois à l’étape «\u00a0Patrimoine arboré\u00a0»."
    )


def test_run_makes_an_edition_that_only_members_see(espace: Espace) -> None:
    calcul = demander(espace, None)
    mener(calcul.pk)
    assert codes(calcul) == []
    assert (calcul.etat, calcul.avancement, calcul.etape, calcul.tentatives) == (Etat.FAIT, 100, "", 1)
    edition = Edition.objects.get(calcul=calcul)
    assert (edition.identifiant, edition.publiee_le) == (date.today().isoformat(), None)
    files = editions().get(espace.commune, edition.identifiant)
    assert files is not None
    assert "diagnostic.pdf" in files.files
    assert set(calcul.preuves) == {"patrimoine-arbore", "regle-3-30-300", "connaissance-des-especes",
                                   "exposition-inondations"}  # fmt: skip
    mener(calcul.pk)
    assert Edition.objects.count() == 1


def test_command_runs_here_and_publishes(espace: Espace, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("calculer", espace.commune, publier=True)
    edition = Edition.objects.get()
    assert edition.publique
    assert capsys.readouterr().out == f"{espace} : édition {edition.identifiant}.\n"


def test_full_disk_at_the_end_fails_with_a_sentence_and_keeps_former_editions(
    espace: Espace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = editions().put(espace.commune, {"diagnostic.json": b"{}"}, date(2026, 1, 1))

    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("coeurdeville.reports.editions.editions._write", full)
    calcul = demander(espace, None)
    mener(calcul.pk)
    assert codes(calcul) == ["calcul-sans-place"]
    assert (calcul.etat, Edition.objects.count()) == (Etat.ECHEC, 0)
    assert editions().of(espace.commune) == (first,)


def test_inventory_with_errors_is_told_as_a_list(espace: Espace) -> None:
    def spoil(town: Path) -> None:
        text = (town / FICHIER).read_text("utf-8")
        (town / FICHIER).write_text(text.replace("nom =", "surnom =", 1), "utf-8")

    depot(espace.commune).enregistrer(1, spoil, "Ada", "faute")
    calcul = demander(espace, None)
    mener(calcul.pk)
    assert "cle-obligatoire" in codes(calcul)
    assert (calcul.etat, Edition.objects.count()) == (Etat.ECHEC, 0)


def test_entry_set_aside_is_said_and_the_others_are_computed(espace: Espace) -> None:
    def spoil(town: Path) -> None:
        text = (town / FICHIER).read_text("utf-8")
        (town / FICHIER).write_text(text.replace('couche = "arbres"', 'couche = "arbrres"', 1), "utf-8")

    depot(espace.commune).enregistrer(1, spoil, "Ada", "faute")
    calcul = demander(espace, None)
    mener(calcul.pk)
    assert "couche-inconnue" in codes(calcul)
    assert (calcul.etat, Edition.objects.count()) == (Etat.FAIT, 1)


def test_missing_file_of_the_depot_is_said(espace: Espace) -> None:
    for path in (depot(espace.commune).folder / "objets").rglob("*"):
        if path.is_file():
            path.unlink()
    opened = depot(espace.commune).folder / "ouvertes"
    opened.rename(opened.with_name("perdues"))
    calcul = demander(espace, None)
    mener(calcul.pk)
    assert codes(calcul) == ["objet-absent"]


def test_error_of_the_program_is_said_without_its_traceback(espace: Espace, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Editions, commune: str, files: Mapping[str, bytes], today: date) -> str:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(Editions, "put", broken)
    calcul = demander(espace, None)
    mener(calcul.pk)
    assert codes(calcul) == ["calcul-en-panne"]
    assert "secret" not in str(calcul.problemes)
    assert menee.RUN_FAILED(step="Diagnostic établi").message == calcul.problemes[0]["message"]


def test_lost_file_of_the_store_is_computed_again(espace: Espace) -> None:
    mener(demander(espace, None).pk)
    lost = next((magasin().folder / "objets").rglob("*.parquet"))
    lost.unlink()
    calcul = demander(espace, None)
    mener(calcul.pk)
    calcul.refresh_from_db()
    assert (calcul.etat, lost.is_file(), Edition.objects.count()) == (Etat.FAIT, True, 2)
