"""What the worker does, apart from pages."""

from __future__ import annotations

from django_tasks import task

from coeurdeville.espaces.menee import mener


@task()
def calculer(pk: int) -> None:
    """Do the run of this number."""
    mener(pk)
