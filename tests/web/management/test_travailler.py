"""The work behind pages goes on whatever the database does, and forgets no dead worker."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils.timezone import now
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from coeurdeville.web.management.commands import travailler
from coeurdeville.web.management.commands.travailler import DUE, due, work


@pytest.mark.django_db
def test_worker_waits_for_a_database_that_does_not_answer(caplog: pytest.LogCaptureFixture) -> None:
    tries = []

    def worker() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("database is locked")

    work(worker, wait=0)
    assert len(tries) == 3


def test_mistake_of_the_program_still_stops_the_worker() -> None:
    def worker() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        work(worker, wait=0)


@pytest.mark.django_db
def test_task_of_a_dead_worker_is_closed_after_a_day() -> None:
    for hours in (1, 25):
        DBTaskResult.objects.create(
            status=TaskResultStatus.RUNNING, started_at=now() - timedelta(hours=hours), args_kwargs={},
            task_path="x", backend_name="default", run_after=get_date_max(),
        )  # fmt: skip
    call_command("solder_travaux", verbosity=0)
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "RUNNING"]


def test_each_work_is_due_at_start_then_at_its_hour() -> None:
    last: dict[str, float] = {}
    assert due(last, 1000.0) == list(DUE)
    assert due(last, 1059.0) == []
    assert "reindexer --en-retard" in due(last, 1060.0)


def test_what_a_command_says_is_one_line_of_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(travailler, "call_command", lambda *_, stdout, **__: stdout.write("Deux lettres.\n"))
    monkeypatch.setattr(travailler, "close_old_connections", lambda: None)
    with caplog.at_level("INFO", "coeurdeville"):
        travailler._do("rappeler")
    (line,) = caplog.records
    assert vars(line)["champs"] == {"commande": "rappeler", "dit": ["Deux lettres."]}
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
def test_nothing_done_is_not_said_and_one_letter_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for count in (0, 1, 2):
        monkeypatch.setattr("coeurdeville.programme.management.commands.rappeler.rappeler", lambda count=count: count)
        call_command("rappeler")
    assert capsys.readouterr().out.replace("\u00a0", " ").splitlines() == [
        "Rappels : 1 lettre préparée.", "Rappels : 2 lettres préparées."
    ]  # fmt: skip


def test_clock_gives_a_sign_of_life_before_and_after_each_work(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Enough(Exception):
        """The clock has turned once."""

    def sleep(_: float) -> None:
        raise Enough

    monkeypatch.setattr(travailler, "beat", lambda: seen.append("signe"))
    monkeypatch.setattr(travailler, "_do", seen.append)
    monkeypatch.setattr(travailler, "DUE", {"a": 60, "b": 60})
    monkeypatch.setattr("time.sleep", sleep)
    with pytest.raises(Enough):
        travailler.keep_time()
    assert seen == ["signe", "a", "signe", "b", "signe"]
