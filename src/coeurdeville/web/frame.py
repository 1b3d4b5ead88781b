"""What every page shows around its content: navigation, the account, the foot."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

NAVIGATION = (
    ("/services/", "Services"),
    ("/redeploiement/", "Redéploiement"),
    ("/donnees/", "Données"),
    ("/schemas/", "Schémas"),
    ("/dossiers/", "Dossiers"),
    ("/appels/", "Appels"),
    ("/cas-usage/", "Cas d’usage"),
)
FOOT = (
    ("/a-propos/", "À propos"),
    ("/ressources/", "Ressources"),
    ("/groupes/", "Groupes de travail"),
    ("/api/", "API"),
    ("/donnees-ouvertes/", "Données ouvertes"),
    ("/accessibilite/", "Accessibilité\u00a0: non conforme"),
    ("/donnees-personnelles/", "Données personnelles"),
    ("/mentions-legales/", "Mentions légales"),
    ("/flux/", "Fil d’actualité"),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """`navigation` and `foot`: address, label and whether the page shown stands there; `canonical`: its one address."""
    return {
        "navigation": [(path, label, request.path.startswith(path)) for path, label in NAVIGATION],
        "foot": FOOT,
        "canonical": f"{settings.ADDRESS}{request.path}",
    }
