"""Two changes made from the same revision put together, when they do not bear on the same entry or file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.inventory.retouche import append, retouch
from coeurdeville.inventory.revisions.atelier import files_of
from coeurdeville.inventory.revisions.contenus import Key, entries, head, zip_keys
from coeurdeville.inventory.revisions.objets import digest
from coeurdeville.inventory.texte import read_texte, write_texte
from coeurdeville.inventory.ville import FICHIER

ENTRY_TWICE = Kind(
    "entree-modifiee-deux-fois",
    "La donnée « {id} » a été modifiée entre-temps par quelqu’un d’autre.",
    "Choisir, pour chaque réponse, celle qu’il faut garder.",
)
HEAD_TWICE = Kind(
    "ville-modifiee-deux-fois",
    "Ce que ville.toml dit de la ville elle-même a été modifié entre-temps par quelqu’un d’autre.",
    "Recommencer à partir de la dernière révision.",
)
FILE_TWICE = Kind(
    "fichier-modifie-deux-fois",
    "Le fichier « {file} » a été modifié entre-temps par quelqu’un d’autre.",
    "Recommencer à partir de la dernière révision, sous un autre nom pour garder les deux.",
)


@dataclass(frozen=True)
class Divergence:
    """An entry that two authors changed otherwise, as tables of plain values; None: it was not there, or is gone."""

    id: str
    base: Mapping[str, Any] | None
    mienne: Mapping[str, Any] | None
    autre: Mapping[str, Any] | None


class Conflit(Refused):
    """Changes that cannot be put together without somebody choosing. Holds every text: nobody's words are lost."""

    def __init__(self, problems: tuple[Problem, ...], divergences: tuple[Divergence, ...] = ()) -> None:
        super().__init__(problems)
        self.divergences = divergences


def fusion(base: str, mine: str, theirs: str) -> str:
    """The text `theirs` of `ville.toml` with what `mine` changes from `base`.

    An entry that both changed is refused, unless both made it say the same. Comments and order are those of `theirs`.

    Raises
    ------
    Conflit
        With the entries concerned, in the three states.
    """
    three = [entries(text) for text in (base, mine, theirs)]
    changed = [key for key in dict.fromkeys((*three[1], *three[0])) if three[0].get(key) != three[1].get(key)]
    _require_apart([Divergence(key[0], *(one.get(key) for one in three)) for key in changed])
    document = tomlkit.parse(theirs)
    _apply_head(document, *(head(text) for text in (base, mine, theirs)))
    for key in changed:
        _apply(document, key, three[1].get(key))
    return tomlkit.dumps(document)


def _require_apart(changed: list[Divergence]) -> None:
    twice = tuple(one for one in changed if one.autre not in (one.base, one.mienne))
    if twice:
        raise Conflit(tuple(ENTRY_TWICE(id=one.id) for one in twice), twice)


def _apply_head(document: Any, base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    if mine in (base, theirs):
        return
    if theirs != base:
        raise Conflit((HEAD_TWICE(),))
    for key in base.keys() - mine.keys():
        del document[key]
    for key, value in mine.items():
        if isinstance(value, Mapping) and isinstance(document.get(key), Mapping):
            retouch(document[key], value)
        elif document.get(key) != value:
            document[key] = value


def _apply(document: Any, key: Key, wanted: Mapping[str, Any] | None) -> None:
    """Make the entry of this key say what is wanted, appear, or go."""
    rows = document.setdefault("donnees", tomlkit.aot())
    rank = next((rank for rank, (one, _) in enumerate(zip_keys(rows)) if one == key), None)
    if rank is None:
        if wanted is not None:
            append(rows, wanted)
    elif wanted is None:
        del rows[rank]
    else:
        retouch(rows[rank], wanted)


def merge_folders(base: Path, mine: Path, theirs: Path, before: Mapping[str, str], other: Mapping[str, str]) -> None:
    """Bring into the folder `theirs` what `mine` changes from `base`.

    Parameters
    ----------
    before, other
        Path -> digest of the files of `base` and of `theirs`.

    Raises
    ------
    Conflit
        With every file, or every entry, that both changed; `theirs` is then to be thrown away.
    """
    after = {path: digest(mine / path) for path in files_of(mine)}
    changed = [path for path in sorted({*before, *after} - {FICHIER}) if before.get(path) != after.get(path)]
    problems = tuple(_twice(changed, before, after, other))
    if problems:
        raise Conflit(problems)
    for path in changed:
        _bring(mine / path, theirs / path)
    merged = fusion(*(read_texte(folder / FICHIER) for folder in (base, mine, theirs)))
    write_texte(theirs / FICHIER, tomlkit.parse(merged))


def _twice(
    changed: list[str], before: Mapping[str, str], after: Mapping[str, str], other: Mapping[str, str]
) -> Iterator[Problem]:
    for path in changed:
        if other.get(path) not in (before.get(path), after.get(path)):
            yield FILE_TWICE(file=path)


def _bring(source: Path, target: Path) -> None:
    if not source.exists():
        target.unlink(missing_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
