"""The descriptor of a proposed schema, with everything that the admission rules ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from coeurdeville.core.french import capital, listing
from coeurdeville.schemas.proposing.proposal import Proposal

VERSION = "0.1.0"
ADDRESS = "https://schemas.example"
"""An address that leads nowhere: where the schema will be published is for its author to say."""
SPECIFICATION = "https://specs.frictionlessdata.io/schemas/table-schema.json"
LICENCE = {
    "name": "etalab-2.0", "title": "Licence Ouverte 2.0", "path": "https://spdx.org/licenses/etalab-2.0.html",
}  # fmt: skip


@dataclass(frozen=True)
class Signature:
    """Who proposes a schema, when, and where it will stand."""

    author: str
    """An organisation."""
    today: date
    title: str = ""
    """Empty: drawn from the name."""
    address: str = ADDRESS
    """The folder that will hold the kits, without a final slash."""


def descriptor_of(proposal: Proposal, signature: Signature) -> dict[str, Any]:
    """The content of `schema.json`."""
    title = signature.title or capital(proposal.name.replace("-", " "))
    home = f"{signature.address.rstrip('/')}/{proposal.name}"
    path, today = f"{home}/{VERSION}", signature.today.isoformat()
    key = [one.shared.key for one in proposal.fields if one.unique]
    return {
        "$schema": SPECIFICATION, "name": proposal.name, "title": title,
        "description": f"Fichier d’échange sur le thème « {title} », proposé d’après {listing(proposal.files)}.",
        "homepage": home, "path": f"{path}/schema.json", "countryCode": "FR",
        "created": today, "lastModified": today, "version": VERSION,
        "keywords": [word for word in proposal.name.split("-") if len(word) > 2] or [proposal.name],
        "contributors": [{"title": signature.author, "role": "author"}],
        "licenses": [LICENCE],
        "sources": [{"title": f"Fichier {name}"} for name in proposal.files],
        "resources": [
            {"name": f"exemple-{kind}", "title": f"Fichier {kind}", "path": f"{path}/exemple-{kind}.csv"}
            for kind in ("valide", "invalide")
        ],
        "missingValues": [""],
        **({"primaryKey": key[0]} if key else {}),
        "fields": [one.descriptor for one in proposal.fields],
    }  # fmt: skip
