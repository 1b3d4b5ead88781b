"""The map of the towns that experiment with a service, want it, run it, with its legend."""

from __future__ import annotations

from django.utils.safestring import SafeString

from coeurdeville.core.french import day, number, spaced
from coeurdeville.programme.adoptions.dessin import dessin
from coeurdeville.programme.adoptions.diffusion import Diffusion
from coeurdeville.programme.adoptions.stades import STADES, par_stade
from coeurdeville.reports.deployment.marks import mark
from coeurdeville.web.public.town.markup import safe


def carte(vue: Diffusion) -> SafeString:
    """A figure."""
    towns = vue.situees()
    svg = dessin(towns, spaced(f"Où en sont les villes le {day(vue.au)}"), "carte")
    stages = par_stade(towns)
    entries = "".join(f"<li>{mark(one.marque)}{one.nom} ({number(len(stages[one]))})</li>" for one in STADES)
    return safe(f'<figure>{svg}<figcaption><div class="legend"><ul>{entries}</ul></div></figcaption></figure>')
