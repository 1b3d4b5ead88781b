"""Opinions of experts, and what reviewers need to go on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.courrier.preparation import preparer
from coeurdeville.programme.etats.passage import Lettre
from coeurdeville.programme.instructions.liens import lies, personne, villes
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Avis, Besoin

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature, Relecture

LETTER = Lettre("demande_avis", "titulaire")
NO_ANSWER = Kind("avis-vide", "L’avis ne dit rien.", "Écrire l’avis, ou décliner en disant pourquoi.")
NO_QUESTION = Kind("question-absente", "La question posée à l’expert est vide.", "Écrire ce que l’on veut savoir.")
NO_ACCOUNT = Kind(
    "expert-inconnu",
    "Aucun compte actif n’a l’adresse « {courriel} ».",
    "Demander à l’expert d’ouvrir un compte, puis recommencer.",
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
    """Ask an expert who has an account; a letter tells them.

    Raises
    ------
    Refused
        `question-absente`, `expert-inconnu`, `expert-lie`, all at once.
    """
    expert = Utilisateur.objects.de_courriel(courriel)
    problems = [] if question.strip() else [NO_QUESTION()]
    if expert is None:
        problems.append(NO_ACCOUNT(courriel=courriel.strip()))
    elif lies(personne(expert), villes([candidature])[candidature.pk]):
        problems.append(LINKED(qui=expert))
    if problems or expert is None:
        raise Refused(problems)
    with transaction.atomic():
        asked = Avis.objects.create(
            candidature=candidature, expert=expert, demande_par=acteur, question=question.strip(), avant_le=avant_le
        )
        preparer(LETTER, asked, naitre(asked, acteur))
    return asked


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
