"""`coeurdeville schema reparer`: a conforming file, what was rejected, what was changed, the package to publish."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.cli.source import ONLINE
from coeurdeville.core.problems import Kind, Level, Problem, Refused

NOTHING_KEPT = Kind(
    "rien-de-conforme",
    "Aucune ligne de « {name} » ne peut être rendue conforme.",
    "Lire les motifs dans {rejects}, puis compléter la correspondance.",
)
NOT_CONFIRMED = Kind(
    "correspondance-a-confirmer",
    "Des colonnes restent à confirmer et ne sont pas employées : {fields}.",
    "Les écrire sous [colonnes] dans le fichier de correspondance quand elles sont justes.",
    Level.WARNING,
)
SCHEMA_TO_SAY = Kind(
    "schema-a-dire",
    "Le schéma n’est dit ni par --schema ni par la correspondance.",
    "Ajouter --schema arbres-urbains, ou donner --correspondance.",
)


@click.command()
@click.argument("fichier", type=click.Path(path_type=Path))
@click.option("--schema", "name", default="", help="Nom d’un schéma ; à défaut celui de la correspondance.")
@click.option(
    "--correspondance", type=click.Path(path_type=Path, exists=True), help="Fichier écrit par « rapprocher »."
)
@click.option("--sortie", type=click.Path(path_type=Path), default=Path("ouvert"), help="Dossier des fichiers écrits.")
@click.option("--commune", default="", help="Commune où sont les objets : nom, code postal ou code Insee.")
@ONLINE
def command(fichier: Path, name: str, correspondance: Path | None, sortie: Path, commune: str, *, online: bool) -> None:
    """Écrire un fichier conforme, les lignes rejetées avec leurs motifs, et le journal des changements.

    Le fichier d’origine n’est jamais modifié ; chaque ligne lue est conforme ou rejetée. Sans correspondance, seules
    les colonnes reconnues sans doute sont employées. Le paquet à publier est écrit quand [publication] le permet.
    """
    from coeurdeville.cli.schemas.choosing import chosen
    from coeurdeville.cli.schemas.mapped import former_mapping, territory_named
    from coeurdeville.cli.schemas.packaging import write_dataset
    from coeurdeville.cli.schemas.repairing import mended, write_results
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import plural
    from coeurdeville.schemas.mapping.mapping_file import MappingFile

    given = former_mapping(correspondance) if correspondance else MappingFile("")
    if not (name or given.schema):
        raise Refused([SCHEMA_TO_SAY()])
    schema, territory = chosen(name or given.schema, online=online), territory_named(commune)
    repaired, mapping = mended(fichier, schema, given, territory, known=correspondance is not None)
    tell([*repaired.notes, *(one.problem for one in repaired.personal), *_to_confirm(list(mapping.a_confirmer))])
    written = write_results(repaired, schema, sortie)
    if not len(repaired.table):
        raise Refused([NOTHING_KEPT(name=fichier.name, rejects=written.rejects)])
    click.secho(f"{written.table} : {plural(len(repaired.table), 'ligne conforme', 'lignes conformes')}.", bold=True)
    for said, count in written.counts:
        click.echo(f"  {said:32} {count}")
    for path in (written.rejects, written.log):
        click.echo(f"  {path}")
    tell(write_dataset(sortie, written.table, schema, given, repaired, territory))


def _to_confirm(fields: list[str]) -> list[Problem]:
    return [NOT_CONFIRMED(fields=", ".join(fields))] if fields else []
