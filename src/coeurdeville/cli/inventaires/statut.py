"""`coeurdeville inventaire statut`: what is known today of the openness of data, or what the holder answers to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coeurdeville.cli.inventaires.demander import DAY_UNREADABLE
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.inventory.vocabulaire import Ouverture

if TYPE_CHECKING:
    from datetime import date

    from coeurdeville.inventory.ville import Ville

STATUS_OR_REPLY = Kind(
    "statut-ou-reponse",
    "La commande note un statut, ou la réponse du détenteur au dernier statut : l’un des deux, pas les deux.",
    "Écrire un statut ({known}), ou --reponse avec le texte de la réponse.",
)
UNSIGNED = Kind(
    "statut-sans-auteur-dit",
    "Un statut se note avec son auteur et sa preuve ; il manque {options}.",
    "Ajouter qui l’a constaté, et l’adresse, la lettre ou le fichier qui permet de le vérifier.",
)
CODES = tuple(str(one) for one in Ouverture)


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("entree")
@click.argument("statut", required=False, default="")
@click.option("--auteur", default="", help="Qui l’a constaté.")
@click.option("--preuve", default="", help="Adresse, lettre ou fichier qui permet de le vérifier.")
@click.option("--motif", default="", help="Pourquoi la donnée n’est pas ouverte, en quelques mots.")
@click.option("--fondement", default="", help="Article qui la ferme, comme crpa-l311-6.")
@click.option(
    "--date", "written", default="", help="Jour du constat ou de la réponse, JJ/MM/AAAA ; sinon, aujourd’hui."
)
@click.option("--reponse", "reply", default=None, help="Réponse du détenteur au dernier statut, dans ses mots.")
def command(
    dossier: Path,
    entree: str,
    statut: str,
    auteur: str,
    preuve: str,
    motif: str,
    fondement: str,
    written: str,
    reply: str | None,
) -> None:
    """Noter un statut d’ouverture, ou la réponse du détenteur ; les statuts d’avant restent.

    STATUT : ouverte, candidate, non-accessible-sans-raison, non-ouverte-propriete, non-ouverte-securite,
    non-ouverte-donnees-personnelles, payante-ou-limitee, cercle-de-confiance, n-existe-pas, non-renseigne.
    """
    from datetime import date

    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import day, spaced
    from coeurdeville.core.registry import pick
    from coeurdeville.inventory.donnee import Statut
    from coeurdeville.inventory.edition import entry_named
    from coeurdeville.inventory.statuts import add_reponse, add_statut
    from coeurdeville.inventory.ville import open_ville

    _refuse(statut, reply, auteur, preuve)
    when, today = _day(written) if written else date.today(), date.today()
    ville = open_ville(dossier)
    donnee = entry_named(ville, entree)
    if reply is not None:
        after = add_reponse(ville, entree, reply, when, today)
        said = f"Réponse du détenteur notée : {donnee.id}, le {day(when)}."
    else:
        ouverture = pick(statut, {str(one): one for one in Ouverture}, "Le statut")
        after = add_statut(ville, entree, Statut(when, ouverture, auteur, preuve, motif, fondement), today)
        said = f"Statut noté : {donnee.id}, {ouverture.libelle}, le {day(when)}."
    tell(_news(ville, after))
    click.echo(spaced(said))


def _refuse(statut: str, reply: str | None, auteur: str, preuve: str) -> None:
    """Both, neither, or a status that nobody signs."""
    if bool(statut) == (reply is not None):
        raise Refused([STATUS_OR_REPLY(known=", ".join(CODES))])
    lacking = [name for name, text in (("--auteur", auteur), ("--preuve", preuve)) if not text.strip()]
    if statut and lacking:
        raise Refused([UNSIGNED(options=" et ".join(lacking))])


def _day(text: str) -> date:
    from datetime import datetime

    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").date()
    except ValueError as error:
        raise Refused([DAY_UNREADABLE(text=text, option="--date")]) from error


def _news(before: Ville, after: Ville) -> list[Problem]:
    """What the inventory says now that it did not say."""
    return [one for one in after.problems if one not in before.problems]
