"""What may be written now: by the state of a candidature, its call and what was asked of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.appels.formulaire import Champ, formulaire
from coeurdeville.programme.horloge import instant

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature, Complement

UNKNOWN = Kind(
    "candidature-question-inconnue", "L’appel n’a pas de question « {champ} ».", "Recharger la page de la candidature."
)
CLOSED = Kind(
    "candidature-fermee",
    "La candidature est à l’état « {etat} » : elle ne se modifie plus.",
    "Écrire à la coordination si une réponse doit changer.",
)
CANCELLED = Kind(
    "candidature-appel-annule",
    "L’appel est annulé : la candidature ne se modifie plus.",
    "Ce qui est écrit reste lisible dans l’espace de la ville.",
)
AFTER_LIMIT = Kind(
    "candidature-deposee-et-limite-passee",
    "La limite, le {limite}, est passée : la candidature déposée ne se modifie plus.",
    "Écrire à la coordination si une réponse doit changer.",
)
NOT_ASKED = Kind(
    "complement-autre-question",
    "Le complément demandé ne porte pas sur « {titre} ».",
    "Répondre aux seules questions demandées ; les autres restent comme elles ont été déposées.",
)
COMPLEMENT_LATE = Kind(
    "complement-tardif",
    "Le complément était attendu au plus tard le {limite}.",
    "Écrire à la coordination, qui peut fixer une autre date.",
)


def champ_nomme(candidature: Candidature, cle: str) -> Champ:
    """A question of the call by its key; `Refused` when it has none."""
    found = formulaire(candidature.appel).champ(cle)
    if found is None:
        raise Refused([UNKNOWN(champ=cle)])
    return found


def complement_ouvert(candidature: Candidature) -> Complement | None:
    """What the coordination asks to complete, when it waits for it."""
    if candidature.etat != "a_completer":
        return None
    found: Complement | None = candidature.complements.filter(clos_le=None).last()
    return found


def fermeture(candidature: Candidature, champ: Champ, quand: datetime, asked: Complement | None) -> Problem | None:
    """Why a field may not be written at an instant; None when it may. `asked` is the complement that is open.

    A draft is written at any time, after the limit too: nobody's words are lost. What was deposited, until the limit.
    Nothing is written any more for a call that is cancelled.
    """
    if candidature.appel.etat == "annule":
        return CANCELLED()
    if candidature.etat == "brouillon" and candidature.supprimee_le is None:
        return None
    if candidature.etat == "deposee":
        return _deposee(candidature, quand)
    if candidature.etat == "a_completer":
        return _completee(champ, quand, asked)
    return CLOSED(etat=candidature.en_etat.nom)


def _deposee(candidature: Candidature, quand: datetime) -> Problem | None:
    limite = candidature.appel.ferme_le
    if candidature.appel.etat != "publie" or limite is None or quand > limite:
        return AFTER_LIMIT(limite=instant(limite) if limite else "")
    return None


def _completee(champ: Champ, quand: datetime, asked: Complement | None) -> Problem | None:
    if asked is None or champ.cle not in asked.champs:
        return NOT_ASKED(titre=champ.titre)
    return COMPLEMENT_LATE(limite=instant(asked.avant_le)) if quand > asked.avant_le else None
