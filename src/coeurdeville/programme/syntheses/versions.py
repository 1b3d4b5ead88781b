"""Published syntheses: frozen, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Max
from django.utils.timezone import localdate

from coeurdeville.programme.models import VersionSynthese
from coeurdeville.programme.syntheses.ecriture import appliquer, ecrire, retouches
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase, ecrit, lu

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Synthese


@dataclass(frozen=True)
class Changements:
    """From one version to the next."""

    nouvelles: Sequence[Phrase]
    changees: Sequence[tuple[str, Phrase]]
    """What was said before, and what is said now."""
    retirees: Sequence[Phrase]

    def __bool__(self) -> bool:
        return bool(self.nouvelles or self.changees or self.retirees)


def figer(synthese: Synthese, acteur: Utilisateur | None, motif: str) -> None:
    """Keep the synthesis as it is read now, under the next number."""
    last = synthese.versions.aggregate(last=Max("numero"))["last"] or 0
    VersionSynthese.objects.create(synthese=synthese, numero=last + 1, contenu=contenu(synthese), publiee_par=acteur)


def contenu(synthese: Synthese) -> dict[str, Any]:
    """What a version keeps: the day, and every chapter."""
    chapters = appliquer(ecrire(synthese.saison), retouches(synthese))
    return {"jour": localdate().isoformat(), "chapitres": [ecrit(one) for one in chapters]}


def chapitres(version: VersionSynthese) -> Sequence[Chapitre]:
    """The chapters of a version."""
    return [lu(one) for one in version.contenu["chapitres"]]


def comparer(avant: Sequence[Chapitre], apres: Sequence[Chapitre]) -> Changements:
    """Sentences that appeared, changed or went, by their keys."""
    before = {one.cle: one for chapter in avant for one in chapter.phrases}
    after = {one.cle: one for chapter in apres for one in chapter.phrases}
    return Changements(
        [one for key, one in after.items() if key not in before],
        [(before[key].texte, one) for key, one in after.items() if key in before and before[key].texte != one.texte],
        [one for key, one in before.items() if key not in after],
    )
