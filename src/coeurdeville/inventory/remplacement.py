"""A newer file given to an entry: what is written of the data stays, columns are recognised anew."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count
from pathlib import Path
from typing import Any

from coeurdeville.core.french import slug
from coeurdeville.inventory.ajout import Ajout, add_file
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.edition import edit_entry, entry_named
from coeurdeville.inventory.fichiers import file_name, keep, main_file, parts
from coeurdeville.inventory.ville import Ville, open_ville


def replace_file(dossier: Path, name: str, fichier: Path, **options: Any) -> Ajout:
    """Make a file that of an entry; the former one goes, unless another entry reads it.

    Its name follows, and so does the title of the entry when it was but the name of the former file.

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
    others = {one.fichier for one in (*ville.donnees, *ville.ecartees) if one.id != donnee.id}
    kept = _name_for(ville, donnee, source, others)
    keep(source, dossier / kept)

    def hold(entry: Any) -> None:
        entry["fichier"] = kept
        if _titled_by_file(donnee):
            entry["titre"] = source.stem

    edit_entry(ville, donnee.id, hold)
    made = add_file(dossier, dossier / kept, donnee.couche, **options)
    if donnee.fichier and donnee.fichier not in {kept, *others}:
        for one in parts(dossier / donnee.fichier):
            one.unlink(missing_ok=True)
    return made


def _name_for(ville: Ville, donnee: Donnee, source: Path, others: Collection[str]) -> str:
    """A name after that of the file: that of the former one when it is the same, never that of another entry's."""
    for rank in count(1):
        name = file_name(source, rank)
        if name not in others and (name == donnee.fichier or not (ville.dossier / name).exists()):
            return name
    raise AssertionError("unreachable")


def _titled_by_file(donnee: Donnee) -> bool:
    """Whether nobody gave a title: it is still the name of the former file, written as no title is."""
    stem = re.sub(r"-\d+$", "", Path(donnee.fichier).stem)
    return slug(donnee.titre) == stem and (donnee.titre == stem or "_" in donnee.titre)
