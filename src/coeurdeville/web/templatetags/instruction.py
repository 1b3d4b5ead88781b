"""Figures of the jury, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from django import template

from coeurdeville.core.french import about, agree, number, plural
from coeurdeville.programme.instructions.portee import Portee
from coeurdeville.programme.instructions.portefeuille import Portefeuille

register = template.Library()


@register.filter
def score(value: Fraction | None) -> str:
    """`3,67`; a dash when there is none."""
    return "–" if value is None else number(float(value), 2)


@register.filter
def nombre(value: float) -> str:
    """`12 345`."""
    return number(value)


@register.filter
def environ(value: float) -> str:
    """`7 700 000`: a count of inhabitants, as a reader retains it."""
    return about(value)


@register.filter
def debloque(portee: Portee) -> str:
    """`16 villes (environ 700 000 habitants)`."""
    if not portee.connue:
        return "service hors catalogue"
    towns = plural(len(portee.debloquees), "ville")
    return (
        f"{towns} (environ {about(portee.habitants)} {agree(portee.habitants, 'habitant')})"
        if portee.debloquees
        else towns
    )


@register.filter
def parts(those: Portefeuille) -> Iterator[tuple[str, Mapping[str, int]]]:
    """What a set is made of: a title, and how many of each."""
    return iter((("Thèmes", those.themes), ("Régions", those.regions), ("Tailles", those.tailles)))
