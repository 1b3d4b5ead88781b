"""What a mission must say before it is engaged, and before its report is handed in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate

from coeurdeville.core.problems import Kind, Problem

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Mission

NO_CONSULTANT = Kind(
    "mission-sans-accompagnateur",
    "Personne n’est désigné pour cette mission.",
    "Inviter l’accompagnateur par son adresse : il aura accès à l’expérimentation, et à elle seule.",
)
NO_DAYS = Kind("mission-sans-jours", "La mission n’a aucun jour prévu.", "Écrire combien de jours sont commandés.")
NO_START = Kind("mission-sans-dates", "La mission n’a pas ses deux dates.", "Écrire quand elle commence et finit.")
PROJECT_OVER = Kind(
    "mission-sur-projet-clos", "L’expérimentation est « {state} ».", "Une mission accompagne un projet qui dure encore."
)
NO_REPORT = Kind("rapport-absent", "Le rapport est vide.", "L’écrire dans la page, ou joindre un fichier.")
NO_DAYS_DONE = Kind(
    "jours-faits-absents", "Les jours faits ne sont pas dits.", "Écrire combien de jours la mission a pris."
)


def verifier(mission: Mission, _acteur: Utilisateur | None, _motif: str, **_: Any) -> Iterable[Problem]:
    """What a mission lacks to be engaged."""
    if mission.accompagnateur is None:
        yield NO_CONSULTANT()
    if mission.jours_prevus <= 0:
        yield NO_DAYS()
    if mission.debut is None or mission.fin is None:
        yield NO_START()
    if mission.experimentation.en_etat.final:
        yield PROJECT_OVER(state=mission.experimentation.en_etat.nom)


def verifier_rapport(mission: Mission, _acteur: Utilisateur | None, _motif: str, **_: Any) -> Iterable[Problem]:
    """What its report lacks."""
    if not mission.rapport.strip() and not mission.fichier:
        yield NO_REPORT()
    if mission.jours_faits <= 0:
        yield NO_DAYS_DONE()


def en_retard(mission: Mission) -> bool:
    """Whether a mission that runs is past its end."""
    return mission.etat == "en_cours" and mission.fin is not None and mission.fin < localdate()
