"""A town's diagnostic as one structure, ready for every renderer."""

from __future__ import annotations

from collections.abc import Sequence

from coeurdeville.core import french
from coeurdeville.core.finding import Finding
from coeurdeville.core.licences import combine
from coeurdeville.core.references import references
from coeurdeville.reports.brief_page import brief_page
from coeurdeville.reports.data_page import data_page
from coeurdeville.reports.ground import Ground
from coeurdeville.reports.model import Report
from coeurdeville.reports.service_page import service_page
from coeurdeville.reports.statements import Reference
from coeurdeville.reports.subject import Chapter, Subject

TITLE = "Diagnostic de la ville"
EDITION = "Établi avec les données du dossier de la ville"
COLOPHON = (
    "Établi par coeurdeville, logiciel libre, non affilié à l’État, à la Banque des Territoires ni à OpenDataFrance. "
    "Les chiffres peuvent être recalculés à partir des données et des paramètres cités."
)
ROUNDING = Finding(
    "Arrondis.",
    "Les effectifs sont arrondis dans le texte et exacts dans les tableaux\u202f; les parts sont à 1\u202f% près, à "
    "0,1\u202f% près là où un repère est proche.",
)
GRADES = Finding(
    "Confiance.",
    "A\u00a0: données datées de moins de cinq ans, sur au moins 95\u202f% de la commune, moins de 5\u202f% de valeurs "
    "estimées. B\u00a0: l’une de ces conditions manque. C\u00a0: deux, ou une donnée en remplace une autre.",
)


def report_of(subject: Subject, chapters: Sequence[Chapter]) -> Report:
    """The diagnostic of a town."""
    ground = Ground.of(subject.town, subject.on_offer)
    brief = brief_page(subject, chapters, ground)
    services = [service_page(one, subject, ground) for one in chapters]
    return Report(
        title=TITLE,
        town=subject.place,
        date_iso=subject.today.isoformat(),
        date=french.long_day(subject.today),
        edition=EDITION,
        brief=brief,
        services=tuple(services),
        data=data_page(subject, chapters),
        methods=(*_methods(subject, chapters), GRADES, ROUNDING),
        references=tuple(
            Reference(str(one), language=one.language) for one in map(references().__getitem__, _keys(chapters))
        ),
        licence=licence_of(subject, chapters),
        colophon=COLOPHON,
    )


def licence_of(subject: Subject, chapters: Sequence[Chapter]) -> Finding:
    """The licence of the results, computed from that of every layer used, the outline included."""
    used = [use.origin for chapter in chapters for use in chapter.result.used]
    if subject.contour is not None:
        used.append(subject.contour)
    found = combine([origin.licence for origin in used])
    return Finding(f"{french.capital(found.licence.title)}.", f"{french.capital(found.reason)}.")


def _keys(chapters: Sequence[Chapter]) -> list[str]:
    return list(dict.fromkeys(chapter.service.method for chapter in chapters))


def _methods(subject: Subject, chapters: Sequence[Chapter]) -> list[Finding]:
    found = [one for chapter in chapters for one in chapter.page.methods]
    if subject.town.population:
        year = f" en {subject.town.population_year}" if subject.town.population_year else ""
        people = french.plural(subject.town.population, "habitant")
        found.append(Finding("Population.", f"{people}{year}, {subject.population_source}."))
    if subject.contour is not None:
        found.append(Finding("Contour de la commune.", f"{subject.contour.cite()}."))
    return found
