"""The evaluation that opens with a project, with what its deposit foresaw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Condition, DonneeUtile, Evaluation

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.candidatures.valeurs import Valeurs
    from coeurdeville.programme.models import Experimentation

INDISPENSABLE = "indispensable"


def ouvrir(projet: Experimentation, dit: Valeurs, acteur: Utilisateur | None) -> Evaluation:
    """Open the evaluation of a project: the form of the service, the data foreseen, those that it cannot do without."""
    forme = str(dit.par_champ.get("forme") or "")
    made = Evaluation.objects.create(experimentation=projet, forme=forme if forme in Evaluation.Forme.values else "")
    naitre(made, acteur)
    foreseen = _foreseen(dit.donnees)
    DonneeUtile.objects.bulk_create(_donnee(made, slug, one) for slug, one in foreseen.items())
    Condition.objects.bulk_create(_condition(made, slug) for slug, one in foreseen.items() if _needed(one))
    return made


def _foreseen(rows: Any) -> dict[str, Mapping[str, Any]]:
    """Layer -> what was said of it, each layer once."""
    return {str(one["couche"]): one for one in rows if str(one.get("couche")) in kinds()}


def _needed(row: Mapping[str, Any]) -> bool:
    return row.get("role") == INDISPENSABLE


def _donnee(made: Evaluation, slug: str, row: Mapping[str, Any]) -> DonneeUtile:
    entry = str(row.get("entree") or "")[:200]
    return DonneeUtile(evaluation=made, couche=slug, entree=entry, indispensable=_needed(row))


def _condition(made: Evaluation, slug: str) -> Condition:
    title = kinds()[slug].title
    return Condition(evaluation=made, nature=Condition.Nature.DONNEE, couche=slug, texte=title)
