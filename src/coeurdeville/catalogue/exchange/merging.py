"""An imported inventory put into that of a town: nothing of the town is overwritten unless it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coeurdeville.catalogue.exchange.completing import Overwrite, completed
from coeurdeville.catalogue.exchange.contract import Entry, Imported
from coeurdeville.catalogue.exchange.identifiers import unused
from coeurdeville.catalogue.exchange.merge_problems import told
from coeurdeville.catalogue.exchange.town_writing import write_entries
from coeurdeville.core.french import slug
from coeurdeville.core.problems import Problem
from coeurdeville.inventory.controle import check_file
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.schemas.mapping.toml_table import KEY_UNKNOWN


@dataclass(frozen=True)
class Merged:
    """What became of the entries of a file."""

    ville: Ville
    added: tuple[Donnee, ...]
    updated: tuple[Donnee, ...]
    """Those of the town that the file completes or changes."""
    same: tuple[Donnee, ...]
    """Those of the town of which the file says nothing more, when what they say may be replaced."""
    left: tuple[Donnee, ...]
    """Those of the file that the town already has, when nothing may be replaced."""
    problems: tuple[Problem, ...]


@dataclass
class Merging:
    """A merge in the making."""

    before: dict[str, Donnee]
    """What the town says, by identifier; entries that are set aside are not among them."""
    aside: frozenset[str]
    """Identifiers of the entries with errors, and those that several entries bear: they are not touched."""
    now: dict[str, Donnee] = field(default_factory=dict)
    added: dict[str, Donnee] = field(default_factory=dict)
    left: list[Donnee] = field(default_factory=list)
    untouched: list[str] = field(default_factory=list)
    """Places of the rows about entries that are set aside."""
    overwrites: list[Overwrite] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    """Files that are named and not there."""
    joined: list[str] = field(default_factory=list)
    """Places of rows about an entry that only the town has."""
    unknown: list[tuple[str, str]] = field(default_factory=list)
    """Identifier that nobody knows, place of the row."""

    def take(self, entry: Entry, *, replacing: bool) -> None:
        """Put one entry of the file where it belongs."""
        name = entry.donnee.id
        if name in self.aside:
            self.untouched.append(f"« {name} », {entry.place}")
        elif name not in self.now:
            self.added[name] = entry.donnee
        elif replacing:
            self.complete(entry)
        else:
            self.left.append(entry.donnee)

    def join(self, orphan: Entry) -> None:
        """Put a row of another sheet with the entry that only the town has; it can but add to it."""
        name = orphan.donnee.id
        if name in self.aside:
            self.untouched.append(f"« {name} », {orphan.place}")
        elif name in self.before:
            self.joined.append(f"« {name} » : {orphan.place}")
            self.complete(orphan)
        else:
            self.unknown.append((name, orphan.place))

    def complete(self, entry: Entry) -> None:
        """Add to an entry of the town what the file says of it."""
        name = entry.donnee.id
        self.now[name], overwrites = completed(self.now[name], entry)
        self.overwrites.extend(overwrites)


def merge(ville: Ville, imported: Imported, *, by_title: bool = False, replacing: bool = False) -> Merged:
    """The town with the entries of a file, written at once.

    Parameters
    ----------
    by_title
        The file has no identifiers of its own: an entry of the same title is the same, and no other.
    replacing
        What the file says of an entry that the town has takes the place of what the town says, which is told; a blank
        erases nothing, statuses, cooperations and checks are added, the mapping of columns stays.
    """
    merging = _begun(ville)
    entries = _named(imported.entries, ville) if by_title else imported.entries
    for entry in entries:
        merging.take(replace(entry, donnee=_with_file(entry.donnee, ville, merging.without)), replacing=replacing)
    for orphan in imported.orphans:
        merging.join(orphan)
    changed = {name: (one, merging.now[name]) for name, one in merging.before.items() if merging.now[name] != one}
    added = tuple(merging.added.values())
    after = write_entries(ville, added, changed) if added or changed else ville
    seen = {one.donnee.id for one in entries} & set(merging.before) if replacing else set()
    same = tuple(one for name, one in merging.before.items() if name in seen and name not in changed)
    updated = tuple(new for _, new in changed.values())
    problems = (*imported.problems, *told(merging), *_new_problems(ville, after))
    return Merged(after, added, updated, same, tuple(merging.left), problems)


def _begun(ville: Ville) -> Merging:
    counts = Counter(one.id for one in (*ville.donnees, *ville.ecartees))
    aside = {one.id for one in ville.ecartees} | {name for name, count in counts.items() if count > 1}
    before = {one.id: one for one in ville.donnees if one.id not in aside}
    return Merging(before, frozenset(aside), dict(before))


def _named(entries: Sequence[Entry], ville: Ville) -> list[Entry]:
    """The entries under the identifiers of those of the town that have their titles; the others under new ones."""
    known = (*ville.ecartees, *ville.donnees)
    titles = {slug(one.titre): one.id for one in known if one.titre}
    taken = {one.id for one in (*known, *(one.donnee for one in entries))}
    found = []
    for entry in entries:
        name = titles.get(slug(entry.donnee.titre), "")
        if not name:
            clashes = any(one.id == entry.donnee.id for one in known)
            name = unused(entry.donnee.id, taken) if clashes else entry.donnee.id
            taken.add(name)
        found.append(replace(entry, donnee=replace(entry.donnee, id=name)))
    return found


def _with_file(donnee: Donnee, ville: Ville, without: list[str]) -> Donnee:
    """The entry, without a file that is not there: it could not be used."""
    if not any(check_file(donnee, ville.dossier)):
        return donnee
    without.append(f"{donnee.id} : {donnee.fichier}")
    return replace(donnee, fichier="", autres={**donnee.autres, "fichier_lu": donnee.fichier})


def _new_problems(before: Ville, after: Ville) -> list[Problem]:
    """What the inventory says of itself that it did not say, but for unknown keys: the import tells of them."""
    already = set(before.problems)
    return [one for one in after.problems if one not in already and one.code != KEY_UNKNOWN.code]
