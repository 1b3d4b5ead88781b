"""`coeurdeville inventaire decouvrir`: what a town and its intercommunal body already publish, to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.source import ONLINE
from coeurdeville.core.problems import Kind, Refused

if TYPE_CHECKING:
    from coeurdeville.inventory.decouverte.entrees import Rapproche
    from coeurdeville.inventory.decouverte.lieu import Corps
    from coeurdeville.inventory.decouverte.recherche import Decouverte
    from coeurdeville.inventory.ville import Ville

OTHER_TOWN = Kind(
    "dossier-d-une-autre-ville",
    "Le dossier « {folder} » est celui de la commune {own}, pas de {asked}.",
    "Donner le dossier de cette ville, ou demander la commune du dossier.",
)
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command()
@click.argument("commune")
@click.option("--dossier", type=click.Path(path_type=Path, file_okay=False), help="Dossier de ville à compléter.")
@click.option("--catalogue", type=FILE, help="Catalogue du portail : DCAT (JSON-LD, RDF/XML) ou CKAN, en fichier.")
@ONLINE
def command(commune: str, dossier: Path | None, catalogue: Path | None, *, online: bool) -> None:
    """Ce que la ville et son intercommunalité publient déjà, rapproché des couches, à confirmer.

    COMMUNE est un nom, un code, ou un dossier de ville. Rien n’est demandé sur internet sans --en-ligne : les réponses
    déjà reçues sont relues. Avec --dossier, ce qui ressemble à une couche entre dans l’inventaire, à confirmer.
    """
    from datetime import date

    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import agree, plural, spaced
    from coeurdeville.inventory.decouverte.entrees import enter, match_all

    bodies, ville = _subject(commune, dossier)
    found = _from_file(catalogue, bodies) if catalogue else _asked(bodies, dossier, online=online)
    tell(found.problems)
    matched = match_all(found.trouves, bodies)
    named = sum(one.proposition is not None for one in matched)
    looks = agree(named, "ressemble", "ressemblent")
    said = f"{plural(len(matched), 'jeu de données', 'jeux de données')}, dont {named} qui {looks} à une couche"
    click.secho(spaced(f"{bodies[0].nom} : {said}"), bold=True)
    click.echo(spaced(_where(catalogue, online=online)))
    for line in _lines(matched):
        click.echo(spaced(line))
    if ville is not None:
        entered = enter(ville, matched, date.today())
        for one in entered.ajoutes:
            click.echo(f"Ajoutée à l’inventaire, à confirmer : {one.id}")
        for title in entered.presents:
            click.echo(spaced(f"Déjà dans l’inventaire, laissée telle quelle : {title}"))


def _subject(text: str, dossier: Path | None) -> tuple[Sequence[Corps], Ville | None]:
    """Whom to look for, and the town to complete if there is one; errors of its inventory are refused."""
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.problems import refuse_errors
    from coeurdeville.inventory.decouverte.lieu import corps_of, corps_of_ville
    from coeurdeville.inventory.observatoire.faits import read_facts
    from coeurdeville.inventory.ville import FICHIER, FICTIONAL, open_ville
    from coeurdeville.territories.communes import commune_of, find
    from coeurdeville.territories.referentiel import read_referentiel

    ville = None if dossier is None else open_ville(dossier)
    if ville is not None:
        refuse_errors(ville.problems)
    asked = open_ville(Path(text)) if (Path(text) / FICHIER).is_file() else None
    if asked is not None and asked.commune.startswith(FICTIONAL):
        code, bodies = asked.commune, corps_of_ville(asked)
    else:
        found = find(text) if asked is None else None
        tell(found.notes if found else ())
        commune = found.commune if found else commune_of(asked.commune if asked else text)
        code, bodies = commune.code, corps_of(commune, read_referentiel(), read_facts().etats.get(commune.code))
    if ville is not None and ville.commune != code:
        raise Refused([OTHER_TOWN(folder=dossier, own=ville.commune, asked=code)])
    return bodies, ville


def _where(catalogue: Path | None, *, online: bool) -> str:
    """What was looked at, so that nobody thinks that more was."""
    if catalogue is not None:
        return f"Lu dans le fichier {catalogue.name}, tel qu’il est ; rien n’a été demandé à data.gouv.fr."
    asked = "Demandé à data.gouv.fr" if online else "Hors ligne : relu dans les réponses déjà reçues de data.gouv.fr"
    return f"{asked} ; le portail de la ville, s’il y en a un, n’est pas demandé (--catalogue <fichier>)."


def _asked(bodies: Sequence[Corps], dossier: Path | None, *, online: bool) -> Decouverte:
    from coeurdeville.cli.schemas.choosing import answers
    from coeurdeville.cli.sourcing import ANSWERS
    from coeurdeville.inventory.decouverte.recherche import discover
    from coeurdeville.net.net import Net

    folder = answers().with_name("decouverte") if dossier is None else dossier / ANSWERS
    with Net.online(folder) if online else Net(folder) as net:
        return discover(bodies, net)


def _from_file(path: Path, bodies: Sequence[Corps]) -> Decouverte:
    from coeurdeville.inventory.decouverte.catalogue import read_catalogue
    from coeurdeville.inventory.decouverte.recherche import Decouverte, in_catalogue

    read = read_catalogue(path)
    return Decouverte(in_catalogue(read.jeux, bodies), read.problems)


def _lines(matched: Sequence[Rapproche]) -> Iterator[str]:
    """Three lines for each dataset: what it is, what it seems to be, where it is."""
    from coeurdeville.core.french import day, listing
    from coeurdeville.layers.catalogue import kinds

    for one in matched:
        jeu, proposal = one.trouve.jeu, one.proposition
        yield f"\n{jeu.titre}"
        if proposal is None:
            yield "  couche : aucune proposée"
        else:
            title = kinds()[proposal.couche].title
            yield f"  couche : {title} [{proposal.couche}], {one.confiance} ({proposal.pourquoi})"
        who = one.trouve.corps.nom if one.trouve.corps else jeu.organisme or "non dit"
        licence = jeu.licence.title + (f" (écrite « {jeu.licence_ecrite} »)" if jeu.licence_ecrite else "")
        when = day(jeu.maj) if jeu.maj else "non dite"
        yield f"  publié par : {who} ; licence : {licence} ; mise à jour : {when}"
        yield f"  formats : {listing(jeu.formats) or 'non dits'} ; {jeu.adresse or 'sans adresse'}"
