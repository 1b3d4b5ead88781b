"""Sending what waits: each message leaves once, whatever dies in between."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.utils.timezone import now

from coeurdeville.programme.models import Courrier, Suivi

TENTATIVES = 5
PATIENCE = timedelta(minutes=10)
"""How long a worker may hold a message before it counts as dead."""
ATTENTE = timedelta(minutes=5)
"""Between two tries, for each try that failed."""
HELD = {"suivi": Suivi.RETENU, "erreur": "Le compte du destinataire est supprimé."}
SIGNATURE = """
--
coeurdeville, {address}
Vous recevez ce message parce que vous prenez part à un appel sur ce site. Pour tout voir : {address}/compte/
"""


def expedier() -> int:
    """Send all that is ready, one at a time; how many left. What is for an account that is gone is held.

    A message is taken by one worker only, before it is sent, and that is committed. If the worker dies then, nobody
    can know whether the mail server had it: it becomes `INCERTAIN`, and a person decides; it is never sent twice by
    the site itself.
    """
    sent = 0
    Courrier.objects.filter(destinataire=None, suivi__in=(Suivi.A_RELIRE, Suivi.A_ENVOYER)).update(**HELD)
    for pk in list(_due().values_list("pk", flat=True)):
        if _take(pk):
            sent += _send(Courrier.objects.select_related("destinataire").get(pk=pk))
    return sent


def denouer() -> int:
    """Those that a worker took and never gave back become `INCERTAIN`; how many."""
    lost = Courrier.objects.filter(suivi=Suivi.EN_COURS, pris_le__lt=now() - PATIENCE)
    return lost.update(suivi=Suivi.INCERTAIN)


def _due() -> QuerySet[Courrier]:
    return Courrier.objects.filter(suivi=Suivi.A_ENVOYER, pas_avant__lte=now()).order_by("prepare_le", "pk")


def _take(pk: int) -> bool:
    """Whether this worker is the one that sends it."""
    free = Courrier.objects.filter(pk=pk, suivi=Suivi.A_ENVOYER)
    return bool(free.update(suivi=Suivi.EN_COURS, pris_le=now()))


def _send(courrier: Courrier) -> int:
    """1 when it left. A failure is written, and tried again later, five times at most."""
    if courrier.destinataire is None:
        Courrier.objects.filter(pk=courrier.pk).update(**HELD)
        return 0
    try:
        _message(courrier, courrier.destinataire.courriel).send()
    except (SMTPException, OSError) as error:
        _failed(courrier, error)
        return 0
    courrier.suivi, courrier.envoye_le, courrier.erreur = Suivi.ENVOYE, now(), ""
    courrier.save(update_fields=["suivi", "envoye_le", "erreur"])
    return 1


def _message(courrier: Courrier, address: str) -> EmailMessage:
    """Its identifier is made of its key: a mail server that gets it twice can tell."""
    host = urlsplit(settings.ADDRESS).hostname or "localhost"
    identity = {"Message-ID": f"<{courrier.cle.replace(':', '.')}.courrier@{host}>"}
    text = courrier.texte + SIGNATURE.format(address=settings.ADDRESS)
    return EmailMessage(courrier.sujet, text, to=[address], headers=identity)


def _failed(courrier: Courrier, error: Exception) -> None:
    courrier.tentatives += 1
    again = courrier.tentatives < TENTATIVES
    courrier.suivi = Suivi.A_ENVOYER if again else Suivi.ECHEC
    courrier.pas_avant = now() + ATTENTE * courrier.tentatives
    courrier.erreur = f"{type(error).__name__} : {error}"[:300]
    courrier.save(update_fields=["suivi", "tentatives", "pas_avant", "erreur"])
