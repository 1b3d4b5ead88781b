"""What a source gave, put into a town folder: a file, and an entry of the inventory that says where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from coeurdeville.cli.town import STORE
from coeurdeville.core.french import NBSP, day, plural
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.core.problems import Problem
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.territoire import territory_of_ville
from coeurdeville.inventory.ville import add_donnee, open_ville
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.outline import Outline
from coeurdeville.net.net import Net
from coeurdeville.sources.contract.snapshot import Snapshot
from coeurdeville.sources.contract.source import Source
from coeurdeville.territories.projections import WGS84

ANSWERS = Path(STORE) / "reponses"
"""Where a town keeps the answers of sources: they can be deleted, they will be asked for again."""
AUTHOR = "coeurdeville"


@dataclass(frozen=True)
class Fetched:
    """What a source brought to a town."""

    donnee: Donnee
    objects: int
    serves: str
    """Entry that gives the layer to services: this one, or an earlier one of the same layer."""
    assumptions: tuple[str, ...]
    """French sentences: what was left out."""
    problems: tuple[Problem, ...]


def open_net(dossier: Path, *, online: bool) -> Net:
    """The answers that a town keeps, and the network only when it is allowed."""
    return Net.online(dossier / ANSWERS) if online else Net(dossier / ANSWERS)


def fetch_into(dossier: Path, source: Source[Any], net: Net) -> Fetched:
    """Ask a source for a town, and enter what it gives; asked again, it replaces what it gave before.

    Raises
    ------
    Refused
        When no answer came or no layer can be made: nothing is written then but the answers received.
    """
    territory, _ = territory_of_ville(open_ville(dossier))
    snapshot = source.fetch(territory, net)
    with TemporaryDirectory() as folder:
        name = Outline.slug if source.layer is Outline else source.slug
        file = _write(snapshot.layer, Path(folder) / name)
        added = add_file(dossier, file, source.layer.slug, titre=source.title)
    donnee = _signed(added.donnees[0], source, snapshot)
    ville = add_donnee(open_ville(dossier), donnee)
    serves = next(one.id for one in ville.donnees if one.couche == donnee.couche and one.fichier)
    return Fetched(donnee, len(snapshot.layer), serves, snapshot.layer.origin.assumptions,
                   (*net.notes, *added.problems))  # fmt: skip


def _write(layer: TableLayer, path: Path) -> Path:
    """The layer in GeoJSON, to the millimetre, or in CSV when it has no place; columns under the names that users read.

    A column without value is not written.
    """
    import pyogrio

    frame = layer.frame.rename(columns={column.name: column.key for column in layer.columns})
    filled = frame.dropna(axis="columns", how="all")
    if isinstance(layer, VectorLayer):
        file = path.with_suffix(".geojson")
        pyogrio.write_dataframe(filled.to_crs(WGS84), file, driver="GeoJSON", COORDINATE_PRECISION=8)
    else:
        file = path.with_suffix(".csv")
        filled.to_csv(file, index=False)
    return file


def _signed(donnee: Donnee, source: Source[Any], snapshot: Snapshot[Any]) -> Donnee:
    """The entry with all that is known of where its file comes from."""
    origin, first = snapshot.layer.origin, snapshot.answers[0]
    when = day(first.when.date())
    asked = f"demandé le {when} ({plural(len(snapshot.answers), 'réponse')}){NBSP}: {first.address}"
    return replace(
        donnee,
        producteur=origin.producer,
        acteur=source.holder,
        adresse=origin.page,
        licence=origin.licence,
        millesime=origin.vintage,
        acces=f"source {source.slug}, {asked}",
        etendue="fichier" if isinstance(snapshot.layer, VectorLayer) and snapshot.layer.bounded else "commune",
        statuts=_statuts(snapshot),
    )


def _statuts(snapshot: Snapshot[Any]) -> tuple[Statut, ...]:
    """Open, or limited where the licence is not open; nothing is said of one that is not known."""
    origin = snapshot.layer.origin
    if origin.licence is UNKNOWN:
        return ()
    ouverture = Ouverture.OUVERTE if origin.licence.open else Ouverture.LIMITEE
    motif = "" if origin.licence.open else origin.licence.title
    return (Statut(snapshot.answers[0].when.date(), ouverture, AUTHOR, origin.page, motif),)
