"""The page of data: every layer used or missing, who holds it, under which licence, what to do next."""

from __future__ import annotations

from collections.abc import Iterable

from coeurdeville.core import french
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.core.problems import Level, Problem
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.reports.exhibits import Column, Table
from coeurdeville.reports.model import DataPage
from coeurdeville.reports.palette import Status
from coeurdeville.reports.subject import Chapter, Subject

COLUMNS = (
    Column("Donnée"),
    Column("État", shows="badge"),
    Column("Détenteur"),
    Column("Date et licence"),
    Column("Contrôle"),
    Column("Suite à donner"),
)


def data_page(subject: Subject, chapters: Iterable[Chapter]) -> DataPage:
    """Every layer that a service asks for or that the inventory lists, those used first."""
    used = {use.found for chapter in chapters for use in chapter.result.used}
    lacking = _lacking(subject)
    rows: list[tuple[tuple[str, ...], Status]] = [
        *((_present(subject, kind), "ok" if kind.id in used else "partial") for kind in subject.donnees),
        *((_absent(kind), "missing") for kind in lacking),
    ]
    count = len(rows) - len(lacking)
    said = f"{french.capital(french.how_many(count, 'couche', feminine=True))} dans le dossier de la ville"
    missing = f"{french.how_many(len(lacking), 'manquante', feminine=True)}" if lacking else "aucune ne manque"
    table = Table("Couches présentes et manquantes", COLUMNS, tuple(row for row, _ in rows),
                  badges=tuple(status for _, status in rows))  # fmt: skip
    return DataPage(f"{said}, {missing}.", table)


def _present(subject: Subject, kind: type[Layer]) -> tuple[str, ...]:
    donnee, layer = subject.donnees[kind], subject.on_offer[kind].layer
    origin = layer.origin
    read = f"{french.plural(origin.read, 'objet lu', 'objets lus')}, {french.number(origin.kept)} gardés"
    warned = [problem for problem in subject.problems.get(donnee.id, ()) if problem.level is Level.WARNING]
    return (
        kind.title,
        "présente",
        donnee.producteur or "à préciser",
        f"{origin.vintage or 'date inconnue'}, {origin.licence.title}",
        f"{read}{_warnings(warned)}",
        _next_step(subject, kind),
    )


def _warnings(warned: list[Problem]) -> str:
    count = len(warned)
    return f"\u202f; {french.plural(count, 'avertissement')}" if count else ""


def _next_step(subject: Subject, kind: type[Layer]) -> str:
    donnee = subject.donnees[kind]
    steps = []
    if donnee.licence is UNKNOWN:
        steps.append("confirmer la licence")
    if donnee.millesime is None:
        steps.append("dater les données")
    if not donnee.producteur:
        steps.append("dire qui les produit")
    if donnee.correspondance.a_confirmer:
        steps.append("confirmer les colonnes douteuses")
    return french.capital(french.listing(steps)) if steps else "Rien"


def _lacking(subject: Subject) -> list[type[Layer]]:
    """Layers that a service asks for and for which nothing stands, by title."""
    found = {kind for one in subject.outcomes for kind in one.forecast.missing.values()}
    return sorted(found, key=lambda kind: kind.title)


def _absent(kind: type[Layer]) -> tuple[str, ...]:
    return (
        kind.title,
        "manquante",
        "à trouver",
        "inconnues",
        "rien à contrôler",
        f"Ajouter la couche «\u00a0{kind.slug}\u00a0»",
    )
