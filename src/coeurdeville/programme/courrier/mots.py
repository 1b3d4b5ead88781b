"""The words that fill a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.timezone import localtime

from coeurdeville.core.french import day, of
from coeurdeville.programme.adresses import adresse
from coeurdeville.programme.appels.formulaire import formulaire
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.journal.ecriture import nom

if TYPE_CHECKING:
    from coeurdeville.programme.etats.objet import Objet
    from coeurdeville.programme.models import Evenement


def mots(objet: Objet, event: Evenement | None) -> dict[str, str]:
    """What a model may name in braces; a word that makes no sense for an object, or without an event, is empty."""
    appel = getattr(objet, "appel", None)
    candidature: Any = objet if objet.sorte == "candidature" else getattr(objet, "candidature", None)
    receipt = candidature.recepisses.last() if candidature is not None else None
    due = getattr(objet, "avant_le", None)
    town = candidature.nom if candidature else getattr(objet, "nom", "")
    return {
        "qui": nom(event) if event else "",
        "jour": day(localtime(event.date).date()) if event else "",
        "motif": event.motif if event else "",
        "lien": adresse(objet),
        "connexion": f"{settings.ADDRESS}/compte/connexion/",
        "objet": str(objet),
        "appel": str(appel or ""),
        "limite": instant(appel.ferme_le) if appel and appel.ferme_le else "",
        "organisateurs": " et ".join(appel.organisateurs) if appel else "",
        "contact": appel.contact if appel else "",
        "ville": town,
        "de_ville": of(town) if town else "",
        "recepisse": receipt.numero if receipt else "",
        "recu": instant(receipt.recu_le) if receipt else "",
        "avant": _asked_before(candidature),
        "reponses": _asked_fields(candidature),
        "rang": _rank(candidature),
        "echeance": f" La réponse est attendue avant le {day(due)}." if due else "",
    }


def _asked_before(candidature: Any) -> str:
    """Until when the town may answer what it is asked; empty when it is asked nothing."""
    asked = candidature.complements.filter(clos_le=None).last() if candidature is not None else None
    return instant(asked.avant_le) if asked else ""


def _asked_fields(candidature: Any) -> str:
    """The questions that the town may answer again, one a line; empty when it is asked nothing."""
    asked = candidature.complements.filter(clos_le=None).last() if candidature is not None else None
    if asked is None:
        return ""
    return "\n".join(f"- {one.titre}" for one in formulaire(candidature.appel) if one.cle in asked.champs)


def _rank(candidature: Any) -> str:
    """`, au rang 2`, of a candidature in the waiting list."""
    if candidature is None or candidature.etat != "liste_attente":
        return ""
    decision = getattr(candidature, "decision", None)
    return f", au rang {decision.rang}" if decision and decision.rang else ""
