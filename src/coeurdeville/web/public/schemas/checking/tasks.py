"""Long checkings, done by the worker."""

from __future__ import annotations

from django_tasks import task

from coeurdeville.web.public.schemas.checking.kept import kept
from coeurdeville.web.public.schemas.checking.steps import advance


@task()
def check_file(token: str) -> None:
    """Advance the checking of this token; nothing when it was deleted meanwhile."""
    found = kept(token)
    if found is not None:
        advance(found)
