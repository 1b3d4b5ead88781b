"""The routes of the API, a module for each sort of thing that it tells."""

from __future__ import annotations

from ninja import Router

from coeurdeville.api.routes import (
    communes,
    couches,
    deploiement,
    editions,
    inventaires,
    objets,
    problemes,
    redeploiement,
    schemas,
    services,
    sources,
    version,
)  # fmt: skip

ROUTERS: tuple[Router, ...] = (
    communes.router,
    deploiement.router,
    editions.router,
    objets.router,
    inventaires.router,
    redeploiement.router,
    services.router,
    couches.router,
    sources.router,
    schemas.router,
    problemes.router,
    version.router,
)
TAGS = ("Communes", "Diagnostics", "Inventaires", "Redéploiement", "Services", "Couches", "Sources", "Schémas",
        "Problèmes", "Version")  # fmt: skip
"""Themes of the documentation, in its order."""
