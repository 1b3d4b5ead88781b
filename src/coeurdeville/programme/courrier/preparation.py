"""Writing the messages that a passage calls for, in its transaction; they leave afterwards."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from coeurdeville.core.french import spaced
from coeurdeville.programme.courrier.destinataires import destinataires
from coeurdeville.programme.courrier.mots import mots
from coeurdeville.programme.models import Courrier, Suivi

if TYPE_CHECKING:
    from coeurdeville.programme.etats.objet import Objet
    from coeurdeville.programme.etats.passage import Lettre
    from coeurdeville.programme.models import Evenement


def preparer(lettre: Lettre, objet: Objet, event: Evenement) -> None:
    """Write a message to each of its addressees. Done again for the same event, it writes nothing."""
    words = mots(objet, event)
    subject, text = _model(lettre.modele)
    state = Suivi.A_RELIRE if lettre.relue else Suivi.A_ENVOYER
    for user in destinataires(lettre.a, objet):
        Courrier.objects.get_or_create(
            cle=f"{event.pk}:{lettre.modele}:{user.pk}",
            defaults={
                "evenement": event, "modele": lettre.modele, "destinataire": user, "suivi": state,
                "sujet": spaced(subject.format_map(words))[:200], "texte": spaced(text.format_map(words)),
            },
        )  # fmt: skip


@cache
def _model(name: str) -> tuple[str, str]:
    """Subject and text of a model: its first line, then what follows the empty one."""
    text = files("coeurdeville.programme.courrier").joinpath("modeles", f"{name}.txt").read_text(encoding="utf-8")
    subject, _, body = text.partition("\n")
    return subject.strip(), body.strip() + "\n"
