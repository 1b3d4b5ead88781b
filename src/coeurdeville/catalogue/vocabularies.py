"""Closed lists that catalogues share, in the words of `scdl/catalogue` 0.1.3."""

from __future__ import annotations

from enum import StrEnum

from coeurdeville.core.french import slug
from coeurdeville.core.frequency import Frequency


class Scale(StrEnum):
    """The sort of territory that the data cover as a whole."""

    BELOW_COMMUNE = "Infracommunale"
    COMMUNE = "Communale"
    INTERCOMMUNAL = "Intercommunale"
    CANTON = "Cantonale"
    DEPARTEMENT = "Départementale"
    REGION = "Régionale"
    OTHER = "Autre"


EU_FREQUENCIES = {
    Frequency.UNKNOWN: "UNKNOWN",
    Frequency.ONCE: "NEVER",
    Frequency.IRREGULAR: "IRREG",
    Frequency.CONTINUAL: "UPDATE_CONT",
    Frequency.HOURLY: "HOURLY",
    Frequency.DAILY: "DAILY",
    Frequency.WEEKLY: "WEEKLY",
    Frequency.MONTHLY: "MONTHLY",
    Frequency.EVERY_TWO_MONTHS: "BIMONTHLY",
    Frequency.QUARTERLY: "QUARTERLY",
    Frequency.TWICE_A_YEAR: "ANNUAL_2",
    Frequency.YEARLY: "ANNUAL",
    Frequency.EVERY_TWO_YEARS: "BIENNIAL",
    Frequency.EVERY_THREE_YEARS: "TRIENNIAL",
    Frequency.EVERY_FIVE_YEARS: "QUINQUENNIAL",
}
"""The same in the vocabulary `frequency` of the Publications Office; « several times a day » is there a day."""
_THEME_WORDS = {
    "administration": "GOVE", "agriculture": "AGRI", "amenagement": "REGI", "arbres": "ENVI", "biodiversite": "ENVI",
    "climat": "ENVI", "culture": "EDUC", "economie": "ECON", "education": "EDUC", "energie": "ENER",
    "environnement": "ENVI", "logement": "REGI", "mobilite": "TRAN", "population": "SOCI", "risques": "ENVI",
    "sante": "HEAL", "transport": "TRAN", "transports": "TRAN", "urbanisme": "REGI",
}  # fmt: skip
_THEMES = {
    "AGRI": "Agriculture, pêche, sylviculture et alimentation",
    "ECON": "Économie et finances",
    "EDUC": "Éducation, culture et sport",
    "ENER": "Énergie",
    "ENVI": "Environnement",
    "GOVE": "Gouvernement et secteur public",
    "HEAL": "Santé",
    "REGI": "Régions et villes",
    "SOCI": "Population et société",
    "TRAN": "Transports",
}


def eu_themes(theme: str) -> dict[str, str]:
    """Codes and labels of the vocabulary `data-theme` of the Publications Office that the words of a theme name."""
    codes = (_THEME_WORDS.get(word) for word in slug(theme).split("-"))
    return {code: _THEMES[code] for code in codes if code}
