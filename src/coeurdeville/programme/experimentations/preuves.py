"""What shows something of a project: it exists when it is attached, and it is said when it is gone later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind, Problem
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Edition, Entree
from coeurdeville.programme.experimentations.models import Preuve
from coeurdeville.programme.lieux import pieces_du_projet

if TYPE_CHECKING:
    from coeurdeville.programme.models import Experimentation

ABSENT = Kind(
    "preuve-absente",
    "La ville n’a pas de « {reference} » parmi ce qui est {kind}.",
    "Choisir dans la liste, ou l’ajouter d’abord à l’espace de la ville.",
)
KINDS = {
    Preuve.Sorte.ENTREE: "inscrit à son inventaire",
    Preuve.Sorte.EDITION: "publié comme diagnostic",
    Preuve.Sorte.REVISION: "gardé de son dossier",
    Preuve.Sorte.FICHIER: "gardé de ce projet",
}


@dataclass(frozen=True)
class Piece:
    """A piece of evidence as it stands today."""

    preuve: Preuve
    presente: bool
    titre: str
    """What it is called today, else the reference that it had."""
    chemin: str
    """Where it is read; empty when it is gone."""


def verifier(preuve: Preuve) -> Iterator[Problem]:
    """Nothing when what it refers to is there."""
    project = preuve.experimentation
    if preuve.reference not in _present(project.commune, project.pk, preuve.sorte, {preuve.reference}):
        yield ABSENT(reference=preuve.reference, kind=KINDS[Preuve.Sorte(preuve.sorte)])


def pieces(projet: Experimentation, preuves: Iterable[Preuve]) -> Sequence[Piece]:
    """The evidence of a project with what has become of it: one query for entries, one for editions, when asked."""
    listed = list(preuves)
    found = {
        sort: _present(projet.commune, projet.pk, sort, {one.reference for one in listed if one.sorte == sort})
        for sort in {one.sorte for one in listed}
    }
    return [_piece(projet, one, found[one.sorte].get(one.reference)) for one in listed]


def choix(projet: Experimentation, sorte: str) -> list[tuple[str, str]]:
    """What can be attached: reference and title."""
    return sorted(_present(projet.commune, projet.pk, sorte, None).items(), key=lambda pair: pair[1].casefold())


def _piece(projet: Experimentation, one: Preuve, title: str | None) -> Piece:
    return Piece(one, title is not None, title or one.reference, _path(projet, one) if title is not None else "")


def _path(projet: Experimentation, one: Preuve) -> str:
    space = f"/espace/{projet.commune}"
    return {
        Preuve.Sorte.ENTREE: f"{space}/donnees/{one.reference}/",
        Preuve.Sorte.EDITION: f"{space}/editions/{one.reference}/",
        Preuve.Sorte.REVISION: f"{space}/historique/{one.reference}/",
        Preuve.Sorte.FICHIER: f"/experimentations/{projet.pk}/fichiers/{one.reference}",
    }[Preuve.Sorte(one.sorte)]


def _present(commune: str, projet: int, sorte: str, references: set[str] | None) -> dict[str, str]:
    """Reference -> title of what is there, among these references or all."""
    if sorte == Preuve.Sorte.ENTREE:
        entries = Entree.objects.filter(espace__commune=commune)
        chosen = entries if references is None else entries.filter(identifiant__in=references)
        return {key: title or key for key, title in chosen.values_list("identifiant", "titre")}
    if sorte == Preuve.Sorte.EDITION:
        public = Edition.objects.filter(espace__commune=commune, publiee_le__isnull=False, retiree_le__isnull=True)
        return {one.identifiant: f"diagnostic du {one.jour}" for one in public}
    if sorte == Preuve.Sorte.REVISION:
        return {str(one.numero): f"révision {one.numero}, {one.motif}" for one in depot(commune).revisions()}
    folder = pieces_du_projet(projet)
    return {path.name: path.name for path in folder.iterdir()} if folder.is_dir() else {}
