"""What is unsure or odd about a request, before it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import day, listing
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.demandes.competence import Detenteur
from coeurdeville.inventory.demandes.droit import articles_for
from coeurdeville.inventory.demandes.fondement import Destinataire, Fondement
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Ouverture

ALREADY_OPEN = Kind(
    "donnee-deja-ouverte",
    "« {title} » est déjà ouverte, sous {licence} : il n’y a rien à demander.",
    "La reprendre là où elle est publiée ; n’envoyer la lettre que si elle n’y est plus.",
    Level.WARNING,
)
CLOSED = Kind(
    "donnee-fermee",
    "« {title} » est notée « {status} » depuis le {day} ; les articles qui peuvent la fermer : {articles}.",
    "Lire la réponse du détenteur avant d’écrire, et demander plutôt un extrait ou une version agrégée.",
    Level.WARNING,
)
ABSENT = Kind(
    "donnee-inexistante",
    "« {title} » est notée « {status} » depuis le {day} : il n’y a rien à demander.",
    "La produire, ou demander qui le pourrait ; si elle existe désormais, noter son statut d’aujourd’hui.",
    Level.WARNING,
)
AUTHORITY_PRESUMED = Kind(
    "autorite-concedante-presumee",
    "La lettre pour « {title} » va à une autorité concédante présumée ; c’est peut-être la commune elle-même.",
    "Chercher qui a signé le contrat ; si c’est la commune, écrire au concessionnaire par "
    "--fondement concession-de-la-ville.",
    Level.WARNING,
)
NATIONAL = Kind(
    "donnee-nationale",
    "« {title} » est d’ordinaire produite et publiée pour tout le pays.",
    "La chercher d’abord : coeurdeville source liste.",
    Level.WARNING,
)
HOLDER_SUPPOSED = Kind(
    "detenteur-suppose",
    "L’inventaire ne dit pas qui détient « {title} ». {usual} {why}.",
    "Le vérifier par un appel, puis écrire detenteur et nature dans ville.toml.",
    Level.WARNING,
)
NATURE_UNKNOWN = Kind(
    "detenteur-sans-nature",
    "L’inventaire ne dit pas ce qu’est le détenteur de « {title} » : aucun droit n’est supposé.",
    "Écrire dans ville.toml, pour cette donnée, nature = l’un de : {known} ; ou choisir par --fondement.",
    Level.WARNING,
)


def doubts_of(
    title: str, holder: Detenteur, acteur: Acteur, donnee: Donnee | None, fondement: Fondement
) -> Iterator[Problem]:
    """What the sender should know first; `donnee` is None when the inventory lacks the data."""
    named = donnee is not None and bool(donnee.tenue_par or donnee.nature)
    if donnee is not None:
        yield from _of_status(donnee)
    if not named and holder.nature is Nature.ETAT:
        yield NATIONAL(title=title)
    elif not named:
        who = holder.nom or (holder.nature.libelle if holder.nature else "")
        usual = f"C’est d’ordinaire : {who}, car" if who else "Il est à trouver :"
        yield HOLDER_SUPPOSED(title=title, usual=usual, why=holder.pourquoi)
    if holder.nature is None and acteur in (Acteur.NON_RENSEIGNE, Acteur.ENTREPRISE):
        yield NATURE_UNKNOWN(title=title, known=", ".join(Nature))
    if fondement.destinataire is Destinataire.CONCEDANTE:
        yield AUTHORITY_PRESUMED(title=title)


def _of_status(donnee: Donnee) -> Iterator[Problem]:
    status, title = donnee.statut, donnee.titre
    if status is None:
        return
    words, when = status.ouverture.libelle, day(status.date)
    if status.ouverture is Ouverture.OUVERTE and donnee.licence.open:
        yield ALREADY_OPEN(title=title, licence=donnee.licence.title)
    if status.ouverture is Ouverture.ABSENTE:
        yield ABSENT(title=title, status=words, day=when)
    if status.ouverture.fermee:
        articles = listing([one.reference for one in articles_for(status.ouverture)])
        yield CLOSED(title=title, status=words, day=when, articles=articles)
