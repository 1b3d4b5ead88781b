"""An imported inventory put into that of a town: nothing of the town is overwritten unless it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coeurdeville.catalogue.exchange.contract import Entry, Imported
from coeurdeville.core.french import plural, slug
from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.controle import check_file
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville, add_donnee
from coeurdeville.schemas.mapping.toml_table import KEY_UNKNOWN

KNOWN_LEFT = Kind(
    "import-donnee-deja-la",
    "{count_words} de la ville sont déjà dans l’inventaire : elles sont laissées comme elles sont.",
    "Pour les compléter d’après le fichier : --remplacer.",
    Level.WARNING,
)
FILE_LEFT = Kind(
    "import-fichier-absent",
    "Des fichiers nommés ne sont pas dans le dossier de la ville : leur nom est gardé sous « fichier_lu ».",
    "Les ajouter : coeurdeville ville ajouter.",
    Level.WARNING,
)
HISTORIES = ("statuts", "conformites")
"""Fields to which an import adds, and from which it never takes away."""


@dataclass(frozen=True)
class Merged:
    """What became of the entries of a file."""

    ville: Ville
    added: tuple[Donnee, ...]
    updated: tuple[Donnee, ...]
    left: tuple[Donnee, ...]
    """Those of the file that the town already has, when nothing may be replaced."""
    problems: tuple[Problem, ...]


def merge(ville: Ville, imported: Imported, *, by_title: bool = False, replacing: bool = False) -> Merged:
    """The town with the entries of a file, written at once.

    Parameters
    ----------
    by_title
        The file has no identifiers of its own: an entry of the same title is the same.
    replacing
        What the file says of an entry that the town has takes the place of what the town says; what the file does not
        speak of stays, the mapping of columns and the history of statuses included.
    """
    known = {one.id: one for one in (*ville.ecartees, *ville.donnees)}
    titles = {slug(one.titre): one.id for one in known.values() if one.titre}
    entries = [_named(one, titles) if by_title else one for one in imported.entries]
    news = [one.donnee for one in entries if one.donnee.id not in known]
    again = [one for one in entries if one.donnee.id in known]
    updated = [_updated(known[one.donnee.id], one) for one in again] if replacing else []
    left = [] if replacing else [one.donnee for one in again]
    without: list[str] = []
    written = [_with_file(one, ville, without) for one in (*news, *updated)]
    after = add_donnee(ville, *written) if written else ville
    problems = (*imported.problems, *_saying(left, without), *_new_problems(ville, after))
    return Merged(after, tuple(written[: len(news)]), tuple(written[len(news) :]), tuple(left), problems)


def _named(entry: Entry, titles: dict[str, str]) -> Entry:
    known = titles.get(slug(entry.donnee.titre))
    return replace(entry, donnee=replace(entry.donnee, id=known)) if known else entry


def _updated(before: Donnee, entry: Entry) -> Donnee:
    """What the town says, under what the file says."""
    said, new = entry.said - {"id", "autres", *HISTORIES}, entry.donnee
    fields = {name: getattr(new, name) for name in said}
    histories: dict[str, Any] = {name: _longer(getattr(before, name), getattr(new, name)) for name in HISTORIES}
    if entry.undated and before.statut and new.statut and replace(before.statut, date=new.statut.date) == new.statut:
        histories["statuts"] = before.statuts
    return replace(before, autres={**before.autres, **new.autres}, **fields, **histories)


def _longer(before: Sequence[object], new: Sequence[object]) -> tuple[object, ...]:
    return (*before, *(one for one in new if one not in before))


def _with_file(donnee: Donnee, ville: Ville, without: list[str]) -> Donnee:
    """The entry, without a file that is not there: it could not be used."""
    if not any(check_file(donnee, ville.dossier)):
        return donnee
    without.append(f"{donnee.id} : {donnee.fichier}")
    return replace(donnee, fichier="", autres={**donnee.autres, "fichier_lu": donnee.fichier})


def _saying(left: Sequence[Donnee], without: Sequence[str]) -> Iterator[Problem]:
    if left:
        yield KNOWN_LEFT(count_words=plural(len(left), "donnée"), examples=[one.id for one in left])
    if without:
        yield FILE_LEFT(examples=without)


def _new_problems(before: Ville, after: Ville) -> list[Problem]:
    """What the inventory says of itself that it did not say, but for unknown keys: the import tells of them."""
    return [one for one in after.problems if one not in before.problems and one.code != KEY_UNKNOWN.code]
