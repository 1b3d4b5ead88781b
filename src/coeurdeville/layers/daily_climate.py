"""Weather, day by day."""

from __future__ import annotations

from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import SeriesLayer


class DailyClimate(SeriesLayer):
    """Daily extremes and rain of one or several stations."""

    id, slug, title = "daily_climate", "climat-quotidien", "Climat quotidien"
    competence = "donnees-nationales"
    words = ("climatologie", "donnees meteorologiques", "temperatures quotidiennes")
    columns = (
        Column("date", "date", "Jour", required=True, names=("aaaammjj", "jour")),
        Column("station", "str", "Station", names=("num_poste", "nom_usuel")),
        Column("tmin", "float", "Température minimale", "°C", minimum=-60, maximum=60, names=("tn",)),
        Column("tmax", "float", "Température maximale", "°C", minimum=-60, maximum=60, names=("tx",)),
        Column("rain", "float", "Pluie", "mm", minimum=0, maximum=2000, names=("rr",)),
    )
