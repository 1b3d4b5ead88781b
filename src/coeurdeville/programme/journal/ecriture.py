"""Writing and reading the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from coeurdeville.programme.etats.table import PASSAGES
from coeurdeville.programme.models import Evenement

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.etats.objet import Objet

CREER = "creer"
DONNER_MANDAT, RETIRER_MANDAT = "donner_mandat", "retirer_mandat"
ANNONCER_SUPPRESSION, SUPPRIMER = "annoncer_suppression", "supprimer"
DITS = {
    **{(one.objet, one.verbe): one.dit for one in PASSAGES},
    ("appel", CREER): "a commencé à préparer l’appel",
    ("appel", DONNER_MANDAT): "a donné un mandat",
    ("appel", RETIRER_MANDAT): "a retiré un mandat",
    ("candidature", ANNONCER_SUPPRESSION): "a annoncé la suppression des réponses",
    ("candidature", SUPPRIMER): "a supprimé les réponses et les pièces",
}


def noter(objet: Objet, verbe: str, acteur: Utilisateur | None, de: str, vers: str, motif: str = "") -> Evenement:
    """Write that something happened to an object; `acteur` None is the site itself."""
    return Evenement.objects.create(
        objet=objet.sorte, numero=objet.pk, verbe=verbe, de=de, vers=vers, acteur=acteur,
        par_le_site=acteur is None, motif=motif,
    )  # fmt: skip


def naitre(objet: Objet, acteur: Utilisateur | None) -> Evenement:
    """Write that an object was made."""
    return noter(objet, CREER, acteur, "", objet.etat)


def histoire(objet: Objet) -> QuerySet[Evenement]:
    """What happened to an object, the oldest first, with who did it. One query."""
    return Evenement.objects.filter(objet=objet.sorte, numero=objet.pk).select_related("acteur")


def dit(event: Evenement) -> str:
    """What was done, as it is read after a name: « a déposé la candidature »."""
    return DITS.get((event.objet, event.verbe), "a ouvert ce dossier")


def nom(event: Evenement) -> str:
    """Who did it, as it is read before what was done."""
    return "Le site" if event.par_le_site else str(event.acteur or "Un ancien membre")
