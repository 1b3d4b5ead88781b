"""The words that fill a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.timezone import localtime

from coeurdeville.core.french import day
from coeurdeville.programme.adresses import adresse
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.journal.ecriture import nom

if TYPE_CHECKING:
    from coeurdeville.programme.etats.objet import Objet
    from coeurdeville.programme.models import Evenement


def mots(objet: Objet, event: Evenement) -> dict[str, str]:
    """What a model may name in braces; a word that makes no sense for an object is empty."""
    appel = getattr(objet, "appel", None)
    candidature: Any = objet if objet.sorte == "candidature" else getattr(objet, "candidature", None)
    receipt = candidature.recepisses.last() if candidature is not None else None
    return {
        "qui": nom(event),
        "jour": day(localtime(event.date).date()),
        "motif": event.motif,
        "lien": adresse(objet),
        "objet": str(objet),
        "appel": str(appel or ""),
        "limite": instant(appel.ferme_le) if appel and appel.ferme_le else "",
        "organisateurs": " et ".join(appel.organisateurs) if appel else "",
        "contact": appel.contact if appel else "",
        "ville": candidature.nom if candidature else getattr(objet, "nom", ""),
        "recepisse": receipt.numero if receipt else "",
        "recu": instant(receipt.recu_le) if receipt else "",
    }
