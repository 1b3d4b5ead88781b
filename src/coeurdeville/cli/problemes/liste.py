"""`coeurdeville probleme liste`: the problems that are known, by subject."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.cli.problemes.options import VILLE, chosen, require_ville


@click.command()
@click.option("--theme", help="Seulement ce thème : climat, biodiversite, risques ou donnees.")
@VILLE
def command(theme: str | None, ville: Path | None) -> None:
    """Tous les problèmes connus, par thème, et combien de services y répondraient."""
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import listing, plural, spaced
    from coeurdeville.deployability.chain import known_services
    from coeurdeville.inventory.problemes.recueil import recueil
    from coeurdeville.inventory.problemes.vocabulaire import Sujet

    require_ville(ville)
    wanted = None if theme is None else chosen(theme, Sujet, "Le thème")
    found, above = recueil(ville), None
    for probleme in found.problemes.values():
        if wanted not in (None, probleme.sujet):
            continue
        if probleme.sujet is not above:
            above = probleme.sujet
            click.secho(above.libelle, bold=True)
        voices = listing(list(dict.fromkeys(one.qui.libelle for one in probleme.paroles)))
        services, _ = known_services(probleme.services)
        answered = f"{plural(len(services), 'service')} pour y répondre" if services else "aucun service à ce jour"
        click.echo(f"  {probleme.id:32} {spaced(probleme.titre)}" + (" [ville]" if probleme.locale else ""))
        click.echo(spaced(f"  {'':32} {voices} ; {answered}"))
    if above is None:
        click.echo("Aucun problème de ce thème.")
    tell(found.problems)
