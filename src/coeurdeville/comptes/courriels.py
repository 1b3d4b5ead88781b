"""Sending a message: plain text, few of them, and none twice for the same click."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.timezone import now

from coeurdeville.comptes.empreintes import empreinte
from coeurdeville.comptes.models import Envoi
from coeurdeville.comptes.models.utilisateur import normal
from coeurdeville.comptes.refus import COURRIEL_NON_PARTI, TROP_ENVOIS
from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Refused

HEURE = timedelta(hours=1)
PAR_DESTINATAIRE, PAR_DEMANDEUR = 5, 30
"""Messages an hour to one address, and for one person or machine that asks."""
CONSOLE = "django.core.mail.backends.console.EmailBackend"
PIED = """

--
coeurdeville, {address}
Ce message est automatique. S’il ne vous concerne pas, ignorez-le : rien ne sera fait.
"""


@dataclass(frozen=True)
class Message:
    """What is written to somebody: a subject, and sentences without markup or tracking."""

    objet: str
    texte: str


def envoyer(destinataire: str, message: Message, demandeur: str) -> None:
    """Send a message, asked for by a person or a machine (`demandeur`: an account, an address of the network).

    Raises
    ------
    Refused
        `courriels-trop-nombreux` past the limits of an hour, `courriel-non-parti` when the mail server fails.
    """
    compter(destinataire, demandeur)
    expedier(destinataire, message)


def expedier(destinataire: str, message: Message) -> None:
    """Send a message whatever was sent before: what warns somebody must not wait. Raises `courriel-non-parti`."""
    body = spaced(message.texte.strip() + PIED.format(address=settings.ADDRESS))
    try:
        EmailMessage(spaced(message.objet), body, to=[destinataire]).send()
    except (SMTPException, OSError) as error:
        raise Refused([COURRIEL_NON_PARTI()]) from error


def partent() -> bool:
    """Whether messages leave the machine; otherwise they are written in the log of the site."""
    return str(settings.EMAIL_BACKEND) != CONSOLE


def compter(destinataire: str, demandeur: str) -> None:
    """Write down that a message leaves; forget those of the day before. Raises `courriels-trop-nombreux`."""
    _noter(empreinte("destinataire", normal(destinataire)), empreinte("demandeur", demandeur))


def _noter(destinataire: str, demandeur: str) -> None:
    """Written first, counted next: of several at once, none goes past the limit."""
    Envoi.objects.filter(date__lt=now() - timedelta(days=1)).delete()
    mine = Envoi.objects.create(destinataire=destinataire, demandeur=demandeur)
    recent = Envoi.objects.filter(date__gt=now() - HEURE)
    many = recent.filter(destinataire=destinataire).count() > PAR_DESTINATAIRE
    if many or recent.filter(demandeur=demandeur).count() > PAR_DEMANDEUR:
        mine.delete()
        raise Refused([TROP_ENVOIS()])
