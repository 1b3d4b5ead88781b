"""A town's folder as its space shows it and as its members change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coeurdeville.comptes.auteurs import noms, signature
from coeurdeville.core.french import plain
from coeurdeville.espaces.index import suivre
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Espace
from coeurdeville.inventory.revisions.contenus import entries
from coeurdeville.inventory.texte import read_texte
from coeurdeville.inventory.ville import FICHIER, FICHIERS, Ville, open_ville

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.inventory.donnee import Donnee
    from coeurdeville.inventory.revisions.depot import Changer
    from coeurdeville.inventory.revisions.revision import Revision


@dataclass(frozen=True)
class Dossier:
    """A revision of the folder of a town that has a space."""

    espace: Espace
    revision: Revision | None
    """None before the first."""
    ville: Ville | None

    @property
    def base(self) -> int:
        """Number of the revision; 0 before the first."""
        return 0 if self.revision is None else self.revision.numero

    @property
    def donnees(self) -> Sequence[Donnee]:
        """Every entry, those with errors included, by title."""
        if self.ville is None:
            return ()
        found = (*self.ville.donnees, *self.ville.ecartees)
        return sorted(found, key=lambda one: plain(one.titre or one.id))

    @property
    def fichiers(self) -> Sequence[str]:
        """Paths of the files of data that the folder holds."""
        return (
            [] if self.revision is None else [one for one in self.revision.fichiers if one.startswith(f"{FICHIERS}/")]
        )

    def donnee(self, identifiant: str) -> Donnee | None:
        """The entry of this identifier; None when there is none."""
        return next((one for one in self.donnees if one.id == identifiant), None)


def dossier(commune: str) -> Dossier:
    """The last revision of a town's folder.

    Raises
    ------
    Refused
        When the revision or one of its files is not there whole, or its inventory cannot be read.
    """
    espace = Espace.objects.get(commune=commune)
    last = depot(commune).derniere()
    return Dossier(espace, last, open_ville(depot(commune).ouvrir(last.numero)) if last else None)


def apercu(commune: str) -> Dossier:
    """The same without its inventory, which is not read: for pages that must answer when it cannot be."""
    return Dossier(Espace.objects.get(commune=commune), depot(commune).derniere(), None)


def entree_ecrite(commune: str, numero: int, identifiant: str) -> Mapping[str, Any] | None:
    """What a revision writes of an entry, as plain values; None when it does not hold it.

    Raises
    ------
    Refused
        `revision-inconnue`, and what keeps the revision from being read.
    """
    text = read_texte(depot(commune).ouvrir(numero) / FICHIER)
    return entries(text).get((identifiant, 0))


def enregistrer(commune: str, base: int, changer: Changer, par: Utilisateur, motif: str) -> Revision:
    """The next revision, after a change made to revision `base`; what others changed meanwhile stays.

    Raises
    ------
    Refused
        What `changer` or the disk refuses; a `Conflit` when others changed the same thing.
    """
    made = depot(commune).fusionner(base, changer, signature(par, commune), motif)
    suivre(commune)
    return made


def restaurer(commune: str, numero: int, par: Utilisateur, motif: str) -> Revision:
    """An old revision made the last one again."""
    made = depot(commune).restaurer(numero, signature(par, commune), motif)
    suivre(commune)
    return made


def importer(commune: str, archive: Path, par: Utilisateur, motif: str) -> Revision:
    """The town folder of a ZIP file made the last revision."""
    made = depot(commune).importer(archive, signature(par, commune), motif)
    suivre(commune)
    return made


def numeros(commune: str) -> Sequence[int]:
    """The numbers of the revisions, latest first."""
    return sorted(depot(commune).fiches.numbers(), reverse=True)


def historique(commune: str, numeros: Iterable[int]) -> Sequence[tuple[Revision, str]]:
    """These revisions, each with the name of its author."""
    found = [depot(commune).revision(number) for number in numeros]
    names = noms(one.auteur for one in found)
    return [(one, names[one.auteur]) for one in found]


def auteur(revision: Revision) -> str:
    """The name of who made a revision."""
    return noms([revision.auteur])[revision.auteur]
