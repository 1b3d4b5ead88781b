"""What keeps a revision from being read or saved, said in French; failures of the disk included."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from coeurdeville.core.problems import Kind, Refused

LOG = logging.getLogger(__name__)
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What systems answer when there is no room left, for all or for one user."""

REVISION_LATE = Kind(
    "revision-depassee",
    "Le dossier a changé entre-temps : la révision {base} n’est plus la dernière.",
    "Comparer les deux textes, puis garder l’un, l’autre, ou les réunir. Rien n’a été effacé.",
)
REVISION_UNKNOWN = Kind(
    "revision-inconnue", "La révision {number} n’existe pas.", "Choisir l’une des révisions de l’historique."
)
REVISION_DAMAGED = Kind(
    "revision-illisible",
    "La fiche de la révision {number} est abîmée.",
    "La retrouver dans une sauvegarde du site ; les autres révisions restent lisibles.",
)
OBJECT_MISSING = Kind(
    "objet-absent",
    "Le contenu de « {file} » n’est plus dans le dépôt.",
    "Restaurer une révision antérieure, ou retrouver le contenu dans une sauvegarde du site.",
)
OBJECT_DAMAGED = Kind(
    "objet-abime",
    "Le contenu de « {file} » n’est plus celui qui avait été enregistré.",
    "Restaurer une révision antérieure, ou retrouver le contenu dans une sauvegarde du site.",
)
DISK_FULL = Kind(
    "disque-plein",
    "Il n’y a plus de place sur le disque du site : rien n’a été enregistré.",
    "Prévenir qui héberge le site, puis recommencer. La révision précédente est entière.",
)
DISK_DENIED = Kind(
    "depot-inaccessible",
    "Le dossier de la ville n’a pas pu être lu ou écrit : rien n’a été enregistré.",
    "Prévenir qui héberge le site, puis recommencer. La révision précédente est entière.",
)
OTHER_TOWN = Kind(
    "dossier-d-une-autre-commune",
    "Ce dossier est celui de la commune {code}, et non de la commune {expected}.",
    "Choisir le dossier de cette ville.",
)
NO_TOWN = Kind(
    "dossier-sans-ville",
    "Il n’y a pas de fichier ville.toml dans ce dossier.",
    "Choisir le dossier entier d’une ville.",
)
NAME_REFUSED = Kind(
    "nom-de-fichier-refuse",
    "Ce dossier ne peut pas être gardé à cause de {count_words}.",
    "N’y mettre que des fichiers, aux noms courts : lettres, chiffres, espaces, tirets et points.",
)


@contextmanager
def saying_why() -> Iterator[None]:
    """Turns a failure of the disk into `disque-plein` or `depot-inaccessible`; what failed goes to the log."""
    try:
        yield
    except OSError as failure:
        LOG.exception("the folder of a town cannot be read or written")
        kind = DISK_FULL if failure.errno in FULL else DISK_DENIED
        raise Refused([kind()]) from failure
