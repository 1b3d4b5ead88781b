"""`coeurdeville inventaire demander`: the letter to the holder of data, ready to sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.inventaires.exporter import TAKEN
from coeurdeville.core.problems import Kind, Level, Problem, Refused

if TYPE_CHECKING:
    from datetime import date

    from coeurdeville.inventory.demandes.demande import Demande
    from coeurdeville.inventory.demandes.lettre import Lettre

DAY_UNREADABLE = Kind(
    "jour-illisible", "« {text} » n’est pas un jour lisible.", "Écrire {option} JJ/MM/AAAA, par exemple 25/11/2026."
)
RECEIVED_BEFORE = Kind(
    "recue-avant-d-etre-ecrite",
    "La lettre est du {written} et aurait été reçue le {received}.",
    "Corriger --date ou --recue-le.",
)
FORM_UNKNOWN = Kind(
    "forme-de-lettre-inconnue",
    "« {name} » : une lettre s’écrit en .pdf ou en .txt.",
    "Changer la fin du nom du fichier.",
)
FORMS = (".pdf", ".txt")


NOTHING_TO_ASK = Kind(
    "rien-a-demander",
    "La lettre n’est pas écrite : {why}.",
    "Mettre l’inventaire à jour, ou ajouter --forcer pour l’écrire quand même.",
)
NOTHING_TO_ASK_CODES = ("donnee-deja-ouverte", "donnee-inexistante")
PUBLISHED = Kind(
    "donnee-deja-diffusee",
    "« {title} » est diffusée par : {publisher}.",
    "Commencer par là : {act}.",
    Level.WARNING,
)


@click.command()
@click.argument("ville", type=click.Path(path_type=Path))
@click.argument("entree")
@click.option("--fondement", default="", help="Fondement de la demande, parmi ceux que la commande affiche.")
@click.option("--date", "written", default="", help="Date de la lettre, JJ/MM/AAAA ; aujourd’hui par défaut.")
@click.option("--recue-le", "received", default="", help="Jour de sa réception, JJ/MM/AAAA : donne les délais.")
@click.option("--sortie", type=click.Path(path_type=Path, dir_okay=False), help="Fichier .pdf ou .txt à écrire.")
@click.option("--ecraser", "overwriting", is_flag=True, help="Remplacer le fichier s’il existe.")
@click.option(
    "--forcer", "forced", is_flag=True, help="Écrire même quand il n’y a, d’après l’inventaire, rien à demander."
)
def command(
    ville: Path, entree: str, fondement: str, written: str, received: str, sortie: Path | None, *, overwriting: bool,
    forced: bool,
) -> None:  # fmt: skip
    """La lettre au détenteur d’une donnée, prête à signer.

    VILLE est un dossier de ville. ENTREE est une donnée de son inventaire, ou une couche que l’inventaire n’a pas :
    le détenteur est alors celui qui a d’ordinaire la compétence.
    """
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.problems import refuse_errors
    from coeurdeville.inventory.demandes.demande import prepare_demande
    from coeurdeville.inventory.demandes.lettre import write_lettre
    from coeurdeville.inventory.ville import open_ville

    day, came = _days(written, received)
    if sortie is not None:
        _refuse(sortie, overwriting=overwriting)
    town = open_ville(ville)
    if any(one.id == entree for one in town.ecartees):
        refuse_errors(town.problems)
    tell(problem for problem in town.genantes if problem.level is not Level.NOTE)
    demande, doubts = prepare_demande(town, entree, fondement)
    odd = [one for one in doubts if one.code in NOTHING_TO_ASK_CODES]
    if odd and not forced:
        raise Refused([NOTHING_TO_ASK(why=one.message.rstrip(".")) for one in odd])
    tell((*doubts, *_published(demande)))
    lettre = write_lettre(demande, day, came)
    if sortie is None:
        from coeurdeville.reports.letter.text import render

        click.echo(render(lettre))
    else:
        _write(lettre, sortie)
    for line in _around(demande, lettre):
        click.echo(line)


def _published(demande: Demande) -> Iterator[Problem]:
    """Who already publishes what is asked for, when it is national: asking the State by letter would be idle."""
    from coeurdeville.inventory.vocabulaire import Nature
    from coeurdeville.sources.catalogue import sheets

    if demande.detenteur.nature is Nature.ETAT:
        for sheet in sheets().values():
            if sheet.layer is demande.kind:
                act = f"coeurdeville source {'chercher <dossier>' if sheet.read else 'montrer'} {sheet.slug}"
                yield PUBLISHED(title=sheet.title, publisher=sheet.publisher, act=act)


def _refuse(path: Path, *, overwriting: bool) -> None:
    """A form that no letter has, or a file that is there already."""
    if path.suffix.lower() not in FORMS:
        raise Refused([FORM_UNKNOWN(name=path)])
    if path.exists() and not overwriting:
        raise Refused([TAKEN(name=path.name)])


def _days(written: str, received: str) -> tuple[date, date | None]:
    """The day of the letter and that of its receipt; every mistake at once."""
    from datetime import date

    from coeurdeville.core.french import day

    problems, found = [], dict[str, date]()
    for option, text in (("--date", written), ("--recue-le", received)):
        try:
            found |= {option: _day(text)} if text else {}
        except ValueError:
            problems.append(DAY_UNREADABLE(text=text, option=option))
    made, came = found.get("--date", date.today()), found.get("--recue-le")
    if came is not None and "--date" in found and came < made:
        problems.append(RECEIVED_BEFORE(written=day(made), received=day(came)))
    if problems:
        raise Refused(problems)
    return made, came


def _day(text: str) -> date:
    from datetime import datetime

    return datetime.strptime(text.strip(), "%d/%m/%Y").date()


def _write(lettre: Lettre, path: Path) -> None:
    from coeurdeville.core.writing import written_aside
    from coeurdeville.reports.letter import pdf, text

    content = pdf.render(lettre) if path.suffix.lower() == ".pdf" else text.render(lettre).encode()
    with written_aside(path) as file:
        file.write(content)
    click.echo(f"Écrit : {path}")


def _around(demande: Demande, lettre: Lettre) -> Iterator[str]:
    """What the sender reads and the holder does not: the ground, the others possible, the clock, what is unsigned."""
    from coeurdeville.core.french import spaced

    ground = lettre.fondement
    yield "À savoir, et à ne pas envoyer :"
    yield click.style(spaced(f"Fondement : {ground.titre} ({ground.cle})"), bold=True)
    yield spaced(f"  détenteur : {demande.detenteur.nom or 'à compléter'} ; {demande.detenteur.pourquoi}")
    clock = (article for one in lettre.echeances for article in one.articles)
    for article in dict.fromkeys((*ground.articles, *ground.autour, *ground.refus, *clock)):
        yield spaced(f"  {article.reference} : {article.dit} [{article.portee}]")
    others = [one for one in demande.candidats if one is not ground]
    if others:
        yield spaced("Autres fondements possibles, par --fondement :")
        yield from (f"  {one.cle:26} {one.titre}" for one in others)
    yield click.style("Délais", bold=True)
    yield from (f"  {one.phrase}" for one in lettre.echeances)
