"""A fictional town as a town folder, with an inventory as an officer would keep it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from coeurdeville.core.licences import LOV2
from coeurdeville.core.vintage import Vintage
from coeurdeville.demo.lacking import lacking_entries
from coeurdeville.demo.town import DemoTown
from coeurdeville.demo.writing import SLUGS, Written, write_files
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.fichiers import file_name, keep
from coeurdeville.inventory.ville import Ville, add_donnee, create_ville
from coeurdeville.inventory.vocabulaire import Acteur, Ouverture
from coeurdeville.layers.catalogue import layers
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.territories.commune import Commune, Departement, Region

NATIONAL = frozenset({"buildings", "roads", "water", "vegetation", "flood_zones", "population", "outline"})
"""Layers that a national producer would hold; the others are the town's own."""
NOWHERE = Departement("00", "département fictif")


def write_dossier(
    town: DemoTown, dossier: Path, today: date, without: Collection[str] = (), told: Collection[Donnee] = ()
) -> Ville:
    """The folder of a fictional town: `ville.toml`, one file for each layer that services know, and what it knows of
    the data that it lacks.

    Parameters
    ----------
    without
        Ids of layers of which the town has no file: it then cannot do all that others do.
    told
        Entries that are this town's own: each takes the place of the usual one of the same name.

    Raises
    ------
    Refused
        `ville-existante`, when the folder already holds a town.
    """
    people = int(town.layers["population"]["people"].sum())
    commune = Commune(
        town.code, town.name, NOWHERE, Region("00", "région fictive"), None, None, people, today.year, (), ()
    )
    ville = create_ville(dossier, commune, today)
    with TemporaryDirectory() as folder:
        files = [written for written in write_files(town, Path(folder)) if written.layer not in without]
        known = [written for written in files if SLUGS[written.layer] in layers()]
        entries = [_entry(town, written, today) for written in known]
        for written, entry in zip(known, entries, strict=True):
            keep(written.path, ville.path(entry))
    own = {one.id for one in told}
    usual = [one for one in (*entries, *lacking_entries(town, today)) if one.id not in own]
    return add_donnee(ville, *usual, *told)


def _entry(town: DemoTown, written: Written, today: date) -> Donnee:
    kind = layers()[SLUGS[written.layer]]
    assert issubclass(kind, TableLayer)
    columns = {column.key: column.name for column in kind.columns if column.name in town.layers[written.layer]}
    national = written.layer in NATIONAL
    return Donnee(
        id=kind.slug,
        couche=kind.slug,
        titre=f"{kind.title} (fictif)",
        fichier=file_name(written.path),
        producteur="Producteur national fictif" if national else f"Ville de {town.name}",
        acteur=Acteur.PUBLIC_NATIONAL if national else Acteur.PUBLIC_LOCAL,
        licence=LOV2,
        millesime=Vintage(today.replace(month=1, day=1), today),
        statuts=(Statut(today, Ouverture.OUVERTE, "démonstration", "ville fictive"),),
        correspondance=Correspondance(colonnes=columns),
    )
