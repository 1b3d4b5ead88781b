"""An object of the programme from its kind and its number."""

from __future__ import annotations

from django.apps import apps

from coeurdeville.programme.etats.franchir import passage_de
from coeurdeville.programme.etats.noms import ETATS
from coeurdeville.programme.etats.objet import Objet
from coeurdeville.programme.etats.passage import Passage


def objet_de(sorte: str, numero: int, verbe: str) -> tuple[Objet, Passage] | None:
    """The object, and the row of one of its verbs; None when there is no such object or no such verb."""
    if sorte not in ETATS:
        return None
    try:
        passage = passage_de(sorte, verbe)
    except KeyError:
        return None
    found = apps.get_model("programme", sorte).objects.filter(pk=numero).first()
    return (found, passage) if found is not None else None
