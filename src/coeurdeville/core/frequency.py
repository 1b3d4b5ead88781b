"""How often data are brought up to date, in the words of `scdl/catalogue` 0.1.3."""

from __future__ import annotations

from enum import StrEnum


class Frequency(StrEnum):
    """How often the data are brought up to date."""

    UNKNOWN = "Inconnue"
    ONCE = "Ponctuelle"
    """Published once, never brought up to date."""
    IRREGULAR = "Irrégulière"
    CONTINUAL = "Continuelle"
    HOURLY = "Toutes les heures"
    DAILY = "Quotidienne ou plusieurs fois par jour"
    WEEKLY = "Hebdomadaire ou plusieurs fois par semaine"
    MONTHLY = "Mensuelle ou plusieurs fois par mois"
    EVERY_TWO_MONTHS = "Bimestrielle"
    QUARTERLY = "Trimestrielle"
    TWICE_A_YEAR = "Semestrielle"
    YEARLY = "Annuelle"
    EVERY_TWO_YEARS = "Biennale"
    EVERY_THREE_YEARS = "Triennale"
    EVERY_FIVE_YEARS = "Quinquennale"
