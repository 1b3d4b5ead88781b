"""Writing the messages that a passage calls for, in its transaction; they leave afterwards."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from coeurdeville.core.french import spaced
from coeurdeville.programme.courrier.destinataires import destinataires
from coeurdeville.programme.courrier.mots import mots
from coeurdeville.programme.models import Courrier, Evenement, Suivi

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.etats.objet import Objet
    from coeurdeville.programme.etats.passage import Lettre

OUTDATED = "Une décision plus récente contredit ce message."


def preparer(lettre: Lettre, objet: Objet, event: Evenement) -> None:
    """Write a message to each of its addressees. Done again for the same event, it writes nothing."""
    state = Suivi.A_RELIRE if lettre.relue else Suivi.A_ENVOYER
    for user in destinataires(lettre.a, objet):
        _write(f"{event.pk}:{lettre.modele}:{user.pk}", lettre.modele, user, mots(objet, event),
               evenement=event, suivi=state)  # fmt: skip


def perimer(objet: Objet) -> None:
    """Hold what waits to be read, or was let go and has not left, of an object that leaves the state it told."""
    events = Evenement.objects.filter(objet=objet.sorte, numero=objet.pk)
    waiting = Q(suivi=Suivi.A_RELIRE) | Q(suivi=Suivi.A_ENVOYER, relu_par__isnull=False)
    Courrier.objects.filter(waiting, evenement__in=events).update(suivi=Suivi.RETENU, erreur=OUTDATED)


def ecrire(modele: str, objet: Objet, user: Utilisateur, cle: str, **words: str) -> None:
    """Write a message that no passage calls for, as a reminder; `words` add to those of the object.

    The same key writes nothing twice.
    """
    _write(cle, modele, user, {**mots(objet, None), **words})


def _write(cle: str, modele: str, user: Utilisateur, words: dict[str, str], **fields: Any) -> None:
    subject, text = _model(modele)
    told = {"sujet": spaced(subject.format_map(words))[:200], "texte": spaced(text.format_map(words))}
    Courrier.objects.get_or_create(cle=cle, defaults={"modele": modele, "destinataire": user, **told, **fields})


@cache
def _model(name: str) -> tuple[str, str]:
    """Subject and text of a model: its first line, then what follows the empty one."""
    text = files("coeurdeville.programme.courrier").joinpath("modeles", f"{name}.txt").read_text(encoding="utf-8")
    subject, _, body = text.partition("\n")
    return subject.strip(), body.strip() + "\n"
