"""The words that people add to a card, chapter by chapter."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.cas_usage.chapitres import PAR_CLE
from coeurdeville.programme.droits import binome, coordination
from coeurdeville.programme.models import CasUsage

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

LONGEST = 6000
"""Characters of one chapter: a card holds on two pages."""
MOVED = Kind(
    "prose-depassee",
    "Quelqu’un d’autre a écrit « {titre} » pendant que vous l’écriviez.",
    "Votre texte est gardé ci-dessous : reprendre ce qui manque de l’autre, puis enregistrer.",
)
TOO_LONG = Kind(
    "prose-trop-longue",
    "« {titre} » compte {nombre} caractères, pour {limite} au plus.",
    "Raccourcir : rien n’a été coupé.",
)
CLOSED = Kind(
    "prose-fermee",
    "Ce cas d’usage est « {etat} » : ses textes ne s’écrivent plus.",
    "Préparer une nouvelle version d’abord.",
)


def lit(user: Utilisateur, cas: CasUsage) -> bool:
    """Whether somebody may see the card in preparation: the pair and the coordination."""
    return user.is_authenticated and (binome(user, cas) or coordination(user))


def ecrivable(user: Utilisateur, cas: CasUsage) -> bool:
    """Whether somebody may write in it now: while it is in preparation; the coordination, while it is reviewed too."""
    return (cas.etat == "brouillon" and lit(user, cas)) or (cas.etat == "relecture" and coordination(user))


def marque(cas: CasUsage, cle: str) -> str:
    """What a form gives back to tell which text it started from."""
    return hashlib.sha256(str(cas.prose.get(cle, "")).encode()).hexdigest()[:16]


def ecrire(cas: CasUsage, cle: str, texte: str, base: str) -> None:
    """Write the words of a chapter. Two persons at once: the second is told, and loses nothing.

    Raises
    ------
    Refused
        `prose-depassee`, `prose-trop-longue`, `prose-fermee`.
    """
    with transaction.atomic():
        kept = CasUsage.objects.select_for_update().get(pk=cas.pk)
        problems = _problems(kept, cle, texte, base)
        if problems:
            raise Refused(problems)
        kept.prose = {**kept.prose, cle: texte.replace("\r\n", "\n").strip()}
        kept.save(update_fields=["prose"])
    cas.prose = kept.prose


def reprendre(cas: CasUsage, textes: Mapping[str, str], images: Sequence[Mapping[str, str]]) -> None:
    """Take what the coordination published at its desk: the next version holds it; former ones do not move."""
    cas.redaction = {key: text for key, text in textes.items() if key in PAR_CLE and text.strip()}
    cas.images = [dict(one) for one in images]
    cas.save(update_fields=["redaction", "images"])


def _problems(cas: CasUsage, cle: str, texte: str, base: str) -> Sequence[Problem]:
    title, found = PAR_CLE[cle].titre, list[Problem]()
    if cas.etat not in ("brouillon", "relecture"):
        found.append(CLOSED(etat=cas.en_etat.nom))
    if len(texte) > LONGEST:
        found.append(TOO_LONG(titre=title, nombre=len(texte), limite=LONGEST))
    if base != marque(cas, cle):
        found.append(MOVED(titre=title))
    return found
