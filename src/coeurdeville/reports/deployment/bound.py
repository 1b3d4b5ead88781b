"""How many communes a page or a picture can show."""

from __future__ import annotations

from collections.abc import Sized

from coeurdeville.core.french import number
from coeurdeville.core.problems import Kind, Refused

MOST = 2_000
"""Communes: a page of them weighs some megabytes; a browser does not draw many more."""
TOO_MANY = Kind(
    "trop-de-communes-a-dessiner",
    "{communes} communes ne tiennent ni dans une page ni dans une image : {most} au plus.",
    "Réduire le périmètre, ou demander le CSV (--csv), qui les prend toutes.",
)


def require_few(communes: Sized) -> None:
    """Refused beyond `MOST` communes, before anything is worked out."""
    if len(communes) > MOST:
        raise Refused([TOO_MANY(communes=number(len(communes)), most=number(MOST))])
