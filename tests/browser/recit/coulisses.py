"""What a journey does behind the site, through a command of its own: another town deposits, the limit passes."""

from __future__ import annotations

from django.utils.timezone import now
from programme.candidatures.dossier import fill

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.candidatures.depot import deposer
from coeurdeville.programme.candidatures.ouverture import ouvrir
from coeurdeville.programme.models import Appel

OTHERS = ("relecteur2", "referent-00002", "referent-00003")


def passer_la_limite(slug: str, password: str) -> None:
    """Town 00003 deposits in its turn; then the limit, which no page lets anybody bring forward, is now.

    The accounts that the demonstration opens to nobody take its password.
    """
    for name in OTHERS:
        user = Utilisateur.objects.get(courriel=f"{name}@demo.example")
        user.set_password(password)
        user.save()
    call, pair = Appel.objects.get(slug=slug), Utilisateur.objects.get(courriel="referent-00003@demo.example")
    town = ouvrir(call, "00003", pair)
    fill(town, pair)
    deposer(town, pair, "deposer", now(), "parcours-00003")
    Appel.objects.filter(pk=call.pk).update(ferme_le=now())
