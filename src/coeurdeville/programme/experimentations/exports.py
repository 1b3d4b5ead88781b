"""The parts of a project as CSV files: one line a record, with the words that people read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final

from django.db.models import Model

from coeurdeville.core.formulas import harmless
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.experimentations.parties import PARTIES, fiches
from coeurdeville.programme.experimentations.valeurs import CHAMPS
from coeurdeville.programme.models import Etape

if TYPE_CHECKING:
    from coeurdeville.programme.models import Experimentation

EXTRA: Final[Mapping[type[Model], Sequence[str]]] = {Etape: ("debut_initial", "fin_initiale")}
NO_PART = Kind("export-inconnu", "Cette partie du projet ne s’exporte pas : {name}.", "Choisir parmi : {known}.")


def en_csv(projet: Experimentation, partie: str) -> str:
    """One part of a project. One query.

    Raises
    ------
    Refused
        `export-inconnu`.
    """
    found = PARTIES.get(partie)
    if found is None:
        raise Refused([NO_PART(name=partie, known=", ".join(PARTIES))])
    model = found.modele
    names = [name for name in (*CHAMPS[model], *EXTRA.get(model, ())) if not name.endswith("_id")]
    return _written(
        ["commune", "ville", *names], ([projet.commune, projet.nom, *_row(one, names)] for one in fiches(projet, found))
    )


def _row(record: Model, names: Iterable[str]) -> list[str]:
    return [_cell(record, name) for name in names]


def _cell(record: Model, name: str) -> str:
    shown = getattr(record, f"get_{name}_display", None)
    value = shown() if shown else getattr(record, name)
    return "" if value is None else harmless(str(value))


def _written(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    target = StringIO()
    written = csv.writer(target, lineterminator="\r\n")
    written.writerow(header)
    written.writerows(rows)
    return target.getvalue()
