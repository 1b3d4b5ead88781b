"""`coeurdeville service`: list services, show one, run one."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def command() -> None:
    """Les services de données : liste, fiche, calcul."""


@command.command("liste")
def list_services() -> None:
    """Tous les services, par thème : ce qu’il leur faut, ce qui les améliore ; les décrits sont marqués."""
    from coeurdeville.cli.service_sheet import state_of
    from coeurdeville.services.catalogue import all_services, services

    theme = None
    for slug, service in all_services().items():
        if service.theme is not theme:
            theme = service.theme
            click.secho(theme.label, bold=True)
        needs = ", ".join(kind.slug for kind in service.needs.values()) or "aucune donnée en particulier"
        better = ", ".join(kind.slug for name, kind in service.layers.items() if name not in service.needs)
        mark = "" if slug in services() else f" [{state_of(service)}]"
        click.echo(f"  {slug:32} {service.title}{mark}")
        click.echo(f"  {'':32} il faut : {needs}" + (f" ; mieux avec : {better}" if better else ""))


@command.command("montrer")
@click.argument("service")
def show_service(service: str) -> None:
    """Un service : ce qu’il demande, ce qu’il donne, qui l’a fait, avec quel effort."""
    from coeurdeville.cli.service_sheet import lines_of
    from coeurdeville.core.french import spaced
    from coeurdeville.services.catalogue import any_service

    found = any_service(service)
    click.secho(spaced(found.title), bold=True)
    for label, text in lines_of(found):
        click.echo(f"  {label:14} {spaced(text)}")


@command.command("lancer")
@click.argument("service")
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("-p", "--parametre", "given", multiple=True, metavar="NOM=VALEUR", help="Changer un paramètre.")
def run_service(service: str, dossier: Path, given: tuple[str, ...]) -> None:
    """Calculer un service sur une ville ; un calcul déjà fait n’est pas refait."""
    from coeurdeville.cli.parameters import read_parameters
    from coeurdeville.cli.telling import tell
    from coeurdeville.cli.town import open_town
    from coeurdeville.core import french
    from coeurdeville.runs.diagnose import diagnose
    from coeurdeville.runs.result import TOWN
    from coeurdeville.services.catalogue import service as service_named

    wanted = service_named(service)
    town = open_town(dossier)
    (outcome,) = diagnose([wanted], town.offre.couches, town.territory, town.store, read_parameters(wanted, given))
    tell(problem for problems in town.offre.problems.values() for problem in problems)
    if outcome.result is None:
        tell([outcome.forecast.problem(wanted)])
        raise click.exceptions.Exit(1)
    click.echo(
        "Calculé." if outcome.computed else "Déjà calculé avec ces données et ces paramètres : rien n’a été refait."
    )
    for row in outcome.result.rows:
        indicator = wanted.indicators[row.indicator]
        if row.zoning != TOWN or row.category:
            continue
        value = row.missing if row.value is None else french.quantity(row.value, indicator.unit, indicator.digits)
        by = f" [{row.by}]" if row.by else ""
        at = f" ({row.at})" if row.at else ""
        click.echo(f"  {indicator.title}{by}{at} : {value}")
