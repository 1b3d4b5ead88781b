"""The versions of a card: each one holds all that was read that day, and does not move any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import ndiff
from typing import TYPE_CHECKING, Any

from coeurdeville.programme.cas_usage.assemblage import assembler
from coeurdeville.programme.cas_usage.chapitres import CHAPITRES
from coeurdeville.programme.cas_usage.fiche import Fiche
from coeurdeville.programme.cas_usage.lignes import lignes
from coeurdeville.programme.models import VersionCas
from coeurdeville.reports.editions.plain import from_plain, to_plain

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import CasUsage


@dataclass(frozen=True)
class Ecart:
    """What changed in one chapter."""

    titre: str
    retires: tuple[str, ...]
    ajoutes: tuple[str, ...]


def figer(cas: CasUsage, acteur: Utilisateur | None, motif: str, **_: Any) -> None:
    """Keep the card as it is read now, statuses of the day included, as its next version."""
    last = cas.versions.first()
    VersionCas.objects.create(
        cas=cas, numero=last.numero + 1 if last else 1, contenu=to_plain(assembler(cas)), publiee_par=acteur
    )


def contenu(version: VersionCas) -> Fiche:
    """The card as this version keeps it."""
    return from_plain(Fiche, version.contenu)


def difference(avant: Fiche, apres: Fiche) -> Sequence[Ecart]:
    """What was taken away from one card and added in the next, by chapter; chapters that did not move are left out."""
    return list(_differences(avant, apres))


def _differences(avant: Fiche, apres: Fiche) -> Iterator[Ecart]:
    for one in CHAPITRES:
        lines = list(ndiff(list(lignes(avant, one.cle)), list(lignes(apres, one.cle))))
        gone = tuple(line[2:] for line in lines if line.startswith("- "))
        come = tuple(line[2:] for line in lines if line.startswith("+ "))
        if gone or come:
            yield Ecart(one.titre, gone, come)
