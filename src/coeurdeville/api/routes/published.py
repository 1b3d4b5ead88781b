"""The published diagnostic that a path names."""

from __future__ import annotations

from ninja import P, PathEx

from coeurdeville.api.forms import EDITION
from coeurdeville.api.refusals import Absent, Withdrawn
from coeurdeville.core.french import day
from coeurdeville.core.problems import Kind
from coeurdeville.espaces.diagnostics import Diagnostic, diagnostic_of
from coeurdeville.espaces.lecture import edition_publique, edition_publique_nommee

LATEST = "derniere"
EDITION_ABSENT = Kind(
    "api-edition-inconnue",
    "La commune « {code} » n’a pas publié de diagnostic « {identifiant} ».",
    "Voir ceux qu’elle a publiés : /api/communes/{code}/editions.",
)
EDITION_WITHDRAWN = Kind(
    "api-edition-retiree",
    "Ce diagnostic a été retiré le {day} : {why}.",
    "Prendre celui qui est publié : /api/communes/{code}/editions/derniere.",
)
Identifiant = PathEx[
    str,
    P(pattern=EDITION,
      description="`2026-11-25`, ou `derniere` pour la dernière publiée."),
]  # fmt: skip


def published(code: str, identifiant: str) -> Diagnostic:
    """The diagnostic of a town, with its files.

    Raises
    ------
    Absent
        When there is none of this name, or it is not public.
    Withdrawn
        When it is not public any more, with the reason.
    """
    found = edition_publique(code) if identifiant == LATEST else edition_publique_nommee(code, identifiant)
    if found is None:
        raise Absent([EDITION_ABSENT(code=code, identifiant=identifiant)])
    if found.retiree_le is not None:
        why = found.motif_retrait or "aucun motif n’est noté"
        raise Withdrawn([EDITION_WITHDRAWN(day=day(found.retiree_le.date()), why=why, code=code)])
    return diagnostic_of(found)
