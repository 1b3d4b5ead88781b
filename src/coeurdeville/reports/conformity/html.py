"""The page: one HTML file that holds everything, with no script and nothing to fetch."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

from coeurdeville.core.french import NBSP, long_day
from coeurdeville.reports import html
from coeurdeville.reports.conformity import sections
from coeurdeville.reports.conformity.columns import columns
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.html_frame import head
from coeurdeville.schemas.reporting.conformity import Conformity

STYLE = Path(__file__).with_name("conformity.css")


def render(conformity: Conformity) -> str:
    """The whole file; the same verdict on the same day gives the same text. Refused without the typeface."""
    return (
        f'<!doctype html><html lang="fr"><head>{head(_title(conformity), style())}</head>'
        f"<body>{_header(conformity)}<main>"
        f"{sections.verdict(conformity)}{sections.to_mend(conformity)}{sections.to_look_at(conformity)}"
        f"{columns(conformity)}{sections.read(conformity)}</main>{_footer()}</body></html>\n"
    )


@cache
def style() -> str:
    """The style of all reports, then what this page adds."""
    return html.style() + STYLE.read_text(encoding="utf-8")


def _title(conformity: Conformity) -> str:
    return f"{conformity.file} – rapport de conformité"


def _header(conformity: Conformity) -> str:
    day = conformity.day
    return (
        f'<header><p class="town">Rapport de conformité</p><h1>{escaped(conformity.file)}</h1>'
        f'<p class="edition">Schéma {escaped(conformity.schema_title)} · vérifié le '
        f'<time datetime="{day.isoformat()}">{long_day(day)}</time></p></header>'
    )


def _footer() -> str:
    return (
        f"<footer><p>Rapport fait par coeurdeville {version('coeurdeville')}. Les lignes sont numérotées comme dans le "
        "fichier, en-tête compris. La liste de toutes les erreurs, une par ligne, s’obtient en CSV"
        f"{NBSP}: <code>coeurdeville schema valider … --csv erreurs.csv</code></p></footer>"
    )
