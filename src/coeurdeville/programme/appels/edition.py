"""Writing in a call: freely while it is in preparation; once published, its words only, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils.timezone import now

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.models import Appel

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

FREE: Final = (
    "titre", "promesse", "presentation", "cahier", "themes", "ouvre_le", "ferme_le", "designation_le", "duree_mois",
    "a_retenir", "perimetre", "eligibles_au", "formulaire", "anonyme", "relectures_voulues", "organisateurs",
    "traitements", "conservation", "contact",
)  # fmt: skip
"""What may be written while the call is in preparation."""
WORDS: Final = ("promesse", "presentation", "cahier", "designation_le", "duree_mois", "contact")
"""What may be corrected afterwards, because no candidature depends on it."""
PUBLISHED = Kind(
    "appel-deja-publie",
    "L’appel est publié : son formulaire, ses critères et ses dates ne se modifient plus ainsi.",
    "Corriger ses textes avec « Corriger l’appel », ou sa limite avec « Prolonger l’appel ».",
)
OVER = Kind("appel-fini", "L’appel est {etat} : il ne s’écrit plus.", "Revenir à la page de l’appel.")
NOTHING = Kind(
    "correction-vide", "La correction ne change rien.", "Modifier un texte, ou revenir à la page de l’appel."
)
FIXED = Kind(
    "correction-impossible",
    "« {name} » ne se corrige plus après la publication.",
    "Annuler l’appel et en ouvrir un autre.",
)


def enregistrer(appel: Appel, valeurs: Mapping[str, Any]) -> None:
    """Write fields of a call in preparation. Raises `Refused` (`appel-deja-publie`, `appel-fini`) afterwards."""
    with transaction.atomic():
        locked = en_preparation(appel)
        for name in FREE:
            if name in valeurs:
                setattr(locked, name, valeurs[name])
        locked.save(update_fields=[name for name in FREE if name in valeurs])


def verifier(
    appel: Appel, acteur: Utilisateur | None, motif: str, valeurs: Mapping[str, Any] | None = None
) -> Iterator[Problem]:
    """Why a correction of a published call cannot be made."""
    changed = {name for name, value in (valeurs or {}).items() if getattr(appel, name) != value}
    if not changed:
        yield NOTHING()
    yield from (FIXED(name=name) for name in sorted(changed.difference(WORDS)))


def corriger(appel: Appel, acteur: Utilisateur | None, motif: str, valeurs: Mapping[str, Any]) -> None:
    """Write the corrected words."""
    for name, value in valeurs.items():
        setattr(appel, name, value)
    appel.save(update_fields=list(valeurs))


def dater_publication(appel: Appel, acteur: Utilisateur | None, motif: str) -> None:
    """Write when the call was published."""
    appel.publie_le = now()
    appel.save(update_fields=["publie_le"])


def fermeture(appel: Appel) -> Problem | None:
    """Why a call is not written freely; None while it is in preparation."""
    if appel.etat == "brouillon":
        return None
    return PUBLISHED() if appel.etat == "publie" else OVER(etat=appel.en_etat.nom)


def en_preparation(appel: Appel) -> Appel:
    """The call, locked to be written. Raises `Refused` (`appel-deja-publie`, `appel-fini`) afterwards."""
    locked = Appel.objects.select_for_update().get(pk=appel.pk)
    closed = fermeture(locked)
    if closed:
        raise Refused([closed])
    return locked
