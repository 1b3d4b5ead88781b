"""The cards in the form « projets-territoire » (betagouv, 0.1.0), so that platforms of projects can take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from coeurdeville.core.french import capital, spaced
from coeurdeville.programme.cas_usage.fiche import Fiche
from coeurdeville.programme.cas_usage.lecture import Publie
from coeurdeville.programme.models import Participant

COLUMNS: Final = (
    "id", "createdAt", "updatedAt", "nom", "description", "budgetPrevisionnel", "dateDebutPrevisionnelle", "phase",
    "phaseStatut", "programme", "porteurCodeSiret", "porteurReferentEmail", "porteurReferentTelephone",
    "porteurReferentPrenom", "porteurReferentNom", "porteurReferentFonction", "competences", "leviers", "mecId",
    "tetId", "recocoId", "collectiviteIds",
)  # fmt: skip
"""In the order of the schema. No person is in it: those columns stay empty."""
STATUTS: Final = {
    "preparation": "En cours", "en_cours": "En cours", "suspendue": "En pause", "terminee": "Terminé",
    "abandonnee": "Abandonné",
}  # fmt: skip


def projets_territoire(publies: Iterable[Publie]) -> Iterator[dict[str, str]]:
    """Column -> value of each card, empty where there is nothing to say."""
    return map(_row, publies)


def _row(one: Publie) -> dict[str, str]:
    project, fiche = one.cas.experimentation, one.fiche
    address = f"{settings.ADDRESS}/cas-usage/{one.cas.slug}/"
    told = {
        "id": str(uuid5(NAMESPACE_URL, address)),
        "createdAt": _utc(project.ouverte_le),
        "updatedAt": _utc(one.version.publiee_le),
        "nom": spaced(f"{fiche.titre}, {fiche.ville}"),
        "description": _description(one, address),
        "dateDebutPrevisionnelle": project.debut_prevu.isoformat() if project.debut_prevu else "",
        "phase": "Étude" if project.etat == "preparation" else "Opération",
        "phaseStatut": STATUTS[project.etat],
        "programme": fiche.saison,
        "porteurReferentFonction": _referent(fiche),
        "collectiviteIds": f'["{fiche.commune}"]',
    }
    return {name: told.get(name, "") for name in COLUMNS}


def _referent(fiche: Fiche) -> str:
    """The function of the « référent métier », who carries the project; else of the first contact of the card."""
    wanted = capital(str(Participant.Part.REFERENT.label))
    ranked = sorted(fiche.contacts, key=lambda one: one.part != wanted)
    return ranked[0].fonction if ranked else ""


def _description(one: Publie, address: str) -> str:
    told = [text.texte for key in ("probleme", "service") for text in one.fiche.textes(key)]
    return "\n\n".join([*told, address])


def _utc(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
