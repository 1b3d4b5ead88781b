"""The « Lisez-moi » sheet in words: what is in the files, how to read them, under which licence, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coeurdeville.core import french
from coeurdeville.reports.diagnostic import GRADES
from coeurdeville.reports.exports.facts import Cited, cited
from coeurdeville.reports.exports.zone_tables import ZoneTable
from coeurdeville.reports.model import Report
from coeurdeville.reports.subject import Chapter

TOWN = ("Indicateurs", "les chiffres de la commune, un par ligne.")
OTHERS = (
    ("Répartitions", "les chiffres par catégorie\u00a0: espèces, stades, groupes."),
    ("Données", "les couches utilisées, présentes ou manquantes, et d’où elles viennent."),
)
READING = (
    ("Chiffre absent", "La raison est écrite à sa place. Ce n’est jamais zéro."),
    ("Parts", "De 0 à 100\u202f%."),
    (
        "Part couverte",
        "Part de la zone où les données utilisées sont connues. Le chiffre ne vaut que là. Vide quand le contour de la "
        "commune n’est pas connu.",
    ),
    ("Modalité", "Ce qu’un service distingue, comme un scénario de crue."),
    (
        "Paramètre",
        "Une autre valeur de réglage, pour voir combien le chiffre en dépend. Vide\u00a0: la valeur retenue.",
    ),
    ("En tête", "Par zone, seule la catégorie la plus fréquente d’une répartition est donnée."),
)
FILES = (
    ("diagnostic.html, diagnostic.pdf", "le rapport à lire, à l’écran et sur papier."),
    ("diagnostic.gpkg", "les cartes, aux couleurs du rapport, à ouvrir dans QGIS."),
    (
        "indicateurs.csv",
        "tous les chiffres, un par ligne, pour un tableur français ou un programme\u00a0: point-virgule, virgule "
        "décimale, UTF-8 avec sa marque, dates comme 2026-11-23. Un texte qu’un tableur prendrait pour une formule "
        "y est précédé d’une apostrophe.",
    ),
    ("diagnostic.json", "tout le diagnostic, pour un programme."),
)
HEADERS = ("Service", "Sources", "Date des données", "Licence", "Méthode et paramètres", "Confiance", "Pourquoi pas A")


@dataclass(frozen=True)
class Section:
    """A heading and its lines: a word, what is to be said of it."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Readme:
    """The sheet."""

    title: str
    intro: str
    sections: tuple[Section, ...]
    services: tuple[tuple[str, ...], ...]
    """Rows under `HEADERS`."""


def sheet_name(table: ZoneTable) -> str:
    """`Par quartier`."""
    return french.capital(f"par {table.zoning}")


def readme_of(chapters: Sequence[Chapter], report: Report, tables: Sequence[ZoneTable]) -> Readme:
    """The words of this diagnostic."""
    zones = tuple((sheet_name(table), f"les mêmes chiffres par {table.zoning}.") for table in tables)
    gaps = tuple(
        (gap.what, _sentence(f"{gap.why}. Pour l’obtenir\u00a0: {gap.next_step}")) for gap in report.brief.gaps
    )
    return Readme(
        title=f"{report.title}\u00a0: {report.town}",
        intro=f"Calculé le {report.date}. {report.colophon}",
        sections=(
            Section("Ce que contient ce classeur", (TOWN, *zones, *OTHERS)),
            Section("Comment le lire", READING),
            Section("Confiance", ((GRADES.answer.rstrip("."), GRADES.detail),)),
            Section("Licence de ces résultats", ((report.licence.answer.rstrip("."), report.licence.detail),)),
            Section("Ce qui manque", gaps or (("Rien", "Tous les services ont donné tous leurs chiffres."),)),
            Section("Les autres fichiers", FILES),
        ),
        services=tuple((chapter.service.title, *_row(cited(chapter))) for chapter in chapters),
    )


def _row(one: Cited) -> tuple[str, ...]:
    return one.sources, one.dates, one.licence, one.method, one.grade, one.reasons


def _sentence(text: str) -> str:
    return f"{french.capital(text)}."
