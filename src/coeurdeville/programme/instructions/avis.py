"""Opinions of experts, and what reviewers need to go on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.comptes.models.utilisateur import normal
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.courrier.preparation import preparer
from coeurdeville.programme.etats.passage import Lettre
from coeurdeville.programme.instructions.jours import echeance_possible
from coeurdeville.programme.instructions.liens import lies, personne, villes
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Avis, Besoin

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature, Relecture

LETTER = Lettre("demande_avis", "titulaire")
NO_ANSWER = Kind("avis-vide", "L’avis ne dit rien.", "Écrire l’avis, ou décliner en disant pourquoi.")
NO_QUESTION = Kind("question-absente", "La question posée à l’expert est vide.", "Écrire ce que l’on veut savoir.")
ADDRESS = Kind(
    "expert-adresse",
    "« {courriel} » n’est pas une adresse électronique.",
    "Écrire une adresse complète : nom@organisme.fr.",
)
CLOSED = Kind(
    "expert-compte-ferme",
    "Le compte de « {courriel} » est fermé : cette personne ne pourrait pas répondre.",
    "Choisir un autre expert, ou faire rouvrir ce compte.",
)
LINKED = Kind(
    "expert-lie",
    "{qui} ne peut pas donner d’avis sur cette candidature : même ville, même organisation ou lien déclaré.",
    "Choisir un autre expert.",
)
NOTHING_SAID = Kind("besoin-vide", "La demande à la coordination est vide.", "Écrire ce qui manque, et pourquoi.")


def demander(
    candidature: Candidature, courriel: str, question: str, acteur: Utilisateur, avant_le: date | None = None
) -> Avis:
    """Ask the expert of an address, whose account is made when there is none: a letter tells them how to sign in.

    Raises
    ------
    Refused
        `question-absente`, `expert-adresse`, `expert-compte-ferme`, `expert-lie`, `echeance-passee`, all at once.
    """
    address = normal(courriel)
    known = Utilisateur.objects.filter(courriel=address).first()
    problems = [] if question.strip() else [NO_QUESTION()]
    if problems := [*problems, *_unfit(address, known, candidature), *echeance_possible(avant_le)]:
        raise Refused(problems)
    with transaction.atomic():
        expert = known or Utilisateur.objects.create_user(address)
        asked = Avis.objects.create(
            candidature=candidature, expert=expert, demande_par=acteur, question=question.strip(), avant_le=avant_le
        )
        preparer(LETTER, asked, naitre(asked, acteur))
    return asked


def _unfit(address: str, known: Utilisateur | None, candidature: Candidature) -> Iterator[Problem]:
    try:
        validate_email(address)
    except ValidationError:
        yield ADDRESS(courriel=address)
    if known is None:
        return
    if not known.is_active:
        yield CLOSED(courriel=address)
    elif lies(personne(known), villes([candidature])[candidature.pk]):
        yield LINKED(qui=known)


def ecrire(avis: Avis, reponse: str) -> None:
    """Keep what the expert has written so far, while it is awaited."""
    Avis.objects.filter(pk=avis.pk, etat="demande").update(reponse=reponse.strip())
    avis.refresh_from_db(fields=["reponse", "etat"])


def verifier(avis: Avis, _acteur: Utilisateur | None, _motif: str, **_donnees: Any) -> Iterator[Problem]:
    """An opinion that is given says something."""
    if not avis.reponse.strip():
        yield NO_ANSWER()


def signaler(relecture: Relecture, sorte: str, texte: str) -> Besoin:
    """A reviewer asks the coordination for a correction by the town, or for an expert.

    Raises
    ------
    Refused
        `besoin-vide`.
    """
    if not texte.strip():
        raise Refused([NOTHING_SAID()])
    return Besoin.objects.create(relecture=relecture, sorte=Besoin.Sorte(sorte), texte=texte.strip())


def traiter(besoin: Besoin) -> None:
    """The coordination did what was asked, or will not."""
    Besoin.objects.filter(pk=besoin.pk, traite_le=None).update(traite_le=timezone.now())
