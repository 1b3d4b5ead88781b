"""The sending of a file: what the form says, the folder of its checking, and the work started."""

from __future__ import annotations

import shutil

from django.http import HttpRequest
from django.utils import timezone

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.readers.reception import DATA, Limits
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.territories.communes import find
from coeurdeville.web.public.schemas.checking.kept import ORIGINAL, Kept, new_folder
from coeurdeville.web.public.schemas.checking.queue import ask
from coeurdeville.web.public.schemas.checking.state import State
from coeurdeville.web.public.schemas.checking.steps import advance, is_long
from coeurdeville.web.uploads import received

TABLES = Limits(accepted=DATA)
SCHEMA_UNKNOWN = Kind(
    "verification-schema-inconnu", "Le schéma « {name} » n’est pas de la liste.", "En choisir un dans la liste."
)


def begin(request: HttpRequest) -> Kept:
    """Keep the file of the form, and start the work: done at once when it is short, by the worker when it is long.

    Raises
    ------
    Refused
        Everything that is wrong with the form and the file; nothing is then kept.
    """
    folder, problems = new_folder(), list[Problem]()
    schema = chosen_schema(request.POST.get("schema", ""), problems)
    commune = named_commune(request.POST.get("commune", ""), problems)
    try:
        file = received(request, "fichier", folder / ORIGINAL, TABLES)
    except Refused as refused:
        shutil.rmtree(folder, ignore_errors=True)
        raise Refused([*refused.problems, *problems]) from refused
    if problems:
        shutil.rmtree(folder, ignore_errors=True)
        raise Refused(problems)
    kept = Kept(folder)
    kept.save(State(file.path.name, timezone.now().isoformat(), schema=schema, commune=commune, problems=file.problems))
    go_on(kept, long=is_long(file.path.stat().st_size, file.kind))
    return kept


def go_on(kept: Kept, *, long: bool) -> None:
    """Work on it now, or have the worker do it."""
    if long:
        ask(kept)
    else:
        advance(kept)


def chosen_schema(name: str, problems: list[Problem]) -> str:
    """A schema of the list; empty when it is to be recognised."""
    if name and name not in own_schemas():
        problems.append(SCHEMA_UNKNOWN(name=name[:60]))
        return ""
    return name


def named_commune(text: str, problems: list[Problem]) -> str:
    """The Insee code of a commune that a visitor typed; empty when nothing is typed, or when it is not one."""
    if not text.strip():
        return ""
    try:
        return find(text.strip()).commune.code
    except Refused as refused:
        problems.extend(refused.problems)
        return ""
