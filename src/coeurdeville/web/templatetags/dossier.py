"""Words and colours of the pages of a folder."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from coeurdeville.core.french import capital, spaced
from coeurdeville.core.french import number as french_number
from coeurdeville.inventory.donnee import Conformite
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.catalogue import kinds
from coeurdeville.readers.reception.faults import weight
from coeurdeville.web.espace.dossier import mots

register = template.Library()


@register.simple_tag
def statut(ouverture: Ouverture) -> SafeString:
    """The badge of a status."""
    return format_html('<span class="etat {}">{}</span>', mots.couleur(ouverture), spaced(ouverture.libelle))


@register.filter
def champ(key: str) -> str:
    """What users read of a key of `ville.toml`."""
    return capital(mots.libelle(key))


@register.filter
def couche(slug: str) -> str:
    """The title of a layer; what is written when there is none of that name."""
    kind = kinds().get(slug)
    return kind.title if kind else slug


@register.filter
def poids(octets: int) -> str:
    """`90 Mo`."""
    return weight(octets)


@register.filter
def insecables(texte: str) -> str:
    """A text whose spaces before double signs do not break."""
    return spaced(texte)


@register.filter
def part(conformite: Conformite) -> str:
    """`98 % conforme`: lines that conform among all, rounded down so that 100 means all."""
    if not conformite.lignes:
        return "aucune ligne"
    return f"{french_number(100 * conformite.conformes // conformite.lignes)}\u202f% conforme"


@register.filter
def accord(count: int, formes: str = "s") -> str:
    """The end of a word that goes with a count: `s` from two on, or `formes`, for one and for more (`a,ont`)."""
    one, _, many = formes.rpartition(",")
    return many if count >= 2 else one
