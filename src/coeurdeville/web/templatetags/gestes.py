"""The state of an object of the programme, what may be done with it, what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.programme.etats.franchir import empechements, possibles
from coeurdeville.programme.etats.noms import etat as state_of
from coeurdeville.programme.etats.objet import Objet
from coeurdeville.programme.journal import ecriture

register = template.Library()
BEFOREHAND = {
    ("appel", "annoncer"), ("relecture", "reprendre"), ("procesverbal", "signer"), ("procesverbal", "remplacer"),
    ("candidature", "rendre_recevable"),
}  # fmt: skip
"""Verbs whose guard asks for nothing that is typed with the button: what it refuses is known before."""


@register.simple_tag
def etat(objet: Objet) -> SafeString:
    """The badge of its state."""
    state = state_of(objet.sorte, objet.etat)
    return format_html('<span class="etat {}">{}</span>', state.sens, state.nom)


@register.inclusion_tag("gestes/gestes.html", takes_context=True)
def gestes(
    context: Mapping[str, Any], objet: Objet, user: Utilisateur, sauf: str = "", seul: str = ""
) -> dict[str, Any]:
    """Buttons of what `user` may do; without the verbs of `sauf`, or only those of `seul` (words).

    A verb of `BEFOREHAND` that its guard would refuse has no button: why is said instead.
    """
    hidden, only = sauf.split(), seul.split()
    rows = [one for one in possibles(objet, user) if one.verbe not in hidden and (not only or one.verbe in only)]
    asked = [one for one in rows if (one.objet, one.verbe) in BEFOREHAND]
    refused = {one: list(empechements(objet, one.verbe, user)) for one in asked}
    request = context["request"]
    return {"objet": objet, "passages": [one for one in rows if not refused.get(one)],
            "refus": [(one, problems) for one, problems in refused.items() if problems],
            "retour": request.get_full_path(), "request": request,
            "csrf_token": context.get("csrf_token")}  # fmt: skip


@register.inclusion_tag("gestes/histoire.html")
def histoire(objet: Objet) -> dict[str, Any]:
    """What happened to it, the newest first."""
    events = reversed(ecriture.histoire(objet))
    return {"lignes": [(one.date, ecriture.nom(one), ecriture.dit(one), one.motif) for one in events]}
