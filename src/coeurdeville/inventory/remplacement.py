"""A newer file given to an entry: what is written of the data stays, columns are recognised anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coeurdeville.inventory.ajout import Ajout, add_file
from coeurdeville.inventory.edition import edit_entry, entry_named
from coeurdeville.inventory.fichiers import keep, main_file, name_for, parts
from coeurdeville.inventory.ville import Ville, open_ville


def replace_file(dossier: Path, name: str, fichier: Path, **options: Any) -> Ajout:
    """Make a file that of an entry; the former one goes, unless another entry reads it.

    Parameters
    ----------
    options
        As those of `add_file`.

    Raises
    ------
    Refused
        `nom-inconnu`, and everything that keeps the file from making the layer of the entry: the folder is then to be
        thrown away.
    """
    ville = open_ville(dossier)
    donnee, source = entry_named(ville, name), main_file(fichier)
    alone = _readers(ville, donnee.fichier) == 1
    named = alone and Path(donnee.fichier).suffix == source.suffix
    kept = donnee.fichier if named else name_for(ville, source, [donnee.couche])
    keep(source, dossier / kept)

    def hold(entry: Any) -> None:
        entry["fichier"] = kept

    edit_entry(ville, donnee.id, hold)
    made = add_file(dossier, dossier / kept, donnee.couche, **options)
    if alone and not named:
        for one in parts(dossier / donnee.fichier):
            one.unlink(missing_ok=True)
    return made


def _readers(ville: Ville, fichier: str) -> int:
    """How many entries read a file; none when there is no file."""
    return sum(one.fichier == fichier for one in (*ville.donnees, *ville.ecartees)) if fichier else 0
