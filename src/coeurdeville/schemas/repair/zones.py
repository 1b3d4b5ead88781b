"""The time of each part of France: a moment in universal time is of a day that depends on it."""

from __future__ import annotations

from coeurdeville.territories.projections import departement_of

METROPOLE = "Europe/Paris"
ZONES = {
    "971": "America/Guadeloupe", "972": "America/Martinique", "973": "America/Cayenne", "974": "Indian/Reunion",
    "975": "America/Miquelon", "976": "Indian/Mayotte", "977": "America/St_Barthelemy", "978": "America/Marigot",
    "986": "Pacific/Wallis", "987": "Pacific/Tahiti", "988": "Pacific/Noumea",
}  # fmt: skip


def zone_of(code_insee: str) -> str:
    """The time zone of a commune; that of the metropole when the code is not known."""
    return ZONES.get(departement_of(code_insee), METROPOLE)
