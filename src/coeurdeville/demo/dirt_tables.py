"""Facilities, species records and sensors as spreadsheets and exports hold them."""

from pathlib import Path

import numpy as np

from coeurdeville.demo.chance import stream
from coeurdeville.demo.town import DemoTown
from coeurdeville.demo.writing import Written

STUCK_HOURS = 72
"""How long a stuck sensor repeats itself, hours."""


def spoil_facilities(town: DemoTown, folder: Path) -> Written:
    """`equipements.xlsx`: three lines of title before the header, a remark after the last row."""
    import xlsxwriter

    frame = town.layers["facilities"]
    points = frame.geometry.to_crs(4326)
    rows = zip(frame["name"], frame["kind"], points.x.round(6), points.y.round(6), strict=True)
    path = folder / "equipements.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Équipements")
        sheet.write(0, 0, f"Ville de {town.name}")
        sheet.write(1, 0, "Liste des équipements publics (ville fictive)")
        sheet.write_row(3, 0, ["Nom", "Nature", "Longitude", "Latitude"])
        for line, row in enumerate(rows, start=4):
            sheet.write_row(line, 0, row)
        sheet.write(len(frame) + 5, 0, "Mis à jour par le service patrimoine")
    return Written(path, "facilities", len(frame), {"title_lines": 3, "remarks": 1})


def spoil_occurrences(town: DemoTown, folder: Path) -> Written:
    """`observations.csv`: UTF-8 with its mark, Darwin Core names, tabs, uncertainty unknown (6 %), repeats (2 %)."""
    import pandas as pd

    rng = stream(town.seed, "dirty occurrences")
    frame = town.layers["occurrences"]
    points, n = frame.geometry.to_crs(4326), len(frame)
    table = pd.DataFrame(
        {
            "taxonKey": frame["taxon"],
            "species": frame["name"],
            "class": frame["group"],
            "eventDate": frame["seen"].dt.strftime("%Y-%m-%d"),
            "coordinateUncertaintyInMeters": frame["uncertainty"],
            "basisOfRecord": frame["basis"],
            "decimalLongitude": points.x.round(6),
            "decimalLatitude": points.y.round(6),
        }
    )
    unknown = rng.choice(n, size=max(1, n * 6 // 100), replace=False)
    repeated = rng.choice(n, size=max(1, n // 50), replace=False)
    table.loc[unknown, "coordinateUncertaintyInMeters"] = np.nan
    table = pd.concat([table, table.loc[repeated]], ignore_index=True)
    path = folder / "observations.csv"
    table.to_csv(path, sep="\t", index=False, encoding="utf-8-sig")
    return Written(path, "occurrences", len(table), {"no_uncertainty": len(unknown), "duplicates": len(repeated)})


def spoil_sensors(town: DemoTown, folder: Path) -> Written:
    """`capteurs.csv`: French headers, hours missing (2 %), one sensor stuck for three days, one in full sun (+9 °C)."""
    rng = stream(town.seed, "dirty sensors")
    frame = town.layers["temperature_sensors"].copy()
    stations = frame["station"].unique()
    stuck, sunny = rng.choice(stations, size=2, replace=False)
    first = int(rng.choice(np.flatnonzero(frame["station"] == stuck)[:-STUCK_HOURS]))
    frame.loc[first : first + STUCK_HOURS - 1, "temperature"] = frame.loc[first, "temperature"]
    noon = (frame["station"] == sunny) & frame["time"].dt.hour.between(10, 16)
    frame.loc[noon, "temperature"] += 9
    missing = rng.choice(len(frame), size=len(frame) // 50, replace=False)
    frame = frame.drop(index=missing).rename(columns={"station": "Capteur", "time": "Heure", "temperature": "T (°C)"})
    path = folder / "capteurs.csv"
    frame.to_csv(path, sep=";", decimal=",", index=False, encoding="cp1252", date_format="%d/%m/%Y %H:%M")
    return Written(path, "temperature_sensors", len(frame), {"missing": len(missing), "stuck": 1, "sunny": 1})
