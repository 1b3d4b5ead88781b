"""Where each object of the programme is read on the site, for letters and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.conf import settings

if TYPE_CHECKING:
    from coeurdeville.programme.etats.objet import Objet

CHEMINS: Final = {
    "appel": "/appels/{o.slug}/",
    "candidature": "/espace/{o.commune}/candidatures/{o.pk}/",
    "relecture": "/instruction/relectures/{o.pk}/",
    "avis": "/instruction/avis/{o.pk}/",
    "procesverbal": "/jury/{o.appel.slug}/proces-verbaux/{o.rang}/",
    "experimentation": "/experimentations/{o.pk}/",
    "mission": "/missions/{o.pk}/",
    "evaluation": "/experimentations/{o.experimentation_id}/evaluation/",
    "casusage": "/experimentations/{o.experimentation_id}/cas-usage/",
    "adoption": "/espace/{o.commune}/adoptions/",
    "accord": "/espace/{o.commune}/adoptions/",
    "ressource": "/ressources/{o.slug}/",
    "synthese": "/coordination/saisons/{o.saison.slug}/synthese/",
}
"""Name of the object -> its path, from its fields."""


def chemin(objet: Objet) -> str:
    """Path of the page of an object."""
    return CHEMINS[objet.sorte].format(o=objet)


def adresse(objet: Objet) -> str:
    """The same with the public address of the site, for a letter."""
    return f"{settings.ADDRESS}{chemin(objet)}"
