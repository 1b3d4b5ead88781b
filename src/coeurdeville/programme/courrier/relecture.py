"""What a person does with a message: read it, correct it, let it go, hold it, try it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count
from django.utils.timezone import now

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.models import Courrier, Suivi

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

GONE = Kind(
    "courrier-deja-traite",
    "Ce message est à l’état « {suivi} » : il ne se change plus.",
    "Recharger la page ; s’il est parti avec une erreur, en écrire un autre.",
)
EMPTY = Kind("courrier-vide", "Un message a un objet et un texte.", "Écrire les deux, ou retenir le message.")
OPEN = (Suivi.A_RELIRE, Suivi.RETENU, Suivi.ECHEC, Suivi.INCERTAIN)
"""Those that wait for a person."""


def corriger(courrier: Courrier, sujet: str, texte: str, par: Utilisateur) -> None:
    """Write a message anew before it leaves. Raises `Refused` (`courrier-vide`, `courrier-deja-traite`)."""
    if not sujet.strip() or not texte.strip():
        raise Refused([EMPTY()])
    with transaction.atomic():
        locked = _waiting(courrier)
        locked.sujet, locked.texte, locked.relu_par = sujet.strip()[:200], texte.strip() + "\n", par
        locked.save(update_fields=["sujet", "texte", "relu_par"])


def laisser_partir(courriers: Iterable[int], par: Utilisateur) -> int:
    """Let messages go that wait for somebody; how many. One that was taken meanwhile, or has
    no addressee any more, is left as it is.
    """
    ready = Courrier.objects.filter(pk__in=list(courriers), suivi__in=OPEN, destinataire__isnull=False)
    return ready.update(suivi=Suivi.A_ENVOYER, relu_par=par, tentatives=0, pas_avant=now())


def retenir(courrier: Courrier, par: Utilisateur) -> None:
    """Keep a message from leaving. Raises `Refused` (`courrier-deja-traite`)."""
    _to(courrier, Suivi.RETENU, par, (*OPEN, Suivi.A_ENVOYER))


def constater(courrier: Courrier, par: Utilisateur) -> None:
    """Say of an uncertain message that it arrived. Raises `Refused` (`courrier-deja-traite`)."""
    _to(courrier, Suivi.ENVOYE, par, (Suivi.INCERTAIN,))


def boite(suivi: str = "") -> Sequence[Courrier]:
    """The last 500 messages, with their addressees; those of one state when it is given. One query."""
    found = Courrier.objects.select_related("destinataire", "relu_par")
    return list((found.filter(suivi=suivi) if suivi else found)[:500])


def comptes() -> Mapping[str, int]:
    """How many messages there are in each state, by its name. One query."""
    rows = Courrier.objects.order_by().values_list("suivi").annotate(nombre=Count("pk"))
    return dict(rows)


def courrier_de(pk: int) -> Courrier | None:
    """A message by its number."""
    return Courrier.objects.select_related("destinataire", "relu_par").filter(pk=pk).first()


def _to(courrier: Courrier, suivi: Suivi, par: Utilisateur, de: Sequence[str]) -> None:
    if not Courrier.objects.filter(pk=courrier.pk, suivi__in=de).update(suivi=suivi, relu_par=par):
        raise Refused([_gone(courrier)])


def _waiting(courrier: Courrier) -> Courrier:
    locked = Courrier.objects.select_for_update().get(pk=courrier.pk)
    if locked.suivi not in OPEN:
        raise Refused([_gone(locked)])
    return locked


def _gone(courrier: Courrier) -> Problem:
    return GONE(suivi=Suivi(Courrier.objects.values_list("suivi", flat=True).get(pk=courrier.pk)).label)
