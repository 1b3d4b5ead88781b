"""Announcing every decision of a call at once, and what may be decided afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.manques import incomplets
from coeurdeville.programme.instructions.valeur import courant, ecarts, intact
from coeurdeville.programme.models import Appel, Decision

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Candidature

NO_MINUTES = Kind(
    "annonce-sans-proces-verbal",
    "Aucun procès-verbal n’a été établi.",
    "Établir le procès-verbal, puis le faire signer.",
)
UNSIGNED = Kind(
    "annonce-proces-verbal-non-signe",
    "Le procès-verbal nº {rang} n’est pas signé par tous les organismes.",
    "Demander aux signataires de le signer.",
)
CHANGED = Kind(
    "annonce-decisions-changees",
    "Des décisions ont changé depuis le procès-verbal nº {rang} : ce qui a été signé n’est plus ce qui serait annoncé.",
    "Remplacer le procès-verbal en disant pourquoi, puis le faire signer de nouveau.",
)
BROKEN = Kind(
    "annonce-proces-verbal-altere",
    "Le procès-verbal nº {rang} ne répond plus à son empreinte : son contenu a été altéré après coup.",
    "Remplacer le procès-verbal, et chercher qui l’a changé.",
)
NOT_YET = Kind(
    "decisions-non-annoncees",
    "Les décisions de cet appel ne sont pas annoncées : aucune candidature ne passe avant les autres.",
    "Écrire la décision à la table du jury ; elle sera annoncée avec toutes les autres.",
)
AFTER = Kind(
    "annonce-deja-faite",
    "Les décisions de cet appel sont annoncées : une candidature ne redevient plus recevable.",
    "Écrire à la ville par la coordination.",
)


def verifier(appel: Appel, _acteur: Utilisateur | None, _motif: str, **_donnees: Any) -> Iterable[Problem]:
    """All is decided, the minutes are signed by everybody, and they say what is decided now."""
    problems = list(incomplets(appel))
    minutes = courant(appel)
    if minutes is None:
        return [*problems, NO_MINUTES()]
    if minutes.etat != "signe":
        problems.append(UNSIGNED(rang=minutes.rang))
    if not intact(minutes):
        problems.append(BROKEN(rang=minutes.rang))
    if differing := ecarts(minutes):
        problems.append(CHANGED(rang=minutes.rang, examples=differing))
    return problems


def appliquer(appel: Appel, acteur: Utilisateur | None, _motif: str, **_donnees: Any) -> None:
    """Each candidature passes by its verb, with the reason that its town will read; its letter waits to be read."""
    appel.annonce_le = timezone.now()
    appel.save(update_fields=["annonce_le"])
    decided = Decision.objects.filter(candidature__appel=appel, candidature__etat="deposee")
    for one in decided.select_related("candidature").order_by("candidature__nom", "candidature"):
        one.candidature.appel = appel
        franchir(one.candidature, one.issue, acteur, one.motif, annonce=appel.pk)


def verifier_decision(
    candidature: Candidature, _acteur: Utilisateur | None, _motif: str, annonce: int = 0, **_donnees: Any
) -> Iterator[Problem]:
    """A deposited candidature passes only in the announcement of all; one of the waiting list, after it."""
    if candidature.etat == "deposee" and annonce != candidature.appel_id:
        yield NOT_YET()


def refuser_apres(
    candidature: Candidature, _acteur: Utilisateur | None, _motif: str, **_donnees: Any
) -> Iterator[Problem]:
    """Nothing becomes admissible again once all is announced."""
    if candidature.appel.annonce_le is not None:
        yield AFTER()
