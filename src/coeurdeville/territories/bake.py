"""Bakes the communes of the npm package into Parquet: `python -m coeurdeville.territories.bake [package folder]`.

Run at set-up, so that the command line needs no Node when it runs. The same package always gives
the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.territories.decoupage import Row, read_rows
from coeurdeville.territories.edition import Edition, read_edition
from coeurdeville.territories.referentiel import ANCIENNES, COMMUNES, EDITION, FOLDER

PACKAGE = Path(__file__).parents[3] / "node_modules" / "@etalab" / "decoupage-administratif"
COLUMNS = {
    COMMUNES: {
        "code": "text",
        "nom": "text",
        "cle": "text",
        "departement": "word",
        "departement_nom": "word",
        "region": "word",
        "region_nom": "word",
        "epci": "word",
        "epci_nom": "word",
        "siren": "text",
        "population": "number",
        "population_year": "number",
        "codes_postaux": "text",
        "anciens_codes": "text",
    },
    ANCIENNES: {"code": "text", "nom": "text", "cle": "text", "sorte": "word", "commune": "text"},
}
"""What each file holds. A word comes back many times and is stored once; codes are separated by spaces."""

SOURCE_UNUSABLE = Kind(
    "decoupage-administratif-inutilisable",
    "Le paquet npm des communes est absent de {folder}, ou n’a pas la forme attendue.",
    "Lancer « npm ci » dans le dossier du projet, puis recommencer.",
)


def bake(package: Path, target: Path = FOLDER) -> int:
    """Write both Parquet files in `target` and return how many communes there are.

    Each file is written aside, then renamed: a reader never sees half of one.

    Raises
    ------
    Refused
        `decoupage-administratif-inutilisable`, before anything is written.
    """
    try:
        edition = read_edition(package)
        communes, anciennes = read_rows(package, edition)
    except (OSError, ValueError, KeyError, TypeError) as unusable:
        raise Refused([SOURCE_UNUSABLE(folder=package)]) from unusable
    _write(communes, edition, target / COMMUNES)
    _write(anciennes, edition, target / ANCIENNES)
    return len(communes)


def main(arguments: list[str]) -> int:
    """Exit status 0 when baked, 1 with the French problem on standard error when the package is not usable."""
    try:
        count = bake(Path(arguments[0]) if arguments else PACKAGE)
    except Refused as refused:
        click.echo(refused, err=True)
        return 1
    click.echo(f"{plural(count, 'commune')} dans le référentiel.")
    return 0


def _write(rows: list[Row], edition: Edition, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"text": pa.string(), "word": pa.dictionary(pa.int16(), pa.string()), "number": pa.int32()}
    columns = [(name, types[kind]) for name, kind in COLUMNS[path.name].items()]
    table = pa.Table.from_pylist(rows, pa.schema(columns, {EDITION: edition.to_json()}))
    aside = path.with_suffix(".parquet.tmp")
    pq.write_table(table, aside, compression="zstd")
    aside.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
