"""A call in the form « dispositif-aide » (etalab, 0.2.0), so that aid directories can take it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from coeurdeville.programme.appels.annulation import annulation, dite
from coeurdeville.programme.appels.villes import appartenance, eligibles
from coeurdeville.programme.journal.ecriture import histoire
from coeurdeville.services.contract.declaration import THEME_LABELS, Theme

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel, Evenement

COLUMNS: Final = (
    "id", "titre", "promesse", "description", "eligibilite", "types_aides", "porteurs", "programmes_parents",
    "url_source", "cibles", "eligibilite_geographique", "eligibilite_geographique_exclusions", "date_ouverture",
    "date_cloture", "date_mise_a_jour",
)  # fmt: skip
DESCRIPTION, PROMISE = 5000, 180
"""Characters that the schema allows."""


def dispositif_aide(appel: Appel) -> Mapping[str, str]:
    """Column -> value, in the order of the schema; an empty text where there is nothing to say.

    A call that was cancelled says it first, and ended then.
    """
    words = appel.presentation
    place = eligibles(appel)
    last = histoire(appel).last()
    cancelled = annulation(appel)
    address = f"{settings.ADDRESS}/appels/{appel.slug}/"
    return {
        "id": str(uuid5(NAMESPACE_URL, address)),
        "titre": appel.titre,
        "promesse": _cut(appel.promesse, PROMISE),
        "description": _cut(_plain(f"{dite(cancelled)}\n{words}" if cancelled else words), DESCRIPTION),
        "eligibilite": _eligibility(appel, place.title),
        "types_aides": "ingénierie|information",
        "porteurs": "[{}]".format(", ".join(_holder(name) for name in appel.organisateurs)),
        "programmes_parents": appel.saison.titre,
        "url_source": address,
        "cibles": "secteur public",
        "eligibilite_geographique": "|".join(f"COM-{code}" for code in place.codes),
        "eligibilite_geographique_exclusions": "",
        "date_ouverture": _utc(appel.ouvre_le),
        "date_cloture": _utc(_end(appel.ferme_le, cancelled)),
        "date_mise_a_jour": _utc(last.date if last else appel.cree_le),
    }


def _eligibility(appel: Appel, place: str) -> str:
    themes = ", ".join(THEME_LABELS[Theme(one)].lower() for one in appel.themes)
    at = appartenance(appel)
    return (
        f"Être une commune de ce périmètre : {place}{at and f', {at}'}. Thèmes : {themes}. "
        "Constituer un binôme : un référent métier et un correspondant données."
    )


def _end(limit: datetime | None, cancelled: Evenement | None) -> datetime | None:
    return min(filter(None, (limit, cancelled.date))) if cancelled else limit


def _holder(name: str) -> str:
    quoted = name.replace("'", "’")
    return f"{{ nom: '{quoted}', roles: [ 'porteur' ] }}"


def _plain(text: str) -> str:
    """What the coordination wrote, without the marks of headings."""
    return "\n".join(line.removeprefix("## ") for line in text.splitlines())


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _utc(when: datetime | None) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""
