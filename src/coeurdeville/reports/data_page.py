"""The page of data: every layer used or missing, who holds it, under which licence, what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from coeurdeville.core import french
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.core.problems import Level, Problem
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Ouverture
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.vector import VectorLayer
from coeurdeville.layers.outline import Outline
from coeurdeville.reports.exhibits import Column, Table
from coeurdeville.reports.model import DataPage
from coeurdeville.reports.palette import Status
from coeurdeville.reports.subject import Chapter, Subject
from coeurdeville.reports.uses import uses_of
from coeurdeville.sources.catalogue import sources
from coeurdeville.territories.territory import Territory

COLUMNS = (
    Column("Donnée"),
    Column("État", shows="badge"),
    Column("Détenteur"),
    Column("Date et licence"),
    Column("Contrôle"),
    Column("Suite à donner"),
)


def data_page(subject: Subject, chapters: Sequence[Chapter]) -> DataPage:
    """Every layer that a service asks for or that the inventory lists, those that are there first."""
    lacking = _lacking(subject)
    contour: tuple[tuple[str, ...], Status] = (_contour(subject), "ok" if subject.contour else "missing")
    rows: list[tuple[tuple[str, ...], Status]] = [
        contour,
        *(_present(subject, kind, used=any(uses_of(kind, subject, chapters))) for kind in subject.donnees),
        *((_absent(kind), "missing") for kind in lacking),
        *((_told(one), "missing") for one in subject.told),
    ]
    present = sum(status != "missing" for _, status in rows)
    said = f"{french.capital(french.how_many(present, 'couche', feminine=True))} dans le dossier de la ville"
    count = len(rows) - present
    missing = french.how_many(count, "manquante", feminine=True) if count else "aucune ne manque"
    table = Table("Couches présentes et manquantes", COLUMNS, tuple(row for row, _ in rows),
                  badges=tuple(status for _, status in rows))  # fmt: skip
    return DataPage(f"{said}, {missing}.", table)


def _present(subject: Subject, kind: type[Layer], *, used: bool) -> tuple[tuple[str, ...], Status]:
    """A layer of the folder; its state says whether a service used it."""
    layer = subject.on_offer[kind].layer
    origin = layer.origin
    said = [problem for donnee in subject.donnees[kind] for problem in subject.problems.get(donnee.id, ())]
    warned = [problem for problem in said if problem.level is Level.WARNING]
    row = (
        kind.title,
        "utilisée" if used else "non utilisée",
        origin.producer or "à préciser",
        f"{origin.vintage or 'date inconnue'}, {origin.licence.title}",
        f"{_counts(layer, subject.town)}{_warnings(warned)}",
        _next_step(subject, kind),
    )
    return row, "ok" if used else "partial"


def _counts(layer: Layer, town: Territory) -> str:
    """`6 700 objets lus, 6 645 gardés, dont 75 hors de la commune`."""
    origin = layer.origin
    said = f"{french.plural(origin.read, 'objet lu', 'objets lus')}, {french.plural(origin.kept, 'gardé')}"
    out = int((~town.touches(layer.shapes)).sum()) if isinstance(layer, VectorLayer) else 0
    return f"{said}, dont {french.number(out)} hors de la commune" if out else said


def _warnings(warned: list[Problem]) -> str:
    count = len(warned)
    return f"\u202f; {french.plural(count, 'avertissement')}" if count else ""


def _next_step(subject: Subject, kind: type[Layer]) -> str:
    donnees, steps = subject.donnees[kind], []
    if any(donnee.licence is UNKNOWN for donnee in donnees):
        steps.append("confirmer la licence")
    if subject.on_offer[kind].layer.origin.vintage is None:
        steps.append("dater les données")
    if not all(donnee.producteur for donnee in donnees):
        steps.append("dire qui les produit")
    if any(donnee.correspondance.a_confirmer for donnee in donnees):
        steps.append("confirmer les colonnes douteuses")
    return french.capital(french.listing(steps)) if steps else "Rien"


def _lacking(subject: Subject) -> list[type[Layer]]:
    """Layers that a service asks for, for which nothing stands and of which the inventory says nothing, by title."""
    told = {one.couche for one in subject.told}
    found = {kind for one in subject.outcomes for kind in one.forecast.missing.values() if kind.slug not in told}
    return sorted(found, key=lambda kind: french.plain(kind.title))


def _contour(subject: Subject) -> tuple[str, ...]:
    """The outline, which cuts every figure."""
    origin = subject.contour
    if origin is None:
        return _absent(Outline)
    when = f"{origin.vintage or 'date inconnue'}, {origin.licence.title}"
    return (Outline.title, "utilisée", origin.producer or "à préciser", when, "sert à découper", "Rien")


def _absent(kind: type[Layer]) -> tuple[str, ...]:
    """A layer that is not there: who publishes it, if a source is known, and how to have it."""
    known = next((one for one in sources().values() if one.layer is kind), None)
    if known is None:
        step = f"Ajouter la couche «\u00a0{kind.slug}\u00a0»"
        return (kind.title, "manquante", "à trouver", "inconnues", "rien à contrôler", step)
    step = f"Chercher la source «\u00a0{known.slug}\u00a0»"
    return (kind.title, "manquante", known.publisher, french.capital(known.licence.title), "rien à contrôler", step)


def _told(donnee: Donnee) -> tuple[str, ...]:
    """Data that the town does not have: who holds them, under which status, what to do."""
    since = "" if donnee.statut is None else f" depuis le {french.day(donnee.statut.date)}"
    exists = donnee.ouverture is not Ouverture.ABSENTE
    state = "manquante" if exists else "n’existe pas"
    status = french.spaced(f"{french.capital(donnee.ouverture.libelle)}{since}")
    return (kinds()[donnee.couche].title, state, _holder(donnee), status, "rien à contrôler", _step(donnee))


def _holder(donnee: Donnee) -> str:
    """By name, unless it may be a person."""
    nature = donnee.nature.libelle if donnee.nature is not None else donnee.categorie.libelle
    named = donnee.categorie is not Acteur.CITOYENS or donnee.nature is Nature.ASSOCIATION
    return (named and donnee.tenue_par) or nature


def _step(donnee: Donnee) -> str:
    if donnee.ouverture is Ouverture.ABSENTE:
        return "La produire"
    if donnee.ouverture.fermee:
        return "Demander au détenteur ce qu’il peut communiquer"
    return "L’ajouter au dossier" if donnee.ouverture is Ouverture.OUVERTE else "La demander à son détenteur"
