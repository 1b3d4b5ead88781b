"""The card that opens when an evaluation is validated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coeurdeville.core.french import slug
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import CasUsage

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Evaluation, Experimentation

LONGEST = 110
"""Characters of an address, its rank apart."""


def preparer(evaluation: Evaluation, acteur: Utilisateur | None, motif: str, **_: Any) -> None:
    """Open the card of an experiment. Nothing when it is open already."""
    project = evaluation.experimentation
    made, new = CasUsage.objects.get_or_create(
        experimentation=project, defaults={"titre": project.titre, "slug": _slug(project)}
    )
    if new:
        naitre(made, acteur)


def _slug(project: Experimentation) -> str:
    """`<name of the town>-<service>`, with a rank when another card has it."""
    wanted = f"{slug(project.nom)}-{project.service or slug(project.titre)}"[:LONGEST].strip("-")
    rank, found = 1, wanted
    while CasUsage.objects.filter(slug=found).exists():
        rank, found = rank + 1, f"{wanted}-{rank + 1}"
    return found
