"""The receipt of a deposit, as a paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from coeurdeville.core.french import day, number, of, spaced
from coeurdeville.programme.appels.formulaire import Sorte, formulaire
from coeurdeville.programme.candidatures.mots import dite
from coeurdeville.programme.horloge import instant
from coeurdeville.reports.documents import Block, Bullets, Document, Facts, Heading, Paragraph

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature, Recepisse

PROOF = (
    "Ce récépissé prouve le contenu et l’instant du dépôt. L’instant est celui du serveur du programme, à l’heure de "
    "Paris. L’empreinte est celle du contenu, du numéro et de l’instant : un seul caractère changé en donnerait une "
    "autre. Le fichier JSON donné avec ce récépissé est ce dont elle est l’empreinte, octet pour octet : qui le "
    "garde peut la calculer de nouveau avec « sha256sum »."
)
DELETED = (
    "Le contenu a été effacé le {jour}, au terme de sa durée de conservation ; il ne reste que le thème et le service. "
    "L’empreinte est celle du contenu entier : elle prouve une copie gardée par la ville."
)


def document(recepisse: Recepisse) -> Document:
    """What was deposited, when, by whom; questions without answer are left out."""
    candidature = recepisse.candidature
    appel = candidature.appel
    received = instant(recepisse.recu_le, secondes=True)
    facts = Facts((
        ("Numéro", recepisse.numero),
        ("Ville", f"{candidature.nom} ({candidature.commune})"),
        ("Appel", appel.titre),
        ("Reçu le", received),
        ("Limite à cet instant", instant(recepisse.limite, secondes=True)),
        ("Déposé par", _depositor(recepisse)),
        ("Empreinte (sha256)", recepisse.empreinte),
    ))  # fmt: skip
    return Document(
        title="Récépissé de dépôt",
        subtitle=f"Candidature {of(candidature.nom)}, version {recepisse.rang}",
        reference=recepisse.numero,
        date=localtime(recepisse.recu_le).date(),
        issuers=tuple(appel.organisateurs),
        blocks=(facts, Paragraph(spaced(PROOF)), *_deleted(candidature), *_answers(recepisse), *_files(recepisse)),
    )


def _depositor(recepisse: Recepisse) -> str:
    gone = recepisse.candidature.supprimee_le
    return f"effacé le {_day(gone)}" if gone else str(recepisse.par or "un ancien membre")


def _deleted(candidature: Candidature) -> list[Block]:
    """Why what is below no longer answers to the digest."""
    gone = candidature.supprimee_le
    return [Paragraph(spaced(DELETED.format(jour=_day(gone))))] if gone else []


def _day(instant: datetime) -> str:
    return day(localtime(instant).date())


def _answers(recepisse: Recepisse) -> list[Block]:
    blocks, answers = list[Block](), recepisse.contenu["reponses"]
    for etape in formulaire(recepisse.candidature.appel).etapes:
        told = [(champ, dite(champ, answers.get(champ.cle))) for champ in etape.champs]
        rows = tuple((spaced(champ.titre), text) for champ, text in told if text)
        if rows:
            blocks += [Heading(spaced(etape.titre)), Facts(rows)]
    return blocks


def _files(recepisse: Recepisse) -> list[Block]:
    files = recepisse.contenu["pieces"]
    if not files:
        return []
    titled = [one for one in formulaire(recepisse.candidature.appel) if one.sorte is Sorte.PIECES]
    said = tuple(f"{one['nom']}, {number(one['taille'])} octets, sha256 {one['empreinte']}" for one in files)
    return [Heading(titled[0].titre if titled else "Pièces jointes"), Bullets(said)]
