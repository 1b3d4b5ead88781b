"""Words of the pages of projects."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template

from coeurdeville.core.french import capital, spaced
from coeurdeville.core.licences import LICENCES
from coeurdeville.deployability.holders import Holder
from coeurdeville.inventory.vocabulaire import Acteur, Forme
from coeurdeville.programme.experimentations import effort, mots
from coeurdeville.programme.experimentations.cloture import apres_la_fin, close, finie_a
from coeurdeville.programme.models import Experimentation, Participant
from coeurdeville.services.contract.declaration import Theme

register = template.Library()
FICHES = {
    "experimentation": "le projet", "participant": "un rôle de l’équipe", "etape": "une étape",
    "mission": "une mission",
    "notejournal": "une page du journal", "obstacle": "un obstacle", "effort": "une ligne d’effort",
    "cooperation": "une coopération", "livrable": "un livrable", "preuve": "une preuve", "evaluation": "l’évaluation",
    "objectif": "un objectif", "resultat": "un résultat", "donneeutile": "une donnée du service",
    "condition": "une condition de redéploiement",
}  # fmt: skip


@register.inclusion_tag("experimentations/cloture.html")
def cloture(projet: Experimentation) -> dict[str, Any]:
    """Whether its records are closed, and how many were changed since its end; nothing while it runs."""
    return {"projet": projet, "close": close(projet), "fin": finie_a(projet), "apres": apres_la_fin(projet).count()}


@register.inclusion_tag("experimentations/reste.html")
def reste(projet: Experimentation) -> dict[str, Any]:
    """What is left to do once it is over: its evaluation, then its card."""
    return {"projet": projet, "evaluation": getattr(projet, "evaluation", None),
            "cas": getattr(projet, "cas_usage", None)}  # fmt: skip


@register.filter
def fiche(sorte: str) -> str:
    """What a record is called after « a ajouté »."""
    return FICHES.get(sorte, sorte)


@register.filter
def theme(code: str) -> str:
    """Label of a theme; what is written when it is none."""
    return Theme(code).label if code in set(Theme) else code


@register.filter
def acteur(code: str) -> str:
    """Category of an actor."""
    return Acteur(code).libelle if code in set(Acteur) else code


@register.filter
def forme(code: str) -> str:
    """Form of a cooperation."""
    return capital(Forme(code).libelle) if code in set(Forme) else code


@register.filter
def role(code: str) -> str:
    """Part in a project; empty for a plain expense."""
    return dict(Participant.Part.choices).get(code, "")


@register.filter
def jours(count: Decimal) -> str:
    """`1,5 jour`, `12 jours`: French counts from two."""
    return effort.jours(count)


@register.filter
def chiffre(value: Decimal | None) -> str:
    """A figure with as many decimals as it was given, at most three; a dash when there is none."""
    if value is None:
        return "–"
    return mots.chiffre(float(value))


@register.filter
def detenteur(holder: Holder) -> str:
    """Who should be asked for a layer: `Arbres : Commune d’Agen, d’ordinaire`."""
    name = holder.name or (holder.nature.libelle if holder.nature else "à trouver")
    usual = "" if holder.sure or not (holder.name or holder.nature) else ", d’ordinaire"
    return spaced(f"{holder.layer.title} : {name}{usual}")


@register.filter
def licence(key: str) -> str:
    """Title of a licence."""
    return LICENCES[key].title if key in LICENCES else key or "à dire"
