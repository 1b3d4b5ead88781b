"""/api/version: which version answers, and from what."""

from __future__ import annotations

from importlib import metadata

from ninja import Router
from pydantic import BaseModel, Field

from coeurdeville.api.declaring import route
from coeurdeville.api.version import VERSION
from coeurdeville.reports.exports.json_document import VERSION as DIAGNOSTIC
from coeurdeville.territories.referentiel import read_referentiel

router = Router()


class Version(BaseModel):
    """What answers."""

    api: str = Field(description="Change quand une clé ou une adresse est retirée, renommée ou change de sens.")
    logiciel: str
    format_du_diagnostic: int
    communes: str = Field(description="Édition du code officiel géographique.")


@route(router, "/version", Version, "Les versions de l’API, du logiciel, des communes", tag="Version", kept=True,
       example="/api/version")  # fmt: skip
def version() -> Version:
    """The versions."""
    return Version(api=VERSION, logiciel=metadata.version("coeurdeville"), format_du_diagnostic=DIAGNOSTIC,
                   communes=read_referentiel().edition.citation)  # fmt: skip
