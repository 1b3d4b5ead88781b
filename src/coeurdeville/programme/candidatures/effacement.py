"""Deleting the words of a candidature: what was written in it, of it, and by whom. Facts and figures stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils.timezone import localtime

from coeurdeville.core.french import day, spaced
from coeurdeville.programme.appels.formulaire import Sorte, cles
from coeurdeville.programme.candidatures.pieces import fichier
from coeurdeville.programme.journal.ecriture import SUPPRIMER, noter
from coeurdeville.programme.models import (
    Avis,
    Besoin,
    Candidature,
    Complement,
    Courrier,
    Decision,
    Ecriture,
    Evenement,
    Note,
    PieceJointe,
    Recepisse,
    Recusation,
    Redaction,
    Relecture,
    Reponse,
    Suivi,
)

if TYPE_CHECKING:
    from coeurdeville.programme.etats.objet import Objet
    from coeurdeville.programme.models import Appel

PUBLICS: Final = (Sorte.THEME, Sorte.SERVICE)
"""Sorts of the answers that say no more than what is public of a town: they stay, and the counts of the season."""
GONE = "Effacé le {jour}, au terme de la durée de conservation."
NEVER_LEAVES: Final = (Suivi.ENVOYE, Suivi.INCERTAIN, Suivi.ECHEC, Suivi.RETENU)
"""Letters whose text may be emptied: the others have still to be read, or sent."""


def supprimer(candidature: Candidature, quand: datetime) -> None:
    """Delete answers and files, reasons of scores, opinions, text of the decision, letters, names of who deposited.

    The town, its outcome, its dates, its theme, its service and its scores stay, with numbers and digests of receipts;
    so do the minutes, which are an act.
    """
    with transaction.atomic():
        digests = set(candidature.pieces.values_list("empreinte", flat=True))
        for model in (Reponse, Ecriture, PieceJointe, Redaction):
            model.objects.filter(candidature=candidature).delete()
        _receipts(candidature)
        _instruction(candidature)
        _journal(candidature, quand)
        Candidature.objects.filter(pk=candidature.pk).update(supprimee_le=quand, cree_par=None)
        noter(candidature, SUPPRIMER, None, candidature.etat, candidature.etat)
        transaction.on_commit(lambda: _delete_files(digests))


def publiques(contenu: dict[str, Any], appel: Appel) -> dict[str, Any]:
    """What stays of the content of a deposit to a call."""
    kept = {key for sorte, key in cles(appel).items() if sorte in PUBLICS}
    return {"reponses": {key: value for key, value in contenu["reponses"].items() if key in kept}, "pieces": []}


def _receipts(candidature: Candidature) -> None:
    for one in candidature.recepisses.all():
        Recepisse.objects.filter(pk=one.pk).update(contenu=publiques(one.contenu, candidature.appel), par=None)


def _instruction(candidature: Candidature) -> None:
    """What was written to judge it: the scores stay, without their reasons."""
    of = {"candidature": candidature}
    Note.objects.filter(relecture__candidature=candidature).update(motif="")
    Besoin.objects.filter(relecture__candidature=candidature).update(texte="")
    Relecture.objects.filter(**of).update(avis="")
    Avis.objects.filter(**of).update(question="", reponse="")
    Complement.objects.filter(**of).update(demande="")
    Recusation.objects.filter(**of).update(motif="")
    Decision.objects.filter(**of).update(motif="", par=None)


def _journal(candidature: Candidature, quand: datetime) -> None:
    """Reasons told to the journal and letters that repeat them; of the candidature's own steps, also who took them."""
    told = GONE.format(jour=day(localtime(quand).date()))
    about: tuple[tuple[str, Iterable[Objet]], ...] = (
        ("candidature", [candidature]), ("relecture", candidature.relectures.all()), ("avis", candidature.avis.all()),
    )  # fmt: skip
    for objet, those in about:
        events = Evenement.objects.filter(objet=objet, numero__in=[one.pk for one in those])
        Courrier.objects.filter(evenement__in=events, suivi__in=NEVER_LEAVES).update(texte=spaced(told))
        events.update(motif="")
    Evenement.objects.filter(objet="candidature", numero=candidature.pk).update(acteur=None)


def _delete_files(digests: Iterable[str]) -> None:
    """Those that no other candidature joined."""
    kept = set(PieceJointe.objects.filter(empreinte__in=list(digests)).values_list("empreinte", flat=True))
    for digest in set(digests) - kept:
        fichier(digest).unlink(missing_ok=True)
