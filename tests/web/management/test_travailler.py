"""The work behind pages goes on whatever the database does, and forgets no dead worker."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils.timezone import now
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

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
